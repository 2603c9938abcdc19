"""A deck by hand that has all that a deck can have, to try renderers with."""

from pathlib import Path

from journeyctl.model.journey import Journey
from journeyctl.model.resolve import resolve
from journeyctl.slides.deck import (
    BODY,
    Box,
    Chart,
    Deck,
    Figure,
    Paragraph,
    Series,
    Slide,
    Table,
    Words,
)
from journeyctl.source import Source
from journeyctl.syntax.parser import parse
from journeyctl.themes import LIGHT, Theme
from journeyctl.views.catalogue import view
from journeyctl.views.setting import setting_for

SAMPLES = Path(__file__).parents[2] / "samples"

SIGNS = "<b>5 < 6 & “7”</b> *not bold* _nor_ `this` [x](javascript:alert(1)) | # $ \\ {{ 1 }}"
"""What a renderer must write as it is."""

SCRIPTS = (
    "Straße, déjà vu, Ñandú",
    "Договор подписание",
    "Σύμβαση υπογραφή",
    "签订合同之前，采购部门比较报价单",
    "สมัครสมาชิก น้ำผึ้ง",
    "توقيع العقد، مقارنة العروض",
    "🎉 👩‍👩‍👧‍👦 👍🏽 🇮🇩",
)


def sample(name: str) -> Journey:
    """A journey of ``samples/``."""
    path = SAMPLES / f"{name}.journey"
    tree, _ = parse(Source(path.name, path.read_text("utf-8")))
    return resolve(tree)[0]


def deck(theme: Theme = LIGHT) -> Deck:
    """Every element and every feature of ``journeyctl.slides.deck``, on a slide each."""
    left, top, width, height = BODY
    half = (width - 20) / 2
    return Deck(
        f"A deck of everything {SIGNS}",
        "en",
        theme,
        (
            Slide(
                "title", "title", f"A deck of everything {SIGNS}", "B2B journey, as it is", (), ()
            ),
            Slide(
                "people",
                "people",
                "Who it is about",
                "Personas · roles",
                (
                    Words(
                        "persona",
                        (left, top, half, height),
                        (
                            Paragraph("Marketing lead", 18, bold=True),
                            Paragraph("Know which campaign brings customers", bullet=True),
                            Paragraph(SIGNS, 14, bullet=True),
                            Paragraph("“I lose a day every week to spreadsheets.”", 14),
                        ),
                    ),
                    Words(
                        "scripts",
                        (left + half + 20, top, half, height),
                        tuple(Paragraph(text, bullet=True) for text in SCRIPTS),
                    ),
                ),
                ("Who of them have we spoken with?", SIGNS, *SCRIPTS),
            ),
            Slide("flow", "flow", "The journey", "", (figure("flow", "minimal", BODY, theme),), ()),
            Slide(
                "flow-2",
                "flow",
                "The journey of a committee (2 of 2)",
                "One with loops, questions and ways that part",
                (figure("flow", "b2b-software", BODY, theme),),
                ("A note.\nIts second line.",),
            ),
            Slide(
                "stage-awareness",
                "stage",
                "Awareness: a drawing with words beside it",
                "2-4 weeks",
                (
                    figure("flow", "minimal", (left, top, 560, height), theme),
                    Words(
                        "facts",
                        (left + 580, top, width - 580, height),
                        (
                            Paragraph("Goal", 14, bold=True),
                            Paragraph("Be on the shortlist before the tender is written", 14),
                            Paragraph("Pains", 14, bold=True),
                            Paragraph("Posts speak of features", 14, bullet=True),
                        ),
                    ),
                ),
                (),
            ),
            Slide(
                "feelings",
                "feelings",
                "How it feels",
                "",
                (
                    Chart(
                        "curve",
                        (left, top, width, 300),
                        ("See it", f"Ask {SIGNS}", *SCRIPTS, "Last"),
                        (
                            Series("Today", (4.0, None, 1.0, 2.5, None, None, 3.0, 5.0, 4.5, 3.0)),
                            Series(
                                f"Then {SIGNS}", (5.0, 4.0, 3.0, 3.0, 4.0, 4.0, 4.0, 5.0, 5.0, 5.0)
                            ),
                        ),
                        2,
                        (0, 7),
                        "The feelings over ten steps: lowest at the third.",
                    ),
                    Words(
                        "lowest",
                        (left, top + 320, width, 96),
                        (Paragraph("The lowest point", bold=True), Paragraph("“Nobody asks me.”")),
                    ),
                ),
                ("What would have to happen for this to be a five?",),
            ),
            Slide(
                "feelings-2",
                "feelings",
                "Without a lowest point",
                "",
                (
                    Chart(
                        "curve",
                        BODY,
                        ("Awareness", "Decision", "Loyalty"),
                        (Series("Everybody", (3.0, 3.0, 3.0)),),
                        -1,
                        (),
                        "The same at each of three stages.",
                    ),
                ),
                (),
            ),
            Slide(
                "remarks",
                "remarks",
                "Pains and ideas",
                "Three dots for each of you",
                (
                    Table(
                        "votes",
                        (left, top, width, 36 + 5 * 44),
                        ("Where", "Pain", "Votes"),
                        (
                            ("See the demo", "IT is invited too late", ""),
                            ("Negotiate", SIGNS, ""),
                            (SCRIPTS[1], SCRIPTS[3], ""),
                            (SCRIPTS[4], SCRIPTS[5], ""),
                            ("", "", ""),
                        ),
                        (220, 560, 100),
                        (36, 44, 44, 44, 44, 44),
                        14,
                    ),
                ),
                (),
            ),
        ),
    )


def figure(name: str, told: str, room: Box, theme: Theme) -> Figure:
    """A view of a sample, as large as it fits and in the middle of its room."""
    journey = sample(told)
    left, top, width, height = room
    setting = setting_for(journey)._replace(theme=theme, ratio=width / height)
    drawing = view(name).draw(journey, setting)
    scale = min(width / drawing.width, height / drawing.height)
    wide, high = drawing.width * scale, drawing.height * scale
    box = left + (width - wide) / 2, top + (height - high) / 2, wide, high
    return Figure(f"figure-{name}", box, drawing, scale, drawing.description)
