"""Where lines belong, and what is said of those that are wrong or stand wrongly."""

import pytest

from tests.syntax.shown import found, outline

# The text, the tree without blank lines, and the findings.
TEXTS: list[tuple[str, list[str], list[str]]] = [
    (
        "journey: T\nstage awareness",
        [
            "journey: 'T'",
            "stage 'awareness'",
        ],
        [],
    ),
    (
        "journey: T\nStage Post purchase: Setelah beli [1-3 bulan]",
        [
            "journey: 'T'",
            "stage 'Post purchase' 'Setelah beli' 1-3 bulan",
        ],
        [],
    ),
    (
        "journey: T\nstage decision:Keputusan",
        [
            "journey: 'T'",
            "stage 'decision' 'Keputusan'",
        ],
        [],
    ),
    (
        ('journey: T\nstage decision: "Keputusan [1]: @x" [2 days]'),
        [
            "journey: 'T'",
            "stage 'decision' 'Keputusan [1]: @x' 2 days",
        ],
        [],
    ),
    (
        "journey: T\nstage decision : Keputusan",
        [
            "journey: 'T'",
            "stage 'decision' 'Keputusan'",
        ],
        [],
    ),
    (
        "journey: T\nstage a [2 days]: Label",
        [
            "journey: 'T'",
            "stage 'a' 'Label' 2 days",
        ],
        [
            "2:9-17 misplaced-tag: The duration stands before the label.",
        ],
    ),
    (
        "journey: T\nstage a & b",
        [
            "journey: 'T'",
            "stage 'a & b'",
        ],
        [
            "2:7-12 bad-name: `a & b` is no name.",
        ],
    ),
    (
        "journey: T\nstage 2nd: Second",
        [
            "journey: 'T'",
            "stage '2nd' 'Second'",
        ],
        [
            "2:7-10 bad-name: `2nd` is no name.",
        ],
    ),
    (
        "journey: T\nstage a @it",
        [
            "journey: 'T'",
            "stage 'a'",
        ],
        [
            "2:9-12 misplaced-tag: `@it`, an actor, has no place on this line.",
        ],
    ),
    (
        "journey: T\nstage a:",
        [
            "journey: 'T'",
            "stage 'a'",
        ],
        [
            "2:8-9 empty-value: No label stands after this colon.",
        ],
    ),
    (
        "journey: T\nactor it [2 days]",
        [
            "journey: 'T'",
            "actor 'it'",
        ],
        [
            "2:10-18 misplaced-tag: `[2 days]`, a duration, has no place on this line.",
        ],
    ),
    (
        "journey: T\nactor marketing: Marketing manager",
        [
            "journey: 'T'",
            "actor 'marketing' 'Marketing manager'",
        ],
        [],
    ),
    (
        "journey: T\nchannel web",
        [
            "journey: 'T'",
            "channel 'web'",
        ],
        [],
    ),
    (
        "journey: T\nsystem crm: CRM",
        [
            "journey: 'T'",
            "system 'crm' 'CRM'",
        ],
        [],
    ),
    (
        "journey: T\n  stage a\n    goal: x\n    - y",
        [
            "journey: 'T'",
            "stage 'a'",
            "  goal: 'x'",
            "  - 'y'",
        ],
        [
            "2:3-8 misplaced-declaration: This stage does not stand at the left edge.",
        ],
    ),
    (
        "journey: T\nstage",
        [
            "journey: 'T'",
            "unknown 'stage'",
        ],
        [
            "2:1-6 unknown-line: This line is not understood.",
        ],
    ),
    (
        "journey: T\nstage: awareness",
        [
            "journey: 'T'",
            "unknown 'stage: awareness'",
        ],
        [
            "2:1-6 unknown-key: `stage` is no key.",
        ],
    ),
    (
        "journey: T\nstage ]",
        [
            "journey: 'T'",
            "stage ']'",
        ],
        [
            "2:7-8 bad-name: `]` is no name.",
        ],
    ),
    (
        "journey: T\nstage @it",
        [
            "journey: 'T'",
            "stage ''",
        ],
        [
            "2:1-6 bad-name: This stage has no name.",
            "2:7-10 misplaced-tag: `@it`, an actor, has no place on this line.",
        ],
    ),
    (
        "journey: T\ntype: b2c\nscope: buyer\nstate: as-is\nstate: To Be",
        [
            "journey: 'T'",
            "type: 'b2c'",
            "scope: 'buyer'",
            "state: 'as-is'",
            "state: 'to-be'",
        ],
        [
            "5:1-6 repeated-key: `state` may be said once.",
        ],
    ),
    (
        "journey: T\nType : B2B",
        [
            "journey: 'T'",
            "type: 'b2b'",
        ],
        [],
    ),
    (
        "journey: T\ntype: b3b",
        [
            "journey: 'T'",
            "type: 'b3b'",
        ],
        [
            "2:7-10 bad-value: `b3b` is no type.",
        ],
    ),
    (
        "journey: T\nscope: everyone",
        [
            "journey: 'T'",
            "scope: 'everyone'",
        ],
        [
            "2:8-16 bad-value: `everyone` is no scope.",
        ],
    ),
    (
        "journey: T\ngoal:",
        [
            "journey: 'T'",
            "goal: ''",
        ],
        [
            "2:5-6 empty-value: `goal` has no value.",
        ],
    ),
    (
        "journey:",
        [
            "journey: ''",
        ],
        [
            "1:1-8 missing-title: This journey has no title.",
        ],
    ),
    (
        "journey:   \nstage a",
        [
            "journey: ''",
            "stage 'a'",
        ],
        [
            "1:1-8 missing-title: This journey has no title.",
        ],
    ),
    (
        "stage a\n  - x",
        [
            "stage 'a'",
            "  - 'x'",
        ],
        [
            "1:1-2 missing-title: This journey has no title.",
        ],
    ),
    (
        "- x\njourney: T",
        [
            "- 'x'",
            "journey: 'T'",
        ],
        [
            "2:1-8 misplaced-key: The title does not stand first.",
        ],
    ),
    (
        "journey: T\njourney: U",
        [
            "journey: 'T'",
            "journey: 'U'",
        ],
        [
            "2:1-8 repeated-key: `journey` may be said once.",
        ],
    ),
    (
        "// c\n\njourney: T\n  type: b2b",
        [
            "comment '// c'",
            "journey: 'T'",
            "type: 'b2b'",
        ],
        [],
    ),
    (
        "",
        [],
        [
            "1:1-1 empty-file: There is no journey in this file.",
        ],
    ),
    (
        "\n\n",
        [],
        [
            "1:1-1 empty-file: There is no journey in this file.",
        ],
    ),
    (
        "// only a comment",
        [
            "comment '// only a comment'",
        ],
        [
            "1:1-1 empty-file: There is no journey in this file.",
        ],
    ),
    (
        "\ufeffjourney: T",
        [
            "journey: 'T'",
        ],
        [],
    ),
    (
        (
            "journey: T\n"
            "actor it\n"
            "  role: byer\n"
            "  side: us\n"
            "  count: 5-10\n"
            "  goal: a\n"
            "  goal: b\n"
            "  department: x\n"
            "  department: y"
        ),
        [
            "journey: 'T'",
            "actor 'it'",
            "  role: 'byer'",
            "  side: 'us'",
            "  count: '5-10'",
            "  goal: 'a'",
            "  goal: 'b'",
            "  department: 'x'",
            "  department: 'y'",
        ],
        [
            "3:9-13 bad-value: `byer` is no role.",
            "4:9-11 bad-value: `us` is no side.",
            "9:3-13 repeated-key: `department` may be said once.",
        ],
    ),
    (
        "journey: T\nchannel web\n  kind: digtal\n  role: user",
        [
            "journey: 'T'",
            "channel 'web'",
            "  kind: 'digtal'",
            "  role: 'user'",
        ],
        [
            "3:9-15 bad-value: `digtal` is no kind.",
            "4:3-7 misplaced-key: `role` is no key of a channel.",
        ],
    ),
    (
        "journey: T\ngoal: x\nstage a\ngoal: y",
        [
            "journey: 'T'",
            "goal: 'x'",
            "stage 'a'",
            "goal: 'y'",
        ],
        [
            "4:1-5 misplaced-key: `goal` stands at the left edge, behind the first declaration.",
        ],
    ),
    (
        "journey: T\nstage a\n  goal: x\n  - s\n  pain: p\n      pain: q",
        [
            "journey: 'T'",
            "stage 'a'",
            "  goal: 'x'",
            "  - 's'",
            "  pain: 'p'",
            "  pain: 'q'",
        ],
        [
            "5:3-7 misplaced-key: `pain` of a stage stands behind its first step.",
            "6:7-11 misplaced-key: `pain` stands under another key.",
        ],
    ),
    (
        "journey: T\nstage a\n  - s\n      goal: x",
        [
            "journey: 'T'",
            "stage 'a'",
            "  - 's'",
            "    goal: 'x'",
        ],
        [
            "4:7-11 misplaced-key: `goal` is no key of a step.",
        ],
    ),
    (
        (
            "journey: T\n"
            "stage a\n"
            "  - s\n"
            "      backstage: Assign @sales [1 day]\n"
            "        system: crm\n"
            "        note: n\n"
            "      system: erp"
        ),
        [
            "journey: 'T'",
            "stage 'a'",
            "  - 's'",
            "    backstage: 'Assign' <actor sales> <duration 1 day>",
            "      system: 'crm'",
            "    note: 'n'",
            "    system: 'erp'",
        ],
        [
            "6:9-13 misplaced-key: `note` stands under another key.",
        ],
    ),
    (
        ('journey: T\nstage a\n  - s\n      backstage: "Mail @all #now" @sales #web'),
        [
            "journey: 'T'",
            "stage 'a'",
            "  - 's'",
            "    backstage: 'Mail @all #now' <actor sales> <unknown #web>",
        ],
        [
            "4:42-46 misplaced-tag: `#web`, a channel, has no place on this line.",
        ],
    ),
    (
        (
            "journey: T\n"
            "stage a\n"
            "  - s\n"
            "      pain: Too late @it\n"
            "      idea: Mail me@home\n"
            "      idea: Ask @it,\n"
            "      pain: See #tag :3"
        ),
        [
            "journey: 'T'",
            "stage 'a'",
            "  - 's'",
            "    pain: 'Too late' <actor it>",
            "    idea: 'Mail me@home'",
            "    idea: 'Ask' <actor it>",
            "    pain: 'See #tag :3'",
        ],
        [
            "6:17-21 near-tag: `@it,` is nearly a tag, but none.",
        ],
    ),
    (
        (
            "journey: T\n"
            "stage a\n"
            "  - s\n"
            '      quote: "Is anybody ""there""?"\n'
            "      quote: “Halo?”\n"
            '      quote: "A" and "B"'
        ),
        [
            "journey: 'T'",
            "stage 'a'",
            "  - 's'",
            "    quote: 'Is anybody \"there\"?'",
            "    quote: 'Halo?'",
            '    quote: \'"A" and "B"\'',
        ],
        [],
    ),
    (
        "journey: T\ngaol: x",
        [
            "journey: 'T'",
            "unknown 'gaol: x'",
        ],
        [
            "2:1-5 unknown-key: `gaol` is no key.",
        ],
    ),
    (
        "journey: T\nSasaran: x",
        [
            "journey: 'T'",
            "unknown 'Sasaran: x'",
        ],
        [
            "2:1-8 unknown-key: `Sasaran` is no key.",
        ],
    ),
    (
        (
            "journey: T\n"
            "stage a\n"
            "  - s\n"
            "      pian: x\n"
            "      pain it hurts\n"
            "      https://example.com"
        ),
        [
            "journey: 'T'",
            "stage 'a'",
            "  - 's'",
            "    unknown 'pian: x'",
            "    unknown 'pain it hurts'",
            "    unknown 'https://example.com'",
        ],
        [
            "4:7-11 unknown-key: `pian` is no key.",
            "5:7-11 unknown-line: This line is not understood.",
            "6:7-26 unknown-line: This line is not understood.",
        ],
    ),
    (
        "journey: T\nduration: soon\nmetric: = 3\nmetric: A = 4,8",
        [
            "journey: 'T'",
            "duration: 'soon'",
            "metric: '= 3'",
            "metric: 'A = 4,8'",
        ],
        [
            "2:11-15 bad-duration: `soon` is not a duration.",
            "3:9-12 bad-metric: This metric has no name.",
            "4:13-16 unclear-number: `4,8` cannot be read as one number for certain.",
        ],
    ),
    (
        "journey: T\nlanguage: id\nmetric: A = 4,8",
        [
            "journey: 'T'",
            "language: 'id'",
            "metric: 'A = 4,8'",
        ],
        [],
    ),
    (
        (
            "journey: T\n"
            "stage a\n"
            "  - s\n"
            "      evidence: guess\n"
            "      link: javascript:alert(1)\n"
            "      link: here"
        ),
        [
            "journey: 'T'",
            "stage 'a'",
            "  - 's'",
            "    evidence: 'guess'",
            "    link: 'javascript:alert(1)'",
            "    link: 'here'",
        ],
        [
            "4:17-22 bad-evidence: `guess` is no grade of evidence.",
            "5:13-32 unsafe-link: A `javascript:` address is not allowed.",
            "6:13-17 bad-link: This link does not end in a web address.",
        ],
    ),
    (
        "journey: T\nduration: 6–12 months",
        [
            "journey: 'T'",
            "duration: '6–12 months'",
        ],
        [
            "2:12-13 read-as-meant: `–` is read as `-`.",
        ],
    ),
    (
        (
            "journey: T\n"
            "stage a\n"
            "  ? q\n"
            "      no 30% -> leave\n"
            "      yes -> next\n"
            "      maybe ->\n"
            "        - own\n"
            '      "a -> b" 5% -> "c -> d"\n'
            "      -> x\n"
            "      10% -> y\n"
            "      new → end\n"
            "      --> z"
        ),
        [
            "journey: 'T'",
            "stage 'a'",
            "  ? 'q'",
            "    'no' 30% -> 'leave'",
            "    'yes' -> 'next'",
            "    'maybe' ->",
            "      - 'own'",
            "    'a -> b' 5% -> 'c -> d'",
            "    -> 'x'",
            "    10% -> 'y'",
            "    'new' -> 'end'",
            "    -> 'z'",
        ],
        [
            "9:7-9 missing-label: This answer says nothing.",
            "10:7-10 missing-label: This share stands without an answer.",
            "11:11-12 read-as-meant: `→` is read as `->`.",
            "12:7-10 missing-label: This answer says nothing.",
            "12:7-10 read-as-meant: `-->` is read as `->`.",
        ],
    ),
    (
        (
            "journey: T\n"
            "stage a\n"
            "  - s\n"
            "      -> b\n"
            "      again -> a -> c\n"
            "      e-mail->d\n"
            "      30% off -> x\n"
            "      twice => a → c"
        ),
        [
            "journey: 'T'",
            "stage 'a'",
            "  - 's'",
            "    -> 'b'",
            "    'again' -> 'a -> c'",
            "    'e-mail' -> 'd'",
            "    '30% off' -> 'x'",
            "    'twice' -> 'a → c'",
        ],
        [
            "5:18-20 arrow-in-label: This second arrow is read as part of the target.",
            "7:7-10 tag-in-label: `30%` inside a label is read as text.",
            "8:13-15 read-as-meant: `=>` is read as `->`.",
            "8:18-19 arrow-in-label: This second arrow is read as part of the target.",
        ],
    ),
    (
        "journey: T\nstage a\n  -> b",
        [
            "journey: 'T'",
            "stage 'a'",
            "  -> 'b'",
        ],
        [
            "3:3-5 misplaced-arrow: This arrow leaves no step.",
        ],
    ),
    (
        "journey: T\n-> b",
        [
            "journey: 'T'",
            "-> 'b'",
        ],
        [
            "2:1-3 misplaced-arrow: This arrow leaves no step.",
        ],
    ),
    (
        "journey: T\nactor it\n  no -> b",
        [
            "journey: 'T'",
            "actor 'it'",
            "  'no' -> 'b'",
        ],
        [
            "3:6-8 misplaced-arrow: This arrow leaves no step.",
        ],
    ),
    (
        "journey: T\nstage a\n  - s\n      pain: x\n        no -> b",
        [
            "journey: 'T'",
            "stage 'a'",
            "  - 's'",
            "    pain: 'x'",
            "    'no' -> 'b'",
        ],
        [
            "5:12-14 misplaced-arrow: This arrow leaves no step.",
        ],
    ),
    (
        "journey: T\nstage a\n  - s\n      no -> b\n        pain: x",
        [
            "journey: 'T'",
            "stage 'a'",
            "  - 's'",
            "    'no' -> 'b'",
            "      pain: 'x'",
        ],
        [
            "5:9-13 misplaced-key: `pain` stands under an answer.",
        ],
    ),
    (
        "journey: T\nstage a\n  ? q\n      “yes” → “Go on”\n      yes @it -> next",
        [
            "journey: 'T'",
            "stage 'a'",
            "  ? 'q'",
            "    'yes' -> 'Go on'",
            "    'yes @it' -> 'next'",
        ],
        [
            '4:7-8 read-as-meant: `“` is read as `"`.',
        ],
    ),
    (
        "journey: T\nstage a\n  ? q\n      ya 30 % -> next",
        [
            "journey: 'T'",
            "stage 'a'",
            "  ? 'q'",
            "    'ya 30' -> 'next'",
        ],
        [
            "4:13-14 near-tag: `%` is nearly a tag, but none.",
        ],
    ),
    (
        (
            "journey: T\n"
            "stage a\n"
            "  | w\n"
            "      - own @it\n"
            "      | own2\n"
            "          pain: p\n"
            "  & p\n"
            "      - own3"
        ),
        [
            "journey: 'T'",
            "stage 'a'",
            "  | 'w'",
            "    - 'own' <actor it>",
            "    | 'own2'",
            "      pain: 'p'",
            "  & 'p'",
            "    - 'own3'",
        ],
        [],
    ),
    (
        "journey: T\nstage a\n  - s\n      - t\n    - u",
        [
            "journey: 'T'",
            "stage 'a'",
            "  - 's'",
            "  - 't'",
            "  - 'u'",
        ],
        [
            "4:7-8 misplaced-step: This step is indented under another step.",
            "5:5-6 misplaced-step: This step is indented under another step.",
        ],
    ),
    (
        "journey: T\nstage a\n  ? q\n      - t",
        [
            "journey: 'T'",
            "stage 'a'",
            "  ? 'q'",
            "  - 't'",
        ],
        [
            "4:7-8 misplaced-step: This step stands under a question, not under an answer.",
        ],
    ),
    (
        "journey: T\nstage a\n  - s\n      pain: p\n        - t",
        [
            "journey: 'T'",
            "stage 'a'",
            "  - 's'",
            "    pain: 'p'",
            "  - 't'",
        ],
        [
            "5:9-10 misplaced-step: This step stands under a key.",
        ],
    ),
    (
        "journey: T\nstage a\n  | w\n      - own\n          - deeper",
        [
            "journey: 'T'",
            "stage 'a'",
            "  | 'w'",
            "    - 'own'",
            "    - 'deeper'",
        ],
        [
            "5:11-12 misplaced-step: This step is indented under another step.",
        ],
    ),
    (
        (
            "journey: T\n"
            "stage a\n"
            "  | w\n"
            "      | own\n"
            "          - deep\n"
            "          | deep2\n"
            "              - deeper"
        ),
        [
            "journey: 'T'",
            "stage 'a'",
            "  | 'w'",
            "    | 'own'",
            "      - 'deep'",
            "      | 'deep2'",
            "      - 'deeper'",
        ],
        [],
    ),
    (
        "journey: T\nstage a\n  - s\nactor it\n  role: user\n  - t\n      pain: p",
        [
            "journey: 'T'",
            "stage 'a'",
            "  - 's'",
            "  - 't'",
            "    pain: 'p'",
            "actor 'it'",
            "  role: 'user'",
        ],
        [],
    ),
    (
        "journey: T\n- before\n    pain: p\nstage a\n- at the edge\n  pain: q",
        [
            "journey: 'T'",
            "- 'before'",
            "  pain: 'p'",
            "stage 'a'",
            "  - 'at the edge'",
            "    pain: 'q'",
        ],
        [],
    ),
    (
        "journey: T\nstge a\n  - s\n      pain: p",
        [
            "journey: 'T'",
            "unknown 'stge a'",
            "- 's'",
            "  pain: 'p'",
        ],
        [
            "2:1-5 unknown-line: This line is not understood.",
        ],
    ),
    (
        (
            "journey: T\n"
            "stage a\n"
            "  - s\n"
            "      what\n"
            "        no ->\n"
            "          - t\n"
            "            what\n"
            "              no ->\n"
            "                - u\n"
            "                  what\n"
            "                    no ->\n"
            "                      - v"
        ),
        [
            "journey: 'T'",
            "stage 'a'",
            "  - 's'",
            "    unknown 'what'",
            "      'no' ->",
            "        - 't'",
            "          unknown 'what'",
            "            'no' ->",
            "              - 'u'",
            "                unknown 'what'",
            "                  'no' ->",
            "              - 'v'",
        ],
        [
            "4:7-11 unknown-line: This line is not understood.",
            "7:13-17 unknown-line: This line is not understood.",
            "10:19-23 unknown-line: This line is not understood.",
        ],
    ),
    (
        "journey: T\nstage a\n  - s\n  what is this\n      - t\n      pain: p\n      no -> x",
        [
            "journey: 'T'",
            "stage 'a'",
            "  - 's'",
            "  unknown 'what is this'",
            "    pain: 'p'",
            "    'no' -> 'x'",
            "  - 't'",
        ],
        [
            "4:3-15 unknown-line: This line is not understood.",
        ],
    ),
    (
        "journey: T\nstage a\n\t- s\n\t\tpain: p",
        [
            "journey: 'T'",
            "stage 'a'",
            "  - 's'",
            "    pain: 'p'",
        ],
        [],
    ),
    (
        "journey: T\nstage a\n  - s\n\tpain: p\n \t pain: q\n\t- t",
        [
            "journey: 'T'",
            "stage 'a'",
            "  - 's'",
            "    pain: 'p'",
            "    pain: 'q'",
            "  - 't'",
        ],
        [
            "4:1-2 mixed-indent: Tabs and spaces are mixed in the indentation.",
            "5:4-8 misplaced-key: `pain` stands under another key.",
            "6:2-3 misplaced-step: This step is indented under another step.",
        ],
    ),
    (
        "journey: T\nstage a\n\xa0\xa0- s\n      pain: p",
        [
            "journey: 'T'",
            "stage 'a'",
            "  - 's'",
            "    pain: 'p'",
        ],
        [
            "3:1-2 read-as-meant: `U+00A0` is read as a plain space.",
        ],
    ),
    (
        "journey: T\n# Heading",
        [
            "journey: 'T'",
            "unknown '# Heading'",
        ],
        [
            "2:1-10 unknown-line: This line is not understood.",
        ],
    ),
    (
        "journey: T\n1. foo",
        [
            "journey: 'T'",
            "unknown '1. foo'",
        ],
        [
            "2:1-7 unknown-line: This line is not understood.",
        ],
    ),
    (
        "journey: T\n+ foo",
        [
            "journey: 'T'",
            "unknown '+ foo'",
        ],
        [
            "2:1-6 unknown-line: This line is not understood.",
        ],
    ),
    (
        "journey: T\n-----",
        [
            "journey: 'T'",
            "unknown '-----'",
        ],
        [
            "2:1-6 unknown-line: This line is not understood.",
        ],
    ),
    (
        "journey: T\n-Ask",
        [
            "journey: 'T'",
            "unknown '-Ask'",
        ],
        [
            "2:1-2 unknown-line: This line is not understood.",
        ],
    ),
    (
        "journey: T\n\u2014dash",
        [
            "journey: 'T'",
            "unknown '—dash'",
        ],
        [
            "2:1-2 unknown-line: This line is not understood.",
        ],
    ),
    (
        "journey: T\n\u2022dot",
        [
            "journey: 'T'",
            "unknown '•dot'",
        ],
        [
            "2:1-2 unknown-line: This line is not understood.",
        ],
    ),
    (
        "journey: T\nhttps://example.com",
        [
            "journey: 'T'",
            "unknown 'https://example.com'",
        ],
        [
            "2:1-20 unknown-line: This line is not understood.",
        ],
    ),
    (
        "journey: T\nhello world",
        [
            "journey: 'T'",
            "unknown 'hello world'",
        ],
        [
            "2:1-12 unknown-line: This line is not understood.",
        ],
    ),
    (
        "journey: T\nStge a",
        [
            "journey: 'T'",
            "unknown 'Stge a'",
        ],
        [
            "2:1-5 unknown-line: This line is not understood.",
        ],
    ),
    (
        "journey: T\nstages a > b",
        [
            "journey: 'T'",
            "unknown 'stages a > b'",
        ],
        [
            "2:1-7 unknown-line: This line is not understood.",
        ],
    ),
    (
        "journey: T\n/* c */",
        [
            "journey: 'T'",
            "unknown '/* c */'",
        ],
        [
            "2:1-8 unknown-line: This line is not understood.",
        ],
    ),
    (
        "journey: T\nchanel web",
        [
            "journey: 'T'",
            "unknown 'chanel web'",
        ],
        [
            "2:1-7 unknown-line: This line is not understood.",
        ],
    ),
    (
        "journey: T\nnote this",
        [
            "journey: 'T'",
            "unknown 'note this'",
        ],
        [
            "2:1-5 unknown-line: This line is not understood.",
        ],
    ),
    (
        "journey: T\nnote: a\x00\x00b",
        [
            "journey: 'T'",
            "note: 'a��b'",
        ],
        [
            "2:8-10 forbidden-character: 2 signs that no text can show: U+0000, U+0000.",
        ],
    ),
    (
        "journey: T\nnote: a\ufffeb",
        [
            "journey: 'T'",
            "note: 'a�b'",
        ],
        [
            "2:8-9 forbidden-character: U+FFFE is no sign that a text can show.",
        ],
    ),
    (
        "journey: T\nnote: a\ud800b",
        [
            "journey: 'T'",
            "note: 'a�b'",
        ],
        [
            "2:8-9 forbidden-character: U+D800 is no sign that a text can show.",
        ],
    ),
    (
        "journey: T\nnote: a\x1b[31mb\x1b[0m",
        [
            "journey: 'T'",
            "note: 'a�[31mb�[0m'",
        ],
        [
            "2:8-9 forbidden-character: U+001B is no sign that a text can show.",
            "2:14-15 forbidden-character: U+001B is no sign that a text can show.",
        ],
    ),
    (
        "journey: T\nnote: a\rb",
        [
            "journey: 'T'",
            "note: 'a�b'",
        ],
        [
            "2:8-9 forbidden-character: U+000D is no sign that a text can show.",
        ],
    ),
    (
        "journey: T\r\nstage a\r\n  - s\r\n",
        [
            "journey: 'T'",
            "stage 'a'",
            "  - 's'",
        ],
        [],
    ),
    (
        "journey: T\nnote: a\u202eb\u202c\u202e\nnote: \u2066x\u2069",
        [
            "journey: 'T'",
            "note: 'a\\u202eb\\u202c\\u202e'",
            "note: '\\u2066x\\u2069'",
        ],
        [
            "2:8-9 direction-character: U+202E can make this line read otherwise than it is.",
            "3:7-8 direction-character: U+2066 can make this line read otherwise than it is.",
        ],
    ),
    (
        "journey: T\n\x01\x02\nab\x03c",
        [
            "journey: 'T'",
            "unknown '��'",
            "unknown 'ab�c'",
        ],
        [
            "2:1-3 forbidden-character: 2 signs that no text can show: U+0001, U+0002.",
            "3:3-4 forbidden-character: U+0003 is no sign that a text can show.",
        ],
    ),
]


@pytest.mark.parametrize(("text", "tree", "findings"), TEXTS)
def test_a_text(text: str, tree: list[str], findings: list[str]) -> None:
    assert outline(text) == tree
    assert found(text) == findings


def test_a_declared_name_is_read_as_meant() -> None:
    text = "journey: T\nactor it\u2011b\u00a0c: IT\nactor “ana”\nstage a\n  - x @it-b-c @ana"
    assert outline(text)[1:3] == ["actor 'it-b c' 'IT'", "actor 'ana'"]
    assert found(text) == [
        "2:9-10 read-as-meant: `\u2011` is read as `-`.",
        '3:7-8 read-as-meant: `“` is read as `"`.',
    ]
