"""What changed as a picture: the flow of the new version, with signs on what is not as it was."""

from typing import NamedTuple

from journeyctl.comparison.change import Change
from journeyctl.comparison.changes import Changes
from journeyctl.comparison.merged import GONE, merged
from journeyctl.comparison.stages import with_own_keys
from journeyctl.comparison.telling import summary
from journeyctl.model.journey import Journey
from journeyctl.themes import Theme
from journeyctl.views.canvas import Canvas, lettering
from journeyctl.views.drawing import Drawing, Line, Shape
from journeyctl.views.flow import flow
from journeyctl.views.legend import ROOM, Draw, Legend, Sign
from journeyctl.views.setting import MARGIN, Setting
from journeyctl.words import Words

_BADGE = 15.0
_SIGNS = {"added": "+", "removed": "×", "changed": "~", "moved": ">", "better": "▲", "worse": "▼"}
_ORDER = tuple(_SIGNS)


class _Mark(NamedTuple):
    """What is said of a step or a stage: a key of ``_SIGNS``, and all of it in words."""

    key: str
    title: str


def draw(old: Journey, new: Journey, found: Changes, setting: Setting) -> Drawing:
    """The flow of the new version with the removed steps in their places, each with its sign.

    What was added has a plus, what was removed a cross and its label struck through; what feels
    or measures better or worse an arrow up or down. Stages have the numbers of the new version.
    """
    old, new = with_own_keys(old), with_own_keys(new)
    words = setting.words
    said = words._replace(
        messages={
            **words.messages,
            "view.flow": f"{words.text('diff.title')}: {summary(found, words)}",
        }
    )
    both = merged(old, new, found.matches)
    gone = frozenset(n for n, stage in enumerate(both.stages) if stage.key.startswith(GONE))
    picture = flow.draw(both, setting._replace(words=said, uncounted=gone))
    marks = _marks(old, new, found, setting.words)
    canvas = Canvas.over(picture)
    theme = setting.theme
    for index, group in enumerate(canvas.groups):
        if mark := marks.get(group.id):
            canvas.groups[index] = group._replace(title=f"{mark.title}: {group.title}")
    for shape in picture.shapes:
        mark = marks.get(shape.group)
        if mark is None:
            continue
        if shape.role in ("card", "heading"):
            _frame(canvas, shape, mark, theme)
        elif mark.key == "removed" and shape.role in ("text", "name"):
            _strike(canvas, shape)
    keys = [key for key in _ORDER if any(mark.key == key for mark in marks.values())]
    signs = [Sign(key, _sign(key, theme), _BADGE) for key in keys]
    legend = Legend(signs, setting.words, theme, "diff.title")
    room = picture.width - 2 * MARGIN
    legend.draw(canvas, (MARGIN, picture.height - MARGIN + 4), room)
    return picture._replace(
        height=round(picture.height + legend.height(room) + 4, 2),
        groups=tuple(canvas.groups),
        shapes=tuple(canvas.shapes),
        paths=tuple(canvas.paths),
    )


def _marks(old: Journey, new: Journey, found: Changes, words: Words) -> dict[str, _Mark]:
    """What is said of each group of the drawing."""
    marks: dict[str, _Mark] = {}
    grouped: dict[str, list[Change]] = {}
    keys = {stage.label: stage.key for stage in new.stages}
    for change in found.changes:
        if change.thing == "stage" and change.act != "removed":
            grouped.setdefault(f"stage-{keys[change.name]}", []).append(change)
        elif change.thing == "step" and change.act == "removed":
            grouped.setdefault(f"step-{GONE}{change.step}", []).append(change)
        elif change.step:
            grouped.setdefault(f"step-{change.step}", []).append(change)
    for group, changes in grouped.items():
        marks[group] = _mark(changes, words)
    gone = [stage.key for stage in old.stages if stage.key not in found.matches.stages]
    for key in gone:
        marks[f"stage-{GONE}{key}"] = _Mark("removed", words.text("legend.removed"))
    return marks


def _mark(changes: list[Change], words: Words) -> _Mark:
    """Of all that changed at a step or stage what says most."""
    acts = [one.act for one in changes if one.thing in ("step", "stage")]
    trend = sum(one.trend for one in changes)
    key = "moved" if "moved" in acts else "changed"
    if trend:
        key = "better" if trend > 0 else "worse"
    key = next((act for act in acts if act in ("added", "removed")), key)
    return _Mark(key, words.text(f"legend.{key}"))


def _colour(key: str, theme: Theme) -> str:
    return {
        "added": theme.idea, "better": theme.idea, "removed": theme.pain, "worse": theme.pain,
    }.get(key, theme.jump)  # fmt: skip


def _frame(canvas: Canvas, shape: Shape, mark: _Mark, theme: Theme) -> None:
    """A frame in the mark's colour, and its sign on the corner."""
    colour = _colour(mark.key, theme)
    box = (shape.x, shape.y, shape.width, shape.height)
    is_dashed = mark.key == "removed" or shape.line == "dashed"  # It may be left out.
    line: Line = "dashed" if is_dashed else "solid"
    canvas.shape(shape.group, "changed", shape.form, box, stroke=colour, line=line, pen=2.2)
    # Outside the corner: inside it stands the star of a moment of truth.
    right, top = shape.x + shape.width + 1, shape.y - 1
    group = canvas.group(f"mark-{shape.group}", "mark", mark.title)
    _badge(canvas, group, mark.key, right - _BADGE / 2, top - _BADGE / 2, theme)


def _strike(canvas: Canvas, shape: Shape) -> None:
    """A line through each line of a text."""
    if shape.text is None:
        return
    text = shape.text
    for index, wide in enumerate(text.widths):
        y = shape.y + (index + 0.55) * text.size * 1.2
        box = (shape.x, y, wide, 1.0)
        canvas.shape(
            shape.group, f"strike-{shape.role}-{index}", "box", box, role="strike", fill=text.colour
        )


def _sign(key: str, theme: Theme) -> Draw:
    def draw(canvas: Canvas, group: str, x: float, y: float) -> None:
        _badge(canvas, group, key, x, y + (ROOM - _BADGE) / 2, theme)

    return draw


def _badge(canvas: Canvas, group: str, key: str, x: float, y: float, theme: Theme) -> None:
    colour = _colour(key, theme)
    size = 8.0 if key in ("better", "worse") else 12.0
    text = lettering((_SIGNS[key],), size, theme.background, bold=True, align="center")
    box = (x, y, _BADGE, _BADGE)
    canvas.shape(
        group, "badge", "circle", box, fill=colour, stroke=theme.background, pen=1.5, text=text
    )
