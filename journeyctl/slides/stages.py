"""Slides of the stages: the flow of each, large, and what there is to know beside it."""

from collections.abc import Iterator, Sequence
from itertools import accumulate

from journeyctl.model.journey import Block, Journey, Run, Single, Stage, Step
from journeyctl.model.part import part
from journeyctl.reports.questions import of_stage
from journeyctl.slides.deck import BODY, LEAST, SMALLEST, Box, Figure, Paragraph, Words
from journeyctl.slides.facts import metric_text
from journeyctl.slides.figures import MOST, fitted, from_stage, placed, untitled
from journeyctl.slides.measure import height
from journeyctl.slides.pages import GAP, Page, beside, enlarged, word_pages
from journeyctl.slides.signposts import signposted
from journeyctl.slides.told import Section, Told
from journeyctl.views.cards import LABEL
from journeyctl.views.drawing import Drawing
from journeyctl.views.flow import flow
from journeyctl.views.marks import SMALL
from journeyctl.views.setting import time_of

_ENOUGH = max(LEAST / LABEL, SMALLEST / SMALL)
_SIDE = 264.0
_TEXT = 12.0  # at the least
_CARDS = 40  # steps whose cards can stand on a slide
_ASKED = 2  # questions on a slide
_LOW = 0.6  # of the slide: a figure that is no higher has the words below it
_LARGE = 2.0  # times its size that a figure of a few steps may have
_LARGER = 6  # points that words may be larger there
_COLUMNS = 4  # of words, side by side
_HIGHER = 0.35  # of what is free stands above a figure


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
    figures = list(_figures(told, number, stage.blocks, room))
    for at, figure in enumerate(figures):
        inside = {one.id for one in figure.drawing.groups}
        own = [step for step in steps if f"step-{step.id}" in inside]
        said = _about(told, stage, own, whole=at == 0)
        if told.workshop and at == 0:
            said = _with_questions(told, said, asked, side)
        if not said:
            figure = _alone(figure)
        elif len(figures) == 1 and (page := _above(told, number, stage, figure, said)):
            pages.append(page)
            break
        first, *more = _texts(said, side)
        pages.append((figure, *first))
        pages += more
    if not pages:
        pages += word_pages(_about(told, stage, (), whole=True), beside(3))
    time = time_of(journey, stage, words)
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


def _figures(
    told: Told, number: int, blocks: Sequence[Block], room: Box, most: float = MOST
) -> Iterator[Figure]:
    """The flow of some blocks of a stage in as many figures as it takes for large type, each up to
    ``most`` times its size."""
    if not blocks:
        return
    halves = _halves(told.journey, blocks)
    if halves and sum(map(_size, blocks)) > _CARDS:
        for half in halves:
            yield from _figures(told, number, half, room)
        return
    cut = part(told.journey, {number: tuple(blocks)})
    setting = from_stage(told.setting, number)
    shown = untitled(cut.journey)

    def draw(ratio: float) -> Drawing:
        drawing = flow.draw(shown, setting._replace(ratio=ratio))
        return signposted(drawing, cut, told.journey, told.setting)

    figure = fitted("flow", draw, room, headed=False, most=most)
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


def _alone(figure: Figure) -> Figure:
    """A figure with a slide to itself: large, and rather in its middle."""
    found = placed(figure.key, figure.drawing, BODY, _LARGE)
    x, y, wide, high = found.box
    return found._replace(box=(x, y + (BODY[3] - high) * _HIGHER, wide, high))


def _above(
    told: Told, number: int, stage: Stage, narrow: Figure, said: Sequence[Paragraph]
) -> Page | None:
    """The flow of a few steps across the slide, and what there is to know below it, a column for
    each heading; None where that does not go on one slide, or where the ``narrow`` figure takes
    most of the height beside it."""
    left, top, wide, high = BODY
    heads = [at for at, one in enumerate(said) if one.bold]
    if narrow.box[3] > _LOW * high or len(heads) > _COLUMNS:
        return None
    room: Box = (left, top, wide, high * _LOW)
    figure, *others = _figures(told, number, stage.blocks, room, _LARGE)
    if others:
        return None
    below = top + figure.box[3] + 1.5 * GAP
    columns = beside(len(heads), (left, below, wide, top + high - below))
    groups = [said[start:end] for start, end in zip(heads, [*heads[1:], None], strict=True)]
    for more in range(_LARGER, -1, -1):
        larger = [[one._replace(size=one.size + more) for one in group] for group in groups]
        tall = [height(group, box[2]) for group, box in zip(larger, columns, strict=True)]
        if max(tall) <= columns[0][3]:
            words = zip(columns, tall, larger, strict=True)
            about = [
                Words(f"about-{at}", (*box[:3], each), tuple(group))
                for at, (box, each, group) in enumerate(words, 1)
            ]
            return (figure, *about)
    return None


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
