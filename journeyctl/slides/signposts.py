"""Where a part of a journey goes on: a disc with the number of the stage that comes next, as
the off-page connectors of flowcharts have it."""

from journeyctl.model.journey import Journey
from journeyctl.model.part import Part
from journeyctl.views.canvas import lettering
from journeyctl.views.drawing import Drawing, Shape
from journeyctl.views.setting import Setting

_SIZE = 9.0


def signposted(drawing: Drawing, cut: Part, whole: Journey, setting: Setting) -> Drawing:
    """The flow of a part, with discs instead of the sign of an end where it does not end."""
    # The flow has a group for each link, in their order, and one for the ordinary end.
    links = [group.id for group in drawing.groups if group.id.startswith("link-")]
    leads = {links[at]: _stage(whole, target) for at, target in cut.out.items()}
    ordinary = [
        _stage(whole, cut.out[at]) if at in cut.out else -1
        for at, link in enumerate(cut.journey.links)
        if link.target == "end" and link.kind in ("next", "skip")
    ]
    if ordinary and -1 not in ordinary:
        leads["end"] = ordinary[0]
    here = {step.stage for id, step in whole.steps.items() if id in cut.journey.steps}
    shapes: list[Shape] = []
    for shape in drawing.shapes:
        if shape.role != "end" or shape.group not in leads:
            shapes.append(shape)
        elif not shape.id.endswith("-inner"):
            shapes.append(_disc(shape, leads[shape.group], here, setting))
    groups = tuple(
        group._replace(
            title=setting.words.text("slides.goes-on", stage=whole.stages[leads[group.id]].label)
        )
        if group.id == "end" and group.id in leads
        else group
        for group in drawing.groups
    )
    return drawing._replace(shapes=tuple(shapes), groups=groups)


def _stage(journey: Journey, id: str) -> int:
    return (journey.steps.get(id) or journey.points[id]).stage


def _disc(shape: Shape, stage: int, here: set[int], setting: Setting) -> Shape:
    """The disc of a stage, in its colour; with an arrow where the same stage goes on."""
    theme = setting.theme
    strong = theme.stages[stage % len(theme.stages)].strong
    said = "→" if stage in here else str(stage + 1)
    text = lettering((said,), _SIZE, theme.on_strong, bold=True, align="center")
    return shape._replace(fill=strong, stroke=strong, text=text)
