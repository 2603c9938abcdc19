"""Where outputs go, and which places are refused."""

from pathlib import Path

import pytest

from journeyctl import targets
from journeyctl.inputs import Input, find

FLOW = {"svg": ".flow.svg"}
BOTH = {"svg": ".flow.svg", "png": ".flow.png"}
STDIN = Input("<stdin>", None)


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a.journey", "b.journey", "one/a.journey", "x.y.journey", "plain"):
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text("journey: X\n")


def places(
    arguments: list[str], output: str = "", endings: dict[str, str] = FLOW
) -> list[str | None]:
    planned, problems = targets.plan(find(arguments)[0], endings, targets.Output(output))
    assert problems == []
    return [
        None if path is None else str(path) for paths in planned.values() for path in paths.values()
    ]


def refusal(
    arguments: list[str], output: str = "", endings: dict[str, str] = FLOW
) -> tuple[str, str]:
    _, (problem, *_) = targets.plan(find(arguments)[0], endings, targets.Output(output))
    return problem.path, problem.message


def test_beside_the_journey() -> None:
    assert places(["a.journey"]) == ["a.flow.svg"]
    assert places(["one", "x.y.journey"]) == ["one/a.flow.svg", "x.y.flow.svg"]
    assert places(["plain"]) == ["plain.flow.svg"]
    assert places(["a.journey"], endings=BOTH) == ["a.flow.svg", "a.flow.png"]


def test_to_standard_output() -> None:
    assert places(["-"]) == [None]
    assert places(["a.journey"], "-") == [None]
    assert places(["-", "a.journey"]) == [None, "a.flow.svg"]


def test_into_a_file_or_a_folder() -> None:
    assert places(["a.journey"], "x.svg") == ["x.svg"]
    assert places(["a.journey", "b.journey"], "one") == ["one/a.flow.svg", "one/b.flow.svg"]
    assert places(["a.journey", "-"], "new/") == ["new/a.flow.svg", "new/journey.flow.svg"]


def test_outputs_in_one_place_are_refused() -> None:
    assert refusal(["a.journey", "b.journey"], "x.svg") == (
        "x.svg",
        "2 outputs do not go into one file.",
    )
    assert refusal(["a.journey", "one/a.journey"], "new/") == (
        "new/a.flow.svg",
        "Two outputs would go to this one place, from `a.journey` and `one/a.journey`:"
        " the first does.",
    )
    assert refusal(["a.journey"], "-", BOTH) == (
        "standard output",
        "2 outputs do not go to standard output.",
    )


def test_a_journey_is_not_overwritten() -> None:
    assert refusal(["a.journey"], "./a.journey") == (
        "a.journey",
        "The output would overwrite the journey `a.journey`.",
    )
    assert refusal(["a.journey", "one"], "new/../", {"svg": ".journey"})[1] == (
        "The output would overwrite the journey `a.journey`."
    )


@pytest.mark.parametrize(
    ("asked", "output", "expected"),
    [
        ([], "", ["svg"]),
        ([], "-", ["svg"]),
        ([], "x.png", ["png"]),
        ([], "x.PNG", ["png"]),
        ([], "x", ["svg"]),
        ([], "v1.2/", ["svg"]),
        (["png"], "", ["png"]),
        (["svg,png", "dot", "PNG"], "", ["svg", "png", "dot"]),
        (["json,pdf"], "", ["pdf", "json"]),
        ([], "x.pdf", ["pdf"]),
        (["png"], "x.png", ["png"]),
        (["png"], "x", ["png"]),
        ([], "x.jpg", "`x.jpg` ends in no format; there are svg, png, pdf, dot, json."),
        (["jpg"], "", "`jpg` is no format; there are svg, png, pdf, dot, json."),
        (["svg,"], "", "`` is no format; there are svg, png, pdf, dot, json."),
        (["png"], "x.svg", "`x.svg` is no name for png."),
        (["png"], "x.pdf", "`x.pdf` is no name for png."),
    ],
)
def test_formats(asked: list[str], output: str, expected: list[str] | str) -> None:
    assert targets.formats(asked, output) == expected
