"""Choosing: comments that ignore findings."""

from journeyctl import kinds

PAGES = {
    kinds.UNUSED_IGNORE: """
A comment ignores what is not found.

Reads: `// journey: ignore[…]`: above a line it is about the findings that begin on that line, at
the top of the file (above the first line that is no comment) about the whole file.

Why: a comment that is left over hides the next finding of its kind, which may be a real one.

```journey-wrong
journey: Buying a bicycle

stage decision
  // journey: ignore[near-tag]
  - Try one
```

Better: take the name out of the comment.

```journey
journey: Buying a bicycle

stage decision
  - Try one
```
""",
    kinds.BAD_IGNORE: """
A comment is to ignore a rule that does not exist, or names none.

Reads: the words between the brackets of `// journey: ignore[…]`: names, codes and families of
rules, with commas between them. The help names the nearest one.

Why: it ignores nothing, and looks as if it did.

```journey-wrong
journey: Buying a bicycle

stage decision
  // journey: ignore[near-tags]
  - Try one
```

Better: spell the name as the findings show it. A reason may follow behind the brackets.

```journey
journey: Buying a bicycle

stage decision
  - Try one
      // journey: ignore[empty-value] to be asked in the next interview
      quote:
```
""",
}
