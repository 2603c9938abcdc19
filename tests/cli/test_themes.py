"""``render --theme``, and the theme of a configuration: what holds where."""

import re
from pathlib import Path

import pytest

from journeyctl.commands.completion import themes
from journeyctl.themes import BUILT_IN, built_in
from tests.cli.conftest import Run

OURS = 'theme = "ours"\n[themes.ours]\nbrand = "#e4002b"\nlogo = "Kopi Nusantara"\n'
PALE = '[themes.pale]\nink = "#cccccc"\n'
DARK = built_in("dark").background


def picture(name: str = "good.flow.svg") -> str:
    return Path(name).read_text()


def configure(text: str) -> None:
    Path("journeyctl.toml").write_text(text)


@pytest.mark.parametrize("name", BUILT_IN)
def test_every_theme_that_comes_with_it(cli: Run, name: str) -> None:
    assert cli("render", "good.journey", "--theme", name).code == 0
    assert f'fill="{built_in(name).stages[0].strong}"' in picture()


def test_light_is_what_holds_without_a_word(cli: Run) -> None:
    assert cli("render", "good.journey").code == 0
    unsaid = picture()
    assert cli("render", "good.journey", "--theme", "light").code == 0
    assert picture() == unsaid


def test_a_configuration_holds_below_its_folder_and_the_command_line_wins(cli: Run) -> None:
    configure(OURS)
    Path("below/deep").mkdir(parents=True)
    Path("below/deep/good.journey").write_text(Path("good.journey").read_text())
    Path("below/journeyctl.toml").write_text('theme = "dark"')
    assert cli("render", "good.journey", "below").code == 0
    assert "Kopi Nusantara" in picture()
    assert DARK in picture("below/deep/good.flow.svg")
    assert cli("render", "good.journey", "--theme", "dark").code == 0
    assert "Kopi Nusantara" not in picture()
    assert DARK in picture()


def test_pyproject_holds_too(cli: Run) -> None:
    Path("pyproject.toml").write_text(
        '[tool.journeyctl]\ntheme = "ours"\n[tool.journeyctl.themes.ours]\nlogo = "Kopi"\n'
    )
    assert cli("render", "good.journey").code == 0
    assert "Kopi" in picture()


def test_a_theme_that_there_is_not_draws_nothing(cli: Run) -> None:
    outcome = cli("render", "good.journey", "--theme", "drak")
    assert (outcome.code, Path("good.flow.svg").exists()) == (2, False)
    assert outcome.err == (
        "good.journey: error: There is no theme `drak`. [X404 no-such-theme]\n"
        "  = help: Did you mean `dark`?\n\n"
    )


def test_one_that_is_hard_to_read_leaves_the_picture_as_it_is(cli: Run) -> None:
    assert cli("render", "good.journey").code == 0
    before = picture()
    configure(f'theme = "pale"\n{PALE}')
    outcome = cli("render", "good.journey")
    assert (outcome.code, picture()) == (2, before)
    assert "journeyctl.toml:3:8: error: The theme `pale` is hard to read: `ink` #cccccc" in (
        outcome.err
    )
    # Another one can be drawn all the same; what is wrong is told, once.
    outcome = cli("render", "good.journey", "warned.journey", "--theme", "dark")
    assert outcome.code == 2
    assert outcome.err.count("hard to read") == 1
    assert DARK in picture()


def test_check_tells_it_too(cli: Run) -> None:
    configure(PALE)
    outcome = cli("check", "good.journey")
    assert outcome.code == 2
    assert "[X403 low-contrast]" in outcome.out


def test_the_shell_completes_the_names_and_help_tells_them(cli: Run) -> None:
    configure(f"{OURS}{PALE}")
    assert themes() == [*BUILT_IN, "ours"]
    help = cli("render", "--help").out
    assert all(name in help for name in BUILT_IN)


@pytest.mark.parametrize("format", ["png", "dot", "svg"])
def test_a_font_that_is_not_there_changes_no_picture_but_svg(cli: Run, format: str) -> None:
    """The bundled engine would take Times for it."""
    assert cli("render", "good.journey", "-f", format).code == 0
    name = f"good.flow.{format}"
    before = Path(name).read_bytes()
    configure('theme = "ours"\n[themes.ours]\nfont = "Source Sans 3"')
    assert cli("render", "good.journey", "-f", format).code == 0
    after = Path(name).read_bytes()
    assert (drawn(after) == drawn(before)) == (format != "svg")
    assert (b"font-family=\"'Source Sans 3', Arimo, " in after) == (format == "svg")


def drawn(picture: bytes) -> bytes:
    """A picture without the digest of its theme, and in a PNG the sum over it."""
    return re.sub(rb" as .{16}.{0,4}", b"", picture, flags=re.S)
