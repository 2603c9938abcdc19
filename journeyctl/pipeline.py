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
    from journeyctl.views.setting import Direction

MANY_STEPS = 1_000
MOST_STEPS = 5_000


class Options(NamedTuple):
    """How to draw. ``timeout`` in seconds, ``dpi`` for PNG alone, ``most_steps`` to draw at all.

    ``views`` are names of views; ``asked`` tells whether each of them was asked for by name,
    so that one which has nothing to show is a warning and no hint. ``theme`` None is light.
    """

    views: tuple[str, ...] = ("flow",)
    asked: bool = True
    direction: "Direction" = "right"
    engine: "Engine" = "bundled"
    timeout: float = 60
    dpi: int = 144
    most_steps: int = MOST_STEPS
    theme: "Theme | None" = None


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
    journey: Journey, formats: Iterable[Format], options: Options
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
    setting = setting_for(journey)._replace(direction=options.direction)
    if options.theme is not None:
        setting = setting._replace(theme=options.theme)
    formats = tuple(formats)
    for name in options.views:
        chosen = view(name)
        if lacking := chosen.lacks(journey):
            found.append(_nothing(journey, name, lacking, options.asked))
            continue
        pictures, troubles = _formats(journey, chosen.draw(journey, setting), formats, options)
        drawn.update({f"{name}.{format}": picture for format, picture in pictures.items()})
        found += troubles
    return drawn, found


def _formats(
    journey: Journey, drawing: "Drawing", formats: Iterable[Format], options: Options
) -> tuple[dict[Format, bytes], list[Diagnostic]]:
    """A drawing in each format."""
    from journeyctl.renderers.dot import dot

    found: list[Diagnostic] = []
    text = dot(drawing, options.engine)
    drawn: dict[Format, bytes] = {}
    for format in formats:
        if format == "png":
            from journeyctl.glyphs import without_glyphs

            found += without_glyphs(journey.source, drawing, options.engine)
            options, scaled = _bounded(journey, drawing, options)
            found += scaled
        try:
            drawn[format] = _drawn(drawing, text, format, options)
        except Failure as failure:
            path = journey.source.path
            found.append(Diagnostic(failure.kind, failure.message, path, help=failure.help))
    return drawn, found


def _nothing(journey: Journey, view: str, lacking: str, asked: bool) -> Diagnostic:
    kind = kinds.NOTHING_TO_DRAW if asked else kinds.VIEW_LEFT_OUT
    message = f"The view `{view}` was not drawn. {lacking}"
    return Diagnostic(kind, message, journey.source.path)


def report(journey: Journey, findings: list[Diagnostic]) -> bytes:
    """The report in Markdown, in the journey's language."""
    from journeyctl.renderers.markdown import report as markdown

    return markdown(journey, findings).encode()


def _drawn(drawing: "Drawing", text: str, format: Format, options: Options) -> bytes:
    """A picture of the drawing, whose DOT is ``text``. Raises Failure."""
    if format == "dot":
        return text.encode()
    from journeyctl.outputs import engine
    from journeyctl.renderers.svg import finish

    raw = engine.draw(text, format, engine=options.engine, timeout=options.timeout, dpi=options.dpi)
    return finish(drawing, raw).encode() if format == "svg" else raw


def _bounded(
    journey: Journey, drawing: "Drawing", options: Options
) -> tuple[Options, list[Diagnostic]]:
    """The options with as many dots an inch as a PNG can have, and a word if these are fewer."""
    from journeyctl.outputs.engine import bounded_dpi

    dpi = int(bounded_dpi(drawing.width, drawing.height, options.dpi))
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
