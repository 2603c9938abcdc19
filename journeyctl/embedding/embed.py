"""Pages in Markdown, read, their journeys drawn, and written."""

import sys
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Literal, NamedTuple

from journeyctl import inputs, kinds, many, pipeline
from journeyctl.diagnostics import Diagnostic, in_file_order, moved
from journeyctl.embedding import marked
from journeyctl.embedding.images import ENDING, Names, prefix
from journeyctl.embedding.page import Page, Shown
from journeyctl.making.carry import carry_out
from journeyctl.making.makers import OWN, Pictures
from journeyctl.making.orders import Made, Order, Sources
from journeyctl.reporters import terminal
from journeyctl.reporters.text import shown
from journeyctl.rewriting import AS_IT_WAS
from journeyctl.run import Run
from journeyctl.source import Source, Span
from journeyctl.views.catalogue import view
from journeyctl.views.setting import description
from journeyctl.words import words_for

ENDINGS = (ENDING, ".markdown", ".mdx")


class _Once(Run):
    """A run that tells each finding once: a journey may be shown in several places."""

    def __init__(self, *, strict: bool) -> None:
        super().__init__(sys.stderr, strict=strict)
        self._known: set[tuple[str, int, str, str]] = set()

    def tell(self, findings: Sequence[Diagnostic]) -> None:
        new = []
        for one in findings:
            known = (one.path, one.start, one.kind.code, one.message)
            if known not in self._known:
                self._known.add(known)
                new.append(one)
        super().tell(new)


class _InPage(NamedTuple):
    """Pictures for a place in a page, the ``span`` there. What is found in a journey as a whole,
    such as that it has nothing to show in the view that is asked for, is told of that place; what
    is found in the text of a block, which begins at ``start``, where it is in the page."""

    pictures: Pictures
    page: Source
    span: Span
    start: int | None

    def tool(self, name: str) -> str:
        return self.pictures.tool(name)

    def way(self, name: str) -> str:
        return self.pictures.way(name)

    def make(self, sources: Sources, names: tuple[str, ...]) -> Made:
        made = self.pictures.make(sources, names)
        return made._replace(findings=[self._in_page(one) for one in made.findings])

    def _in_page(self, finding: Diagnostic) -> Diagnostic:
        if finding.span is None:
            return finding._replace(path=self.page.path, source=self.page, span=self.span)
        return finding if self.start is None else moved(finding, self.page, self.start)

    def makes(self, sources: Sources, names: tuple[str, ...]) -> tuple[str, ...]:
        return self.pictures.makes(sources, names)

    def beside(self, name: str, place: Path) -> tuple[Path, ...]:
        return self.pictures.beside(name, place)


def embed_all(
    arguments: Sequence[str],
    format: Literal["svg", "png"],
    theme: str,
    *,
    strict: bool,
    check: bool,
) -> int:
    """Draw the journeys of all pages and write the pages; with ``check`` name on standard output
    what is missing or out of date instead. The exit code."""
    run = _Once(strict=strict)
    pages: list[tuple[Page, list[Shown]]] = []

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
            # A link's own folder is not where the page is, nor what its lines lead to.
            home = input.home.resolve() if input.home.is_symlink() else input.home
            plan = many.unless_a_bug(partial(_plan, run, source, home, format, theme), source.path)
            if isinstance(plan, Diagnostic):
                run.tell([plan])
                continue
            pages.append((plan.page, plan.done))
            yield from plan.orders
            if not check:
                plan.page.note_left_over(plan.done)
            run.tell(run.chosen(source.path, in_file_order(plan.page.problems)))

    code = carry_out(run, orders(), check=check, what="page")
    if check:
        return run.code or max(code, int(sum(_stale(*one) for one in pages) > 0))
    for one in pages:
        _write(run, *one)
    return run.code


class _Plan(NamedTuple):
    """A page, what its lines are to show, and the pictures that are to be made for it."""

    page: Page
    done: list[Shown]
    orders: list[Order]


def _plan(run: Run, source: Source, home: Path, format: str, theme: str) -> _Plan:
    """What is to become of a page. What is wrong with the files of its journeys is told."""
    page = Page(source, home)
    plan = _Plan(page, [], [])
    names = Names()
    places: set[Path] = set()
    for spot in page.spots:
        if not spot.view:
            continue
        journey = marked.journey(page, spot) if spot.path else Source(page.source.path, spot.text)
        if not isinstance(journey, Source):
            run.tell([journey] if journey else [])
            continue
        chosen = run.theme(journey.path, theme)
        if not chosen:
            continue
        title, words = _told(journey, spot.view)
        named = Path(spot.path).stem if spot.path else title
        name = names.name(named, spot.view, journey.text.strip())
        place = page.home.with_name(f"{prefix(page.home)}.{name}.{format}")
        if words:
            plan.done.append(Shown(spot, place.name, words))
        if place not in places:
            places.add(place)
            pictures = Pictures(pipeline.Options(views=(spot.view,), theme=chosen), OWN)
            start = None if spot.path else page.span(spot.line + 1).start
            maker = _InPage(pictures, page.source, page.span(spot.line), start)
            plan.orders.append(Order((journey,), {f"{spot.view}.{format}": place}, maker))
    return plan


def _told(source: Source, name: str) -> tuple[str, str]:
    """The title of a journey, and words for a view of it; "" where there is nothing to draw, or
    too much."""
    journey, _ = pipeline.check(source)
    title = journey.facts.title
    if not journey.stages or view(name).lacks(journey) or len(journey.steps) > pipeline.MOST_STEPS:
        return title, ""
    told = description(journey, words_for(journey.facts.language), name)
    return title, f"{_sentence(title)}{told}"


def _sentence(title: str) -> str:
    """A title as a sentence before another one; "" where there is nothing in it to be said."""
    title = title.rstrip(". ")
    if not title:
        return ""
    return f"{title} " if title.endswith(("?", "!", "…")) else f"{title}. "


def _write(run: Run, page: Page, done: list[Shown]) -> None:
    """Write a page if it changed, but no line for a picture that could not be made."""
    done = [one for one in done if page.home.with_name(one.file).is_file()]
    text, changed = page.rewritten(done)
    if not changed:
        return
    now = inputs.read(inputs.Input(page.source.path, page.home))
    if isinstance(now, Source) and now.text == page.source.text:
        run.save(text.encode(), page.home, AS_IT_WAS)
        return
    message = "The page was changed while its journeys were drawn, and is left as it is."
    path, help = page.source.path, "Run this again."
    run.tell([Diagnostic(kinds.NOT_WRITTEN, message, path, help=help)])


def _stale(page: Page, done: list[Shown]) -> int:
    """Name the lines of a page that are not as they would be written; how many there are."""
    why = dict.fromkeys(page.rewritten(done)[1], "out of date: the image")
    why |= dict.fromkeys(page.left_over(done), "left over: no journey of the page makes this image")
    path = shown(page.source.path)
    lines = [f"{path}:{line + 1}: {why[line]}\n" for line in sorted(why)]
    terminal.write("".join(lines), sys.stdout)
    return len(lines)
