"""Templates of others: found where they are looked for, kept within bounds, told off by line."""

from pathlib import Path

import pytest

from journeyctl.diagnostics import Diagnostic
from journeyctl.outputs import filled
from journeyctl.outputs.filled import Template, fill, find
from journeyctl.renderers.filling import Task, mistake
from journeyctl.renderers.filling import filled as pieces
from journeyctl.reports.context import context_of
from journeyctl.words import words_for
from tests.reading import read

JOURNEY, FINDINGS = read(
    "journey: <b>Tea</b> *now*\nactor ana: Ana\nstage a\n"
    "  - Ask `it` | {{ 7 * 7 }} @ana :2\n      pain: =1+1 <script>alert(1)</script> [x](y)\n"
    "      link: Look https://a.b/?c=1&d=2\n"
)
CONTEXT = context_of(JOURNEY, FINDINGS, words_for("en"))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def here(text: str, name: str = "t.md.j2") -> str:
    """What a template in the working folder makes of the journey, in this process."""
    Path(name).write_text(text, "utf-8")
    return "".join(pieces(Task(Path(), name, CONTEXT)))


def wrong(text: str) -> tuple[str, int, str]:
    with pytest.raises(Exception) as caught:  # noqa: PT011  (whatever it is, it is told)
        here(text)
    assert isinstance(caught.value, Exception)
    return mistake(caught.value)


def bounded(text: str, timeout: float = 10) -> bytes | Diagnostic:
    """What it makes in a process of its own."""
    Path("t.md.j2").write_text(text, "utf-8")
    return fill(Template(Path(), "t.md.j2"), JOURNEY, FINDINGS, timeout)


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("name", "text", "made"),
    [
        ("t.md.j2", "{{ report.title }}", r"\<b>Tea\</b> \*now\*"),
        ("t.html.j2", "{{ report.title }}", "&lt;b&gt;Tea&lt;/b&gt; *now*"),
        ("t.txt.j2", "{{ report.title }}", "<b>Tea</b> *now*"),
        ("t.html.j2", '<i title="{{ steps[0].step }}">', '<i title="Ask `it` | {{ 7 * 7 }}">'),
        ("t.html.j2", "{{ link('a', 'javascript:x') }}", "a javascript:x"),
        ("t.html.j2", "{{ link('', 'https://a.b?\"') }}",
         '<a href="https://a.b?&quot;">https://a.b?&quot;</a>'),
        ("t.txt.j2", "{{ link('a', 'https://a.b') }}", "a <https://a.b>"),
        ("t.html.j2", "{{ prose('No `<a>` here') }}", "No <code>&lt;a&gt;</code> here"),
        ("t.html.j2", "{{ '<' | upper }}{{ '<' ~ '>' }}{{ ['<'] | join }}{{ '<' | e }}",
         "&lt;&lt;&gt;&lt;&lt;"),
        ("t.html.j2", "{% macro m(x) %}<i>{{ x }}</i>{% endmacro %}{{ m('<') }}", "<i>&lt;</i>"),
        ("t.html.j2", "{% set s %}<i>{}</i>{% endset %}{{ s.format('<') }}",
         "&lt;i&gt;&lt;&lt;/i&gt;"),
        ("t.md.j2", "{{ none }}{{ steps[0].share }}|{{ number(2.5) }}|{{ percent(3) }}", "|2.5|3%"),
        ("t.md.j2", "{{ duration(60, 120) }}, {{ say('report.people') }}",
         "1–2 hours, People and roles"),
        ("t.md.j2", "{% for x in steps %}{{ loop.index }}{{ x.kind }}{% endfor %}", "1step"),
        ("t.md.j2", "\ufeff{{ language }}", "en"),
    ],
)  # fmt: skip
def test_what_a_template_puts_out_is_escaped_once(name: str, text: str, made: str) -> None:
    assert here(text, name) == made


