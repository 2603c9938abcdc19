"""Names declared and unused, and languages without words."""

from tests.model.shown import found
from tests.reading import read


def test_declared_and_unused() -> None:
    text = "journey: T\nactor it: IT\nchannel web\nsystem crm\nstage a\n  - b\n"
    assert found(text) == [
        "2:7-9 unused-name: The actor `it` is declared, and never used.",
        "3:9-12 unused-name: The channel `web` is declared, and never used.",
        "4:8-11 unused-name: The system `crm` is declared, and never used.",
    ]
    assert [(one.severity, one.help) for one in read(text).findings] == [
        ("warning", "Write `@it` on a step, or take the declaration away."),
        ("warning", "Write `#web` on a step, or take the declaration away."),
        ("warning", "Write `system: crm` under a step, or take the declaration away."),
    ]


def test_every_use_counts() -> None:
    actors = "".join(f"actor p{number}\n" for number in range(6))
    text = (
        f"journey: T\n{actors}system crm\nsystem erp\nstage a\n  pain: x @p0\n  idea: x @p1\n"
        "  - b @p2\n      pain: x @p3\n      idea: x @p4\n      system: erp\n"
        "      backstage: y @p5\n        system: crm\n"
    )
    assert found(text) == []


def test_a_language_without_words() -> None:
    text = "journey: T\nlanguage: de\nstage a\n  - b\n"
    assert found(text) == [
        "2:11-13 language-without-words: "
        "There are no built-in words for the language `de`; English ones are used."
    ]
    assert read(text).findings[0].severity == "hint"
    for language in ("en", "en-GB", "id", "id-ID", "fil", "tl", "FIL"):
        assert found(f"journey: T\nlanguage: {language}\nstage a\n  - b\n") == []
