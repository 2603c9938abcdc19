"""``journeyctl embed``: journeys in Markdown pages get pictures, and nothing else is changed."""

from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from journeyctl.embedding.page import Names, Page
from journeyctl.source import Source
from tests.cli.conftest import GOOD, WRONG, Run

BLOCK = f"```journey\n{GOOD}```\n"
IMAGE = "![A good one. Flowchart. 2 stages, 2 steps: Awareness and Decision.](page.{}.flow.svg)\n"
OURS = IMAGE.format("a-good-one")

OTHERS = """\
> ```journey
> journey: quoted
> ```

~~~journey
journey: of tildes
~~~

    ```journey
    indented
    ```

- a list

  ```journey
  in it
  ```

````md
```journey
in another
```
<!-- journeyctl: good.journey -->
````

<details>
```journey
in HTML
```
<!-- journeyctl: good.journey -->
</details>

See <!-- journeyctl: good.journey --> here.  \t
"""


def page(text: str, name: str = "page.md") -> Path:
    Path(name).write_bytes(text.encode())
    return Path(name)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (BLOCK, f"{BLOCK}\n{OURS}"),
        (f"{BLOCK}text", f"{BLOCK}\n{OURS}\ntext"),
        (f"{BLOCK}\n\n\n", f"{BLOCK}\n{OURS}\n\n\n"),
        (BLOCK.rstrip("\n"), f"{BLOCK}\n{OURS}"),
        (f"{BLOCK}\n\n![old](page.old-name.map.png)  \nmore", f"{BLOCK}\n\n{OURS[:-1]}  \nmore"),
        (f"{BLOCK}\n![mine](other.png)\n", f"{BLOCK}\n{OURS}\n![mine](other.png)\n"),
        (f"{BLOCK}\n{BLOCK}", f"{BLOCK}\n{OURS}\n{BLOCK}\n{OURS}"),
        (f"`````journey\n{GOOD}``````  \n", f"`````journey\n{GOOD}``````  \n\n{OURS}"),
        (f'```journey {{.numbers}}\n{GOOD}```\n', f'```journey {{.numbers}}\n{GOOD}```\n\n{OURS}'),
        ("<!-- journeyctl: good.journey -->\n", "<!-- journeyctl: good.journey -->\n"
         + IMAGE.format("good")),
        (f"{OTHERS}\n{BLOCK}", f"{OTHERS}\n{BLOCK}\n{OURS}"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_the_image_follows_its_journey(before: str, after: str, ending: str, cli: Run) -> None:
    path = page(before.replace("\n", ending))
    outcome = cli("embed", "page.md")
    assert (outcome.code, outcome.out) == (0, "")
    assert path.read_bytes().decode() == after.replace("\n", ending)
    stamps = {one: one.stat().st_mtime_ns for one in Path().iterdir()}
    assert cli("embed", "page.md").code == 0
    assert cli("embed", "page.md", "--check") == (0, "", "")
    assert {one: one.stat().st_mtime_ns for one in Path().iterdir()} == stamps


def test_what_is_no_journey_at_the_left_edge_is_not_touched(cli: Run) -> None:
    path = page(OTHERS)
    assert cli("embed", "page.md") == (0, "", "")
    assert path.read_text() == OTHERS
    assert not list(Path().glob("page.*.svg"))


def test_check_names_what_is_out_of_date_and_writes_nothing(cli: Run) -> None:
    path = page(f"# A page\n\n{BLOCK}")
    assert cli("embed", "page.md", "--check") == (
        1,
        "page.a-good-one.flow.svg: missing\npage.md:3: out of date: the image\n",
        "",
    )
    assert path.read_text() == f"# A page\n\n{BLOCK}"
    cli("embed", "page.md")
    text = path.read_text()
    path.write_text(text.replace("- Decide", "- Decide now"))
    assert cli("embed", "page.md", "--check").out == (
        "page.a-good-one.flow.svg: out of date: the journey has changed\n"
    )
    path.write_text(f"Something before it.\n\n{text}")
    assert cli("embed", "page.md", "--check") == (0, "", "")
    path.write_text(text.replace("2 steps", "3 steps"))
    assert cli("embed", "page.md", "--check").out == "page.md:3: out of date: the image\n"


def test_a_view_a_file_and_a_folder_of_pages(cli: Run) -> None:
    Path("docs/deep").mkdir(parents=True)
    Path("docs/two words.journey").write_text(GOOD)
    page("<!-- journeyctl: two words.journey map -->\n", "docs/a page.md")
    page(f"<!-- journeyctl: ../../good.journey -->\n\n{BLOCK}", "docs/deep/b.md")
    outcome = cli("embed", "docs", "-f", "png", "--theme", "dark")
    assert outcome.code == 0
    assert outcome.err.endswith("2 pages: 3 outputs written, 0 unchanged\n")
    assert sorted(str(one) for one in Path("docs").rglob("*.png")) == [
        "docs/a page.two-words.map.png",
        "docs/deep/b.a-good-one.flow.png",
        "docs/deep/b.good.flow.png",
    ]
    assert "](a%20page.two-words.map.png)" in Path("docs/a page.md").read_text()


def test_pages_of_one_name_have_pictures_of_their_own(cli: Run) -> None:
    one, other = page(BLOCK), page(BLOCK.replace("Hear", "Read"), "page.markdown")
    assert cli("embed", "page.md", "page.markdown").code == 0
    assert OURS in one.read_text()
    assert OURS.replace("page.", "page.markdown.") in other.read_text()
    assert cli("embed", "page.md").code == cli("embed", "page.markdown").code == 0
    assert cli("embed", ".", "--check").out == ""


def test_findings_have_the_lines_of_the_page(cli: Run) -> None:
    page(f"# One\n\n{BLOCK}\n```journey\n{WRONG}```\n")
    outcome = cli("embed", "page.md")
    assert outcome.code == 1
    assert outcome.err.startswith("page.md:19:17: error: No actor is declared as `anna`.")
    assert "19 |   - Hear of it @anna\n" in outcome.err
    page(f"# 1\n\n```journey committee\n\n{GOOD}```\n<!-- journeyctl: good.journey lanes -->\n")
    told = cli("embed", "page.md").err.splitlines()
    assert told[0].startswith("page.md:5:1: warning: The view `committee` was not drawn.")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("```journey mapp\njourney: x\n```\n", "page.md:1:1: error: There is no view `mapp`."),
        ("\n```journey\njourney: x\n", "page.md:2:1: error: This block has no end."),
        ("\n```journey\n```\n", "page.md:2:1: error: There is no journey in this block."),
        ("text\n\n````journey\n\n // x\n````\n", "page.md:3:1: error: There is no journey in"),
        ("<!-- journeyctl: no -->\n", "no: error: This is no journey to be shown in a page."),
        ("<!-- journeyctl: no.journey -->\n", "no.journey: error: There is no such file."),
        ("<!-- journeyctl: page.md -->\n", "page.md: error: This is no journey to be shown"),
    ],
)
def test_what_cannot_be_drawn_is_told_and_the_page_stays(text: str, said: str, cli: Run) -> None:
    path = page(text)
    outcome = cli("embed", "page.md")
    assert outcome.code == 2
    assert outcome.err.startswith(said)
    assert path.read_text() == text


