"""A deck as PowerPoint, read back with python-pptx: what stands in it, and where."""

import re
from collections import defaultdict
from functools import lru_cache
from itertools import pairwise
from typing import Any

import pytest

from journeyctl.fonts import wrap
from journeyctl.renderers.pptx.connectors import runs
from journeyctl.renderers.pptx.text import whole
from journeyctl.slides.deck import HEIGHT, LEAST, WIDTH, Deck, Figure
from journeyctl.slides.make import make
from journeyctl.themes import BUILT_IN, built_in
from journeyctl.views.setting import setting_for
from tests.renderers.office import (
    POINT,
    connectors,
    ends,
    everything,
    glue,
    opened,
    site,
)
from tests.slides.decks import SIGNS, deck, sample


@lru_cache(None)
def made(name: str, kind: str = "overview") -> tuple[Deck, Any]:
    """The deck of a sample, and the presentation made of it."""
    journey = sample(name)
    whole = make([journey], kind, setting_for(journey))
    return whole, opened(whole)


@lru_cache(None)
def by_hand() -> Any:
    return opened(deck())


def cards(presentation: Any) -> dict[str, list[Any]]:
    """The shapes with text of a presentation by their names."""
    found = defaultdict(list)
    for slide in presentation.slides:
        for one in everything(slide.shapes):
            if one.has_text_frame:
                found[one.name].append(one)
    return found


@pytest.mark.parametrize("name", ["b2b-software", "b2b-classic"])
def test_every_step_is_a_shape_with_its_label_in_large_type(name: str) -> None:
    found = cards(made(name)[1])
    for step in sample(name).steps.values():
        shapes = found[f"step-{step.id}"]
        labels = [shape.text_frame.text for shape in shapes]
        assert step.label in labels
        for shape in shapes:
            sizes = [run.font.size.pt for one in shape.text_frame.paragraphs for run in one.runs]
            assert min(sizes) >= LEAST - 0.01


@pytest.mark.parametrize("name", ["b2b-software", "b2b-classic"])
def test_everything_lies_on_the_slide(name: str) -> None:
    _, presentation = made(name)
    for slide in presentation.slides:
        for shape in everything(slide.shapes):
            if shape._element.tag.endswith("}cxnSp"):
                corners = list(ends(shape).values())
            elif shape._element.find(".//{*}xfrm") is None:  # where its layout says
                continue
            else:
                left, top = shape.left / POINT, shape.top / POINT
                right, bottom = left + shape.width / POINT, top + shape.height / POINT
                corners = [(left, top), (right, bottom)]
            for x, y in corners:
                assert -1 <= x <= WIDTH + 1
                assert -1 <= y <= HEIGHT + 1


@pytest.mark.parametrize("name", ["b2b-software", "b2b-classic"])
def test_connectors_join_what_the_model_joins(name: str) -> None:
    """From a step's card one comes to those that follow, through signs and bends alone, and to
    no other."""
    journey = sample(name)
    links = [
        (link.source, link.target)
        for link in journey.links
        if link.source in journey.steps and link.target in journey.steps
    ]
    told, presentation = made(name)
    count = 0
    for slide, drawn in zip(told.slides, presentation.slides, strict=True):
        groups = {
            group.id
            for figure in slide.elements
            if isinstance(figure, Figure)
            for group in figure.drawing.groups
        }
        wanted = {
            (f"step-{before}", f"step-{after}")
            for before, after in links
            if {f"step-{before}", f"step-{after}", f"link-{before}-{after}"} <= groups
        }
        assert wanted <= joined(drawn)
        assert joined(drawn) - wanted <= by_way_of_signs(journey)
        count += len(wanted)
    assert count > 8


def joined(slide: Any) -> set[tuple[str, str]]:
    """The cards of a slide that connectors join, by their names."""
    onward = defaultdict(list)
    for line in connectors(slide):
        ends = glue(line)
        if len(ends) == 2:
            onward[ends["st"][0]].append(ends["end"][0])
    cards = {
        one.shape_id: one.name
        for one in everything(slide.shapes)
        if one.name.startswith("step-") and one.has_text_frame
    }
    return {(cards[id], cards[at]) for id in cards for at in follow(onward, id, cards)}


def by_way_of_signs(journey: Any) -> set[tuple[str, str]]:
    """Steps that follow one another by way of forks, joins and places where ways meet."""
    onward = defaultdict(list)
    for link in journey.links:
        onward[link.source].append(link.target)
    return {
        (f"step-{id}", f"step-{at}")
        for id in journey.steps
        for at in follow(onward, id, journey.steps)
    }


