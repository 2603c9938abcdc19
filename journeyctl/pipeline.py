"""The whole way on one screen: a text, its tree, its model, its findings, a picture, a report."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from journeyctl import kinds, rules
from journeyctl.diagnostics import Diagnostic, Failure, in_file_order
from journeyctl.model.journey import Journey
from journeyctl.model.resolve import resolve
from journeyctl.source import Source
from journeyctl.syntax.parser import parse
from journeyctl.targets import Format

if TYPE_CHECKING:
    from journeyctl.renderers.dot import Engine
    from journeyctl.themes import Theme
    from journeyctl.views.drawing import Drawing
    from journeyctl.views.page import Page
    from journeyctl.views.setting import Direction

MANY_STEPS = 1_000
MOST_STEPS = 5_000


class Options(NamedTuple):
    """How to draw: ``engine``, ``timeout`` in seconds and ``dpi`` for PNG alone, ``most_steps`` to
    draw at all.

    ``views`` are names of views; ``asked`` tells whether each of them was asked for by name,
    so that one which has nothing to show is a warning and no hint. ``theme`` None is light.
    Without a ``size`` a picture is as large as it needs to be; ``rows`` are those of the map.
    """

    views: tuple[str, ...] = ("flow",)
    asked: bool = True
    direction: "Direction" = "right"
    engine: "Engine" = "bundled"
    timeout: float = 60
    dpi: int = 144
    most_steps: int = MOST_STEPS
    theme: "Theme | None" = None
    size: "Page | None" = None
    rows: tuple[str, ...] = ()


def check(source: Source, language: str = "") -> tuple[Journey, list[Diagnostic]]:
    """The journey that a text tells, and all that was found in it, in file order, without what
    comments in it ignore. ``language`` is the tool's own words', "" for that of the file."""
    tree, in_text = parse(source)
    journey, in_names = resolve(tree, language)
    findings = in_file_order([*in_text, *in_names, *rules.check(journey)])
    if "ignore" in source.text:  # Else no comment does; the import is spared.
        from journeyctl.rules.suppress import suppress

        findings = suppress(tree, findings)
    return journey, findings


def draw(
    journey: Journey,
    formats: Iterable[Format],
    options: Options,
) -> tuple[dict[str, bytes], list[Diagnostic]]:
    """Each view in each format, as ``VIEW.FORMAT``, and what kept one from being drawn, or drawn
    well."""
    from journeyctl.views.catalogue import view
    from journeyctl.views.setting import setting_for

    found = _size(journey, options)
    drawn: dict[str, bytes] = {}
    if not journey.stages:
        return drawn, found  # A picture of nothing must not take the place of a good one.
    if any(finding.severity == "error" for finding in found):
        return drawn, found
    setting = setting_for(journey)._replace(direction=options.direction, rows=options.rows)
    if options.theme is not None:
        setting = setting._replace(theme=options.theme)
    if options.size:
        setting = setting._replace(ratio=options.size.ratio)
    formats = tuple(formats)
    for name in options.views:
        chosen = view(name)
        if lacking := chosen.lacks(journey):
            found.append(_nothing(journey, name, lacking, options.asked))
            continue
        drawing = chosen.draw(journey, setting)
        if name == "map" and options.rows:
            empty = _empty_rows(drawing, options.rows)
            if len(empty) == len(options.rows):
                found.append(_nothing(journey, name, "Its rows have nothing to show.", True))
                continue
            if empty:
                message = f"Rows with nothing to show were left out: `{'`, `'.join(empty)}`."
                found.append(Diagnostic(kinds.VIEW_LEFT_OUT, message, journey.source.path))
        if options.size:
            drawing, small = _on_page(journey, drawing, name, options.size)
            found += small
        made, troubles = pictures(journey, name, drawing, formats, options)
        drawn.update({f"{name}.{format}": picture for format, picture in made.items()})
        # Letters without a glyph are told once, and not of every view.
        told = any(one.kind is kinds.NO_GLYPHS for one in found)
        found += [one for one in troubles if not (told and one.kind is kinds.NO_GLYPHS)]
    return drawn, found


def pictures(
    journey: Journey,
    view: str,
    drawing: "Drawing",
    formats: tuple[Format, ...],
    options: Options,
) -> tuple[dict[Format, bytes], list[Diagnostic]]:
    """The drawing of a view in each format, and what kept one from being drawn, or drawn well."""
    found: list[Diagnostic] = []
    if "png" in formats or "pdf" in formats:
        from journeyctl.glyphs import without_glyphs

        found += without_glyphs(journey.source, drawing, options.engine, formats)
    if "png" in formats:
        options, scaled = _bounded(journey, drawing, options)
        found += scaled
    drawn: dict[Format, bytes] = {}
    for format in formats:
        try:
            drawn[format] = _drawn(view, drawing, format, options)
        except Failure as failure:
            path = journey.source.path
            found.append(Diagnostic(failure.kind, failure.message, path, help=failure.help))
    return drawn, found


def _on_page(
    journey: Journey, drawing: "Drawing", view: str, page: "Page"
) -> tuple["Drawing", list[Diagnostic]]:
    """The drawing as it fills the page, and a word if nobody could read it there."""
    from journeyctl.views.page import LEGIBLE, fitted, smallest_type

    drawing = fitted(drawing, page)
    size = smallest_type(drawing)
    if not 0 < size < LEGIBLE:
        return drawing, []
    message = (
        f"On `{page.name}` the view `{view}` has type of {size:.1f} points, too small to read."
    )
    help = (
        f"Take a page {LEGIBLE / size:.1f} times as wide and as high, another `--direction`, or"
        " split the journey."
    )
    return drawing, [Diagnostic(kinds.SMALL_TYPE, message, journey.source.path, help=help)]


def _empty_rows(drawing: "Drawing", rows: tuple[str, ...]) -> list[str]:
    """The rows of the map that were asked for and have nothing to show."""
    shown = {group.id for group in drawing.groups}
    return [row for row in rows if f"row-{row}" not in shown]


def _nothing(journey: Journey, view: str, lacking: str, asked: bool) -> Diagnostic:
    kind = kinds.NOTHING_TO_DRAW if asked else kinds.VIEW_LEFT_OUT
    message = f"The view `{view}` was not drawn. {lacking}"
    return Diagnostic(kind, message, journey.source.path)


def report(journey: Journey, findings: list[Diagnostic], kind: str = "full") -> bytes:
    """A report in Markdown, in the journey's language: one of ``reports.context.KINDS``."""
    from journeyctl.renderers.markdown import report as markdown

    return markdown(journey, findings, kind).encode()


