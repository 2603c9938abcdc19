"""Syntax: which lines there are, and where they stand."""

from journeyctl import kinds

PAGES = {
    kinds.EMPTY_FILE: """
The file has no journey in it.

Reads: every line. It is found where all of them are blank or comments.

Why: an empty file among others is a journey that was never written, or one that was lost.

```journey-wrong
// to be written after the workshop
```

Better: begin with a title, a stage and a step; `journeyctl new` writes a beginning.

```journey
journey: Buying a bicycle

stage decision
  - Try one in the shop
```
""",
    kinds.MISSING_TITLE: """
The journey has no title.

Reads: the first line that is no comment, which should be `journey: …`, and has to say something.

Why: pictures and reports are headed by the title, and those who cannot see a picture are told
what it is by it.

```journey-wrong
stage decision
  - Try one in the shop
```

Better: begin with the title.

```journey
journey: Buying a bicycle

stage decision
  - Try one in the shop
```
""",
    kinds.UNKNOWN_LINE: """
A line has none of the forms of the language.

Reads: every line that is no comment, arrow, step, declaration or key. The line is kept, and
the help guesses at what was meant.

Why: nothing is dropped in silence: a line that is not understood is missing in the picture.

```journey-wrong
journey: Buying a bicycle

stage decision
  1. Try one in the shop
  - Buy it
```

Better: a step begins with `-`, a comment with `//`, and a key ends with `:`.

```journey
journey: Buying a bicycle

stage decision
  - Try one in the shop
  - Buy it
```
""",
    kinds.UNKNOWN_KEY: """
A key is not one of the language's.

Reads: lines of the form `key: value`. The help names the nearest key; under a question, the answer
with its arrow.

Why: a fact under a misspelt key would be missing in the report, and nobody would notice.

```journey-wrong
journey: Buying a bicycle
gaol: Sell more

stage decision
  - Buy it
```

Better: spell it as the language does; what has no key of its own goes into a `note:`.

```journey
journey: Buying a bicycle
goal: Sell more

stage decision
  - Buy it
```
""",
    kinds.MISPLACED_KEY: """
A key stands where it means nothing.

Reads: keys, and what they stand under: the journey, an actor, a channel, a system, a stage, a
step or a `backstage`. A journey's keys stand before the first declaration, a stage's before
its first step.

Why: the same word says different things in different places; a `role` belongs to somebody.

```journey-wrong
journey: Buying a bicycle

stage decision
  - Buy it
      role: buyer
```

Better: put it under what it is about.

```journey
journey: Buying a bicycle

actor ana: Ana
  role: buyer

stage decision
  - Buy it  @ana
```
""",
    kinds.REPEATED_KEY: """
A key that can be given once is given twice.

Reads: the keys under one thing; `metric`, `pain`, `idea`, `note` and others may come more than
once. The second label shows the first.

Why: one of the two would be dropped, and which one is not for a tool to choose.

```journey-wrong
journey: Buying a bicycle
goal: Sell one
goal: Sell two

stage decision
  - Buy it
```

Better: keep one, or make one of both.

```journey
journey: Buying a bicycle
goal: Sell two

stage decision
  - Buy it
```
""",
    kinds.EMPTY_VALUE: """
Nothing stands after a colon.

Reads: keys and the labels of declarations.

Why: it was meant to be filled in, or is left over.

```journey-wrong
journey: Buying a bicycle

stage decision
  - Buy it
      quote:
```

Better: write it, or take the line away.

```journey
journey: Buying a bicycle

stage decision
  - Buy it
      quote: I should have asked about the lights.
```
""",
    kinds.MISPLACED_ARROW: """
An arrow leaves no step.

Reads: arrows, and what they stand under.

Why: an arrow shows where the way goes from a step; without one there is nothing to draw.

```journey-wrong
journey: Buying a bicycle

stage decision
  - Try one
  - Buy it
no -> leave
```

Better: indent it under the step that it leaves.

```journey
journey: Buying a bicycle

stage decision
  - Try one
      no -> leave
  - Buy it
```
""",
    kinds.MISPLACED_STEP: """
A step stands under a line that takes none.

Reads: the indentation of steps. Own steps stand under a `|` line, a `&` line or an answer.

Why: indentation says what belongs to what; under a plain step there is no way of its own.

```journey-wrong
journey: Buying a bicycle

stage decision
  - Try one
      - Ride it round the block
  - Buy it
```

Better: put it beside the other, or make the line above a way of several.

```journey
journey: Buying a bicycle

stage decision
  - Try one
  - Ride it round the block
  - Buy it
```
""",
    kinds.MISPLACED_DECLARATION: """
A declaration does not stand at the left edge.

Reads: the indentation of `stage`, `actor`, `channel` and `system` lines.

Why: what is declared belongs to the whole journey, not to the line above it.

```journey-wrong
journey: Buying a bicycle

stage decision
  - Buy it
  stage loyalty
    - Tell friends
```

Better: take the indentation away.

```journey
journey: Buying a bicycle

stage decision
  - Buy it
stage loyalty
  - Tell friends
```
""",
    kinds.MIXED_INDENT: """
Tabs and spaces are mixed at the beginnings of the lines.

Reads: the indentation of the file; a tab reaches the next multiple of four columns.

Why: what looks indented in one editor does not in another, and the indentation says what
belongs to what.

```journey-wrong
journey: Buying a bicycle

stage decision
  - Try one
      pain: The queue
<U+0009>  idea: Two fitters on Saturdays
```

Better: use one of them; `journeyctl fmt` writes spaces.

```journey
journey: Buying a bicycle

stage decision
  - Try one
      pain: The queue
      idea: Two fitters on Saturdays
```
""",
}