def test_a_page_from_a_pipe_has_no_place(cli: Run) -> None:
    assert "no place beside this page" in cli("embed", "-", given=BLOCK).err


def test_a_journey_with_nothing_to_draw_gets_no_image(cli: Run) -> None:
    path = page("```journey committee\njourney: X\nstage a\n  - One\n```\n")
    outcome = cli("embed", "page.md")
    assert "nothing-to-draw" in outcome.err
    assert "![" not in path.read_text()
    assert not list(Path().glob("page.*.svg"))


@pytest.mark.parametrize("title", ["a *b* _c_ [d](e) ![f]", "<b> & \\ `g` ~h~ $i$ | #j"])
def test_words_of_an_image_are_what_was_written(title: str, cli: Run) -> None:
    path = page(BLOCK.replace("A good one", title))
    cli("embed", "page.md")
    (image,) = (
        child
        for token in MarkdownIt("commonmark").parse(path.read_text())
        for child in token.children or ()
        if child.type == "image"
    )
    assert image.content.replace("\\", "").startswith(title.replace("\\", ""))
    alt = "".join(child.content for child in image.children or ())
    assert alt.startswith(f"{title}. Flowchart. ")


def test_no_two_journeys_have_one_name() -> None:
    names = Names()
    told = [names.name(*one) for one in (
        ("The Same!", "flow", "a"), ("the same", "flow", "b"), ("The same", "map", "b"),
        ("The Same!", "flow", "a"), ("…", "flow", "c"), ("Ünïcode 字", "flow", "d"),
    )]  # fmt: skip
    assert told == [
        "the-same.flow", "the-same-2.flow", "the-same.map", "the-same.flow", "journey.flow",
        "ünïcode-字.flow",
    ]  # fmt: skip


def test_a_page_without_journeys_is_not_read_as_markdown() -> None:
    assert Page(Source("page.md", "# Nothing\n")).spots == []
