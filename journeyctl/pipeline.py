"""The whole way on one screen: a text, its tree, its model, its findings, a picture, a report."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal, NamedTuple

from journeyctl import kinds, rules
from journeyctl.diagnostics import Diagnostic, at, in_file_order
from journeyctl.model.journey import Journey
from journeyctl.model.resolve import resolve
from journeyctl.source import Source, Span
from journeyctl.syntax.parser import parse

if TYPE_CHECKING:
    from journeyctl.views.drawing import Drawing

FORMATS = ("svg", "png", "dot")
MANY_STEPS = 1_000
MOST_STEPS = 5_000


class Options(NamedTuple):
    """How to draw. ``timeout`` in seconds, ``dpi`` for PNG alone, ``most_steps`` to draw at all."""

    direction: Literal["right", "down"] = "right"
    engine: Literal["bundled", "dot"] = "bundled"
    timeout: float = 60
    dpi: int = 144
    most_steps: int = MOST_STEPS


def check(source: Source) -> tuple[Journey, list[Diagnostic]]:
    """The journey that a text tells, and all that was found in it, in file order."""
    tree, in_text = parse(source)
    journey, in_names = resolve(tree)
    return journey, in_file_order([*in_text, *in_names, *rules.check(journey)])


def draw(
    journey: Journey, formats: Iterable[str], options: Options
) -> tuple[dict[str, bytes], list[Diagnostic]]:
    """The flow view in each format, and what kept one from being drawn, or drawn well."""
    from journeyctl.renderers.dot import dot
    from journeyctl.views.flow import flow

    found = _size(journey, options)
    if any(finding.severity == "error" for finding in found):
        return {}, found
    drawing = flow(journey, direction=options.direction)
    text = dot(drawing)
    drawn: dict[str, bytes] = {}
    for format in formats:
        if format == "dot":
            drawn[format] = text.encode()
            continue
        if format == "png" and options.engine == "bundled":
            found += _without_glyphs(journey.source, drawing)
        from journeyctl.outputs.engine import EngineError
        from journeyctl.outputs.engine import draw as engine

        try:
            raw = engine(
                text, format, engine=options.engine, timeout=options.timeout, dpi=options.dpi
            )
        except EngineError as error:
            path = journey.source.path
            found.append(Diagnostic(error.kind, error.message, path, help=error.help))
            continue
        drawn[format] = _finished(drawing, raw) if format == "svg" else raw
    return drawn, found


def report(journey: Journey, findings: list[Diagnostic]) -> bytes:
    """The report in Markdown, in the journey's language."""
    from journeyctl.renderers.markdown import report as markdown

    return markdown(journey, findings).encode()


def _finished(drawing: "Drawing", raw: bytes) -> bytes:
    from journeyctl.renderers.svg import finish

    return finish(drawing, raw).encode()


def _size(journey: Journey, options: Options) -> list[Diagnostic]:
    count = len(journey.steps)
    if count <= MANY_STEPS:
        return []
    message = f"The journey has {count} steps; a picture of so many is hard to read."
    kind, help = kinds.MANY_STEPS, "Split it into several journeys."
    if count > options.most_steps:
        kind, help = kinds.TOO_MANY_STEPS, "Split it into several journeys, or raise --max-steps."
    return [Diagnostic(kind, message, journey.source.path, help=help)]


def _without_glyphs(source: Source, drawing: "Drawing") -> list[Diagnostic]:
    """One warning, at the first character that the engine's own fonts would draw as a box."""
    from journeyctl.outputs.coverage import missing

    lines = [line for shape in drawing.shapes if shape.text for line in shape.text.lines]
    signs = list(dict.fromkeys(missing("".join(lines))))
    if not signs:
        return []
    named = " ".join(signs[:10]) + (f" and {len(signs) - 10} more" if len(signs) > 10 else "")
    message = f"The bundled engine has no font for {named}, and draws boxes in a PNG."
    advice = "Draw an SVG, or use --engine dot where a font for this script is installed."
    span = _first(source, set(signs))
    if span is None:
        return [Diagnostic(kinds.NO_GLYPHS, message, source.path, help=advice)]
    return [at(kinds.NO_GLYPHS, source, span, message, help=advice)]


def _first(source: Source, signs: set[str]) -> Span | None:
    """The first run of these characters in the text, comments aside."""
    for line in range(1, source.line_count + 1):
        text = source.line_text(line)
        if signs.isdisjoint(text) or text.lstrip().startswith("//"):
            continue
        start = next(at for at, char in enumerate(text) if char in signs)
        end = next((at for at in range(start, len(text)) if text[at] not in signs), len(text))
        offset = source.line_span(line).start
        return Span(offset + start, offset + end)
    return None
