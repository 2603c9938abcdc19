"""Fills one template of somebody else's, in a process of its own.

``python -c "…; main()"`` reads what there is to fill in from its standard input, and writes the
text as it comes. Whatever the template does, the process that waits for it can end this one.
Exit code 0: all of it is written; ``WRONG``: what is wrong is told on standard error as JSON, a
path, a line and a message.
"""

import json
import pickle
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from traceback import walk_tb
from types import TracebackType
from typing import NamedTuple

from jinja2 import BaseLoader, ChoiceLoader, Environment, FileSystemLoader
from jinja2.exceptions import TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.loaders import split_template_path

from journeyctl.renderers.sandbox import sandbox
from journeyctl.reports.context import Context
from journeyctl.templates import templates_folder
from journeyctl.words import Words, words_for

WRONG = 3

NOTATIONS = {".md": "markdown", ".html": "html", ".txt": "text"}
"""What templates can write: the ending before ``.j2``, and the module of its notation."""

MOST_BYTES = 1024 * 1024

_LONGEST = 500  # characters of a message; it may quote a template


class Task(NamedTuple):
    """A template's name in its folder, and what to fill it with."""

    folder: Path
    name: str
    context: Context


class Mistake(NamedTuple):
    """What is wrong with a template; ``path`` is "" and ``line`` 0 where no line is to blame."""

    path: str
    line: int
    message: str


class _Folder(BaseLoader):
    """The templates of a folder: ordinary files called ``.j2`` that really are in it, whatever
    links say."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get_source(self, _environment: Environment, template: str) -> tuple[str, str, None]:
        path = self._folder.joinpath(*split_template_path(template))
        real = path.resolve()
        inside = real.suffix == ".j2" and real.is_relative_to(self._folder.resolve())
        if not inside or not real.is_file():
            raise TemplateNotFound(template)
        with real.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
        if len(data) > MOST_BYTES:
            raise TemplateSyntaxError("it is larger than 1 MB", 1, template, str(path))
        try:
            return data.decode("utf-8-sig"), str(path), None
        except UnicodeDecodeError as error:
            line = data[: error.start].count(b"\n") + 1
            raise TemplateSyntaxError("it is not UTF-8", line, template, str(path)) from None


def filled(task: Task) -> Iterator[str]:
    """The pieces of the text. Raises whatever is wrong with the template."""
    ending = Path(task.name.removesuffix(".j2")).suffix
    notation = import_module(f"journeyctl.renderers.{NOTATIONS[ending]}").NOTATION
    own, builtin = _Folder(task.folder), FileSystemLoader(templates_folder() / "report")
    environment = sandbox(notation, ChoiceLoader([own, builtin]))
    template = environment.get_template(task.name)
    return template.generate(task.context._asdict(), **speaking(words_for(task.context.language)))


def speaking(words: Words) -> dict[str, object]:
    """The functions that say something in the language of the report."""

    def say(key: str, **values: object) -> str:
        if key not in words.messages:
            raise UndefinedError(f"There are no words for `{key}`.")
        return words.text(key, **values)

    return {
        "say": say,
        "number": words.number,
        "percent": words.percent,
        "duration": words.duration,
    }


def mistake(error: Exception) -> Mistake:
    """What an error comes from, with the last line of a template that led to it."""
    if isinstance(error, TemplateSyntaxError):
        message = error.message or "it cannot be read"
        return Mistake(error.filename or "", error.lineno, _sentence(message))
    path, line = _place(error.__traceback__)
    if isinstance(error, TemplateNotFound):
        return Mistake(path, line, f"There is no template `{error.name}` in this folder.")
    if isinstance(error, RecursionError):
        return Mistake(path, line, "The template calls itself without end.")
    return Mistake(path, line, _sentence(str(error) or type(error).__name__))


def _sentence(message: str) -> str:
    message = message[:_LONGEST]
    end = "" if message.endswith((".", "?")) else "."
    return f"{message[0].upper()}{message[1:]}{end}"


def _place(traceback: TracebackType | None) -> tuple[str, int]:
    path, line = "", 0
    for frame, number in walk_tb(traceback):
        if "__jinja_exception__" in frame.f_globals:  # It stands for a line of a template.
            path, line = frame.f_code.co_filename, number
    return path, line


def main() -> None:
    """Fill the template that standard input names."""
    task: Task = pickle.load(sys.stdin.buffer)  # noqa: S301  (from our own process alone)
    try:
        for piece in filled(task):
            sys.stdout.buffer.write(piece.encode("utf-8", "replace"))
        sys.stdout.buffer.flush()
    except MemoryError:
        raise
    except Exception as error:
        sys.stderr.write(json.dumps(mistake(error)))
        sys.exit(WRONG)