def follow(onward: Any, start: Any, stops: Any) -> set[Any]:
    """The stops that one comes to first."""
    todo, seen = list(onward[start]), set()
    while todo:
        at = todo.pop()
        if at not in seen:
            seen.add(at)
            todo += [] if at in stops else onward[at]
    return {at for at in seen if at in stops}


def test_arrows_between_stages_in_short_are_glued_to_their_headings() -> None:
    told, presentation = made("b2b-software")
    kinds = [one.kind for one in told.slides]
    overview = presentation.slides[kinds.index("flow")]
    arrows = [line for line in connectors(overview) if line.name.startswith("ways-on")]
    assert len(arrows) == len(sample("b2b-software").stages) - 1
    assert all(glue(line).keys() == {"st", "end"} for line in arrows)


def test_connectors_end_at_the_sites_that_they_are_glued_to() -> None:
    count = 0
    for presentation in (made("b2b-software")[1], by_hand()):
        for slide in presentation.slides:
            shapes = {one.shape_id: one for one in everything(slide.shapes)}
            for line in connectors(slide):
                for end, (id, index) in glue(line).items():
                    there = site(shapes[id], index)
                    assert ends(line)[end] == pytest.approx(there, abs=1.6)
                    count += 1
    assert count > 100


def test_a_way_is_cut_into_pieces_that_a_connector_can_have() -> None:
    ways: list[tuple[tuple[float, float], ...]] = [
        ((0, 0), (90, 0)),
        ((0, 0), (90, 0), (90, 50)),
        ((0, 0), (40, 0), (40, 50), (90, 50)),
        ((0, 0), (10, 0), (10, 50), (90, 50)),
        ((0, 0), (40, 0), (40, 50), (-90, 50)),
        ((0, 0), (40, 0), (40, 50), (-90, 50), (-90, 9), (-40, 9)),
        ((0, 0), (40, 0), (40, 50), (90, 50), (90, 9), (-40, 9), (-40, 70), (0, 70)),
    ]
    for way in ways:
        pieces = runs(way)
        assert pieces[0][0] == way[0]
        assert pieces[-1][-1] == way[-1]
        for before, after in pairwise(pieces):
            assert before[-1] == after[0]
        length = sum(distance(piece) for piece in pieces)
        assert length == pytest.approx(distance(way))
        for piece in pieces:
            assert 2 <= len(piece) <= 4
            if len(piece) == 4:  # a stair: never back
                assert (piece[1][0] - piece[0][0]) * (piece[3][0] - piece[2][0]) > 0
    assert [len(runs(way)) for way in ways] == [1, 1, 1, 2, 2, 4, 5]


def test_an_elbow_beside_a_dot_has_no_short_leg() -> None:
    """LibreOffice would lay it out anew; what is straight it leaves alone."""
    way = ((100.0, 90.0), (50.0, 90.0), (50.0, 60.0), (40.0, 60.0))
    assert [len(leg) for leg in runs(way)] == [3, 3]
    legs = runs(way, 18.0)
    assert legs == [way[:2], way[1:3], way[2:]]
    assert [len(leg) for leg in runs(((0, 0), (0, 5), (5, 5)), 18.0)] == [3]


def distance(points: tuple[tuple[float, float], ...]) -> float:
    return sum(abs(a[0] - b[0]) + abs(a[1] - b[1]) for a, b in pairwise(points))


def test_all_that_is_no_text_is_told_of_or_decorative() -> None:
    for presentation in (made("b2b-software")[1], by_hand()):
        told = decorations = 0
        for slide in presentation.slides:
            for one in everything(slide.shapes):
                if (
                    one.is_placeholder
                    or one._element.find("{*}nvSpPr/{*}cNvSpPr[@txBox]") is not None
                ):
                    continue
                facts = one._element.find("./*/{*}cNvPr")
                decorative = facts.find(".//{*}decorative")
                assert facts.get("descr") or decorative is not None, one.name
                told += decorative is None
                decorations += decorative is not None
        assert min(told, decorations) > 1


def test_figures_and_steps_are_groups_with_their_names() -> None:
    whole, presentation = made("b2b-software")
    for slide, drawn in zip(whole.slides, presentation.slides, strict=True):
        groups = {one.name: one for one in drawn.shapes if hasattr(one, "shapes")}
        for figure in slide.elements:
            if isinstance(figure, Figure):
                facts = groups[figure.key]._element.find("./*/{*}cNvPr")
                assert facts.get("descr") == figure.alt
    inner = {
        one.name
        for slide in presentation.slides
        for one in everything(slide.shapes)
        if hasattr(one, "shapes")
    }
    assert {step.label for step in sample("b2b-software").steps.values()} <= inner


