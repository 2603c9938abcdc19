"""Small drawings made by hand, as a layout would give them to the renderers."""

from journeyctl.views.drawing import (
    Align,
    Arrowhead,
    Drawing,
    Form,
    Group,
    Line,
    Lines,
    Path,
    Shape,
)

Points = tuple[tuple[float, float], ...]


def words(*lines: str, size: float = 12, bold: bool = False, align: Align = "center") -> Lines:
    widths = tuple(len(line) * size / 2 for line in lines)
    return Lines(lines, widths, size, bold, "#222222", align)


def shape(
    id: str,
    form: Form = "box",
    place: tuple[float, float, float, float] = (20, 20, 80, 40),
    *,
    text: Lines | None = None,
    group: str = "",
    role: str = "card",
    fill: str = "#ffffff",
    stroke: str = "#333333",
    line: Line = "solid",
) -> Shape:
    return Shape(id, group, role, form, *place, fill, stroke, line, 1.5, text)


def path(
    id: str,
    points: Points,
    *,
    group: str = "",
    stroke: str = "#555555",
    line: Line = "solid",
    arrow: Arrowhead = "normal",
    rounding: float = 0,
    bezier: bool = False,
    pen: float = 1,
) -> Path:
    return Path(id, group, "link", points, stroke, line, pen, arrow, rounding, bezier)


def drawing(
    *shapes: Shape,
    paths: tuple[Path, ...] = (),
    groups: tuple[Group, ...] = (),
    size: tuple[float, float] = (300, 200),
    title: str = "A journey",
    description: str = "",
) -> Drawing:
    return Drawing(*size, title, description, "en", "#ffffff", "Arial", groups, shapes, paths)


def whole() -> Drawing:
    """Every form, line, arrowhead and alignment once."""
    return drawing(
        shape("panel-1", "rounded", (10, 10, 180, 270), role="panel", group="s", line="none"),
        shape(
            "heading",
            "text",
            (20, 15, 160, 20),
            text=words("First", bold=True, align="left"),
            group="s",
        ),
        shape(
            "step-1",
            "rounded",
            (30, 60, 140, 60),
            text=words("Meet us at", "an event & <b>"),
            group="one",
        ),
        shape("moment", "star", (160, 50, 18, 18), group="one", fill="#ffcc00"),
        shape(
            "step-2",
            "box",
            (30, 160, 140, 40),
            text=words("See the demo", align="right"),
            group="two",
            line="dotted",
        ),
        shape(
            "asked",
            "diamond",
            (230, 60, 120, 60),
            text=words("Better?", size=10.5),
            group="three",
            line="dashed",
        ),
        shape("fork", "circle", (280, 160, 12, 12), fill="#333333", group="four"),
        shape("end", "doublecircle", (350, 240, 24, 24), fill="none", group="four"),
        shape(
            "answer",
            "box",
            (190, 70, 30, 12),
            text=words("yes", size=9),
            group="link-1",
            line="none",
        ),
        paths=(
            path("way-1", ((170, 90), (230, 90)), group="link-1"),
            path(
                "way-2",
                ((100, 120), (100, 140), (290, 140), (290, 240), (350, 252)),
                rounding=8,
                line="dashed",
                arrow="vee",
                group="link-2",
                stroke="#aa0000",
            ),
            path(
                "way-3",
                ((290, 60), (290, 20), (390, 20), (374, 252)),
                bezier=True,
                line="dotted",
                arrow="none",
                group="link-3",
            ),
        ),
        groups=(
            Group("s", "stage", "First stage"),
            Group("one", "step", "Step 1: Meet us at an event"),
            Group("two", "step", "Step 2: See the demo"),
            Group("three", "question", "Better?"),
            Group("four", "point", ""),
            Group("link-1", "link", "Yes: from step 1 to the question"),
            Group("link-2", "link", "From step 1 to the end"),
            Group("link-3", "link", "From the question to the end"),
        ),
        size=(400, 300),
        title='Tea & "biscuits" <here>',
        description="Two steps & a question.",
    )
