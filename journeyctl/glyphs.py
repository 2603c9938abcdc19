"""What a PNG cannot show: characters that the engine has no font for."""

from journeyctl import kinds
from journeyctl.diagnostics import Diagnostic, at
from journeyctl.outputs.coverage import missing
from journeyctl.renderers.dot import Engine
from journeyctl.source import Source, Span
from journeyctl.views.drawing import Drawing

_ADVICE: dict[Engine, str] = {
    "bundled": "Draw an SVG, or use `--engine dot` where a font for this script is installed.",
    "dot": "Draw an SVG, or install a font for this script; `journeyctl doctor` names some.",
}


def without_glyphs(source: Source, drawing: Drawing, engine: Engine) -> list[Diagnostic]:
    """One warning, at the first character that the engine's fonts would draw as a box."""
    lines = [line for shape in drawing.shapes if shape.text for line in shape.text.lines]
    signs = list(dict.fromkeys(missing("".join(lines))))
    if signs and engine == "dot":
        from journeyctl.outputs.engines import without_font

        signs = without_font(signs)
    if not signs:
        return []
    named = " ".join(signs[:10]) + (f" and {len(signs) - 10} more" if len(signs) > 10 else "")
    whose = "bundled engine has" if engine == "bundled" else "system has"
    message = f"The {whose} no font for {named}, and draws boxes in a PNG."
    advice = _ADVICE[engine]
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
