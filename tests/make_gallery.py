"""Makes docs/gallery.md and the pictures on it: ``python -m tests.make_gallery``.

Each picture is drawn by the very command that stands under it.
"""

import shlex
from collections.abc import Iterator
from contextlib import redirect_stderr
from io import StringIO
from pathlib import Path
from typing import NamedTuple

import typer

from journeyctl.cli import command_line

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "gallery.md"
FOLDER = ROOT / "docs" / "pictures"
COMMANDS = {
    verb: typer.main.get_command(command_line([verb])) for verb in ("render", "compare", "diff")
}

HEAD = """\
# Gallery

All that `journeyctl` draws, from the [samples](../README.md#samples) as they stand. Above each \
picture is the command that draws it; a picture is a link to itself in full size. The page is made \
by `python -m tests.make_gallery`, and a test holds that it is up to date.
"""


class Picture(NamedTuple):
    """A picture of a sample; ``options`` are those of the command, ``name`` what they are called
    in the name of the file."""

    sample: str
    view: str
    text: str
    options: str = ""
    name: str = ""

    @property
    def file(self) -> str:
        return ".".join(filter(None, (self.sample, self.view, self.name, "svg")))

    @property
    def samples(self) -> tuple[str, ...]:
        return (self.sample,)

    @property
    def command(self) -> str:
        view = f"--view {self.view}" if self.view != "flow" else ""
        source = f"samples/{self.sample}.journey"
        output = f"-o docs/pictures/{self.file}"
        return " ".join(filter(None, ("journeyctl render", source, view, self.options, output)))


class Pair(NamedTuple):
    """A picture of two samples, by the command ``verb`` (compare or diff)."""

    verb: str
    samples: tuple[str, str]
    text: str
    options: str = ""

    @property
    def file(self) -> str:
        return f"{'.'.join(self.samples)}.{self.verb}.svg"

    @property
    def command(self) -> str:
        sources = " ".join(f"samples/{sample}.journey" for sample in self.samples)
        output = f"-o docs/pictures/{self.file}"
        return " ".join(filter(None, (f"journeyctl {self.verb}", sources, self.options, output)))


class Section(NamedTuple):
    heading: str
    text: str
    pictures: tuple[Picture | Pair, ...]


