"""What is to be made of journeys, by what, and where it goes."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple, Protocol

from journeyctl.diagnostics import Diagnostic
from journeyctl.outputs import origin
from journeyctl.outputs.origin import Origin
from journeyctl.source import Source

Place = Path | None
"""Where an output goes; None is standard output."""

Sources = tuple[Source, ...]
"""The text of a journey, or of several that are in one output together."""


class Made(NamedTuple):
    """Outputs by their names, and what was found on the way, in file order. ``pictures`` are SVG
    that an output has in files beside it, by its name and their paths from its folder."""

    outputs: dict[str, bytes]
    findings: list[Diagnostic]
    pictures: Mapping[str, Mapping[str, bytes]] = MappingProxyType({})


class Maker(Protocol):
    """What makes outputs of texts. It goes to other processes, so it must be plain data."""

    def tool(self, name: str, /) -> str:
        """What writes the output of a name, with its version."""

    def way(self, name: str, /) -> str:
        """All that decides what the output is, but for the texts and the tool."""

    def make(self, sources: Sources, names: tuple[str, ...], /) -> Made:
        """The outputs of these names, without those of which there is nothing to make."""

    def makes(self, sources: Sources, names: tuple[str, ...], /) -> tuple[str, ...]:
        """Those of the names that ``make`` would make."""

    def beside(self, name: str, place: Path, /) -> tuple[Path, ...]:
        """The pictures that the output which stands there has in files beside it."""


class Order(NamedTuple):
    """What is to be made of texts: where each output goes, by its name, such as ``flow.svg``."""

    sources: Sources
    places: dict[str, Place]
    maker: Maker

    @property
    def path(self) -> str:
        """The journey after which the outputs are named."""
        return self.sources[0].path

    def origins(self) -> dict[str, Origin]:
        """What each output would tell of itself, but for what was found."""
        # NUL is in no journey.
        text = origin.digest("\0".join(map(_plain, self.sources)))
        return {
            name: Origin(self.maker.tool(name), text, origin.digest(self.maker.way(name)))
            for name in self.places
        }


def _plain(source: Source) -> str:
    """A text but for what editors and git make of it: line ends, a byte order mark, and empty
    lines around it."""
    return source.text.removeprefix("\ufeff").replace("\r\n", "\n").strip("\n")
