"""Durations, metrics, evidence and links."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journeyctl.source import Source, Span, Text
from journeyctl.syntax import values
from journeyctl.syntax.durations import minutes
from journeyctl.syntax.numbers import quantity
from journeyctl.syntax.values import Evidence, Grade, Metric, Quantity, WebLink
from tests.syntax.shown import shown_finding

DAY = 24 * 60
BEFORE = "note: x\n  key: "


def given_text(value: str) -> tuple[Source, Text]:
    """A value as it stands on the second line of a file, in column 8."""
    start = len(BEFORE)
    return Source("a.journey", BEFORE + value), Text(value, Span(start, start + len(value)))


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("10 min", 10, 10),
        ("10min", 10, 10),
        ("90 s", 1.5, 1.5),
        ("2 h", 120, 120),
        ("1.5 hours", 90, 90),
        ("1,5 jam", 90, 90),
        ("2-4 weeks", 14 * DAY, 28 * DAY),
        ("2 - 4 Weeks", 14 * DAY, 28 * DAY),
        ("6-12 bulan", 180 * DAY, 360 * DAY),
        ("3 araw", 3 * DAY, 3 * DAY),
        ("1 tahun", 365 * DAY, 365 * DAY),
        ("3+ days", 3 * DAY, None),
        ("3+d", 3 * DAY, None),
        ("2 mins.", 2, 2),
        ("0 days", 0, 0),
    ],
)
def test_a_duration(text: str, low: float, high: float | None) -> None:
    assert minutes(text) == (low, high)
    duration, findings = values.duration(*given_text(text))
    assert duration is not None
    assert (duration.low, duration.high, duration.text) == (low, high, text)
    assert findings == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2 - 4weeks", "2–4 weeks"),
        ("2–4 Weeks", "2–4 Weeks"),
        ("1,5‑ 2 jam", "1,5–2 jam"),
        ("3 + days", "3+ days"),
        ("10min", "10 min"),
    ],
)
def test_a_duration_is_said_with_the_dash_of_a_range(text: str, said: str) -> None:
    duration, _ = values.duration(*given_text(text))
    assert duration is not None
    assert (duration.text, duration.said) == (text, said)


@pytest.mark.parametrize(
    ("unit", "length"),
    [
        *((unit, 1 / 60) for unit in ("s", "sec", "seconds", "detik", "segundo")),
        *((unit, 1) for unit in ("min", "mins", "minute", "minutes", "menit", "minuto")),
        *((unit, 60) for unit in ("h", "hr", "hours", "jam", "oras")),
        *((unit, DAY) for unit in ("d", "day", "days", "hari", "araw")),
        *((unit, 7 * DAY) for unit in ("w", "wk", "weeks", "minggu", "pekan", "linggo")),
        *((unit, 30 * DAY) for unit in ("mo", "month", "months", "bulan", "buwan")),
        *((unit, 365 * DAY) for unit in ("y", "yr", "years", "tahun", "taon")),
    ],
)
def test_a_unit(unit: str, length: float) -> None:
    assert minutes(f"1 {unit}") == (length, length)


@pytest.mark.parametrize(
    "text", ["soon", "", "3", "days", "3 moons", "3 m", "1.500 min", "2-4", "-2 days", "1 h 30 min"]
)
def test_no_duration(text: str) -> None:
    duration, findings = values.duration(*given_text(text))
    assert duration is None
    assert [shown_finding(one) for one in findings] == [
        f"2:8-{8 + len(text)} bad-duration: `{text}` is not a duration."
    ]


def test_a_range_that_runs_backwards_is_no_duration() -> None:
    duration, findings = values.duration(*given_text("4-2 weeks"))
    assert duration is None
    assert [shown_finding(one) for one in findings] == [
        "2:8-17 bad-duration: The range `4-2 weeks` runs backwards."
    ]


def test_a_dash_is_read_as_meant_and_its_fix_is_safe() -> None:
    duration, (hint,) = values.duration(*given_text("2–4 weeks"))
    assert duration is not None
    assert duration.high == 28 * DAY
    assert shown_finding(hint) == "2:9-10 read-as-meant: `–` is read as `-`."
    assert hint.fix is not None
    assert hint.fix.safe
    assert [edit.text for edit in hint.fix.edits] == ["-"]


@given(
    st.integers(0, 999), st.integers(0, 999), st.sampled_from(["min", "h", "hari", "weeks", "taon"])
)
def test_a_range_holds_its_ends(one: int, two: int, unit: str) -> None:
    low, high = sorted((one, two))
    read = minutes(f"{low}-{high} {unit}")
    assert read is not None
    assert (read[0], read[0]) == minutes(f"{low} {unit}")
    assert (read[1], read[1]) == minutes(f"{high} {unit}")


@pytest.mark.parametrize(
    ("text", "language", "number", "unit"),
    [
        ("42", "en", 42, ""),
        ("68%", "en", 68, "%"),
        ("4.8", "en", 4.8, ""),
        ("1,500", "en", 1500, ""),
        ("1,500.25", "fil", 1500.25, ""),
        ("1,500", "", 1500, ""),
        ("4,8", "id", 4.8, ""),
        ("1.500.000", "id-ID", 1_500_000, ""),
        ("Rp 150.000", "id", 150_000, "Rp"),
        ("Rp150.000", "id", 150_000, "Rp"),
        ("$1,500", "en", 1500, "$"),
        ("₱ 1,500", "fil", 1500, "₱"),
        ("US$ 20", "en", 20, "US$"),
        ("3 days", "en", 3, "days"),
        ("150 ribu per bulan", "id", 150, "ribu per bulan"),
        ("-5 %", "en", -5, "%"),
        ("+5", "en", 5, ""),
        ("4,8", "de", 4.8, ""),
        ("1.500,25", "de", 1500.25, ""),
    ],
)
def test_a_quantity(text: str, language: str, number: float, unit: str) -> None:
    assert quantity(text, language) == (number, unit)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("4,8", "en"),
        ("4.8", "id"),
        ("1.500", "de"),
        ("1,50,000", "en"),
        ("3 of 5", "en"),
        ("10-20", "en"),
        ("about 40", "en"),
        ("many", "en"),
        ("", "en"),
        ("1..5", "en"),
        ("1,2,3", "id"),
    ],
)
def test_in_doubt_no_number(text: str, language: str) -> None:
    assert quantity(text, language) is None


@given(st.integers(0, 10**12), st.integers(0, 99))
def test_a_number_is_read_back(whole: int, cents: int) -> None:
    english = f"{whole:,}.{cents:02}"
    indonesian = english.translate(str.maketrans(",.", ".,"))
    assert (
        quantity(english, "en") == quantity(indonesian, "id") == (float(f"{whole}.{cents:02}"), "")
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Engagement", ("Engagement", None, None, None)),
        ("Leads = 42", ("Leads", (42, "", "42"), None, None)),
        ("Leads target >= 60", ("Leads", None, ">=", (60, "", "60"))),
        (
            "Cart abandonment = 68% target < 60%",
            ("Cart abandonment", (68, "%", "68%"), "<", (60, "%", "60%")),
        ),
        ("A=1 TARGET>2", ("A", (1, "", "1"), ">", (2, "", "2"))),
        ("A = 1 target = 2 days", ("A", (1, "", "1"), "=", (2, "days", "2 days"))),
        (
            "Share of the target group = 5%",
            ("Share of the target group", (5, "%", "5%"), None, None),
        ),
        (
            "On target < 3 target <= 4",
            ("On target < 3", None, "<=", (4, "", "4")),
        ),
    ],
)
def test_a_metric(
    text: str,
    expected: tuple[str, tuple[float, str, str] | None, str | None, tuple[float, str, str] | None],
) -> None:
    source, value = given_text(text)
    metric, findings = values.metric(source, value, "en")
    name, now, comparator, target = expected
    assert findings == []
    assert metric == (
        name,
        now and Quantity(*now),
        comparator,
        target and Quantity(*target),
        value.span,
    )


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("= 3", "2:8-11 bad-metric: This metric has no name."),
        ("", "2:8-8 bad-metric: This metric has no name."),
        ("Leads =", "2:14-15 bad-metric: A value is missing here."),
        ("Leads target <", "2:21-22 bad-metric: A value is missing here."),
        ("Leads target >< 3", "2:21-23 bad-metric: `><` compares nothing."),
        ("Churn < 5%", "2:14-15 bad-metric: `<` stands without `target`."),
        (
            "Leads target 60",
            "2:14-20 bad-metric: This target does not say which side of it is good.",
        ),
        (
            "Rate 5 target about 3",
            "2:15-21 bad-metric: This target does not say which side of it is good.",
        ),
        (
            "Leads = about 40",
            "2:16-24 unclear-number: `about 40` cannot be read as one number for certain.",
        ),
        ("Leads target ≥ 60", "2:21-22 read-as-meant: `≥` is read as `>=`."),
        ("Leads target => 60", "2:21-23 read-as-meant: `=>` is read as `>=`."),
    ],
)
def test_a_metric_that_is_not_understood(text: str, finding: str) -> None:
    source, value = given_text(text)
    assert [shown_finding(one) for one in values.metric(source, value, "en")[1]] == [finding]


def test_a_doubtful_number_is_kept_as_text() -> None:
    source, value = given_text("Rating = 4,8 target > 4.5")
    metric, (finding,) = values.metric(source, value, "en")
    assert metric == Metric(
        "Rating", Quantity(None, "", "4,8"), ">", Quantity(4.5, "", "4.5"), value.span
    )
    assert finding.severity == "warning"
    assert finding.help == (
        "It is shown as it is, and compared with nothing."
        " This journey's language writes numbers so: `1,500.5`."
    )


@pytest.mark.parametrize(
    ("text", "grade", "said", "date"),
    [
        ("observed, 12 interviews, 2026-05", "observed", "12 interviews", "2026-05"),
        ("Reported, 2026", "reported", "", "2026"),
        ("assumed", "assumed", "", ""),
        ("assumed,", "assumed", "", ""),
        ("reported, survey, wave 2, 2026–05–31", "reported", "survey, wave 2", "2026-05-31"),
        ("observed, May 2026", "observed", "May 2026", ""),
    ],
)
def test_evidence(text: str, grade: Grade, said: str, date: str) -> None:
    source, value = given_text(text)
    evidence, findings = values.evidence(source, value)
    assert evidence == Evidence(grade, said, date, value.span)
    assert findings == []


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("obsrved, twice", "2:8-15 bad-evidence: `obsrved` is no grade of evidence."),
        ("", "2:8-8 bad-evidence: `` is no grade of evidence."),
        ("observed, x, 2026-13", "2:21-28 bad-evidence: `2026-13` is no date."),
    ],
)
def test_evidence_that_is_none(text: str, finding: str) -> None:
    source, value = given_text(text)
    assert [shown_finding(one) for one in values.evidence(source, value)[1]] == [finding]


@pytest.mark.parametrize(
    ("text", "label", "url"),
    [
        ("https://example.com", "", "https://example.com"),
        ("The brief https://example.com/a?b=c&d#e", "The brief", "https://example.com/a?b=c&d#e"),
        ("HTTP://EXAMPLE.COM:8080/", "", "HTTP://EXAMPLE.COM:8080/"),
        (
            "Ask mailto:a@example.com?subject=Hi%20you",
            "Ask",
            "mailto:a@example.com?subject=Hi%20you",
        ),
        ("Kafe https://кафе.example/меню", "Kafe", "https://кафе.example/меню"),
        ("Wiki https://example.com/x_(y)", "Wiki", "https://example.com/x_(y)"),
    ],
)
def test_a_link(text: str, label: str, url: str) -> None:
    source, value = given_text(text)
    assert values.web_link(source, value) == (WebLink(label, url, value.span), [])


DISGUISES = [
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    "JAVASCRIPT:alert(1)",
    "&#106;avascript:alert(1)",
    "&#x6A;avascript:alert(1)",
    "&#x6a&#x61&#x76&#x61script:alert(1)",
    "&#0000106avascript:alert(1)",
    "java&#x09;script:alert(1)",
    "java&#10;script:alert(1)",
    "java&#13;script:alert(1)",
    "java&Tab;script:alert(1)",
    "java&NewLine;script:alert(1)",
    "javascript&colon;alert(1)",
    "javascript&#58;alert(1)",
    "javascript&#x3a;alert(1)",
    "%6Aavascript:alert(1)",
    "%6a%61%76%61%73%63%72%69%70%74:alert(1)",
    "%256Aavascript:alert(1)",
    "javascript%3Aalert(1)",
    "java%09script:alert(1)",
    "java%0ascript:alert(1)",
    "&amp;#106;avascript:alert(1)",
    "\x01javascript:alert(1)",
    "java\x00script:alert(1)",
    "java\u200bscript:alert(1)",
    "java\u00adscript:alert(1)",
    "\ufeffjavascript:alert(1)",
    "\u202ejavascript:alert(1)",
    "javascript://example.com/%0aalert(1)",
    "vbscript:msgbox(1)",
    "VB&#115;cript:msgbox(1)",
    "data:text/html;base64,PHNjcmlwdD4=",
    "&#100;ata:text/html,x",
    "file:///etc/passwd",
    "fi%6ce:///etc/passwd",
    "view-source:https://example.com",
    "blob:https://example.com/1",
    "ftp://example.com",
]


@pytest.mark.parametrize("address", DISGUISES, ids=range(len(DISGUISES)))
def test_no_disguise_makes_a_link(address: str) -> None:
    for text in (address, f"The brief {address}"):
        source, value = given_text(text)
        link, (finding,) = values.web_link(source, value)
        assert link is None
        assert finding.kind.name == "unsafe-link"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "the brief",
        "www.example.com",
        "example.com:80/a",
        "//example.com",
        "https://",
        "https:///path",
        "https:example.com",
        'https://example.com/"onclick="x',
        "https://example.com/<script>",
        "https://example.com\\@evil",
        "mailto:",
        "mailto:nobody",
        "[brief](https://example.com)",
        "https://example.com the brief",
        "https&colon;//example.com",
    ],
)
def test_what_is_no_whole_address_makes_no_link(text: str) -> None:
    source, value = given_text(text)
    link, (finding,) = values.web_link(source, value)
    assert link is None
    assert finding.kind.name == "bad-link"


@given(st.text(max_size=30))
def test_no_value_is_too_strange(text: str) -> None:
    source, value = given_text(text)
    for duration in (values.duration, values.evidence, values.web_link):
        read, findings = duration(source, value)
        assert read is not None or findings
    for language in ("en", "id", "de", ""):
        metric, found = values.metric(source, value, language)
        assert metric is not None or found
        assert all(one.span is not None and one.span.end <= len(source.text) for one in found)
