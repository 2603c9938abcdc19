"""``journeyctl embed``: journeys in Markdown pages get pictures, and nothing else is changed."""

from pathlib import Path
from textwrap import indent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from journeyctl.embedding.images import Names
from journeyctl.embedding.page import Page, Shown
from journeyctl.making.makers import Pictures
from journeyctl.making.orders import Made, Sources
from journeyctl.source import Source
from tests.cli.conftest import GOOD, WRONG, Run

BLOCK = f"```journey\n{GOOD}```\n"
IMAGE = "![A good one. Flowchart. 2 stages, 2 steps: Awareness and Decision.](page.{}.flow.svg)\n"
OURS = IMAGE.format("a-good-one")

OTHERS = """\
~~~journey
journey: of tildes
~~~

    ```journey
    indented
    ```

````md
```journey
in another
```
<!-- journeyctl: good.journey -->
![in it](page.in-it.flow.svg)
````

<details>
```journey
in HTML
```
</details>

`<!-- journeyctl: good.journey -->` is a mark, and ![this](page.other.flow.svg) an image.
<!-- journeyctl draws what is below -->  \t
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
    page("# One\n\n" + BLOCK.replace("stage awareness", "actor a: A\nactor a: B\nstage awareness"))
    outcome = cli("embed", "page.md")
    assert "page.md:7:7: error: The actor `a` is declared twice." in outcome.err
    assert "6 | actor a: A\n  |       - first declared here\n7 | actor a: B\n" in outcome.err
    page(f"# 1\n\n```journey committee\n\n{GOOD}```\n<!-- journeyctl: good.journey lanes -->\n")
    told = cli("embed", "page.md").err.splitlines()
    assert told[0].startswith("page.md:3:1: warning: The view `committee` was not drawn.")
    assert any(line.startswith("page.md:13:1: warning: The view `lanes` was") for line in told)


def test_what_is_found_in_a_journey_is_told_once(cli: Run) -> None:
    mark = "<!-- journeyctl: {}warned.journey {} -->\n"
    page(mark.format("", "") + mark.format("", "map") + mark.format("./", "flow"))
    Path("deep").mkdir()
    page(mark.format("../", "map"), "deep/page.md")
    outcome = cli("embed", "page.md", "deep")
    assert outcome.err.count("warned.journey:3:7: warning: ") == 1
    assert outcome.err.endswith("2 pages: 3 outputs written, 0 unchanged; 1 warning\n")
    assert cli("embed", "page.md").err == (
        "1 page: 0 outputs written, 2 unchanged (2 with findings: `--strict` tells them)\n"
    )
    assert cli("embed", "page.md", "--strict").err.count("warned.journey:3:7: warning: ") == 1


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("..", "Flowchart. "),
        ("Why?", "Why? Flowchart. "),
        ("The end.", "The end. Flowchart. "),
        ("…", "… Flowchart. "),
    ],
)
def test_a_title_is_a_sentence_of_its_own(title: str, words: str, cli: Run) -> None:
    path = page(BLOCK.replace("A good one", title))
    cli("embed", "page.md")
    assert f"![{words}" in path.read_text()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("```journey mapp\njourney: x\n```\n", "page.md:1:1: error: There is no view `mapp`."),
        ("\n```journey\njourney: x\n", "page.md:2:1: error: This block has no end."),
        ("\n```journey\n```\n", "page.md:2:1: error: There is no journey in this block."),
        ("text\n\n````journey\n\n // x\n````\n", "page.md:3:1: error: There is no journey in"),
        ("````journey\njourney: x\n```\n", "page.md:1:1: error: This block has no end."),
        ("```journey map,lanes\njourney: x\n```\n", "page.md:1:1: error: One view is shown at a"),
        ("```journey map lanes\njourney: x\n```\n", "page.md:1:1: error: One view is shown at a"),
        (
            "<!-- journeyctl: good.journey map,no -->\n",
            "page.md:1:1: error: There is no view `no`.",
        ),
        ("<!-- journeyctl: no -->\n", "page.md:1:1: error: `no` is no journey."),
        (
            "\n<!-- journeyctl: no.journey -->\n",
            "page.md:2:1: error: There is no file `no.journey`.",
        ),
        ("<!-- journeyctl: page.md -->\n", "page.md:1:1: error: `page.md` is no journey."),
    ],
)
def test_what_cannot_be_drawn_is_told_and_the_page_stays(text: str, said: str, cli: Run) -> None:
    path = page(text)
    outcome = cli("embed", "page.md")
    assert outcome.code == 2
    assert outcome.err.startswith(said)
    assert path.read_text() == text


@pytest.mark.parametrize(
    ("path", "help"),
    [
        ("x\\y z.journey", "Write `x/y z.journey`."),
        ('"x/y z.journey"', "Write `x/y z.journey`, without quotes."),
        ("x/y%20z.journey map", "Write `x/y z.journey`."),
        ("x/y z", "Write `x/y z.journey`."),
        ("map x/y z.journey", "Write `x/y z.journey map`: the view stands behind the path."),
        ("x/ yz.journey", "Did you mean `x/y z.journey`?"),
        ("x/something.journey", "It is looked up from the page's folder."),
    ],
)
def test_what_a_mark_means_is_guessed(path: str, help: str, cli: Run) -> None:
    Path("docs/x").mkdir(parents=True)
    Path("docs/x/y z.journey").write_text(GOOD)
    page(f"<!-- journeyctl: {path} -->\n", "docs/page.md")
    outcome = cli("embed", "docs")
    assert outcome.code == 2
    assert outcome.err.startswith("docs/page.md:1:1: error: ")
    assert f"= help: {help}\n" in outcome.err


@pytest.mark.parametrize(
    ("words", "view"),
    [
        ('map title="a flow"', "map"),
        ("map {.numbers .lanes}", "map"),
        ('{1,3-5} title="map"', "flow"),
        ("title=map [lanes]", "flow"),
        ("map linenos", "map"),
        ("\t map\t", "map"),
    ],
)
def test_what_other_programs_are_told_of_a_block_is_passed_over(
    words: str, view: str, cli: Run
) -> None:
    path = page(BLOCK.replace("journey", f"Journey {words}", 1))
    assert cli("embed", "page.md") == (0, "", "")
    assert f"](page.a-good-one.{view}.svg)" in path.read_text()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("<!-- journeyctl good.journey -->\n", 1),
        ("See\nthis <!-- journeyctl: good.journey --> and\nthat.\n", 2),
        ("<!-- journeyctl:\ngood.journey -->\n", 1),
        ("<!-- journeyctl: good.journey --> text\n", 1),
        ("<!-- journeyctl: good.journey --><!-- journeyctl: no.journey -->\n", 1),
        ("<details>\n<!-- journeyctl: good.journey -->\n</details>\n", 2),
        ("- a list\n\n  <!-- journeyctl: good.journey -->\n", 3),
        ("| a |\n|---|\n| <!-- journeyctl: good.journey --> |\n", 3),
        (f"- a list\n\n{indent(BLOCK, '  ')}", 3),
        (indent(BLOCK, "> "), 1),
        (f"1\n\n{indent(BLOCK, ' ')}", 3),
        (BLOCK.replace("journey", "{.journey}", 1), 1),
        (BLOCK.replace("journey", "journey{1}", 1), 1),
    ],
)
def test_what_is_meant_and_not_read_is_told(text: str, line: int, cli: Run) -> None:
    path = page(text)
    outcome = cli("embed", "page.md")
    assert outcome.code == 0
    assert outcome.err.startswith(f"page.md:{line}:1: warning: This ")
    assert outcome.err.count("X303 unread-journey") == 1
    assert path.read_text() == text
    Path("journeyctl.toml").write_text('ignore = ["X303"]')
    assert cli("embed", "page.md").err == ""


def test_a_comment_of_mdx_is_a_mark(cli: Run) -> None:
    Path("docs").mkdir()
    path = page("# A\n\n{/* journeyctl:  ../good.journey   map */}\ntext\n", "docs/page.mdx")
    assert cli("embed", "docs").code == 0
    line = IMAGE.format("mdx.good").replace("flow", "map").replace("Flowchart", "Journey map")
    after = f"# A\n\n{{/* journeyctl:  ../good.journey   map */}}\n\n{line}\ntext\n"
    assert path.read_text() == after
    assert cli("embed", "docs") == cli("embed", "docs", "--check") == (0, "", "")
    path.write_text(after.replace("*/}\n\n", "*/}\n"))
    assert cli("embed", "docs", "--check") == (0, "", "")
    path.write_text("See {/* journeyctl: ../good.journey */} here.\n")
    assert "page.mdx:1:1: warning: This comment is not read." in cli("embed", "docs").err


@pytest.mark.parametrize("kept", [True, False])
def test_a_renamed_page_keeps_one_image(kept: bool, cli: Run) -> None:
    page(f"{BLOCK}\n<!-- journeyctl: good.journey map -->\n")
    cli("embed", "page.md")
    path = Path("page.md").rename("new name.md")
    if not kept:
        for one in Path().glob("page.*.svg"):
            one.unlink()
    assert cli("embed", "new name.md", "--check").code == 1
    before = path.read_text()
    assert cli("embed", "new name.md") == (0, "", "")
    assert path.read_text() == before.replace("(page.", "(new%20name.")
    assert cli("embed", "new name.md", "--check") == (0, "", "")


def test_an_image_of_somebody_else_is_not_taken_over(cli: Run) -> None:
    Path("my.own.flow.svg").write_text("<svg></svg>")
    path = page(f"{BLOCK}\n![mine](my.own.flow.svg)\n")
    cli("embed", "page.md")
    assert path.read_text() == f"{BLOCK}\n{OURS}\n![mine](my.own.flow.svg)\n"


def test_an_image_whose_journey_went_is_told(cli: Run) -> None:
    path = page(f"{BLOCK}\ntext\n\n{OURS}")
    cli("embed", "page.md")
    assert cli("embed", "page.md", "--check").code == 0, "a picture may be shown once more"
    path.write_text(f"text\n\n{OURS}")
    assert cli("embed", "page.md", "--check") == (
        1,
        "page.md:3: left over: no journey of the page makes this image\n",
        "",
    )
    outcome = cli("embed", "page.md")
    assert outcome.err.startswith("page.md:3:1: warning: No journey of this page makes this image.")
    assert path.read_text() == f"text\n\n{OURS}"
    path.write_text(f"```journey mapp\n{GOOD}```\n\n{OURS}")
    assert "left over" not in cli("embed", "page.md", "--check").out


def test_a_bug_in_one_page_does_not_stop_the_others(
    cli: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def buggy(source: Source, home: Path) -> Page:
        assert source.path != "a.md"
        return Page(source, home)

    monkeypatch.setattr("journeyctl.embedding.embed.Page", buggy)
    paths = page(BLOCK, "a.md"), page(BLOCK, "page.md")
    outcome = cli("embed", ".")
    assert outcome.code == 2
    assert outcome.err.startswith("a.md: error: This is a bug in journeyctl (AssertionError)")
    assert [path.read_text() for path in paths] == [BLOCK, f"{BLOCK}\n{OURS}"]


def test_a_link_to_a_page_stands_for_the_page(cli: Run) -> None:
    Path("docs").mkdir()
    path = page(f"<!-- journeyctl: ../good.journey -->\n\n{BLOCK}", "docs/page.md")
    Path("link.md").symlink_to(path)
    assert cli("embed", "link.md").code == 0
    assert Path("link.md").is_symlink()
    assert OURS in path.read_text()
    assert cli("embed", "docs", "--check") == (0, "", "")


def test_what_is_wrong_with_a_page_is_told_in_its_order(cli: Run) -> None:
    page("<!-- journeyctl: no.journey -->\n```journey mapp\njourney: x\n```\n"
         "<!-- journeyctl good.journey -->\n![x](page.x.flow.svg)\n")  # fmt: skip
    told = [line for line in cli("embed", "page.md").err.splitlines() if line.startswith("page.md")]
    assert [one.split(":")[1] for one in told] == ["1", "2", "5", "6"]


def test_no_line_for_a_picture_that_was_not_made(cli: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    path = page(BLOCK)
    monkeypatch.setattr(Pictures, "make", lambda *_: Made({}, []))
    assert cli("embed", "page.md").code == 0
    assert path.read_text() == BLOCK
    Path("page.a-good-one.flow.svg").mkdir()
    cli("embed", "page.md")
    assert path.read_text() == BLOCK


def test_a_page_that_is_written_meanwhile_is_left_as_it_is(
    cli: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, make = page(BLOCK), Pictures.make

    def slowly(self: Pictures, sources: Sources, names: tuple[str, ...]) -> Made:
        path.write_text(f"{BLOCK}\nNew.\n")
        return make(self, sources, names)

    monkeypatch.setattr(Pictures, "make", slowly)
    outcome = cli("embed", "page.md")
    assert outcome.code == 2
    assert outcome.err.startswith("page.md: error: The page was changed while its journeys were")
    assert path.read_text() == f"{BLOCK}\nNew.\n"


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
        ("U\u0308nïcode 字", "flow", "d"), ("ทำที่ไหน", "flow", "e"),
    )]  # fmt: skip
    assert told == [
        "the-same.flow", "the-same-2.flow", "the-same.map", "the-same.flow", "journey.flow",
        "ünïcode-字.flow", "ünïcode-字.flow", "ทำที่ไหน.flow",
    ]  # fmt: skip


def test_a_page_without_journeys_is_not_read_as_markdown() -> None:
    assert Page(Source("page.md", "# Nothing\n"), Path("page.md")).spots == []


PIECES = (
    "text", "", "```journey", "```", "````", "~~~journey", "journey: X", "- item", "> quoted",
    "> ```journey", "  ```journey", "1. one", "   ```", "<!-- journeyctl: a.journey map -->",
    "  <!-- journeyctl: b.journey -->", "<details>", "</details>", "<!--", "-->", "# h", "---",
    "===", "|--|--|", "    code", "`a", "![x](other.png)", "[r]: http://x",
)  # fmt: skip


@settings(max_examples=40)
@given(lines=st.lists(st.sampled_from(PIECES), max_size=16))
def test_nothing_but_images_comes_into_a_page(lines: list[str]) -> None:
    def embedded(text: str) -> str:
        one = Page(Source("page.md", text), Path("page.md"))
        shown = [Shown(spot, "page.j.flow.svg", "Words") for spot in one.spots if spot.view]
        return one.rewritten(shown)[0]

    def seen(text: str) -> str:
        html = str(MarkdownIt("commonmark").render(text))
        return " ".join(
            html.replace('<p><img src="page.j.flow.svg" alt="Words" /></p>', "").split()
        )

    text = "\n".join(lines)
    assert embedded(embedded(text)) == embedded(text)
    assert seen(embedded(text)) == seen(text)
