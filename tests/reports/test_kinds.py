"""Every kind of report, of every sample: whole in the golden files, and Markdown by the rules."""

import re
from functools import cache
from itertools import pairwise

import pytest

from journeyctl.pipeline import check
from journeyctl.renderers.markdown import report
from journeyctl.reports.context import KINDS
from journeyctl.source import Source
from tests.conftest import Golden
from tests.reading import Read
from tests.reports.shown import blocks, html, texts
from tests.test_samples import FINDINGS
from tests.test_samples import sample as read_sample

LANGUAGES = [
    (name, language)
    for name, own in (("b2b-software", "en"), ("b2c-online-shop", "id"))
    for language in ("en", "id", "fil")
    if language != own
]


@cache
def sample(name: str, language: str) -> Read:
    if not language:
        return read_sample(name)
    text = read_sample(name).journey.source.text
    return Read(*check(Source(f"{name}.journey", text), language))


@cache
def told(name: str, kind: str, language: str = "") -> str:
    return report(*sample(name, language), kind)


@pytest.mark.parametrize("name", FINDINGS)
@pytest.mark.parametrize("kind", KINDS)
def test_each_sample_in_its_own_language(kind: str, name: str, golden: Golden) -> None:
    golden(f"reports/golden/{kind}/{name}.md", told(name, kind))


@pytest.mark.parametrize(("name", "language"), LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_two_samples_in_the_others(kind: str, name: str, language: str, golden: Golden) -> None:
    golden(f"reports/golden/{kind}/{name}.{language}.md", told(name, kind, language))


@pytest.mark.parametrize("name", FINDINGS)
@pytest.mark.parametrize("kind", KINDS)
def test_it_is_tidy_text(kind: str, name: str) -> None:
    text = told(name, kind)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert "\r" not in text
    assert "\n\n\n" not in text
    assert [line for line in text.splitlines() if line != line.rstrip()] == []


@pytest.mark.parametrize("name", FINDINGS)
@pytest.mark.parametrize("kind", KINDS)
def test_it_has_the_structure_that_it_shows(kind: str, name: str) -> None:
    """One title, headings one below the other, each line of a table a row of one, all rows as
    wide as their head, and no list or table that is empty."""
    text = told(name, kind)
    page, opened = html(text), blocks(text)
    levels = [int(level) for level in re.findall(r"<h(\d)>", page)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    lines = [line for line in text.splitlines() if line.startswith("|")]
    assert len(lines) == opened.count("tr_open") + opened.count("table_open")
    for table in re.findall(r"<table>.*?</table>", page, re.S):
        widths = {row.count("<t") for row in re.findall(r"<tr>(.*?)</tr>", table, re.S)}
        assert len(widths) == 1
        assert table.count("<tr>") > 1
    assert "<li></li>" not in page
    assert {"fence", "code_block", "html_block"}.isdisjoint(opened)
    assert sample(name, "").journey.facts.title in texts(text)[0]
