"""The public API: journeys for programs. ``docs/api.md`` tells it with examples.

Everything is a function of its arguments: no configuration file is read and nothing is written
but what is given back. What each takes as a journey is one that ``load`` gave, or what ``load``
takes. A wrong argument raises ValueError, a journey or an engine that fails ``JourneyError``.
"""

import os
from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias, TypeVar, get_args, overload

from journeyctl import inputs, kinds
from journeyctl.diagnostics import Diagnostic
from journeyctl.source import Source

if TYPE_CHECKING:
    from journeyctl.model.journey import Journey as Model
    from journeyctl.pipeline import Options

View: TypeAlias = Literal["flow", "map", "lanes", "channels", "committee", "buyer"]
Picture: TypeAlias = Literal["svg", "png", "pdf", "dot"]
Theme: TypeAlias = Literal["light", "dark", "print", "colorblind"]
Direction: TypeAlias = Literal["right", "down"]
Report: TypeAlias = Literal["summary", "full", "workshop", "measurement", "actions"]
Severity: TypeAlias = Literal["error", "warning", "hint"]

Word = TypeVar("Word", bound=str)

_TEXT = "<text>"
"""What a journey is called that was given as text."""


class JourneyError(Exception):
    """A journey could not be read, or not be drawn.

    ``message`` says what is wrong, ``help`` what to do ("" for nothing), ``path`` with which
    journey.
    """

    def __init__(self, path: str, message: str, help: str = "") -> None:
        super().__init__(f"{path}: {message}")
        self.path = path
        self.message = message
        self.help = help


class Finding(NamedTuple):
    """One thing that was found in a journey.

    ``line`` and ``column`` count from 1, in characters; ``end_line`` and ``end_column`` tell
    where it ends, exclusive. All four are 0 for what has no place. ``code`` (``P204``) and
    ``name`` (``pain-without-idea``) are stable.
    """

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    code: str
    name: str
    severity: Severity
    message: str
    help: str

    def __str__(self) -> str:
        place = f":{self.line}:{self.column}" if self.line else ""
        return f"{self.path}{place}: {self.severity}: {self.message} [{self.code} {self.name}]"


