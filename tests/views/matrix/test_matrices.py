"""The two matrices, measured on journeys that nobody tuned them to."""

from random import Random

import pytest

from journeyctl.model.contacts import contacts
from journeyctl.themes import contrast
from journeyctl.views.catalogue import view
from journeyctl.views.drawing import Drawing
from tests.conftest import Golden
from tests.generate import generate
from tests.views import geometry
from tests.views.drawn import drawn, journey

VIEWS = ("channels", "committee")

RENTING = """\
journey: Renting a bike
type: b2c
actor kim: Kim
  role: decider
  goal: Be home by six
actor ana: Ana
  department: Workshop
  side: company
channel web: Website
  kind: digital
channel shop: Shop
  kind: physical
channel fax: Fax
stage awareness
  - See one in the street  #shop @kim :4
  - Find it                #web @kim :3
stage consideration
  - Compare the prices     #web @kim :2
stage decision
  ? Cheap enough?  @kim
      no -> leave
      yes -> next
  - Fetch the bike         #shop @kim:5
      backstage: Pump up the tyres @ana
"""


def crowded(rng: Random) -> str:
    """Twelve channels, ten people and twelve stages, with every kind of gap."""
    channels = [f"channel-{n}" if n % 3 else f"a-channel-with-a-long-name-{n}" for n in range(12)]
    people = [f"person-{n}" for n in range(10)]
    lines = ["journey: A large one"]
    for number, one in enumerate(people):
        lines += [f"actor {one}: The {one}", f"  side: {('customer', 'company')[number % 3 == 0]}"]
        lines += [f"  department: {rng.choice(('Finance and administration', 'IT'))}"]
        lines += [f"  role: {rng.choice(('decider', 'approver', 'user', 'influencer'))}"]
        lines += ["  need: Save time without losing what was built up over the years"]
    for number, one in enumerate(channels):
        lines += [f"channel {one}", f"  kind: {('digital', 'physical', 'human')[number % 3]}"]
    for stage in range(12):
        lines.append(f"stage stage-{stage}")
        for step in range(rng.randint(0, 9)):
            who = " ".join(f"@{one}" for one in rng.sample(people, rng.randint(0, 4)))
            where = " ".join(f"#{one}" for one in rng.sample(channels, rng.randint(0, 3)))
            label = rng.choice(
                ("Ask", "Compare the offers with one another", "Прочитать", "报价单")
            )
            lines.append(f"  - {label} {stage}.{step} {who} {where} :{rng.randint(1, 5)}")
    return "\n".join(lines)


def sound(drawing: Drawing, where: str) -> None:
    """Nothing lies on anything else, and each text is in its cell and on the page."""
    assert geometry.overlapping_texts(drawing) == [], where
    assert geometry.spilled_texts(drawing) == [], where
    cells = {
        shape.group: geometry.box(shape) for shape in drawing.shapes if shape.id.endswith("-cell")
    }
    assert cells, where
    texts = [(shape.group, text) for shape in drawing.shapes for text in geometry.ink(shape)]
    for group, text in texts:
        for other, cell in cells.items():
            held = (
                geometry.inside(text, cell) if group == other else not geometry.overlap(text, cell)
            )
            assert held, f"{where}: a text of {group} and the cell {other}"
    paths = [(path.group, piece) for path in drawing.paths for piece in geometry.segments(path)]
    for group, piece in paths:
        for other, cell in cells.items():
            assert group == other or not geometry.overlap(piece, cell), f"{where}: {group} {other}"
    boxes = [*cells.values()]
    for number, one in enumerate(boxes):
        assert not any(geometry.overlap(one, other) for other in boxes[number + 1 :]), where


@pytest.mark.parametrize("name", VIEWS)
@pytest.mark.parametrize("direction", ["right", "down"])
def test_nothing_lies_on_anything_else(name: str, direction: str) -> None:
    seen = 0
    for seed in range(8):
        told = journey(generate(Random(seed)))
        if not view(name).lacks(told):
            sound(drawn(told, name, direction=direction), f"seed {seed}")
            seen += 1
    assert seen > 3
    sound(drawn(journey(crowded(Random(1))), name, direction=direction), "crowded")


