"""What is on the slides: all that should be, large enough, and nothing beyond its place."""

import re
from collections.abc import Iterator
from functools import cache

import pytest

from journeyctl.slides.deck import (
    BODY,
    KINDS,
    LEAST,
    SMALLEST,
    Chart,
    Deck,
    Figure,
    Table,
    Words,
)
from journeyctl.slides.make import DECKS, make
from journeyctl.themes import BUILT_IN, built_in
from journeyctl.views.setting import setting_for
from journeyctl.words import LANGUAGES, words_for
from tests.slides.checks import NEAR, check, check_numbers, check_steps, deck, generated, written
from tests.slides.decks import sample
from tests.views.drawn import journey


@cache
def software() -> Deck:
    """The workshop's deck of the richest sample."""
    return deck(sample("b2b-software"))


@pytest.mark.parametrize("name", ["minimal", "b2b-software", "b2c-online-shop"])
def test_samples(name: str) -> None:
    told = sample(name)
    made = software() if name == "b2b-software" else deck(told)
    assert check(made) > 2
    check_steps(told, made, "stage")
    check_steps(told, made, "flow")
    check_numbers(made)
    check_sizes(made)


@pytest.mark.parametrize("name", ["b2b-classic", "b2b-omnichannel", "customer-journey"])
def test_what_can_be_read(name: str) -> None:
    check_sizes(deck(sample(name), "overview", only=("flow", "map", "stage")))


def check_sizes(made: Deck) -> None:
    """Hold that all is large enough: labels, what stands beside them, and the legend."""
    for slide in made.slides:
        if slide.kind not in ("flow", "map", "stage"):
            continue
        for shape, size in written(slide):
            if shape.form in ("circle", "diamond"):
                continue  # a sign
            label = shape.role in ("text", "piece", "name")
            least = LEAST if label else SMALLEST
            if shape.group.startswith("legend"):
                least = 0.0 if shape.form != "text" else 9.0
            assert size >= least - 0.01, (slide.id, shape.id)


def test_generated_journeys() -> None:
    seen = 0
    for seed in range(2):
        told = generated(seed)
        made = deck(told, ("overview", "workshop")[seed % 2])
        seen += check(made)
        check_steps(told, made, "stage")
        check_steps(told, made, "flow")
        check_numbers(made)
    assert seen > 15


@pytest.mark.parametrize(
    "names", [("b2b-classic", "b2c-classic"), ("buyer-journey", "customer-journey")]
)
def test_comparisons(names: list[str]) -> None:
    told = [sample(name) for name in names]
    made = make(told, "comparison", setting_for(told[0]))
    assert check(made) > 4
    kinds = {slide.kind for slide in made.slides}
    assert kinds == {"title", "comparison", "feelings", "next"}
    (chart,) = (one for s in made.slides for one in s.elements if isinstance(one, Chart))
    assert len(chart.series) == len(names)
    shown = {shape.group for slide in made.slides for shape, _ in written(slide)}
    for one in told:
        for id in one.steps:
            assert any(group.endswith(f"step-{id}") for group in shown), id


def test_what_is_chosen() -> None:
    """Each slide is the same, with others or without."""
    told = sample("b2b-software")
    every = software().slides
    assert {one.kind for one in every} == set(KINDS) - {"comparison"}
    for kinds in (("title", "stage", "flow"), ("map", "next")):
        only, skip = deck(told, only=kinds).slides, deck(told, skip=kinds).slides
        assert only == tuple(one for one in every if one.kind in kinds)
        assert skip == tuple(one for one in every if one.kind not in kinds)


def test_an_overview_has_nothing_to_fill_in() -> None:
    told = sample("b2b-software")

    def empty(made: Deck) -> int:
        tables = [
            one for slide in made.slides for one in slide.elements
            if isinstance(one, Table) and slide.kind in ("remarks", "next")
        ]  # fmt: skip
        return sum(cell == "" for table in tables for row in table.rows for cell in row)

    assert empty(deck(told, "overview", only=("remarks", "next"))) == 0
    assert empty(software()) > 20


