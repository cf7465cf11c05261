"use strict";
// The page works without this: it adds keys and two buttons.
(() => {
  const lines = [...document.querySelectorAll("details.l")];
  const stops = [...document.querySelectorAll(".stop")];
  const keys = document.querySelector(".keys");
  if (keys) keys.hidden = false;
  for (const button of document.querySelectorAll("[data-all]")) {
    button.addEventListener("click", () => {
      for (const line of lines) line.open = button.dataset.all === "open";
    });
  }

  let here = null;
  const go = (line) => {
    if (here) here.classList.remove("here");
    here = line;
    line.classList.add("here");
    line.scrollIntoView({ block: "center" });
    const summary = line.querySelector("summary");
    if (summary) summary.focus({ preventScroll: true });
  };
  // The next stop below, or the one before above, what was last looked at; round at the ends.
  const step = (forwards) => {
    if (!stops.length) return;
    const order = forwards ? stops : [...stops].reverse();
    const mask = forwards ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING;
    go(order.find((stop) => here && here.compareDocumentPosition(stop) & mask) || order[0]);
  };
  const toggle = () => {
    const at = document.activeElement;
    const line = (at && at.closest("details.l")) || here;
    if (line && "open" in line) line.open = !line.open;
  };
  const actions = { j: () => step(true), k: () => step(false), o: toggle };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !Object.hasOwn(actions, event.key)) return;
    event.preventDefault();
    actions[event.key]();
  });

  // A link to a line opens it.
  const follow = () => {
    const line = /^#L\d+$/.test(location.hash) && document.getElementById(location.hash.slice(1));
    if (!line) return;
    if ("open" in line) line.open = true;
    go(line);
  };
  addEventListener("hashchange", follow);
  follow();
})();
