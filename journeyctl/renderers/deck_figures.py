"""The drawings of a deck in a page: in one palette or two, and shown stage after stage.

An SVG in a page may have no styles and no identifiers of its own: the page's policy forbids
the ones, and a page holds many drawings. So its colours are the page's variables, its ids
begin with the slide's, and its head is written here; all else is ``renderers.svg``'s.
"""

from collections.abc import Collection, Iterable

from markupsafe import escape

from journeyctl.renderers.notation import number
from journeyctl.renderers.svg import svg
from journeyctl.views.drawing import Drawing, Path, Shape

_ALWAYS, _FIRST = 0, 1  # what belongs to no stage, and to the first


class Palette:
    """The colours of a page, each by day and by night, and the names of their variables."""

    def __init__(self) -> None:
        self._names: dict[tuple[str, str], str] = {}

    def variable(self, day: str, night: str) -> str:
        """What stands for a colour; ``none`` stands for itself."""
        if day == night == "none":
            return day
        return f"var(--{self._names.setdefault((day, night), f'c{len(self._names) + 1}')})"

    def colours(self, *, night: bool) -> dict[str, str]:
        """The value of each variable, by day or by night."""
        return {name: pair[night] for pair, name in self._names.items()}


class Figures:
    """Draws the figures of one page."""

    def __init__(self, palette: Palette) -> None:
        self._palette = palette

    def svg(self, prefix: str, day: Drawing, night: Drawing, alt: str, *, staged: bool) -> str:
        """The SVG of a drawing, as it is by day and by night: the same but for its colours.

        ``prefix`` begins its ids. Without ``alt`` it is an ornament, and without a description
        of its own it is one image, told by its ``alt``. With ``staged`` all that belongs to a
        stage has the class ``part-2``, ``part-3`` …; what belongs to the first one, or to none,
        has none.

        Raises ValueError where the two are not the same drawing.
        """
        parts = _parts(day) if staged else {}
        drawing = self._coloured(day, night)
        names = {group.id: f"{prefix}.{group.id}" for group in drawing.groups}
        groups = [
            group._replace(
                id=names[group.id], role=_classes(group.role, parts.get(group.id, _ALWAYS))
            )
            for group in drawing.groups
        ]
        drawing = drawing._replace(
            groups=tuple(groups),
            shapes=tuple(one._replace(group=names[one.group]) for one in drawing.shapes),
            paths=tuple(one._replace(group=names[one.group]) for one in drawing.paths),
        )
        return _head(prefix, drawing, alt) + _body(svg(drawing))

    def _coloured(self, day: Drawing, night: Drawing) -> Drawing:
        """The drawing by day with variables for its colours."""
        variable = self._palette.variable
        shapes: list[Shape] = []
        for one, other in zip(day.shapes, night.shapes, strict=True):
            text = one.text
            if text is not None and other.text is not None:
                text = text._replace(colour=variable(text.colour, other.text.colour))
            fill, stroke = variable(one.fill, other.fill), variable(one.stroke, other.stroke)
            shapes.append(one._replace(fill=fill, stroke=stroke, text=text))
        paths = [
            one._replace(stroke=variable(one.stroke, other.stroke))
            for one, other in zip(day.paths, night.paths, strict=True)
        ]
        return day._replace(shapes=tuple(shapes), paths=tuple(paths), background="none")


def without(drawing: Drawing, groups: Collection[str]) -> Drawing:
    """A drawing without some of its groups."""
    return drawing._replace(
        groups=tuple(one for one in drawing.groups if one.id not in groups),
        shapes=tuple(one for one in drawing.shapes if one.group not in groups),
        paths=tuple(one for one in drawing.paths if one.group not in groups),
    )


def _parts(drawing: Drawing) -> dict[str, int]:
    """In which stage each group is, counted from 1: the last of those that it touches.

    What is outside the stages' panels (the title, the names of rows, the legend) is in none,
    and so are the panels themselves: they show from the beginning where the way leads.
    """
    stages = {group.id for group in drawing.groups if group.role == "stage"}
    panels = [one for one in drawing.shapes if one.role == "panel" and one.group in stages]
    found: dict[str, int] = {}
    for group, places in _places(drawing):
        for x, y in places if group not in stages else ():
            for part, panel in enumerate(panels, _FIRST):
                inside = panel.x <= x <= panel.x + panel.width
                if inside and panel.y <= y <= panel.y + panel.height:
                    found[group] = max(found.get(group, _ALWAYS), part)
    return found


def _places(drawing: Drawing) -> Iterable[tuple[str, list[tuple[float, float]]]]:
    """Where the things of each group are."""
    for shape in drawing.shapes:
        yield shape.group, [(shape.x + shape.width / 2, shape.y + shape.height / 2)]
    for path in drawing.paths:
        yield path.group, _ends(path)


def _ends(path: Path) -> list[tuple[float, float]]:
    return [path.points[0], path.points[-1]]


def _classes(role: str, part: int) -> str:
    return f"{role} part-{part}" if part > _FIRST else role


def _head(prefix: str, drawing: Drawing, alt: str) -> str:
    start = (
        f'<svg viewBox="0 0 {number(drawing.width)} {number(drawing.height)}"'
        f' lang="{_attribute(drawing.language)}" xml:space="preserve"'
    )
    told = _attribute(alt)
    if not alt:
        return f'{start} aria-hidden="true">\n'
    if not drawing.description:
        return f'{start} role="img" aria-label="{told}">\n'
    described = f"{_attribute(prefix)}.alt"
    return (
        f'{start} role="graphics-document document" aria-label="{_attribute(drawing.title)}"'
        f' aria-describedby="{described}"><desc id="{described}">{told}</desc>\n'
    )


def _attribute(text: str) -> str:
    return str(escape(text))


def _body(svg: str) -> str:
    """A finished SVG without its head, whose first group are the panels."""
    return svg[svg.index('<g class="panels">') :]
