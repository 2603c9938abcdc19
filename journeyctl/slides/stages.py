"""Slides of the stages: the flow of each, large, and what there is to know beside it."""

from collections.abc import Iterator, Sequence
from itertools import accumulate

from journeyctl.model.journey import Block, Journey, Run, Single, Stage, Step
from journeyctl.model.measures import stage_range
from journeyctl.model.part import part
from journeyctl.reports.questions import of_stage
from journeyctl.slides.deck import BODY, LEAST, SMALLEST, Box, Figure, Paragraph
from journeyctl.slides.facts import metric_text
from journeyctl.slides.figures import fitted, from_stage, placed, untitled
from journeyctl.slides.measure import height
from journeyctl.slides.pages import GAP, Page, beside, enlarged, word_pages
from journeyctl.slides.signposts import signposted
from journeyctl.slides.told import Section, Told
from journeyctl.views.cards import LABEL
from journeyctl.views.drawing import Drawing
from journeyctl.views.flow import flow
from journeyctl.views.marks import SMALL

_ENOUGH = max(LEAST / LABEL, SMALLEST / SMALL)
_SIDE = 264.0
_TEXT = 12.0  # at the least
_MOST = 40  # steps whose cards can stand on a slide
_ASKED = 2  # questions on a slide


def stages(told: Told) -> Iterator[Section]:
    """A section for each stage."""
    for number, stage in enumerate(told.journey.stages):
        if stage.steps or _about(told, stage, (), whole=True):
            yield _section(told, number, stage)


def _section(told: Told, number: int, stage: Stage) -> Section:
    words, journey = told.words, told.journey
    steps = [journey.steps[id] for id in stage.steps]
    asked = list(of_stage(told.teller, stage))
    wide = told.workshop or bool(_about(told, stage, steps, whole=True))
    left, top, width, high = BODY
    room: Box = (left, top, width - (_SIDE + GAP if wide else 0.0), high)
    side: Box = (left + width - _SIDE, top, _SIDE, high)
    pages: list[Page] = []
    for at, figure in enumerate(_figures(told, number, stage.blocks, room)):
        inside = {one.id for one in figure.drawing.groups}
        own = [step for step in steps if f"step-{step.id}" in inside]
        said = _about(told, stage, own, whole=at == 0)
        if told.workshop and at == 0:
            said = _with_questions(told, said, asked, side)
        if not said:
            figure = placed(figure.key, figure.drawing, BODY)
        first, *more = _texts(said, side)
        pages.append((figure, *first))
        pages += more
    if not pages:
        pages += word_pages(_about(told, stage, (), whole=True), beside(3))
    taken = stage_range(journey, stage)
    time = stage.duration.text if stage.duration else words.duration(*taken) if taken else ""
    notes = [*stage.notes]
    notes += [f"{step.label}: {note}" for step in steps for note in step.notes]
    notes += asked
    title = words.text("report.stage", number=number + 1, name=stage.label)
    return Section(f"stage-{stage.key}", "stage", title, tuple(pages), time, tuple(notes))


def _texts(said: Sequence[Paragraph], side: Box) -> list[Page]:
    """What stands beside the figure, and slides with what does not go there."""
    larger = enlarged(said, side)
    return list(word_pages(larger, [side], "about", further=beside(3))) or [()]


def _with_questions(
    told: Told, said: list[Paragraph], asked: Sequence[str], side: Box
) -> list[Paragraph]:
    """With as many of the questions as there is room for, but one of them in any case; all of
    them are in the notes."""
    found = [*said, Paragraph(told.words.text("column.asked"), _TEXT, bold=True)]
    for number, question in enumerate(asked[:_ASKED]):
        more = [*found, Paragraph(question, _TEXT, bullet=True)]
        if number and height(more, side[2]) > side[3]:
            break
        found = more
    return found


# The figure


