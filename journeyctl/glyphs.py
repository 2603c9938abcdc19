"""What a PNG or a PDF cannot show: characters that there is no font for."""

from collections.abc import Iterable

from journeyctl import kinds
from journeyctl.diagnostics import Diagnostic, at
from journeyctl.outputs.coverage import missing
from journeyctl.renderers.dot import Engine
from journeyctl.source import Source, Span
from journeyctl.targets import Format
from journeyctl.views.drawing import Drawing

_ANYWHERE = "Draw an SVG, which takes the fonts of the machine that shows it."
_BUNDLED = "Draw an SVG, or use `--engine dot` where a font for this script is installed."
_SYSTEM = "Draw an SVG, or install a font for this script; `journeyctl doctor` names some."


def without_glyphs(
    source: Source, drawing: Drawing, engine: Engine, formats: Iterable[Format]
) -> list[Diagnostic]:
    """A warning at the first character that a PNG or a PDF would show as a box.

    A PDF has the bundled fonts, and a PNG those of the engine.
    """
    lines = [line for shape in drawing.shapes if shape.text for line in shape.text.lines]
    signs = list(dict.fromkeys(missing("".join(lines))))
    system = "png" in formats and engine == "dot"
    bundled = [one for one in formats if one == "pdf" or (one == "png" and not system)]
    found = []
    if signs and bundled:
        where = " and ".join(f"a {format.upper()}" for format in bundled)
        advice = _BUNDLED if "png" in bundled else _ANYWHERE
        shows = "show" if len(bundled) > 1 else "shows"
        message = f"No bundled font has {_named(signs)}: {where} {shows} boxes."
        found.append(_at(source, signs, message, advice))
    if signs and system:
        from journeyctl.outputs.engines import without_font

        if signs := without_font(signs):
            message = f"No font of the system has {_named(signs)}: a PNG shows boxes."
            found.append(_at(source, signs, message, _SYSTEM))
    return found


def _named(signs: list[str]) -> str:
    return " ".join(signs[:10]) + (f" and {len(signs) - 10} more" if len(signs) > 10 else "")


def _at(source: Source, signs: list[str], message: str, advice: str) -> Diagnostic:
    span = _first(source, set(signs))
    if span is None:
        return Diagnostic(kinds.NO_GLYPHS, message, source.path, help=advice)
    return at(kinds.NO_GLYPHS, source, span, message, help=advice)


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
