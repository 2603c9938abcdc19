"""docs/gallery.md and its pictures are what the program draws today."""

from pathlib import Path

import pytest

from journeyctl.views.catalogue import VIEWS
from tests.make_gallery import FOLDER, PAGE, PICTURES, Pair, Picture, draw, page
from tests.test_samples import FINDINGS, sample

AGAIN = "look at it, and if it is better: python -m tests.make_gallery"


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text("utf-8") == page(), AGAIN


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.file)
def test_a_picture_is_up_to_date(picture: Picture | Pair, tmp_path: Path) -> None:
    assert draw(picture, tmp_path).read_bytes() == (FOLDER / picture.file).read_bytes(), AGAIN


def test_no_picture_is_left_over() -> None:
    assert sorted(path.name for path in FOLDER.iterdir()) == sorted(one.file for one in PICTURES)


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_is_shown_for_a_company_and_for_one_person(view: str) -> None:
    views = [one for one in PICTURES if isinstance(one, Picture)]
    shown = {sample(one.sample).journey.facts.type for one in views if one.view == view}
    assert shown >= {"b2b", "b2c"}


@pytest.mark.parametrize("name", FINDINGS)
def test_every_sample_is_shown_in_two_views(name: str) -> None:
    views = [one for one in PICTURES if isinstance(one, Picture)]
    assert len({one.view for one in views if one.sample == name}) >= 2
