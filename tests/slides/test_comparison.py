"""What only the deck of several journeys has."""

from journeyctl.slides.make import make
from journeyctl.views.setting import setting_for
from tests.views.drawn import journey


def test_all_names_stand_on_the_title_of_a_comparison() -> None:
    def title(*texts: str) -> tuple[str, str]:
        told = [journey(text) for text in texts]
        slide = make(told, "comparison", setting_for(told[0]), only=("title",)).slides[0]
        return slide.title, slide.subtitle

    stage = "stage a\n  - x\n"
    b2b, b2c = (f"journey: Buying for {one}\ntype: {one}\n{stage}" for one in ("b2b", "b2c"))
    assert title(b2b, b2c) == (
        "B2B and B2C beside each other",
        "B2B: Buying for b2b · B2C: Buying for b2c",
    )
    assert title(f"journey: One\n{stage}", f"journey: Two\n{stage}") == (
        "One and Two beside each other",
        "",
    )
    all_of_it = "of all that a very, very large company does in a year and a day"
    names = [f"{one} {all_of_it}" for one in "AB"]
    said = title(*(f"journey: {name}\n{stage}" for name in names))
    short = "{} of all that a very, very large company does in a year and…"
    assert said == (
        f"{short.format('A')} and {short.format('B')} beside each other",
        " · ".join(names),
    )
