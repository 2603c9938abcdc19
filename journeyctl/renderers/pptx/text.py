"""Text as DrawingML has it: bodies of shapes, paragraphs, runs (ECMA-376 part 1, 21.1.2)."""

from collections.abc import Sequence
from typing import NamedTuple
from unicodedata import east_asian_width

from journeyctl.direction import any_to_left, right_to_left
from journeyctl.fonts import unwrapped
from journeyctl.fonts.breaking import HYPHEN
from journeyctl.renderers.notation import escaped
from journeyctl.renderers.pptx.palette import Palette
from journeyctl.renderers.pptx.paper import Paper
from journeyctl.slides.deck import Paragraph
from journeyctl.slides.measure import APART, INDENT
from journeyctl.views.drawing import PITCH, Lines

_ARIAL_PITCH = 1.149  # Arial's own, in font sizes (its hhea table)
PITCH_SHARE = int(PITCH / _ARIAL_PITCH * 100) * 1000
"""From one baseline to the next, in thousandths of a percent of the font's own pitch."""

_ALIGN = {"left": "l", "center": "ctr", "right": "r"}
_LANGUAGES = {"en": "en-US", "id": "id-ID", "fil": "fil-PH"}


class Pen(NamedTuple):
    """What text is written with: the theme's colours, the paper's scale, the language. ``face``
    is a font's name, "" for that of the theme."""

    palette: Palette
    paper: Paper
    language: str
    face: str = ""

    def run(self, text: str, size: float, fill: str, *, bold: bool = False) -> str:
        """One run of text; ``fill`` is an element. An empty one would be dropped, and with it the
        size by which its line is high: then it is the paragraph's end that has it."""
        if not text:
            return f"<a:endParaRPr {self._font(size, bold)}/>"
        face = f'<a:latin typeface="{escaped(self.face)}"/>' if self.face else ""
        font = f"<a:rPr {self._font(size, bold)}>{fill}{face}</a:rPr>"
        return f"<a:r>{font}<a:t>{escaped(text)}</a:t></a:r>"

    def _font(self, size: float, bold: bool) -> str:
        language = _LANGUAGES.get(self.language, self.language)
        spoken = f'lang="{escaped(language)}" ' if language else ""
        return f'{spoken}sz="{self.paper.size(size)}" b="{int(bold)}"'

    def label(self, lines: Lines, text: str, ground: str) -> str:
        """The paragraph of a shape's text, which is whole and not wrapped in ``text``."""
        way = _direction(text)
        fill = self.palette.ink(lines.colour, ground)
        return (
            f'<a:p><a:pPr algn="{_ALIGN[lines.align]}"{way}>{_pitch()}</a:pPr>'
            f"{self.run(text, lines.size, fill, bold=lines.bold)}</a:p>"
        )

    def paragraphs(self, paragraphs: Sequence[Paragraph], colour: str, ground: str) -> str:
        """Paragraphs one below the other, bullets set in, as ``slides.measure`` has it."""
        fill = self.palette.ink(colour, ground)
        out = []
        for number, one in enumerate(paragraphs):
            way = f' algn="{"r" if right_to_left(one.text) else "l"}"{_direction(one.text)}'
            inset = self.paper.length(INDENT * one.size) if one.bullet else 0
            apart = round(APART * one.size * self.paper.scale * 100) if number else 0
            sign = '<a:buChar char="•"/>' if one.bullet else "<a:buNone/>"
            out.append(
                f'<a:p><a:pPr marL="{inset}" indent="{-inset}"{way}>{_pitch()}'
                f'<a:spcBef><a:spcPts val="{apart}"/></a:spcBef>{sign}</a:pPr>'
                f"{self.run(one.text, one.size, fill, bold=one.bold)}</a:p>"
            )
        return "".join(out) or f"<a:p><a:endParaRPr {self._font(16.0, False)}/></a:p>"


def sole(text: str, look: str) -> str:
    """A text alone in a placeholder, which has the rest of its look from the layout."""
    way = _direction(text)
    told = f"<a:pPr{way}/>" if way else ""
    return f"<a:p>{told}<a:r>{look}<a:t>{escaped(text)}</a:t></a:r></a:p>"


def _direction(text: str) -> str:
    """Which way a paragraph runs, where there is a question about it."""
    return f' rtl="{int(right_to_left(text))}"' if any_to_left(text) else ""


def _pitch() -> str:
    return f'<a:lnSpc><a:spcPct val="{PITCH_SHARE}"/></a:lnSpc>'


def frame(insets: Sequence[int] = (0, 0, 0, 0), anchor: str = "t", *, wraps: bool = True) -> str:
    """How text stands in its shape; ``insets`` in units: left, top, right, bottom."""
    left, top, right, bottom = insets
    wrapping = "square" if wraps else "none"
    return (
        f'<a:bodyPr wrap="{wrapping}" lIns="{left}" tIns="{top}" rIns="{right}" bIns="{bottom}"'
        f' rtlCol="0" anchor="{anchor}"><a:noAutofit/></a:bodyPr><a:lstStyle/>'
    )


def whole(lines: Sequence[str], told: str) -> str:
    """Wrapped lines as the one text that they were. ``told`` is a sentence that may hold it,
    which tells a break in a word from one at a space."""
    text = lines[0] if lines else ""
    for line in lines[1:]:
        spaced = unwrapped((text, line))
        if spaced.removesuffix("…") in told or text.endswith(HYPHEN):
            text = spaced
        elif (
            (text + line).removesuffix("…") in told
            or text.endswith(("-", "/", "–", "—"))
            or _broken(text, line)
        ):
            text += line
        else:
            text = spaced
    return text


def _broken(text: str, line: str) -> bool:
    """Whether two lines of a script without spaces meet."""
    return any(east_asian_width(one) in ("W", "F") for one in text[-1:] + line[:1])
