"""What ``render`` and ``report`` make of a journey, as ``orders`` wants it."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from journeyctl import __version__, pipeline
from journeyctl.choosing import Choice
from journeyctl.diagnostics import Diagnostic, in_file_order
from journeyctl.making.orders import Made, Sources
from journeyctl.model.journey import Journey
from journeyctl.targets import FORMATS

if TYPE_CHECKING:
    from journeyctl.outputs.filled import Template
    from journeyctl.renderers.dot import Engine

OWN = f"journeyctl {__version__}"


def tool_of(engine: "Engine", seconds: float = 10) -> str:
    """The engine that draws PNG, with its version: that of the system is asked for it, and has so
    many seconds to tell; none is told where it does not."""
    if engine == "bundled":
        from journeyctl.outputs.engine import BUNDLED, BUNDLED_VERSION

        return f"{OWN} and {BUNDLED} {BUNDLED_VERSION}"
    from journeyctl.outputs.engines import system_version

    return f"{OWN} and graphviz {system_version(seconds) or '0'}"


class Pictures(NamedTuple):
    """Pictures, each named ``VIEW.FORMAT``; ``drawer`` is what ``tool_of`` says of the engine,
    ``words`` the language of the built-in words, "" for each journey's own."""

    options: pipeline.Options
    drawer: str
    words: str = ""

    def tool(self, name: str) -> str:
        return self.drawer if name.endswith(".png") else OWN

    def way(self, name: str) -> str:
        view, _, format = name.partition(".")
        how = self.options
        engine = how.engine if format in ("png", "dot") else ""
        dpi = how.dpi if format == "png" else 0
        rows = how.rows if view == "map" else ()
        return repr((name, self.words, how.direction, engine, dpi, how.theme, how.size, rows))

    def make(self, sources: Sources, names: tuple[str, ...]) -> Made:
        parts = [name.partition(".") for name in names]
        views = tuple(one for one in self.options.views if one in {part[0] for part in parts})
        formats = [one for one in FORMATS if one in {part[2] for part in parts}]
        journey, findings = pipeline.check(sources[0], self.words)
        drawn, troubles = pipeline.draw(journey, formats, self.options._replace(views=views))
        return Made(drawn, in_file_order(findings + troubles))

    def makes(self, sources: Sources, names: tuple[str, ...]) -> tuple[str, ...]:
        from journeyctl.views.catalogue import view

        journey, _ = pipeline.check(sources[0], self.words)
        if not journey.stages or len(journey.steps) > self.options.most_steps:
            return ()
        views = {one: one.partition(".")[0] for one in names}
        lacking = {one for one in views.values() if view(one).lacks(journey)}
        if self.options.rows and "map" in views.values():
            # Whether all of the rows asked for are empty shows only when they are arranged.
            drawn, _ = pipeline.draw(journey, ("json",), self.options._replace(views=("map",)))
            lacking |= set() if drawn else {"map"}
        return tuple(one for one in names if views[one] not in lacking)

    def beside(self, _name: str, _place: Path) -> tuple[Path, ...]:
        return ()


class Reports(NamedTuple):
    """Reports, each named ``KIND.FORMAT``. What was found is in them, so ``choice`` counts; the
    ``state`` of a ``template`` of one's own is what ``outputs.filled`` says it is."""

    words: str = ""
    choice: Choice = Choice()
    into_files: bool = True
    template: "Template | None" = None
    state: str = ""

    def tool(self, _name: str) -> str:
        return OWN

    def way(self, name: str) -> str:
        select = None if self.choice.select is None else sorted(self.choice.select)
        chosen = (select, sorted(self.choice.ignore), sorted(self.choice.error))
        return repr((name, self.words, chosen, self.template and self.template.name, self.state))

    def make(self, sources: Sources, names: tuple[str, ...]) -> Made:
        journey, findings = pipeline.check(sources[0], self.words)
        outputs = {}
        for name in names:
            made = self._written(journey, self.choice.apply(findings), name)
            if isinstance(made, bytes):
                outputs[name] = made
            else:
                findings = [*findings, made]
        return Made(outputs, findings)

    def _written(self, journey: Journey, told: list[Diagnostic], name: str) -> bytes | Diagnostic:
        kind, _, format = name.partition(".")
        if self.template:
            from journeyctl.outputs.filled import fill

            return fill(self.template, journey, told)
        if format == "csv":
            from journeyctl.renderers.sheets import sheet

            # Excel takes CSV for the machine's own code page unless it begins with this mark, and
            # LibreOffice knows it. Programs behind a pipe would have it in the first name.
            return sheet(kind, journey).encode("utf-8-sig" if self.into_files else "utf-8")
        return pipeline.report(journey, told, kind)

    def makes(self, _sources: Sources, names: tuple[str, ...]) -> tuple[str, ...]:
        return names

    def beside(self, _name: str, _place: Path) -> tuple[Path, ...]:
        return ()
