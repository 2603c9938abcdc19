"""Values: durations, numbers, metrics, evidence and links."""

from journeyctl import kinds

PAGES = {
    kinds.BAD_DURATION: """
A duration cannot be read, or runs backwards.

Reads: `[…]` on stages, steps and `backstage`, and the journey's `duration`. A duration is a
number, a range or `3+`, and a unit in English, Indonesian or Filipino.

Why: times are added up along the way; one that is not understood is missing in the sum.

```journey-wrong
journey: Buying a bicycle
duration: two weeks

stage decision
  - Try one
```

Better: write it in digits.

```journey
journey: Buying a bicycle
duration: 2 weeks

stage decision
  - Try one
```
""",
    kinds.BAD_METRIC: """
A metric has no name, a value is missing, or its target does not say which side is good.

Reads: `metric`, which is `Name = value target >= value`; value and target may be left out.

Why: a metric that is half read looks like one that is watched.

```journey-wrong
journey: Buying a bicycle

stage decision
  - Try one
      metric: Trial rides > 20%
```

Better: compare with one of `<`, `<=`, `=`, `>=` and `>`.

```journey
journey: Buying a bicycle

stage decision
  - Try one
      metric: Trial rides = 22% target >= 20%
```
""",
    kinds.UNCLEAR_NUMBER: """
A number could be read in two ways, or in none.

Reads: the numbers of a `metric`, as the journey's `language` writes them: `1,500.5` in English
and Filipino, `1.500,5` in Indonesian.

Why: a point that is taken for the wrong thing is wrong by a thousand. The number is shown as it
is, and compared with nothing.

```journey-wrong
journey: Buying a bicycle
language: en

stage decision
  - Buy it
      metric: Price = €1.500,00 target <= €1,400
```

Better: write it as the language does.

```journey
journey: Buying a bicycle
language: en

stage decision
  - Buy it
      metric: Price = €1,300.00 target <= €1,400
```
""",
    kinds.BAD_EVIDENCE: """
Evidence has no grade, or a date that is none.

Reads: `evidence`, which is `observed`, `reported` or `assumed`, then a source and a date
(`2026-05-31`, `2026-05` or `2026`).

Why: evidence is counted by its grade; what was seen, what was told and what is guessed are not
the same.

```journey-wrong
journey: Buying a bicycle

stage decision
  - Try one
      evidence: 12 interviews, 2026-05
```

Better: begin with the grade.

```journey
journey: Buying a bicycle

stage decision
  - Try one
      evidence: observed, 12 interviews, 2026-05
```
""",
    kinds.BAD_LINK: """
A link does not end in a web address.

Reads: `link`, which is text if wanted, then an `http`, `https` or `mailto` address.

Why: it could not be followed.

```journey-wrong
journey: Buying a bicycle

stage decision
  - Try one
      link: see the brief
```

Better: write the whole address at the end.

```journey
journey: Buying a bicycle

stage decision
  - Try one
      link: The brief https://example.com/brief
```
""",
    kinds.UNSAFE_LINK: """
A link has an address that could do harm.

Reads: the scheme of a `link`'s address; only `http`, `https` and `mailto` become links.

Why: a `javascript:` address in a picture or a report runs as soon as somebody clicks it.

```journey-wrong
journey: Buying a bicycle

stage decision
  - Try one
      link: The brief javascript:alert(1)
```

Better: link to a page.

```journey
journey: Buying a bicycle

stage decision
  - Try one
      link: The brief https://example.com/brief
```
""",
    kinds.BAD_VALUE: """
A key that takes one of a few words has another.

Reads: `type`, `scope`, `state`, `role`, `side` and `kind`. The help names the nearest word.

Why: these words decide what is checked and how it is drawn.

```journey-wrong
journey: Buying a bicycle
state: asis-now

stage decision
  - Try one
```

Better: take one of the words; the rest is for a `note:`.

```journey
journey: Buying a bicycle
state: as-is

stage decision
  - Try one
```
""",
}