def _figures(told: Told, number: int, blocks: Sequence[Block], room: Box) -> Iterator[Figure]:
    """The flow of some blocks of a stage in as many figures as it takes for large type."""
    if not blocks:
        return
    halves = _halves(told.journey, blocks)
    if halves and sum(map(_size, blocks)) > _MOST:
        for half in halves:
            yield from _figures(told, number, half, room)
        return
    cut = part(told.journey, {number: tuple(blocks)})
    setting = from_stage(told.setting, number)
    shown = untitled(cut.journey)

    def draw(ratio: float) -> Drawing:
        drawing = flow.draw(shown, setting._replace(ratio=ratio))
        return signposted(drawing, cut, told.journey, told.setting)

    figure = fitted("flow", draw, room, headed=False)
    if figure.scale >= _ENOUGH or not halves:
        yield figure
        return
    for half in halves:
        yield from _figures(told, number, half, room)


def _halves(journey: Journey, blocks: Sequence[Block]) -> list[tuple[Block, ...]]:
    """Blocks in two parts of about as many steps, none where it is one step alone. A question
    stays with the ways that answer it, where something else can be parted."""
    if len(blocks) > 1:
        before = [0, *accumulate(map(_size, blocks))]  # steps before each block, and in all
        cuts = range(1, len(blocks))
        loose = [at for at in cuts if not _answered(journey, blocks[at - 1], blocks[at])]
        best = min(loose or cuts, key=lambda at: abs(2 * before[at] - before[-1]))
        return [tuple(blocks[:best]), tuple(blocks[best:])]
    block = blocks[0]
    if isinstance(block, Run):
        if len(block.ways) > 1:
            middle = len(block.ways) // 2
            runs = [
                block._replace(ways=ways) for ways in (block.ways[:middle], block.ways[middle:])
            ]
            return [
                (run._replace(fork="", join="") if len(run.ways) == 1 else run,) for run in runs
            ]
        way = block.ways[0]
        if way.own:
            return [(block._replace(ways=(way._replace(own=()),)),), way.own]
        block = Single(way.step, way.answers)
    if isinstance(block, Single):
        own = tuple(inner for answer in block.answers for inner in answer.own)
        if own:
            bare = tuple(answer._replace(own=()) for answer in block.answers)
            return [(block._replace(answers=bare),), own]
    return []


def _answered(journey: Journey, block: Block, following: Block) -> bool:
    """Whether a block is a question and the next one the ways that it has."""
    if not isinstance(block, Single) or not isinstance(following, Run):
        return False
    return journey.steps[block.step].kind == "question"


def _size(block: Block) -> int:
    """How many steps a block has."""
    if isinstance(block, Single):
        return 1 + sum(_size(one) for answer in block.answers for one in answer.own)
    if isinstance(block, Run):
        return sum(
            1
            + sum(map(_size, way.own))
            + sum(_size(one) for answer in way.answers for one in answer.own)
            for way in block.ways
        )
    return 0


# What stands beside it


def _about(told: Told, stage: Stage, steps: Sequence[Step], *, whole: bool) -> list[Paragraph]:
    """What there is to know of some of the stage's steps, and, with ``whole``, of the stage."""
    places: tuple[Stage | Step, ...] = (stage, *steps) if whole else tuple(steps)
    teller = told.teller
    said = {
        "goal": [stage.goal] if whole and stage.goal else [],
        "quotes": [teller.quoted(text) for step in steps for text in step.quotes],
        "pains": [one.text for place in places for one in place.pains],
        "ideas": [one.text for place in places for one in place.ideas],
        "metrics": [metric_text(told.words, one) for place in places for one in place.metrics],
    }
    found: list[Paragraph] = []
    for key, texts in said.items():
        if texts:
            found.append(Paragraph(told.words.text(f"row.{key}"), _TEXT, bold=True))
            found += [Paragraph(text, _TEXT, bullet=key != "goal") for text in texts]
    return found
