"use strict";
// The page works without this: it adds search, filters, keys, the theme, and links between the panes.
(() => {
  const lines = [...document.querySelectorAll(".l")];
  const tools = document.querySelector(".tools");
  if (!tools) return;
  tools.hidden = false;
  document.documentElement.dataset.live = "";
  const query = document.getElementById("query");
  const boxes = [...tools.querySelectorAll("[data-key]")];
  const shown = document.getElementById("shown");
  const help = document.getElementById("help");
  const panes = document.querySelector(".panes");
  const pane = document.querySelector(".rust");
  const number = (element) => element.id.slice(1);
  // What each filter finds, and what `j` and `k` halt at, as classes. Of a function that is left to Python, its head is the problem.
  const filters = { interpreter: ".s1, .s2, .s3, .s4, .s5, .s6, .head.interpreted", kept: ".kept", parallel: ".par", race: ".race" };
  const halts = ".l:not(.interpreted):is(.s1, .s2, .s3, .s4, .s5, .s6), .head.interpreted, .race, .wrong";
  const rust = new Map([...document.querySelectorAll(".r")].map((block) => [number(block), block]));

  // ---- the place that is looked at: `#L12`, `#R12` or `#f-name`, and the filters behind it: `#L12&show=race&q=sum`
  let place = "";
  const parse = () => {
    const [first, ...rest] = location.hash.slice(1).split("&");
    const state = new URLSearchParams((first.includes("=") ? [first, ...rest] : rest).join("&"));
    let id = first.includes("=") ? "" : first;
    try {
      id = decodeURIComponent(id);
    } catch {
      // Not an escape: the name stands for itself.
    }
    return { id, state, stated: location.hash.includes("=") };
  };
  const remember = () => {
    const state = new URLSearchParams();
    const on = boxes.filter((box) => box.checked).map((box) => box.name);
    if (on.length) state.set("show", on.join(","));
    if (query.value) state.set("q", query.value);
    const hash = [place && encodeURIComponent(place), state.toString().replaceAll("%2C", ",")].filter(Boolean).join("&");
    try {
      history.replaceState(null, "", hash ? `#${hash}` : location.pathname + location.search);
    } catch {
      // A page that may not change its address just has none to share.
    }
  };

  // ---- what is looked at, in both panes
  let here = null;
  const pair = (element) => (element.classList.contains("l") ? rust.get(number(element)) : document.getElementById(`L${number(element)}`));
  const scrollPane = (block) => {
    if (block && pane && getComputedStyle(pane).position === "sticky") pane.scrollTop += block.getBoundingClientRect().top - pane.getBoundingClientRect().top - pane.clientHeight / 3;
  };
  const go = (element, { focus = true, scroll = true } = {}) => {
    for (const old of document.querySelectorAll(".here")) old.classList.remove("here");
    const line = element.classList.contains("r") ? pair(element) || element : element;
    here = line;
    const block = element.classList.contains("r") ? element : pair(line);
    line.classList.add("here");
    block?.classList.add("here");
    if (scroll) line.scrollIntoView({ block: "center" });
    scrollPane(block);
    if (focus) line.querySelector("summary, a")?.focus({ preventScroll: true });
    place = element.id;
    remember();
  };

  // ---- filters and search
  let texts = null;
  const text = (at) => {
    texts ??= lines.map((line) => `${line.textContent}\n${rust.get(number(line))?.textContent ?? ""}`.toLowerCase());
    return texts[at];
  };
  let found = null; // the lines that filters and search leave, if there are any of these
  const narrow = () => {
    const chosen = boxes.filter((box) => box.checked).map((box) => filters[box.name]).join();
    const words = query.value.toLowerCase();
    const active = chosen !== "" || words !== "";
    if (!active && !found) return;
    found = active
      ? lines.filter((line, at) => (!chosen || line.matches(chosen)) && (!words || text(at).includes(words)))
      : null;
    const kept = new Set(found);
    // The head of a function stays above its lines, dimmed.
    const context = new Set();
    let head = null;
    for (const line of lines) {
      if (line.classList.contains("head")) head = line;
      if (head && kept.has(line) && !kept.has(head)) context.add(head);
    }
    for (const line of lines) {
      const off = active && !kept.has(line) && !context.has(line);
      line.classList.toggle("off", off);
      line.classList.toggle("context", context.has(line));
      rust.get(number(line))?.classList.toggle("off", off);
    }
    shown.textContent = active ? `${found.length} of ${lines.length} lines` : "";
    highlight(words);
    remember();
  };
  const highlight = (words) => {
    if (!globalThis.Highlight) return;
    CSS.highlights.delete("found");
    if (words.length < 2) return;
    const ranges = [];
    for (const root of [...found, ...found.map((line) => rust.get(number(line))).filter(Boolean)]) {
      const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      while (walk.nextNode() && ranges.length < 5000) {
        const low = walk.currentNode.data.toLowerCase();
        for (let at = low.indexOf(words); at >= 0 && at + words.length <= walk.currentNode.data.length; at = low.indexOf(words, at + words.length)) {
          const range = new Range();
          range.setStart(walk.currentNode, at);
          range.setEnd(walk.currentNode, at + words.length);
          ranges.push(range);
        }
      }
    }
    CSS.highlights.set("found", new Highlight(...ranges));
  };

  // ---- what the keys and buttons do
  const problems = lines.filter((line) => line.matches(halts));
  // The next stop below, or the one before above, what was last looked at; round at the ends.
  const step = (forwards, focus = true) => {
    const stops = found ?? problems;
    if (!stops.length) return;
    const order = forwards ? stops : [...stops].reverse();
    const mask = forwards ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING;
    go(order.find((stop) => here && here.compareDocumentPosition(stop) & mask) || order[0], { focus });
  };
  const openable = lines.filter((line) => "open" in line);
  const all = tools.querySelector('[data-do="a"]');
  const openAll = () => {
    const open = !openable.every((line) => line.open);
    for (const line of openable) line.open = open;
    all.textContent = open ? "Close all" : "Open all";
  };
  const toggle = () => {
    const line = document.activeElement?.closest("details.l") || here;
    if (line && "open" in line) line.open = !line.open;
  };
  const toggleRust = () => {
    if (!pane) return;
    pane.hidden = panes.classList.toggle("alone");
    tools.querySelector('[data-do="r"]').setAttribute("aria-pressed", String(!pane.hidden));
  };
  const themes = ["system", "dark", "light"];
  const themeButton = tools.querySelector('[data-do="t"]');
  const setTheme = (theme) => {
    if (theme === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    themeButton.textContent = `Theme: ${theme}`;
  };
  const store = {
    get: () => {
      try {
        return localStorage.getItem("pyrx-theme");
      } catch {
        return null; // no storage here: the theme lasts as long as the page
      }
    },
    set: (theme) => {
      try {
        localStorage.setItem("pyrx-theme", theme);
      } catch {
        // as above
      }
    },
  };
  const nextTheme = () => {
    const now = document.documentElement.dataset.theme ?? "system";
    const next = themes[(themes.indexOf(now) + 1) % themes.length];
    setTheme(next);
    store.set(next);
  };
  const tick = (key) => {
    const box = boxes.find((box) => box.dataset.key === key);
    box.checked = !box.checked;
    narrow();
  };
  const actions = {
    j: () => step(true), n: () => step(true), k: () => step(false), p: () => step(false),
    o: toggle, a: openAll, r: toggleRust, t: nextTheme,
    "/": () => query.select(), "?": () => (help.open ? help.close() : help.showModal()),
    1: () => tick("1"), 2: () => tick("2"), 3: () => tick("3"), 4: () => tick("4"),
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target === query) {
      if (event.key === "Enter") {
        event.preventDefault();
        step(!event.shiftKey, false);
      } else if (event.key === "Escape") {
        event.preventDefault();
        query.value = "";
        query.blur();
        narrow();
      }
      return;
    }
    if (!Object.hasOwn(actions, event.key) || (help.open && event.key !== "?")) return;
    event.preventDefault();
    actions[event.key]();
  });
  for (const button of tools.querySelectorAll("[data-do]")) button.addEventListener("click", actions[button.dataset.do]);
  for (const box of boxes) box.addEventListener("change", narrow);
  let later = 0;
  query.addEventListener("input", () => {
    clearTimeout(later);
    later = setTimeout(narrow, 80);
  });

  // ---- one pane follows the other
  const part = (event) => event.target.closest?.(".l, .r");
  document.addEventListener("mouseover", (event) => {
    for (const old of document.querySelectorAll(".linked")) old.classList.remove("linked");
    const at = part(event);
    const other = at && pair(at);
    if (other) for (const element of [at, other]) element.classList.add("linked");
  });
  document.addEventListener("click", (event) => {
    const at = part(event);
    if (!at || getSelection().toString()) return;
    const link = event.target.closest("a");
    if (link) event.preventDefault();
    go(link ? document.getElementById(link.hash.slice(1)) : at, { focus: false, scroll: at.classList.contains("r") });
  });
  let waiting = false;
  const follow = () => {
    waiting = false;
    if (!pane || pane.hidden || pane.matches(":hover") || pane.contains(document.activeElement)) return;
    const seen = here?.getBoundingClientRect();
    if (seen && seen.bottom > 0 && seen.top < innerHeight && rust.has(number(here))) return scrollPane(rust.get(number(here)));
    // The lines that are shown are in order: the first one below a third of the window.
    const visible = (found ?? lines).filter((line) => rust.has(number(line)));
    let [low, high] = [0, visible.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (visible[middle].getBoundingClientRect().bottom < innerHeight / 3) low = middle + 1;
      else high = middle;
    }
    if (low < visible.length) scrollPane(rust.get(number(visible[low])));
  };
  addEventListener("scroll", () => {
    if (!waiting) requestAnimationFrame(follow);
    waiting = true;
  }, { passive: true });

  // ---- deep links
  const arrive = () => {
    const { id, state, stated } = parse();
    if (stated) {
      const on = (state.get("show") ?? "").split(",");
      for (const box of boxes) box.checked = on.includes(box.name);
      query.value = state.get("q") ?? "";
    }
    const target = id ? document.getElementById(id) : null;
    const at = target?.closest(".l, .r");
    place = target ? id : "";
    narrow();
    if (!at) return;
    if ("open" in at) at.open = true;
    for (const element of [at, pair(at)]) element?.classList.remove("off");
    go(at);
    place = id;
    remember();
  };
  addEventListener("hashchange", arrive);
  setTheme(themes.includes(store.get()) ? store.get() : "system");
  arrive();
})();
