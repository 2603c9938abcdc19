"""Pages in Markdown, read, their journeys drawn, and written."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal

from journeyctl import inputs, kinds, pipeline
from journeyctl.diagnostics import Diagnostic
from journeyctl.embedding.page import Names, Page, Shown, Spot
from journeyctl.makers import OWN, Pictures
from journeyctl.making import carry_out
from journeyctl.orders import Made, Order, Sources
from journeyctl.reporters import terminal
from journeyctl.reporters.text import shown
from journeyctl.rewriting import AS_IT_WAS
from journeyctl.run import Run
from journeyctl.source import Source
from journeyctl.views.catalogue import view
from journeyctl.views.setting import description
from journeyctl.words import words_for

ENDING = ".md"
ENDINGS = (ENDING, ".markdown")


class _InPage(Pictures):
    """Pictures of journeys in a page. What is found in one as a whole, such as that it has
    nothing to show, is told at its first line."""

    def make(self, sources: Sources, names: tuple[str, ...]) -> Made:
        made = super().make(sources, names)
        [source] = sources
        first = len(source.text) - len(source.text.lstrip())
        line, _ = source.line_column(first)
        if line == 1:
            return made  # That of a file, and not in a block.
        span = source.line_span(line)
        findings = [
            one._replace(source=source, span=span) if one.span is None else one
            for one in made.findings
        ]
        return made._replace(findings=findings)


def embed_all(
    run: Run, arguments: Sequence[str], format: Literal["svg", "png"], theme: str, *, check: bool
) -> int:
    """Draw the journeys of all pages and write the pages; with ``check`` name on standard output
    what is missing or out of date instead. The exit code."""
    pages: list[tuple[Path, Page, list[Shown]]] = []
    pictures = _InPage(pipeline.Options(), OWN)

    def orders() -> Iterator[Order]:
        for source, input in run.sources(arguments, ENDINGS):
            if input.home is None:
                message = "There is no place beside this page for its pictures."
                run.tell([Diagnostic(kinds.BAD_OUTPUT, message, input.shown)])
                continue
            if source.path.endswith(inputs.SUFFIX):
                message, help = "This is a journey, not a page.", "`journeyctl render` draws it."
                run.tell([Diagnostic(kinds.BAD_EMBEDDING, message, input.shown, help=help)])
                continue
            page, names, done = Page(source), Names(), list[Shown]()
            run.tell(page.problems)
            pages.append((input.home, page, done))
            for spot in page.spots:
                journey = _journey(run, source, spot)
                chosen = journey and run.theme(journey.path, theme)
                if not journey or not chosen:
                    continue
                title, words = _told(journey, spot.view)
                named = Path(spot.path).stem if spot.path else title
                name = names.name(named, spot.view, journey.text.strip())
                file = input.home.with_name(f"{_prefix(input.home)}.{name}.{format}")
                if words:
                    done.append(Shown(spot, file.name, words))
                options = pictures.options._replace(views=(spot.view,), theme=chosen)
                places: dict[str, Path | None] = {f"{spot.view}.{format}": file}
                yield Order((journey,), places, pictures._replace(options=options))

    code = carry_out(run, orders(), check=check, what="page")
    stale = sum(_written(run, *page, check=check) for page in pages)
    return run.code or max(code, int(stale > 0))


def _prefix(page: Path) -> str:
    """What the names of a page's pictures begin with: ``README`` for ``README.md``. Other endings
    stay, so that the pictures of ``README.markdown`` are not those of the former."""
    return page.name.removesuffix(ENDING)


def _journey(run: Run, page: Source, spot: Spot) -> Source | None:
    """The text of a spot's journey; None where its file cannot be read, which is told."""
    if not spot.path:
        return Source(page.path, spot.text)
    path = Path(page.path).parent / spot.path
    input = inputs.Input(str(path), path)
    if path.suffix != inputs.SUFFIX or input.home is None:
        message = "This is no journey to be shown in a page."
        help = f"Name an ordinary file that ends in {inputs.SUFFIX}."
        found: Source | Diagnostic = Diagnostic(kinds.UNREADABLE, message, str(path), help=help)
    else:
        found = inputs.read(input)
    if isinstance(found, Source):
        return found
    where = f"`{shown(page.path)}` asks for it in line {spot.line + 1}."
    run.tell([found._replace(help=f"{where} {found.help}".rstrip())])
    return None


def _told(source: Source, name: str) -> tuple[str, str]:
    """The title of a journey, and words for a view of it; "" where there is nothing to draw."""
    journey, _ = pipeline.check(source)
    title = journey.facts.title
    if not journey.stages or view(name).lacks(journey):
        return title, ""
    told = description(journey, words_for(journey.facts.language), name)
    return title, f"{title.rstrip('.')}. {told}" if title else told


def _written(run: Run, path: Path, page: Page, done: list[Shown], *, check: bool) -> bool:
    """Write a page if it changed, or with ``check`` name the lines; whether there are any."""
    text, changed = page.rewritten(done, _prefix(path))
    if check:
        lines = [f"{shown(page.source.path)}:{line}: out of date: the image" for line in changed]
        terminal.write("".join(f"{line}\n" for line in lines), sys.stdout)
        return bool(lines)
    if changed:
        run.save(text.encode(), path, AS_IT_WAS)
    return False
