"""What an engine drew, read with an allow-list: elements, and where they stand.

Refused is all that we never ask for: scripts, styles, links, images, entities. Of what is
left, only numbers, the words of text, and whether something is filled, are taken.
"""

from typing import NamedTuple
from xml.parsers import expat

from journeyctl import kinds
from journeyctl.diagnostics import Failure
from journeyctl.renderers.dot import PAPER

EDGE = "->"
"""Put before the name of a path, so that none is taken for a shape."""

_STYLE = ("fill", "stroke", "stroke-width", "stroke-dasharray")
_ATTRIBUTES = {
    "svg": frozenset(("width", "height", "viewBox", "xmlns", "xmlns:xlink")),
    "g": frozenset(("id", "class", "transform")),
    "title": frozenset[str](),
    "polygon": frozenset((*_STYLE, "points")),
    "path": frozenset((*_STYLE, "d")),
    "ellipse": frozenset((*_STYLE, "cx", "cy", "rx", "ry")),
    "text": frozenset(
        ("xml:space", "text-anchor", "x", "y", "font-family", "font-size", "font-weight", "fill")
    ),
}
_DEPTHS = {"svg": 0, "g": 1}  # besides the groups of things, which hold all the others


class Piece(NamedTuple):
    """One element of the engine's picture: ``numbers`` are its coordinates, y downward."""

    tag: str
    numbers: list[float]
    filled: bool
    text: str


def read(raw: bytes) -> dict[str, list[Piece]]:
    """The elements of an engine's SVG by the name of the shape, line of text or path.

    Raises Failure (``broken-picture``).
    """
    return _Reader().read(raw)


def broken(what: str) -> Failure:
    return Failure(
        kinds.BROKEN_PICTURE,
        f"Graphviz gave back a picture that is not what was asked for: {what}.",
        "Nothing was written. `journeyctl doctor` shows which engines there are.",
    )


class _Reader:
    """Reads an engine's SVG into its pieces, by the name of the shape or path."""

    def __init__(self) -> None:
        self.pieces: dict[str, list[Piece]] = {}
        self._depth = 0
        self._group: list[Piece] | None = None
        self._name = ""
        self._attributes: dict[str, str] = {}
        self._text: list[str] = []
        self._move = (0.0, 0.0)

    def read(self, raw: bytes) -> dict[str, list[Piece]]:
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text.append
        parser.StartDoctypeDeclHandler = self._doctype
        parser.ProcessingInstructionHandler = self._instruction
        try:
            parser.Parse(raw, True)
        except (expat.ExpatError, ValueError, LookupError) as error:
            raise broken(f"it cannot be read ({error})") from error
        return self.pieces

    def _doctype(self, _name: str, _system: str | None, _public: str | None, subset: bool) -> None:
        if subset:
            raise broken("a document type of its own")

    def _instruction(self, _target: str, _data: str) -> None:
        raise broken("an instruction to a processor")

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        allowed = _ATTRIBUTES.get(tag)
        if allowed is None or not allowed.issuperset(attributes):
            raise broken(f"an unknown element or attribute in <{tag[:20]}>")
        if tag == "g" and self._depth == 2:
            self._group = []
            edge = attributes.get("class") == "edge"
            self._name = EDGE + attributes["id"] if edge else ""
        elif self._depth != _DEPTHS.get(tag, 2 if self._group is None else 3):
            raise broken(f"<{tag}> in the wrong place")
        self._depth += 1
        self._attributes = attributes
        self._text.clear()

    def _end(self, tag: str) -> None:
        self._depth -= 1
        if self._group is None:
            return
        if tag == "g":
            if self.pieces.setdefault(self._name, self._group) is not self._group:
                raise broken("something twice")
            if self._name == PAPER:
                self._place(self._group)
            self._group = None
        elif tag == "title":
            self._name = self._name or "".join(self._text)
        else:
            self._group.append(self._piece(tag, self._attributes, "".join(self._text)))

    def _place(self, paper: list[Piece]) -> None:
        """All that follows is told from the upper left corner of the paper, which comes first."""
        if len(self.pieces) > 1 or [piece.tag for piece in paper] != ["polygon"]:
            raise broken("the paper")
        self._move = -min(paper[0].numbers[::2]), -min(paper[0].numbers[1::2])

    def _piece(self, tag: str, attributes: dict[str, str], text: str) -> Piece:
        if tag == "ellipse":
            places = f"{attributes['cx']},{attributes['cy']}"
        elif tag == "text":
            places = f"{attributes['x']},{attributes['y']}"
        else:
            places = attributes["points" if tag == "polygon" else "d"]
            places = places.removeprefix("M").replace("C", " ", 1)
        right, down = self._move
        numbers = [float(one) for one in places.replace(",", " ").split()]
        numbers[::2] = [x + right for x in numbers[::2]]
        numbers[1::2] = [y + down for y in numbers[1::2]]
        one_place = tag in ("ellipse", "text")
        if not numbers or len(numbers) % 2 or (one_place and len(numbers) != 2):
            raise broken(f"where the {tag} stands")
        if tag == "ellipse":
            numbers += (float(attributes["rx"]), float(attributes["ry"]))
        filled = attributes.get("fill", "none") not in ("none", "transparent")
        return Piece(tag, numbers, filled, text)
