"""Times in pictures and on slides: one dash, whether they were written or worked out."""

from journeyctl.views.catalogue import VIEWS, view
from tests.slides.checks import deck
from tests.views.drawn import drawn, journey

TOLD = journey(
    "journey: A\nduration: 3-9 weeks\ntype: b2b\nactor us\n  side: company\nactor ann\n"
    "  role: decider\nactor ben\n  role: buyer\nstage awareness [3 - 9weeks]\n"
    "  - See it @ann #web :4 [3- 9 days]\n      backstage: Do it @us [3-9 days]\n"
    "        system: crm\n      pain: Slow\nstage decision\n  - Choose @ben #web :2 [3–9 days]\n"
    "stage purchase\n  - Buy @ben @us #shop :5\n"
)


def test_a_range_has_one_dash() -> None:
    for name in VIEWS:
        if not view(name).lacks(TOLD):
            assert "3-9" not in repr(drawn(TOLD, name)), name
    assert "3-9" not in repr(deck(TOLD))
    assert "3–9 weeks" in repr(drawn(TOLD, "flow"))
