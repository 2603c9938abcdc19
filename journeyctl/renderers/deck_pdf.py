"""A deck as a PDF: a page for each slide, 16:9, with an outline of their titles."""

from journeyctl.renderers.pdf import Sheet, pages
from journeyctl.slides.compose import parts
from journeyctl.slides.deck import HEIGHT, WIDTH, Deck


def deck_pdf(deck: Deck) -> bytes:
    """The file. Speaker notes are not in it."""
    sheets = [
        Sheet(slide.title, WIDTH, HEIGHT, parts(slide, deck, number))
        for number, slide in enumerate(deck.slides, 1)
    ]
    return pages(sheets, deck.title, "", deck.language)