def test_notes_are_for_the_speaker() -> None:
    notes = {slide.id: slide.notes for slide in software().slides}
    said = "Meet to map the needs: Technical people should sit at this table"
    assert said in notes["stage-consideration"]
    assert any(note.endswith("?") for note in notes["stage-consideration"])
    assert any(note.endswith("?") for note in notes["people"])


def test_the_lowest_point_is_marked_once() -> None:
    slides = [one for one in software().slides if one.kind == "feelings"]
    charts = [one for slide in slides for one in slide.elements if isinstance(one, Chart)]
    lowest = [(chart, chart.lowest) for chart in charts if chart.lowest >= 0]
    assert len(charts) == 2
    ((chart, at),) = lowest
    assert chart.categories[at] == "Negotiate price and terms"
    assert [chart.categories[at] for chart in charts for at in chart.moments] == [
        "See the demo made for us",
        "Sign the contract",
        "Train the staff",
    ]


def test_a_stage_of_a_few_steps_fills_its_slide() -> None:
    """One step: the flow across the slide, what is said below it; a step of which nothing is said
    stands alone."""
    told = journey(
        "stage one\n  goal: Be known\n  pain: Nobody looks\n  - See it\nstage two\n  - Buy it\n"
    )
    made = deck(told, "overview")
    first, second = (slide for slide in made.slides if slide.kind == "stage")
    figure, *words = first.elements
    assert isinstance(figure, Figure)
    assert figure.box[2] > 0.8 * BODY[2]
    assert len(words) == 2
    assert all(one.box[1] > figure.box[1] + figure.box[3] for one in words)
    (alone,) = second.elements
    assert isinstance(alone, Figure)
    assert alone.scale > 1.5
    assert BODY[1] < alone.box[1] < BODY[1] + BODY[3] / 2


def test_a_stage_that_ends_in_others_says_where() -> None:
    (decision,) = (one for one in software().slides if one.id == "stage-decision")
    discs = [s.text.lines for s, _ in written(decision) if s.role == "end" and s.text]
    assert sorted(discs) == [("2",), ("4",)]


@pytest.mark.parametrize("text", ["", "journey: T\n", "journey: T\nstage one\n", "stage a\n- b\n"])
@pytest.mark.parametrize("kind", DECKS)
def test_a_journey_of_next_to_nothing(text: str, kind: str) -> None:
    told = journey(text)
    made = make([told, told], kind, setting_for(told))
    check(made)
    assert made.slides


def test_stages_that_are_called_alike() -> None:
    made = deck(journey("journey: T\nstage a\n  - b\nstage a\n  - c\nstage a-2\n  - d\n"))
    ids = [slide.id for slide in made.slides]
    assert len(set(ids)) == len(ids)
    assert sum(slide.kind == "stage" for slide in made.slides) == 3


def test_very_many_stages() -> None:
    stages = "".join(f"stage s{at}\n  - Do {at} @a #c :3\n  - Say {at} @b\n" for at in range(16))
    told = journey(f"journey: T\n{stages}")
    made = deck(told)
    assert check(made) > 20
    check_steps(told, made, "flow")


def test_a_map_without_feelings_has_no_row_of_them() -> None:
    text = "journey: T\nstage a\n  - b #web {}\nstage c\n  - d\n"
    rows = [
        {re.sub(r"^cell-|-\w$", "", shape.group) for shape, _ in written(slide)}
        for told in (journey(text.format("")), journey(text.format(":3")))
        for slide in deck(told, only=("map",)).slides
    ]
    assert ["feeling" in row for row in rows] == [False, True]
    assert all("steps" in row for row in rows)


def test_a_map_of_steps_alone_is_left_out() -> None:
    assert not deck(sample("minimal"), only=("map",)).slides