class Journey:
    """A journey that was read. It is made by ``load`` and never changes.

    ``path`` is where it was read from, ``text`` what it says there; ``language`` is the one of
    the tool's own words, "" for the journey's own.
    """

    __slots__ = ("_findings", "_model", "_source", "language")

    def __init__(self, source: Source, language: str) -> None:
        from journeyctl import pipeline

        self._source = source
        self.language = language
        self._model, self._findings = pipeline.check(source, language)

    @property
    def path(self) -> str:
        return self._source.path

    @property
    def text(self) -> str:
        return self._source.text

    @property
    def title(self) -> str:
        """The journey's title, "" where it has none."""
        return self._model.facts.title

    @property
    def stages(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The labels of its stages, in their order, each with those of its steps."""
        steps = self._model.steps
        return tuple(
            (stage.label, tuple(steps[one].label for one in stage.steps))
            for stage in self._model.stages
        )

    def __repr__(self) -> str:
        return f"<Journey {self.title!r} from {self.path}>"


Told: TypeAlias = Journey | str | os.PathLike[str]
"""A journey, the path of its file, or its text: a ``str`` with a line break in it is a text."""


def load(journey: str | os.PathLike[str], *, language: str = "") -> Journey:
    """Read a journey, from a file (a path) or from a text (a ``str`` with a line break).

    ``language`` is that of the tool's own words, such as ``en``, ``id`` or ``fil``; without it
    the journey's own. A journey with errors is read as far as it is understood: ``check`` tells
    them. Raises JourneyError where the file cannot be read.
    """
    return Journey(_source(journey), _language(language))


def check(
    journey: Told,
    *,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
) -> list[Finding]:
    """What is wrong with a journey or weak in it, in the order of its text.

    ``select`` and ``ignore`` name rules, by name, code or family (``measures``): only what is
    selected is told, and nothing that is ignored. Comments in the journey that ignore a finding
    hold.
    """
    from journeyctl.choosing import Choice

    select = [select] if isinstance(select, str) else list(select)
    ignore = [ignore] if isinstance(ignore, str) else list(ignore)
    chosen = Choice(_codes(select) if select else None, _codes(ignore))
    return [_finding(one) for one in chosen.apply(_loaded(journey)._findings)]


def render(
    journey: Told,
    *,
    view: View = "flow",
    format: Picture | Literal["json"] = "svg",
    theme: Theme = "light",
    size: str = "",
    direction: Direction | None = None,
    rows: Iterable[str] = (),
    dpi: int = 144,
    engine: Literal["bundled", "dot"] = "bundled",
) -> bytes:
    """A picture of a journey, the same bytes every time; as JSON its data.

    ``size`` is a page: ``slide``, ``a4``, ``a3``, or a width and a height such as
    ``1920x1080``; "" for what the picture needs. ``direction``: stages side by side (the
    default but on a page that stands) or one below the other. ``rows`` are those of the map,
    in their order. ``dpi`` (24 to 600) counts for PNG alone. Raises JourneyError where there is
    nothing to draw, or the engine fails.
    """
    from journeyctl import pipeline

    told = _loaded(journey)
    options = _options(view, format, theme, size, direction, rows)
    if not 24 <= dpi <= 600:
        raise ValueError("`dpi` is 24 to 600.")
    options = options._replace(dpi=dpi, engine=_one_of("engine", engine, ("bundled", "dot")))
    drawn, troubles = pipeline.draw(told._model, (format,), options)
    return _only(told, drawn.values(), troubles)


def report(journey: Told, *, kind: Report = "full") -> str:
    """A report in Markdown, in the language of the journey."""
    from journeyctl.renderers.markdown import report as markdown

    told = _loaded(journey)
    return markdown(told._model, told._findings, _one_of("kind", kind, get_args(Report)))


@overload
def compare(
    first: Told, second: Told, *more: Told, format: Literal["markdown", "json"] = "markdown"
) -> str: ...


@overload
def compare(
    first: Told,
    second: Told,
    *more: Told,
    format: Picture,
    theme: Theme = "light",
    direction: Direction = "right",
) -> bytes: ...


def compare(
    first: Told,
    second: Told,
    *more: Told,
    format: Picture | Literal["markdown", "json"] = "markdown",
    theme: Theme = "light",
    direction: Direction = "right",
) -> str | bytes:
    """Journeys beside each other, in the language of the first: a table with a reading of each
    row as Markdown or JSON, or a picture in the bytes of any other format."""
    from journeyctl import pipeline
    from journeyctl.words import words_for

    head = _loaded(first)
    language = head._model.facts.language
    models = [head._model]
    sources = [one._source if isinstance(one, Journey) else _source(one) for one in (second, *more)]
    models += [pipeline.check(one, language)[0] for one in sources]
    _one_of("format", format, ("markdown", "json", *get_args(Picture)))
    if format == "markdown" or format == "json":
        from journeyctl.comparison.comparison import comparison
        from journeyctl.renderers.comparison import json, markdown

        words = words_for(language)
        found = comparison(models, words)
        return json(found) if format == "json" else markdown(found, words)
    return _beside(head, models, format, theme, direction)


def _beside(
    first: Journey, models: "list[Model]", format: Picture, theme: Theme, direction: Direction
) -> bytes:
    from journeyctl import pipeline, themes
    from journeyctl.views.beside import beside
    from journeyctl.views.setting import setting_for

    name = _one_of("theme", theme, themes.BUILT_IN)
    if lacking := beside.lacks(models):
        raise JourneyError(first.path, lacking)
    setting = setting_for(models[0])._replace(
        theme=themes.built_in(name), direction=_one_of("direction", direction, get_args(Direction))
    )
    drawing = beside.draw(models, setting)
    drawn, troubles = pipeline.pictures(models[0], "", drawing, (format,), pipeline.Options())
    return _only(first, drawn.values(), troubles)


def _options(
    view: str,
    format: str,
    theme: str,
    size: str,
    direction: Direction | None,
    rows: Iterable[str],
) -> "Options":
    """The pipeline's options for a picture. Raises ValueError."""
    from journeyctl import pipeline, targets, themes
    from journeyctl.views.catalogue import VIEWS
    from journeyctl.views.page import page

    _one_of("format", format, targets.FORMATS)
    if direction is not None:
        _one_of("direction", direction, get_args(Direction))
    chosen = page(size, direction) if size else None
    if isinstance(chosen, str):
        raise ValueError(chosen)
    names = targets.rows([rows] if isinstance(rows, str) else list(rows))
    if isinstance(names, str):
        raise ValueError(names)
    stands = chosen is not None and chosen.ratio < 1
    return pipeline.Options(
        (_one_of("view", view, VIEWS),),
        direction=direction or ("down" if stands else "right"),
        theme=themes.built_in(_one_of("theme", theme, themes.BUILT_IN)),
        size=chosen,
        rows=names,
    )


def _only(journey: Journey, drawn: Iterable[bytes], troubles: list[Diagnostic]) -> bytes:
    """The picture, where there is one. Raises JourneyError."""
    for picture in drawn:
        return picture
    for trouble in troubles:
        raise JourneyError(trouble.path, trouble.message, trouble.help)
    raise JourneyError(journey.path, "There is nothing to draw: the journey has no stages.")


def _loaded(journey: Told) -> Journey:
    return journey if isinstance(journey, Journey) else load(journey)


def _source(journey: str | os.PathLike[str]) -> Source:
    if isinstance(journey, str) and "\n" in journey:
        read = inputs.decoded(inputs.Input(_TEXT, None), journey.encode("utf-8", "replace"))
    else:
        from pathlib import Path

        path = Path(journey)
        read = inputs.read(inputs.Input(str(path), path))
    if isinstance(read, Diagnostic):
        help = read.help
        if isinstance(journey, str) and read.kind in (kinds.NO_SUCH_FILE, kinds.UNREADABLE):
            help = help or "A text has a line break in it; what has none is a path."
        raise JourneyError(read.path, read.message, help)
    return read


def _language(language: str) -> str:
    from journeyctl.words import LANGUAGES, catalogue

    found = catalogue(language)
    if language and not found:
        raise ValueError(f"There are no words in `{language}`; there are {', '.join(LANGUAGES)}.")
    return found


def _codes(words: list[str]) -> frozenset[str]:
    from journeyctl.rules.choose import no_rule, resolve_selectors

    chosen, unknown = resolve_selectors(words)
    for word, near in unknown:
        raise ValueError(no_rule(word, near))
    return frozenset(kind.code for kind in chosen)


def _finding(one: Diagnostic) -> Finding:
    from journeyctl.reporters.places import place_of

    kind = one.kind
    return Finding(
        *(one.path, *(place_of(one) or (0, 0, 0, 0))),
        *(kind.code, kind.name, kind.severity, one.message, one.help),
    )


def _one_of(what: str, asked: Word, known: Iterable[str]) -> Word:
    names = tuple(known)
    if asked not in names:
        raise ValueError(f"`{asked}` is no {what}; there are {', '.join(names)}.")
    return asked
