"""One filter makes any text safe in Markdown: a parser gives it back, and nothing else."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from jinja2 import UndefinedError
from jinja2.exceptions import SecurityError

from journeyctl.renderers.markdown import environment, escape, link, prose, table
from journeyctl.reports.tables import Table
from tests.reports.shown import blocks, html, marks, texts

# Signs that mean something somewhere, far more often than chance would bring them.
SIGNS = "\\`*_{}[]()<>#+-.!|~&:@$=^\"'/;?,%\n\t 0123456789aZé中\u00a0\u3000‏"
WORDS = (
    "http://a.b", "https://a.b/c?d=e_f", "www.a.b", "ftp://a.b", "a@b.co", "@someone", "&amp;",
    "&#60;", "<b>", "<!-- -->", "<a@b.c>", "[x](y)", "![x](y)", "[^1]", "[ ] ", "1. ", "12) ", "- ",
    "+ ", "> ", "# ", "#", "##", "---", "***", "___", "===", "```", "~~~", "~~a~~", "**a**", "_a_",
    "a_b_c", "`a`", ":---", "| a |", "\\|", "\\", "    ", "$a$", "  ", "<script>", "]]>", ":tada:",
)  # fmt: skip
# The parser lets no control characters and no surrogates through.
ANY = st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=3)
LABELS = st.lists(
    st.one_of(st.text(SIGNS, max_size=4), st.sampled_from(WORDS), ANY), max_size=6
).map("".join)


def seen(text: str) -> str:
    """The text as it is to be shown: white space around it goes, inside it becomes a space."""
    return " ".join(text.split())


def test_plain_text_stays_as_it_is() -> None:
    plain = "Win 20% off (today): 3-5 days, Rp 150.000 & more; a_b, 5 > 4 = yes! #2 – “so”"
    assert escape(plain) == plain


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("# 1", r"\# 1"),
        ("#1", "#1"),
        ("C #", r"C \#"),
        ("1. one", r"1\. one"),
        ("1.5 days", "1.5 days"),
        ("- a", r"\- a"),
        ("-5 %", "-5 %"),
        ("> 60", r"\> 60"),
        ("< 60%", "< 60%"),
        ("<60", r"\<60"),
        ("a|b", r"a\|b"),
        ("snake_case", "snake_case"),
        ("_so_", r"\_so\_"),
        ("AT&T; R&D", r"AT\&T; R&D"),
        ("https://a.b", r"https\://a.b"),
        ("www.a.b", r"www\.a.b"),
        ("$5 and $6", "$5 and $6"),
        ("US$5 or 6$", r"US\$5 or 6\$"),
        ("tell @it", "tell @<!-- -->it"),
        ("meet @ the fair, me@a.id", "meet @ the fair, me@a.id"),
        (" two\n lines\t", "two lines"),
    ],
)
def test_only_what_would_mean_something_is_escaped(text: str, escaped: str) -> None:
    assert escape(text) == escaped


@settings(max_examples=120)
@given(LABELS)
@example("\\")
@example("a\\|")
def test_a_label_comes_back_as_text_wherever_it_stands(label: str) -> None:
    safe = escape(label)
    plain = seen(label)
    if not plain:
        assert safe == ""
        return
    for before, after, kinds in (
        ("", "", ["paragraph_open", "inline"]),
        ("# ", "", ["heading_open", "inline"]),
        ("- ", "", ["bullet_list_open", "list_item_open", "paragraph_open", "inline"]),
        ("- **", "** so", ["bullet_list_open", "list_item_open", "paragraph_open", "inline"]),
    ):
        written = f"{before}{safe}{after}\n"
        assert blocks(written) == kinds
        assert marks(written) == (["strong_open"] if "**" in before else [])
        assert texts(written) == [plain + after.removeprefix("**")]


@settings(max_examples=60)
@given(st.lists(st.tuples(LABELS, LABELS), min_size=1, max_size=3))
def test_a_table_keeps_its_cells(rows: list[tuple[str, str]]) -> None:
    written = table(Table(("One", "Two"), tuple(rows)))
    assert texts(written) == ["One", "Two", *(seen(cell) for row in rows for cell in row)]
    assert marks(written) == []


def test_a_table_is_aligned_for_those_who_read_it_as_text() -> None:
    written = table(Table(("A", "B"), (("價格", "é"), ("a|b", "longer"))))
    assert written.splitlines() == [
        "| A    | B      |",
        "| ---- | ------ |",
        "| 價格 | é      |",
        r"| a\|b | longer |",
    ]


@settings(max_examples=100)
@given(LABELS)
def test_a_message_shows_its_names_as_code_and_the_rest_as_text(text: str) -> None:
    name = seen(text.replace("`", "")) or "it"
    written = f"- so: {prose(f'No actor is called `{name}`, {text}.')}\n"
    assert marks(written)[0] == "code_inline"
    assert set(marks(written)) == {"code_inline"}
    shown = texts(written)[0].replace("`", "")
    assert "".join(shown.split()) == "".join(
        f"so: No actor is called {name}, {text}.".replace("`", "").split()
    )


@settings(max_examples=100)
@given(LABELS)
def test_a_link_has_its_text_and_nothing_more(label: str) -> None:
    written = f"- {link(label, 'https://a.b/c_d(e)|f?g=h&amp;i')}\n"
    assert marks(written) == ["link_open"]
    assert texts(written) == [seen(label) or "https://a.b/c_d(e)|f?g=h&amp;i"]
    assert 'href="https://a.b/c_d%28e%29%7Cf?g=h&amp;amp;i"' in html(written)


@pytest.mark.parametrize("address", ["javascript:alert(1)", "https://a.b c", "data:x", ""])
def test_an_address_that_is_none_becomes_text(address: str) -> None:
    written = link("text", address)
    assert marks(written) == []
    assert texts(written) == [seen(f"text {address}")]


def test_a_template_escapes_whatever_it_puts_out() -> None:
    source = "{% set b %}{{ a }}{% endset %}{{ a }} {{ a ~ '*' }} {{ b }} {{ [a] | join }} {{ 1 }}"
    written = environment().from_string(source).render(a="<b>*")
    assert marks(written) == []
    assert texts(written)[0].startswith("<b>* <b>** ")
    assert "<b" not in written.replace("\\<b", "")


def test_a_template_gets_no_further_than_its_data() -> None:
    for source, error in (
        ("{{ nobody }}", UndefinedError),
        ("{{ ''.__class__.__mro__ }}", SecurityError),
        ("{{ items.append(1) }}", SecurityError),
    ):
        with pytest.raises(error):
            environment().from_string(source).render(items=[])