def test_titles_and_words_are_in_placeholders() -> None:
    whole = deck()
    for slide, drawn in zip(whole.slides, by_hand().slides, strict=True):
        assert drawn.shapes.title.text_frame.text == slide.title
        assert drawn.name == slide.id
        kinds = [one.placeholder_format.type for one in drawn.placeholders]
        assert len(kinds) == len(drawn.placeholders)
    people = by_hand().slides[1]
    texts = [one.text_frame.text for one in people.placeholders]
    assert any(SIGNS in text for text in texts)
    assert "Personas · roles" in texts
    assert str(2) in texts


def test_notes_are_kept_line_by_line() -> None:
    for slide, drawn in zip(deck().slides, by_hand().slides, strict=True):
        said = drawn.notes_slide.notes_text_frame.text if drawn.has_notes_slide else ""
        assert said.replace("\v", "\n") == "\n".join(slide.notes)


def test_a_table_has_its_cells_and_sizes() -> None:
    table = deck().slides[-1].elements[0]
    drawn = next(one for one in by_hand().slides[-1].shapes if one.has_table).table
    rows = [tuple(cell.text for cell in row.cells) for row in drawn.rows]
    assert rows == [table.head, *table.rows]  # type: ignore[union-attr]
    assert [column.width / POINT for column in drawn.columns] == [220, 560, 100]
    assert [row.height / POINT for row in drawn.rows] == [36, 44, 44, 44, 44, 44]


def test_an_empty_cell_is_as_high_as_its_type() -> None:
    """An empty run is dropped, and the row grows to a line of 18 points."""
    seen = 0
    for slide in by_hand().slides:
        for one in slide.shapes:
            if one.has_table:
                cells = [cell for cell in one.table.iter_cells() if not cell.text]
                assert cells
                seen += len(cells)
                for cell in cells:
                    (paragraph,) = cell.text_frame.paragraphs
                    assert not paragraph.runs
                    size = paragraph._p.find("{*}endParaRPr").get("sz")
                    assert int(size) >= LEAST * 100
    assert seen > 0


def test_a_chart_has_its_values_and_gaps() -> None:
    element: Any = deck().slides[5].elements[0]
    drawn = next(one for one in by_hand().slides[5].shapes if one.has_chart).chart
    plot = drawn.plots[0]
    for name, shown in zip(element.categories, plot.categories, strict=True):
        assert name == shown or (shown[-1] == "…" and name.startswith(shown[:-1]))
    for line, series in zip(element.series, plot.series, strict=True):
        assert series.name == line.name
        assert series.values == line.values
    xml = drawn._chartSpace.xml
    assert '<c:dispBlanksAs val="gap"/>' in xml
    assert "Lowest point" in xml
    assert "★" in xml


@pytest.mark.parametrize("name", BUILT_IN)
def test_shapes_take_the_slots_of_the_theme(name: str) -> None:
    theme = built_in(name)
    presentation = opened(deck(theme)._replace(slides=deck(theme).slides[2:3]))
    xml = presentation.slides[0]._element.xml
    slots = set(re.findall(r'schemeClr val="(\w+)"', xml))
    assert {"tx1", "bg1"} <= slots | {"bg1"}
    others = {theme.ink, theme.background, theme.muted, theme.band}
    strong = {stage.strong for stage in theme.stages} - others
    assert len([slot for slot in slots if slot.startswith("accent")]) >= min(5, len(strong))
    master = presentation.slide_master
    part = next(one.target_part for one in master.part.rels.values() if "theme" in one.reltype)
    assert f'<a:accent1><a:srgbClr val="{theme.stages[0].strong[1:].upper()}"' in (
        part.blob.decode()
    )
    dark = master._element.find("{*}clrMap").get("bg1") == "dk1"
    assert dark == (name == "dark")


@pytest.mark.parametrize("room", [30, 60, 90])
@pytest.mark.parametrize(
    "text",
    [
        "Meet us at an industry event",
        "A well-known self-service check-in/check-out",
        "Donaudampfschifffahrtsgesellschaft and more",
        "签订合同之前，采购部门比较报价单",
        "สมัครสมาชิก น้ำผึ้ง",
    ],
)
def test_lines_become_the_text_that_they_were(text: str, room: float) -> None:
    lines = wrap(text, room, 11)
    assert whole(lines, f"{text}, Marketing lead") == text


def test_lines_that_nobody_tells_of_are_joined_at_spaces() -> None:
    assert whole(("Meet us", "at an event"), "") == "Meet us at an event"
    assert whole(("self-", "service"), "") == "self-service"
    assert whole(("签订合同", "之前"), "") == "签订合同之前"