@pytest.mark.parametrize("name", VIEWS)
def test_proportions_are_met(name: str) -> None:
    told = journey(crowded(Random(2)))
    for ratio in (1.0, 1.41, 1.78):
        drawing = drawn(told, name, ratio=ratio)
        assert ratio / 1.25 < drawing.width / drawing.height < ratio * 1.25
    upright = drawn(told, name, direction="down")
    assert upright.width < drawn(told, name).width


@pytest.mark.parametrize("name", VIEWS)
def test_texts_can_be_read(name: str) -> None:
    drawing = drawn(journey(RENTING), name)
    for shape in drawing.shapes:
        if shape.text is None:
            continue
        assert shape.text.size >= 7
        grounds = [
            other.fill
            for other in drawing.shapes
            if other.fill != "none"
            and geometry.inside(next(geometry.ink(shape)), geometry.box(other))
            and (other.role == "panel" or other.role in ("heading", "feeling"))
        ]
        ground = grounds[-1] if grounds else drawing.background
        assert contrast(shape.text.colour, ground) >= 4.5, shape.id


def summary(drawing: Drawing) -> str:
    """What a drawing tells to those who don't see it, and all its texts in their order."""
    texts: dict[str, list[str]] = {}
    for shape in drawing.shapes:
        if shape.text:
            texts.setdefault(shape.group, []).append(" ".join(shape.text.lines))
    lines = [drawing.description]
    for group in drawing.groups:
        lines.append(f"{group.id} [{group.role}] {group.title}")
        lines += [f"    {text}" for text in texts.get(group.id, ())]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("name", VIEWS)
def test_what_it_tells(name: str, golden: Golden) -> None:
    golden(f"views/matrix/golden/{name}.txt", summary(drawn(journey(RENTING), name)))


def test_the_sums_are_those_of_the_model() -> None:
    told = journey(crowded(Random(3)))
    found = contacts(told)
    drawing = drawn(told, "channels")
    counts = {
        shape.group: shape.text.lines[0]
        for shape in drawing.shapes
        if shape.text and shape.id.endswith("-count")
    }
    for (key, stage), touch in found.cells.items():
        assert counts[f"cell-{key}-{told.stages[stage].key}"] == str(len(touch.steps))
    for key, touch in found.channels.items():
        assert counts[f"total-{key}"] == str(len(touch.steps))
    for stage_told, touch in zip(told.stages, found.stages, strict=True):
        assert counts[f"sum-{stage_told.key}"] == str(len(touch.steps))
    steps = [step for step in told.steps.values() if step.channels]
    assert counts["total-all"] == str(len(steps))


def test_marks_differ_by_form() -> None:
    text = RENTING + "  - Ride  @kim @ana\nstage post-purchase\n  - Rate it  @kim\n"
    drawing = drawn(journey(text), "committee")
    forms = {shape.group: shape.form for shape in drawing.shapes if shape.id.endswith("-mark")}
    assert forms["cell-kim-decision"] == "diamond"
    assert forms["cell-kim-awareness"] == "circle"
    assert forms["cell-ana-awareness"] == "box"
    lengths = {
        shape.group: (shape.width, shape.height)
        for shape in drawing.shapes
        if shape.id.endswith("-mark")
    }
    assert lengths["cell-ana-awareness"][1] < 2


@pytest.mark.parametrize(("name", "word"), [("channels", "channel"), ("committee", "takes part")])
def test_what_a_journey_lacks_is_said(name: str, word: str) -> None:
    chosen = view(name)
    assert "no stages" in chosen.lacks(journey("journey: T\n"))
    assert word in chosen.lacks(journey("journey: T\nstage a\n  - Go\n"))
    assert chosen.lacks(journey(RENTING)) == ""
