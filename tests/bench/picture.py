"""The results as bars, in one SVG of its own: the shorter, the faster."""

from collections.abc import Mapping
from html import escape

from tests.bench.parts import ENGINE, MANY, OURS, PYTHON, STEPS
from tests.bench.turns import Taken

_WIDTH = 760
_LEFT, _RIGHT = 150, 130
_BAR, _PITCH = 18, 28
_INK, _MUTED, _OURS, _OTHER, _SPREAD = "#1c2430", "#4b5565", "#1f5a92", "#a9b4c3", "#1c2430"


def picture(svg: Mapping[str, Taken], png: Mapping[str, Taken], many: Mapping[str, Taken]) -> str:
    """Three charts, one below the other, each with its own scale."""
    charts = (
        ("One picture from a cold start, as SVG", svg, 1000.0, "ms"),
        ("The same as PNG", png, 1000.0, "ms"),
        (f"{MANY} journeys of {STEPS} steps, as SVG", many, 1.0, "s"),
    )
    out: list[str] = []
    y = 14.0
    for title, taken, scale, unit in charts:
        told = {
            name: one
            for name, one in taken.items()
            if not one.failed and name not in (ENGINE, PYTHON)
        }
        y = _chart(out, y, title, told, scale, unit)
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{y:.0f}"'
            f' viewBox="0 0 {_WIDTH} {y:.0f}" role="img" aria-labelledby="title"'
            ' font-family="Arial, Liberation Sans, Helvetica, sans-serif" font-size="13">',
            '<title id="title">How long pictures of journeys take</title>',
            f'<rect width="{_WIDTH}" height="{y:.0f}" fill="#ffffff"/>',
            *out,
            "</svg>\n",
        ]
    )


def _chart(
    out: list[str], y: float, title: str, taken: Mapping[str, Taken], scale: float, unit: str
) -> float:
    """Write a chart from ``y`` down; where the next one begins."""
    if not taken:
        return y
    room = _WIDTH - _LEFT - _RIGHT
    longest = max(one.most for one in taken.values())
    out.append(_text(20, y + 16, title, _INK, ' font-weight="bold" font-size="15"'))
    y += 30
    for name, one in taken.items():
        width = max(room * one.median / longest, 1.0)
        ends = [_LEFT + room * end / longest for end in (one.least, one.most)]
        middle = y + _BAR / 2
        out.append(_text(_LEFT - 10, middle + 4.5, name, _INK, ' text-anchor="end"'))
        fill = _OURS if name == OURS else _OTHER
        out.append(
            f'<rect x="{_LEFT}" y="{y:.1f}" width="{width:.1f}" height="{_BAR}" rx="3"'
            f' fill="{fill}"/>'
            f'<path d="M{ends[0]:.1f},{middle:.1f}H{ends[1]:.1f}" stroke="{_SPREAD}"'
            ' stroke-width="2"/>'
        )
        value = one.median * scale
        said = f"{value:.0f} {unit}" if value >= 100 else f"{value:.1f} {unit}"
        if name != OURS:
            said += f", {one.ratio:.1f} ×"
        out.append(_text(max(ends[1], _LEFT + width) + 8, middle + 4.5, said, _MUTED))
        y += _PITCH
    return y + 16


def _text(x: float, y: float, text: str, fill: str, more: str = "") -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" fill="{fill}"{more}>{escape(text)}</text>'
