"""Syntax: what stands in a line: labels, names, tags and signs."""

from journeyctl import kinds

PAGES = {
    kinds.MISSING_LABEL: """
A step or an answer does not say what it is.

Reads: the text between a mark and the tags, and what stands before an answer's arrow.

Why: a box without words tells nothing, and nothing can point at it.

```journey-wrong
journey: Buying a bicycle

stage decision
  -         #shop
  - Buy it  #shop
```

Better: say what the customer does.

```journey
journey: Buying a bicycle

stage decision
  - Try one  #shop
  - Buy it   #shop
```
""",
    kinds.BAD_NAME: """
What is declared has no name, or one that no tag could spell.

Reads: `stage`, `actor`, `channel` and `system` lines. A name is made of letters of any script,
digits and hyphens, a letter first.

Why: names are what the rest of the file points with: `@ana`, `#web`, `-> decision`.

```journey-wrong
journey: Buying a bicycle

stage 1st-visit
  - Try one in the shop
```

Better: a short name, and the full one as its label.

```journey
journey: Buying a bicycle

stage first-visit: 1st visit
  - Try one in the shop
```
""",
    kinds.NEAR_TAG: """
A word at the end of a line is nearly a tag.

Reads: the last words of steps and answers: a comma behind a name, a feeling that is not 1 to
5, a duration that is none.

Why: read as part of the label, the fact that it states would be missing.

```journey-wrong
journey: Buying a bicycle

stage decision
  - Try one in the shop  :6
```

Better: write the tag right; what is no tag, put in quotes with the label.

```journey
journey: Buying a bicycle

stage decision
  - Try one in the shop  :5
```
""",
    kinds.TAG_IN_LABEL: """
A tag's shape stands inside a label, and is read as a part of it.

Reads: the words of a label, before its last word that is no tag.

Why: it may have been meant as a tag; a label that holds such a word on purpose can say so.

```journey-wrong
journey: Buying a bicycle

stage decision
  - Meet @ana in the shop
```

Better: put tags behind the label, or the whole label in quotes.

```journey
journey: Buying a bicycle

stage decision
  - Meet in the shop  @ana
```
""",
    kinds.MISPLACED_TAG: """
A tag stands on a line that does not take it.

Reads: tags. Steps take all but a share, which stands on `|` lines and answers; a stage takes a
duration; `backstage` takes people and a duration; a pain or an idea its owner.

Why: there it says nothing: there is no share where only one way goes on.

```journey-wrong
journey: Buying a bicycle

stage decision
  - Try one in the shop  40%
```

Better: put it where it says something, or take it away.

```journey
journey: Buying a bicycle

stage decision
  | Try one in the shop  40%
  | Order one unseen     60%
```
""",
    kinds.REPEATED_TAG: """
A tag that can be given once is given twice.

Reads: feelings, moments, durations, ids and shares, and the same name twice on one line. The
second label shows the first.

Why: one of the two would be dropped.

```journey-wrong
journey: Buying a bicycle

stage decision
  - Try one in the shop  :4 :2
```

Better: keep one; two people feel differently as `@ana:4 @ben:2`.

```journey
journey: Buying a bicycle

stage decision
  - Try one in the shop  @ana:4 @ben:2
```
""",
    kinds.ARROW_IN_LABEL: """
An arrow stands inside a label, and is read as a part of it.

Reads: ` -> `, and every sign that is read as one, such as ` → `, in the label of a step and in the
target of an arrow.

Why: it was probably meant as an arrow, and leads nowhere.

```journey-wrong
journey: Buying a bicycle

stage decision
  - Try one -> buy it
```

Better: give the arrow a line of its own under the step, or put the label in quotes.

```journey
journey: Buying a bicycle

stage decision
  - Try one
      not now -> leave
  - Buy it
```
""",
    kinds.OPEN_QUOTE: """
A quotation mark opens, and does not close before the tags.

Reads: labels that begin with a quotation mark.

Why: a label is in quotes only where the closing one is followed by nothing but tags; otherwise
the mark is shown as it is.

```journey-wrong
journey: Buying a bicycle

stage decision
  - "Try one in the shop  #shop
```

Better: close it, or take it away.

```journey
journey: Buying a bicycle

stage decision
  - "Try one in the shop"  #shop
```
""",
    kinds.READ_AS_MEANT: """
A sign that a word processor made is read as the plain one.

Reads: arrows, dashes, bullets, quotation marks and odd spaces where a sign is syntax; labels
are left alone.

Why: it is read as it was meant, but the next one who edits the line cannot type it.

```journey-wrong
journey: Buying a bicycle

stage decision
  • Try one
  - Buy it
```

Better: write the plain sign; `--fix` and `journeyctl fmt` do it.

```journey
journey: Buying a bicycle

stage decision
  - Try one
  - Buy it
```
""",
    kinds.FORBIDDEN_CHARACTER: """
The file holds a sign that no text can show.

Reads: every character: control characters, lone surrogates, code points that are none.

Why: no picture and no report could show it, and in a terminal or a browser it does harm.

```journey-wrong
journey: Buying a bicycle

stage decision
  - Try<U+0007> one
```

Better: take it out.

```journey
journey: Buying a bicycle

stage decision
  - Try one
```
""",
    kinds.DIRECTION_CHARACTER: """
A sign turns the direction of writing.

Reads: U+202A to U+202E and U+2066 to U+2069; one finding a line. Arabic and Hebrew are shown
right without them.

Why: such a line can read otherwise than it is: known from attacks on source code as "Trojan
Source" (Boucher and Anderson, 2021).

```journey-wrong
journey: Buying a bicycle

stage decision
  - Try <U+202E>one
```

Better: take it out.

```journey
journey: Buying a bicycle

stage decision
  - Try one
```
""",
    kinds.TOO_LONG: """
A label, a name, a line or the file is longer than can be read.

Reads: lengths. A label or value holds 2,000 characters, a name 200, a line 65,536, a file
100,000 lines. What goes beyond is cut off, or not read.

Why: no box could hold it; it is mostly a file that is no journey, or a paste that went wrong.

```journey-wrong
journey: Buying a bicycle

stage decision
  - Try <U+006F x 2001>ne
```

Better: say it in a line; what is longer, link to.

```journey
journey: Buying a bicycle

stage decision
  - Try one
      link: How to choose https://example.com/bicycles
```
""",
}
