"""Functions that go where the general programs seldom do: one file a topic.

A topic's `function(r, name)` gives the source of a function (with what it calls before it) and its parameters as
pairs of name and type.
"""

from topics import calls, complexes, control, effects, floats, lists, scalars, texts, tuples, views

TOPICS = {
    "calls": calls.function,
    "complexes": complexes.function,
    "control": control.function,
    "effects": effects.function,
    "floats": floats.function,
    "lists": lists.function,
    "scalars": scalars.function,
    "texts": texts.function,
    "tuples": tuples.function,
    "views": views.function,
}
