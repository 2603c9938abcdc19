"""A step's line: its mark, its label, and the tags behind it."""

import pytest

from tests.syntax.shown import found, outline

HEAD = "journey: T\nstage a\n"

# The line, the step that it is, and what is found in it, on line 3.
STEPS: list[tuple[str, str, list[str]]] = [
    (
        "- See @it:2 #web :5 ! [2-4 weeks] ^demo",
        "- 'See' <actor it 2> <channel web> <feeling 5> <moment> <duration 2-4 weeks> <id demo>",
        [],
    ),
    (
        "| Hear of us 40%",
        "| 'Hear of us' <share 40>",
        [],
    ),
    (
        "| Hear of us 33,3%",
        "| 'Hear of us' <share 33.3>",
        [],
    ),
    (
        "- Get 20% off",
        "- 'Get 20% off'",
        [],
    ),
    (
        "- Win the #giveaway on air",
        "- 'Win the #giveaway on air'",
        [
            "11-20 tag-in-label: `#giveaway` inside a label is read as text.",
        ],
    ),
    (
        '- "Meet at booth #5 @ the fair" #event',
        "- 'Meet at booth #5 @ the fair' <channel event>",
        [],
    ),
    (
        '- "Say ""yes""" :4',
        "- 'Say \"yes\"' <feeling 4>",
        [],
    ),
    (
        '- "A" or "B" #web',
        '- \'"A" or "B"\' <channel web>',
        [],
    ),
    (
        '- "Meet"#event',
        "- 'Meet' <channel event>",
        [],
    ),
    (
        '- "Meet',
        "- '\"Meet'",
        [
            "3-4 open-quote: This quote is never closed.",
        ],
    ),
    (
        "- Go @ the fair",
        "- 'Go @ the fair'",
        [],
    ),
    (
        "- Be #1",
        "- 'Be #1'",
        [],
    ),
    (
        "- ticket #24h",
        "- 'ticket' <unknown #24h>",
        [
            "10-14 near-tag: `#24h` is nearly a tag, but none.",
        ],
    ),
    (
        "- Ask @it,",
        "- 'Ask' <actor it>",
        [
            "7-11 near-tag: `@it,` is nearly a tag, but none.",
        ],
    ),
    (
        "- Ask @it:6",
        "- 'Ask' <unknown @it:6>",
        [
            "7-12 near-tag: `@it:6` is nearly a tag, but none.",
        ],
    ),
    (
        "- Ask @2nd",
        "- 'Ask' <unknown @2nd>",
        [
            "7-11 near-tag: `@2nd` is nearly a tag, but none.",
        ],
    ),
    (
        "- Ask @",
        "- 'Ask' <unknown @>",
        [
            "7-8 near-tag: `@` is nearly a tag, but none.",
        ],
    ),
    (
        "- Ask :6",
        "- 'Ask' <unknown :6>",
        [
            "7-9 near-tag: `:6` is nearly a tag, but none.",
        ],
    ),
    (
        "- Ask :4,",
        "- 'Ask' <unknown :4,>",
        [
            "7-10 near-tag: `:4,` is nearly a tag, but none.",
        ],
    ),
    (
        "- Ask :)",
        "- 'Ask :)'",
        [],
    ),
    (
        "- Wait [soon]",
        "- 'Wait' <unknown [soon]>",
        [
            "8-14 near-tag: `[soon]` is nearly a tag, but none.",
        ],
    ),
    (
        "- Wait []",
        "- 'Wait' <unknown []>",
        [
            "8-10 near-tag: `[]` is nearly a tag, but none.",
        ],
    ),
    (
        "- Wait [3+ days]",
        "- 'Wait' <duration 3+ days>",
        [],
    ),
    (
        "- Wait [3 days",
        "- 'Wait [3 days'",
        [
            "8-15 near-tag: The bracket of this duration is not closed.",
        ],
    ),
    (
        "- Wait [4-2 days]",
        "- 'Wait' <unknown [4-2 days]>",
        [
            "8-18 bad-duration: The range `4-2 days` runs backwards.",
        ],
    ),
    (
        "- Wow !!",
        "- 'Wow' <unknown !!>",
        [
            "7-9 near-tag: `!!` is nearly a tag, but none.",
        ],
    ),
    (
        "- Wow!",
        "- 'Wow!'",
        [],
    ),
    (
        "- Ask @it @IT",
        "- 'Ask' <actor it> <actor IT>",
        [
            "11-14 repeated-tag: `IT` stands here twice.",
        ],
    ),
    (
        "- Ask :1 :2",
        "- 'Ask' <feeling 1> <feeling 2>",
        [
            "10-12 repeated-tag: This line has a second feeling.",
        ],
    ),
    (
        "- Ask ! !",
        "- 'Ask' <moment> <moment>",
        [
            "9-10 repeated-tag: This line has a second `!`.",
        ],
    ),
    (
        "- Ask ^a ^b",
        "- 'Ask' <id a> <id b>",
        [
            "10-12 repeated-tag: This line has a second `^` name.",
        ],
    ),
    (
        "- Ask [1 day] [2 days]",
        "- 'Ask' <duration 1 day> <duration 2 days>",
        [
            "15-23 repeated-tag: This line has a second duration.",
        ],
    ),
    (
        "| Ask 10% 20%",
        "| 'Ask' <share 10> <share 20>",
        [
            "11-14 repeated-tag: This line has a second share.",
        ],
    ),
    (
        "| Ask 140%",
        "| 'Ask' <unknown 140%>",
        [
            "7-11 near-tag: `140%` is nearly a tag, but none.",
        ],
    ),
    (
        "| Ask 40 %",
        "| 'Ask 40' <unknown %>",
        [
            "10-11 near-tag: `%` is nearly a tag, but none.",
        ],
    ),
    (
        "| Get 20% off",
        "| 'Get 20% off'",
        [
            "7-10 tag-in-label: `20%` inside a label is read as text.",
        ],
    ),
    (
        "- Ask 40%",
        "- 'Ask' <unknown 40%>",
        [
            "7-10 misplaced-tag: `40%`, a share, has no place on this line.",
        ],
    ),
    (
        "- Ask @penjualan-ü #वेब",
        "- 'Ask' <actor penjualan-ü> <channel वेब>",
        [],
    ),
    (
        "- Ask @a_b",
        "- 'Ask' <unknown @a_b>",
        [
            "7-11 near-tag: `@a_b` is nearly a tag, but none.",
        ],
    ),
    (
        "-",
        "- ''",
        [
            "1-2 missing-label: This step has no label.",
        ],
    ),
    (
        "- @it",
        "- '' <actor it>",
        [
            "1-2 missing-label: This step has no label.",
        ],
    ),
    (
        "- a -> b",
        "- 'a -> b'",
        [
            "5-7 arrow-in-label: This arrow is read as part of the label.",
        ],
    ),
    (
        "- a → b",
        "- 'a → b'",
        [
            "5-6 arrow-in-label: This arrow is read as part of the label.",
        ],
    ),
    (
        "- a –> b",
        "- 'a –> b'",
        [
            "5-7 arrow-in-label: This arrow is read as part of the label.",
        ],
    ),
    (
        "- a→b => c",
        "- 'a→b => c'",
        [
            "7-9 arrow-in-label: This arrow is read as part of the label.",
        ],
    ),
    (
        '- "a -> b"',
        "- 'a -> b'",
        [],
    ),
    (
        '- "a → b"',
        "- 'a → b'",
        [],
    ),
    (
        "-   spaced   @it   ",
        "- 'spaced' <actor it>",
        [],
    ),
    (
        "* star",
        "- 'star'",
        [
            "1-2 read-as-meant: `*` is read as `-`.",
        ],
    ),
    (
        "• dot",
        "- 'dot'",
        [
            "1-2 read-as-meant: `•` is read as `-`.",
        ],
    ),
    (
        "– dash",
        "- 'dash'",
        [
            "1-2 read-as-meant: `–` is read as `-`.",
        ],
    ),
    (
        "- Ask\xa0@it\xa0#web",
        "- 'Ask' <actor it> <channel web>",
        [
            "6-7 read-as-meant: `U+00A0` is read as a plain space.",
        ],
    ),
    (
        "- “Meet #5” @it",
        "- 'Meet #5' <actor it>",
        [
            '3-4 read-as-meant: `“` is read as `"`.',
        ],
    ),
    (
        "- “Meet” us",
        "- '“Meet” us'",
        [],
    ),
    (
        "- He said “yes”",
        "- 'He said “yes”'",
        [],
    ),
    (
        "- Ask [2–4 weeks]",
        "- 'Ask' <duration 2–4 weeks>",
        [
            "9-10 read-as-meant: `–` is read as `-`.",
        ],
    ),
    (
        "- a\xa0b @post\u2011sales",
        "- 'a\\xa0b' <actor post-sales>",
        [
            "12-13 read-as-meant: `‑` is read as `-`.",
        ],
    ),
    (
        "- Ask @it\u200b",
        "- 'Ask' <actor it>",
        [],
    ),
    (
        "~ Read",
        "~ 'Read'",
        [],
    ),
    (
        "& Sign",
        "& 'Sign'",
        [],
    ),
    (
        "? Any?",
        "? 'Any?'",
        [],
    ),
]


@pytest.mark.parametrize(("line", "step", "findings"), STEPS, ids=[row[0] for row in STEPS])
def test_a_step_line(line: str, step: str, findings: list[str]) -> None:
    assert outline(HEAD + line)[2:] == ["  " + step.removeprefix("  ")]
    assert found(HEAD + line) == ["3:" + finding for finding in findings]