def test_what_leads_from_stage_to_stage() -> None:
    stages = "".join(f"stage s{at}\n" + f"  - Do it {at} @a :3\n" * 4 for at in range(9))
    made = deck(journey(f"journey: T\n{stages}"), only=("flow",))
    first, *_, last = [
        element.drawing for slide in made.slides for element in slide.elements
        if isinstance(element, Figure)
    ]  # fmt: skip
    for drawing, marks in ((first, ["after"]), (last, ["before"])):
        assert [one.id for one in drawing.groups if one.id in ("before", "after")] == marks
        stages_ = sum(one.role == "stage" for one in drawing.groups)
        ways = [one for one in drawing.paths if one.group == "ways-on"]
        assert len(ways) == stages_
        joined = [one for one in drawing.shapes if one.role in ("heading", "end")]
        for way in ways:
            (left, y), (right, _) = way.points
            here = [one for one in joined if one.y <= y <= one.y + one.height]
            assert min(abs(one.x + one.width - left) for one in here) < NEAR
            assert min(abs(one.x - right) for one in here) < NEAR
    assert made.slides[0].subtitle == ""
    flow = next(one for one in software().slides if one.kind == "flow")
    assert flow.subtitle.endswith(words_for("en").text("slides.flow.ways"))


def test_a_legend_tells_the_signs_in_short() -> None:
    (slide,) = deck(sample("b2b-software"), only=("flow",)).slides
    assert {shape.group for shape, _ in written(slide)} >= {
        "legend-way", "legend-part", "legend-optional", "legend-question", "legend-moment",
        "legend-company", "legend-feeling",
    }  # fmt: skip


@pytest.mark.parametrize("name", ["b2c-online-shop", "b2b-workshop", "b2c-omnichannel"])
def test_no_word_in_short_is_broken(name: str) -> None:
    told = sample(name)
    whole = " ".join(step.label for step in told.steps.values()).split()
    seen = 0
    for slide in deck(told, only=("flow",)).slides:
        for shape, _ in written(slide):
            if shape.role == "text" and "step-" in shape.group and shape.text:
                for word in " ".join(shape.text.lines).split():
                    assert word in whole or "-" in word or "/" in word, word
                    seen += 1
    assert seen > 50


NUMBERS = """\
journey: 1
type: b2b
actor aa: 2
  role: decider
  goal: 3
  quote: 4
actor bb: 5
  side: company
channel cc: 6
stage dd: 7
  goal: 8
  metric: 9 = 1 target >= 2
  - 10 @aa @bb #cc :2 !
      pain: 11
      idea: 12 @bb
  ? 13
      14 50% -> leave
      15 50% -> next
stage ee: 16
  - 17 :4
"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_deck_speaks_one_language(language: str) -> None:
    told = journey(NUMBERS)
    setting = setting_for(told)._replace(words=words_for(language))
    known = set(" ".join(words_for(language).messages.values()).lower().split())
    known = {word for one in known for word in re.findall(r"[^\W\d_]+", one)} | {"aa", "bb", "cc"}
    seen = 0
    for kind in DECKS:
        made = make([told, told], kind, setting)
        assert made.language == language
        for word in re.findall(r"[^\W\d_]+", " ".join(texts(made)).lower()):
            assert word in known, word
            seen += 1
    assert seen > 150


def texts(made: Deck) -> Iterator[str]:
    """All that can be read on the slides and in their notes."""
    for slide in made.slides:
        yield from (slide.title, slide.subtitle, *slide.notes)
        for element in slide.elements:
            if isinstance(element, Words):
                yield from (one.text for one in element.paragraphs)
            elif isinstance(element, Table):
                yield from element.head
                yield from (cell for row in element.rows for cell in row)
            elif isinstance(element, Chart):
                yield from (*element.categories, element.alt, *(one.name for one in element.series))
        for shape, _ in written(slide):
            assert shape.text
            yield " ".join(shape.text.lines)


@pytest.mark.parametrize("name", BUILT_IN)
def test_themes(name: str) -> None:
    told = sample("minimal")
    made = make([told], "overview", setting_for(told)._replace(theme=built_in(name)))
    assert made.theme == built_in(name)
    check(made)