SECTIONS = (
    Section(
        "The flow",
        "The flowchart: stages side by side, each way in, question and loop in its place.",
        (
            Picture("b2b-software", "flow", "A committee buys software, in six stages"),
            Picture("b2c-online-shop", "flow", "One customer in a web shop, in Indonesian"),
            Picture("b2b-classic", "flow", "The classic four stages of a company"),
            Picture("b2c-classic", "flow", "The classic four stages of one person"),
            Picture("customer-journey", "flow", "A customer journey, with all that follows"),
            Picture("buyer-journey", "flow", "The same case up to the purchase"),
            Picture("b2b-omnichannel", "flow", "A purchase over twelve channels"),
            Picture("b2c-omnichannel", "flow", "From the app to the shop and back"),
            Picture("b2b-workshop", "flow", "What a workshop brought, in Filipino"),
            Picture("minimal", "flow", "The least that is a journey"),
        ),
    ),
    Section(
        "The map",
        "The journey map proper: the course of the feelings, and under each stage what is said, "
        "what hurts, what could be done, who and what is behind it.",
        (
            Picture("b2b-software", "map", "What each department says and suffers"),
            Picture("b2c-online-shop", "map", "From the advertisement to the second bag"),
            Picture("b2c-classic", "map", "Up and down with one customer"),
            Picture("customer-journey", "map", "The lowest point, and what to do about it"),
            Picture("b2b-omnichannel", "map", "Six systems behind the line of visibility"),
            Picture("b2c-omnichannel", "map", "How it should be, with one profile"),
            Picture("b2b-workshop", "map", "Content for each stage, pains with their owners"),
            Picture("minimal", "map", "Nothing is asked for but stages and steps"),
        ),
    ),
    Section(
        "The lanes",
        "A lane for each person or department; the line of interaction is between the customer "
        "and the company.",
        (
            Picture("b2b-classic", "lanes", "From the seminar to the signature, and back"),
            Picture("b2b-software", "lanes", "Six of a committee, and who meets them"),
            Picture("b2c-omnichannel", "lanes", "One buyer, and who serves him where"),
            Picture("b2c-online-shop", "lanes", "The packet on its way"),
        ),
    ),
    Section(
        "The channels",
        "The omnichannel matrix: which channel serves which stage, how it feels, where one hands "
        "over to another, and where there is a gap.",
        (
            Picture("b2b-omnichannel", "channels", "Twelve channels of one purchase"),
            Picture("b2c-omnichannel", "channels", "Seven channels, online and in the shop"),
            Picture("b2c-online-shop", "channels", "A web shop that hands over to a messenger"),
        ),
    ),
    Section(
        "The committee",
        "Who takes part in which stage, who decides, and who is not there.",
        (
            Picture("b2b-workshop", "committee", "Seven of a company, from payroll to president"),
            Picture("b2b-software", "committee", "Who is missing when the demo is shown"),
            Picture("customer-journey", "committee", "Two of a family decide together"),
        ),
    ),
    Section(
        "The buyer journey",
        "The part of a customer journey up to the purchase, and the rest as what follows.",
        (
            Picture("b2b-omnichannel", "buyer", "What procurement goes through"),
            Picture("customer-journey", "buyer", "The same case as in buyer-journey"),
        ),
    ),
    Section(
        "Beside each other",
        "Journeys on one axis of stages, and their feelings on one ground.",
        (
            Pair("compare", ("b2b-classic", "b2c-classic"), "A company and one person"),
            Pair("compare", ("b2b-software", "b2c-online-shop"), "Six stages and five"),
            Pair(
                "compare",
                ("buyer-journey", "customer-journey"),
                "The buyer's part and the whole",
                "--direction down",
            ),
            Pair("compare", ("b2b-omnichannel", "b2c-omnichannel"), "Twelve channels and seven"),
        ),
    ),
    Section(
        "What changed",
        "The newer version, with a sign on each step that is not as it was; what is gone stands "
        "where it stood.",
        (Pair("diff", ("buyer-journey", "customer-journey"), "From one scope to the other"),),
    ),
    Section(
        "Other looks",
        "Themes, sizes, directions and languages are options of every view.",
        (
            Picture("b2b-classic", "map", "Dark", "--theme dark", "dark"),
            Picture("b2c-classic", "flow", "Black and white, for paper", "--theme print", "print"),
            Picture(
                "b2b-workshop",
                "channels",
                "Colours that the colour-blind tell apart",
                "--theme colorblind",
                "colorblind",
            ),
            Picture("buyer-journey", "flow", "For a slide", "--size slide", "slide"),
            Picture("buyer-journey", "map", "For a page of A3", "--size a3", "a3"),
            Picture("minimal", "flow", "One stage below the other", "--direction down", "down"),
            Picture(
                "customer-journey",
                "map",
                "Some rows of the map",
                "--rows steps,feeling,pains,ideas",
                "rows",
            ),
            Picture(
                "customer-journey",
                "lanes",
                "In Indonesian, with the author's labels as they are",
                "--lang id",
                "id",
            ),
        ),
    ),
)

PICTURES = tuple(picture for section in SECTIONS for picture in section.pictures)


def page() -> str:
    """The text of the page."""
    return HEAD + "".join(part for section in SECTIONS for part in _section(section))


def _section(section: Section) -> Iterator[str]:
    yield f"\n## {section.heading}\n\n{section.text}\n"
    for picture in section.pictures:
        file = f"pictures/{picture.file}"
        links = ", ".join(f"[{one}](../samples/{one}.journey)" for one in picture.samples)
        yield f"\n**{picture.text}**: {links}\n"
        yield f"\n```sh\n{picture.command}\n```\n"
        yield f"\n[![{picture.text}]({file})]({file})\n"


def draw(picture: Picture | Pair, folder: Path) -> Path:
    """Runs a picture's command, with another folder for docs/pictures; the file that it wrote.
    Raises RuntimeError where the command fails, or finds fault with the picture."""
    program, verb, *arguments = shlex.split(picture.command)
    assert program == "journeyctl"
    arguments = [str(ROOT / one) if one.endswith(".journey") else one for one in arguments]
    output = folder / picture.file
    said = StringIO()
    with redirect_stderr(said):  # What is found in the samples is known.
        code = COMMANDS[verb].main([verb, *arguments[:-1], str(output)], standalone_mode=False)
    if code or not output.is_file() or "[X" in said.getvalue():
        raise RuntimeError(f"`{picture.command}` ended with {code}:\n{said.getvalue()}")
    return output


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.svg"):
        old.unlink()
    for picture in PICTURES:
        draw(picture, FOLDER)
    PAGE.write_text(page(), encoding="utf-8")
    print(f"{len(PICTURES)} pictures, {sum(p.stat().st_size for p in FOLDER.iterdir()):,} bytes")


if __name__ == "__main__":
    main()
