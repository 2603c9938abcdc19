"""The picture of what changed."""

from random import Random

from journeyctl.comparison.changes import changes
from journeyctl.comparison.merged import GONE, merged
from journeyctl.views import changes as view
from journeyctl.views.drawing import Drawing
from journeyctl.views.setting import setting_for
from tests.generate import generate
from tests.views import geometry
from tests.views.drawn import journey

OLD = """journey: J
stage one
  - Ask  @ana:2
  - Wait
stage two
  - Look
stage three
  - Pay
  - Carry
"""
NEW = """journey: J
stage one
  - Ask  @ana:4
  - Think
stage three
  - Carry
  - Pay
"""


def drawn(old: str, new: str) -> Drawing:
    before, after = journey(old), journey(new)
    return view.draw(before, after, changes(before, after), setting_for(after))


def signs(drawing: Drawing) -> dict[str, str]:
    return {
        shape.group.removeprefix("mark-"): shape.text.lines[0]
        for shape in drawing.shapes
        if shape.role == "badge" and shape.text and shape.group.startswith("mark-")
    }


def test_each_change_has_its_sign() -> None:
    drawing = drawn(OLD, NEW)
    assert signs(drawing) == {
        "step-ask": "▲",
        "step-gone:wait": "×",
        "step-think": "+",
        "stage-gone:two": "×",
        "step-gone:look": "×",
        "step-carry": ">",
    }
    legend = [group.id for group in drawing.groups if group.role == "legend-item"]
    assert legend[-4:] == ["legend-added", "legend-removed", "legend-moved", "legend-better"]
    titles = {group.id: group.title for group in drawing.groups}
    assert titles["step-think"] == "Added: Think"
    struck = {shape.group for shape in drawing.shapes if shape.role == "strike"}
    assert struck == {"step-gone:wait", "stage-gone:two", "step-gone:look"}


def test_nothing_changed_is_the_flow_as_it_is() -> None:
    assert signs(drawn(OLD, OLD)) == {}


def test_both_versions_are_whole_in_the_merged_one() -> None:
    for seed in range(30):
        old, new = (journey(generate(Random(2 * seed + one))) for one in (0, 1))
        found = changes(old, new)
        both = merged(old, new, found.matches)
        gone = [id for id in old.steps if id not in found.matches.steps]
        assert sorted(both.steps) == sorted([*new.steps, *(f"{GONE}{id}" for id in gone)])
        numbers = [step.number for step in both.steps.values()]
        assert numbers == list(range(1, len(numbers) + 1))
        for number, stage in enumerate(both.stages):
            assert all(both.steps[id].stage == number for id in stage.steps)
        if seed < 8:
            drawing = view.draw(old, new, found, setting_for(new))
            assert geometry.through_boxes(drawing) == []
            assert geometry.overlapping_boxes(drawing) == []
            assert geometry.spilled_texts(drawing) == []


def test_of_a_stage_that_comes_twice_the_right_one_is_gone() -> None:
    first, second = "stage a: A\n  - x\n", "stage a: A\n  - y\n"
    between = "stage b: B\n  - z\n"
    drawing = drawn(f"journey: J\n{first}{between}{second}", f"journey: J\n{first}{between}")
    assert signs(drawing) == {"stage-gone:a:2": "×", "step-gone:y": "×"}


def test_stages_have_the_numbers_of_the_new_version() -> None:
    def headings(drawing: Drawing) -> list[str]:
        told = (shape for shape in drawing.shapes if shape.role == "name" and shape.text)
        return [" ".join(one.text.lines) for one in told if one.text]

    assert headings(drawn(OLD, NEW)) == ["1 One", "Two", "2 Three"]
    assert headings(drawn(NEW, OLD)) == ["1 One", "2 Two", "3 Three"]


def test_what_may_be_left_out_keeps_its_dashes() -> None:
    drawing = drawn(OLD, OLD.replace("- Carry", "~ Carry it"))
    frames = {one.group: one.line for one in drawing.shapes if one.id.endswith("changed")}
    assert frames == {"step-carry-it": "dashed"}
