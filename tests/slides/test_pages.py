"""What goes on on further pages is all there, in its order, and once."""

from random import Random

from journeyctl.slides.deck import BODY, Paragraph, Table, Words
from journeyctl.slides.measure import height
from journeyctl.slides.pages import beside, enlarged, table_pages, word_pages


def text(random: Random, most: int) -> str:
    return " ".join(f"w{random.randrange(10_000)}" for _ in range(random.randrange(1, most)))


def test_words_go_on() -> None:
    several = 0
    for seed in range(20):
        random = Random(seed)
        said = []
        for _ in range(random.randrange(1, 30)):
            bold = random.random() < 0.3
            long = 300 if random.random() < 0.1 else 12
            said.append(Paragraph(text(random, long), 14, bold, not bold))
        side = (650.0, 92.0, 270.0, 200.0)
        pages = list(word_pages(said, [side], further=beside(3)))
        several += len(pages) > 1
        found: list[str] = []
        for number, page in enumerate(pages):
            for element in page:
                assert isinstance(element, Words)
                assert height(element.paragraphs, element.box[2]) <= element.box[3] + 0.01
                assert element.box[3] <= (BODY[3] if number else side[3]) + 0.01
                found += [word for one in element.paragraphs for word in one.text.split()]
        assert found == [word for one in said for word in one.text.split()]
    assert several > 10


def test_a_heading_stays_with_what_follows_it() -> None:
    parted = 0
    for seed in range(20):
        random = Random(seed)
        said = []
        for _ in range(5):
            said.append(Paragraph(text(random, 8), 14, bold=True))
            said.append(Paragraph(text(random, 220), 12, bullet=True))
        pages = list(word_pages(said, [(650.0, 92.0, 270.0, 200.0)], further=beside(3)))
        columns = [one for page in pages for one in page if isinstance(one, Words)]
        parted += len(columns)
        assert not any(one.paragraphs[-1].bold for one in columns)
    assert parted > 60


def test_a_table_goes_on() -> None:
    random = Random(1)
    rows = [(text(random, 8), text(random, 900 if at % 7 == 0 else 20), "") for at in range(40)]
    pages = table_pages(("One", "Other", "Empty"), rows)
    assert len(pages) > 3
    tables = [one for page in pages for one in page if isinstance(one, Table)]
    for column in range(3):
        found = [word for one in tables for row in one.rows for word in row[column].split()]
        assert found == [word for row in rows for word in row[column].split()]
    assert len({one.widths for one in tables}) == 1


def test_type_is_as_large_as_fits() -> None:
    box = (0.0, 0.0, 200.0, 100.0)
    few, many = [Paragraph("Few", 12)], [Paragraph("Many", 12)] * 6
    assert enlarged(few, box)[0].size == 16
    assert enlarged(many, box)[0].size == 12