def _drawn(view: str, drawing: "Drawing", format: Format, options: Options) -> bytes:
    """A picture of the drawing. Raises Failure."""
    if format == "svg":
        from journeyctl.renderers.svg import svg

        return svg(drawing).encode()
    if format == "pdf":
        from journeyctl.renderers.pdf import pdf

        return pdf(drawing)
    if format == "json":
        from journeyctl.renderers.json import drawing_json

        return drawing_json(drawing, view).encode()
    from journeyctl.renderers.dot import dot

    text = dot(drawing, options.engine)
    if format == "dot":
        return text.encode()
    from journeyctl.outputs.engine import draw

    dpi = options.dpi * drawing.scale
    return draw(text, engine=options.engine, timeout=options.timeout, dpi=dpi)


def _bounded(
    journey: Journey, drawing: "Drawing", options: Options
) -> tuple[Options, list[Diagnostic]]:
    """The options with as many dots an inch as a PNG can have, and a word if these are fewer."""
    from journeyctl.outputs.engine import bounded_dpi

    wide, high = drawing.width * drawing.scale, drawing.height * drawing.scale
    dpi = int(bounded_dpi(wide, high, options.dpi))
    if dpi == options.dpi:
        return options, []
    message = f"The PNG would be too large with {options.dpi} dots an inch: it has {dpi}."
    help = "Draw an SVG, which is sharp at any size, or split the journey."
    finding = Diagnostic(kinds.PICTURE_SCALED, message, journey.source.path, help=help)
    return options._replace(dpi=dpi), [finding]


def _size(journey: Journey, options: Options) -> list[Diagnostic]:
    count = len(journey.steps)
    if count <= min(MANY_STEPS, options.most_steps):
        return []
    message = f"The journey has {count} steps; a picture of so many is hard to read."
    kind, help = kinds.MANY_STEPS, "Split it into several journeys."
    if count > options.most_steps:
        kind, help = kinds.TOO_MANY_STEPS, "Split it into several journeys, or raise `--max-steps`."
    return [Diagnostic(kind, message, journey.source.path, help=help)]
