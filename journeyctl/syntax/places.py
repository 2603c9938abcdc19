"""Where a key may stand, and what is said where it may not."""

from typing import TypeAlias

from journeyctl.diagnostics import Label
from journeyctl.source import Span
from journeyctl.syntax.keys import CALLED, KEYS, PLACES, Place
from journeyctl.syntax.nodes import Attribute, Declaration, Node, Step, Tree

Objection: TypeAlias = tuple[str, str, tuple[Label, ...]]
"""A message, its help, and second places."""


def place_of(node: Node | Tree) -> Place | None:
    """The place that keys under this node have, or None where no key may stand."""
    match node:
        case Tree():
            return "journey"
        case Declaration():
            return node.kind
        case Step():
            return "step"
        case Attribute():
            return "backstage"
    return None


def objection(
    key: str,
    over: Node | Tree,
    first_step: Step | None,
    first_declaration: Declaration | None,
    is_late: bool,
) -> Objection | None:
    """Why a key may not stand directly under ``over``, whose first step is ``first_step``.

    ``first_declaration`` is the file's so far; ``is_late`` when other lines stand above the key.
    """
    place = place_of(over)
    belongs = "It is a key of " + _either([CALLED[one] for one in PLACES[key]]) + "."
    if place is None:
        return (
            f"`{key}` stands under an answer.",
            "Indent it under a step." if "step" in PLACES[key] else belongs,
            (),
        )
    if isinstance(over, Tree) and first_declaration:
        return (
            f"`{key}` stands at the left edge, behind the first declaration.",
            "Move it above the first declaration: it is a key of the journey alone."
            if PLACES[key] == ("journey",)
            else "Indent it under the line it is about; the journey's own keys stand above.",
            (Label(first_declaration.span, "the first declaration"),),
        )
    if key not in KEYS[place]:
        others = isinstance(over, Declaration | Step | Attribute) and (
            Label(_named(over), f"this is {CALLED[place]}"),
        )
        return f"`{key}` is no key of {CALLED[place]}.", belongs, others or ()
    if place == "stage" and first_step:
        return (
            f"`{key}` of a stage stands behind its first step.",
            "Move it above the step, or indent it under the step that it is about.",
            (Label(_named(first_step), "the first step"),),
        )
    if key == "journey" and is_late:
        return "The title does not stand first.", "Begin the file with `journey: Title`.", ()
    return None


def _named(node: Declaration | Step | Attribute) -> Span:
    """The part of a line that names it."""
    match node:
        case Declaration():
            return node.name.span
        case Step():
            return node.label.span
        case Attribute():
            return node.key.span


def _either(words: list[str]) -> str:
    return words[0] if len(words) == 1 else ", ".join(words[:-1]) + " or " + words[-1]