@pytest.mark.usefixtures("folder")
def test_a_table_is_written_as_the_template_is() -> None:
    text = "{{ table(actions.pain_table) }}"
    assert here(text).startswith("| Pain ")
    assert "<td>=1+1 &lt;script&gt;alert(1)&lt;/script&gt; [x](y)</td>" in here(text, "t.html.j2")
    assert here(text, "t.txt.j2").splitlines()[1].startswith("----")


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("{{ reprot.title }}", 1, "There is no `reprot`. Did you mean `report`?"),
        ("a\n{{ report.titel }}", 2, "`Report` has no `titel`. Did you mean `title`?"),
        ("\n\n{% if report.nothing_like_it %}{% endif %}", 3, "`Report` has no `nothing_like_it`."),
        ("{{ say('no.words') }}", 1, "There are no words for `no.words`."),
        ("{{ 'a' | safe }}", 1, "No filter named 'safe'."),
        ("a\n{% for %}", 2, "Expected an expression, got 'end of statement block'."),
        ("{{ 1 / 0 }}", 1, "Division by zero."),
        ("{{ ''.__class__ }}", 1, "Access to attribute '__class__' of 'str' object is unsafe."),
        ("a\n{% include 't.md.j2' %}", 2, "The template calls itself without end."),
        ("{% include '../t.md.j2' %}", 1, "There is no template `../t.md.j2` in this folder."),
        ("{% include '/etc/passwd' %}", 1, "There is no template `/etc/passwd` in this folder."),
        ("{% include 'full.md.j2' %}\n{% include 'link.md.j2' %}", 2,
         "There is no template `link.md.j2` in this folder."),
        ("{% include 'part.inc' %}", 1, "There is no template `part.inc` in this folder."),
        ("{% include 'part.j2' %}", 1, "Division by zero."),
        ("{{ " + "a" * 600 + " }}", 1, "There is no `" + "a" * 487 + "."),
        ("{{ range(10**9) }}", 1,
         "Range too big. The sandbox blocks ranges larger than MAX_RANGE (100000)."),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_line(text: str, line: int, message: str) -> None:
    Path("link.md.j2").symlink_to("/etc/passwd")
    Path("part.inc").write_text("a secret")
    Path("part.j2").write_text("{{ 1 / 0 }}")
    assert wrong(text)[1:] == (line, message)


@pytest.mark.usefixtures("folder")
def test_a_mistake_in_a_part_is_told_there() -> None:
    Path("part.md.j2").write_text("a\n\n{{ report.titel }}")
    assert wrong("{% include 'part.md.j2' %}")[:2] == ("part.md.j2", 3)
    Path("part.md.j2").write_bytes(b"a\n\xff")
    assert wrong("{% include 'part.md.j2' %}") == ("part.md.j2", 2, "It is not UTF-8.")
    Path("part.md.j2").write_bytes(b" " * (1024 * 1024 + 1))
    assert wrong("{% include 'part.md.j2' %}") == ("part.md.j2", 1, "It is larger than 1 MB.")


@pytest.mark.usefixtures("folder")
def test_a_template_runs_in_a_process_of_its_own() -> None:
    assert bounded("\n{{ report.title }}\n\n") == b"\\<b>Tea\\</b> \\*now\\*\n"
    found = bounded("{{ 1() }}")  # A warning of Python's own is no part of what is told.
    assert isinstance(found, Diagnostic)
    assert found.message == "'int' object is not callable."
    found = bounded("a\n {{ nothing }}")
    assert isinstance(found, Diagnostic)
    assert (found.kind.name, found.path) == ("bad-template", "t.md.j2")
    assert found.source
    assert found.span
    assert found.source.text[found.span.start : found.span.end] == " {{ nothing }}"


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
         "The template did not come to an end in 0.3 seconds."),
        ("{{ 'a' * 10**9 }}", "The template takes more than 512 MB of memory."),
        ("{% for a in range(99999) %}{{ 'a' * 10**5 }}{% endfor %}",
         "The template writes more than 1 MB."),
    ],
)  # fmt: skip
def test_a_template_without_end_is_ended(
    text: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(filled, "LIMIT", 1024**2)
    found = bounded(text, timeout=0.3 if "0.3" in said else 10)
    assert isinstance(found, Diagnostic)
    assert (found.kind.name, found.message) == ("endless-template", said)


@pytest.mark.usefixtures("folder")
def test_a_template_is_looked_for_beside_the_journey_first() -> None:
    def place(asked: str, kind: str = "full") -> str:
        found = find(asked, kind, "deep/tea.journey")
        return found.message if isinstance(found, Diagnostic) else str(found.folder / found.name)

    missing = "There is no template `t.md.j2`, neither beside the journey nor here."
    assert place("t.md.j2") == missing
    Path("deep/house").mkdir(parents=True)
    Path("t.md.j2").touch()
    assert place("t.md.j2") == "t.md.j2"
    Path("deep/t.md.j2").touch()
    assert place("t.md.j2") == "deep/t.md.j2"
    assert place("house", "actions") == "deep/house/actions.md.j2"
    assert place("horse").startswith("There is no folder of templates `horse`,")


@pytest.mark.usefixtures("folder")
def test_a_folder_replaces_what_it_has() -> None:
    Path("house/parts").mkdir(parents=True)
    Path("house/parts/people.md.j2").write_text("PEOPLE\n")
    house = Template(Path("house"), "full.md.j2")
    before = filled.state(house)
    text = "".join(pieces(Task(*house, CONTEXT)))
    assert "PEOPLE" in text
    assert "## What the check found" in text
    Path("house/other.md.j2").write_text("Nobody asks for it")
    assert filled.state(house) == before
    Path("house/parts/people.md.j2").write_text("OTHERS\n")
    assert filled.state(house) != before
