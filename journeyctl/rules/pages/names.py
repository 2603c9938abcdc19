"""Names: what is declared, and what points at it."""

from journeyctl import kinds

PAGES = {
    kinds.UNDECLARED_NAME: """
A name is used that is not declared, where others of its kind are.

Reads: `@`, `#` and `system:`, and the `actor`, `channel` and `system` lines. As long as none of a
kind is declared, its names are free.

Why: `@marketing` and `@marketng` would be two people. The help names the nearest one declared;
a name is matched without regard to case, spaces and hyphens.

```journey-wrong
journey: Buying a bicycle

actor ana: Ana

stage decision
  - Try one  @ana
  - Buy it   @anna
```

Better: spell it alike, or declare it.

```journey
journey: Buying a bicycle

actor ana: Ana

stage decision
  - Try one  @ana
  - Buy it   @ana
```
""",
    kinds.DECLARED_TWICE: """
Two declarations have one name.

Reads: `actor`, `channel` and `system` lines. The second label shows the first.

Why: the facts under one of them would be dropped.

```journey-wrong
journey: Buying a bicycle

actor ana: Ana
actor Ana: Ana Smith

stage decision
  - Buy it  @ana
```

Better: make one of both, or give one another name.

```journey
journey: Buying a bicycle

actor ana: Ana Smith

stage decision
  - Buy it  @ana
```
""",
    kinds.UNKNOWN_TARGET: """
An arrow leads to something that is not there.

Reads: the targets of arrows: `next`, `end`, `leave`, a stage, an id, a step's label.

Why: the way ends in nothing, and in the picture goes on as if there were no arrow.

```journey-wrong
journey: Buying a bicycle

stage decision
  - Try one  ^try
  - Buy it
      too small -> trie
```

Better: point at a name that exists; the help names the nearest.

```journey
journey: Buying a bicycle

stage decision
  - Try one  ^try
  - Buy it
      too small -> try
```
""",
    kinds.AMBIGUOUS_TARGET: """
An arrow's target could be two things.

Reads: the targets of arrows; both things are shown.

Why: one of them would be guessed, and the other may be meant.

```journey-wrong
journey: Buying a bicycle

stage first
  - Try one
stage second
  - Try one
  - Buy it
      too small -> Try one
```

Better: give the step an id with `^`, and point at that.

```journey
journey: Buying a bicycle

stage first
  - Try one  ^try
stage second
  - Try one
  - Buy it
      too small -> try
```
""",
    kinds.ID_TWICE: """
Two steps have one id.

Reads: `^` on steps. The second label shows the first.

Why: an arrow to it would lead to two places.

```journey-wrong
journey: Buying a bicycle

stage decision
  - Try one  ^try
  - Try two  ^try
```

Better: one id for each, and only where an arrow needs it.

```journey
journey: Buying a bicycle

stage decision
  - Try one  ^try
  - Try two  ^again
```
""",
    kinds.RESERVED_ID: """
An id is a word that arrows use for something else.

Reads: `^` on steps; `next`, `end` and `leave` are taken.

Why: `-> end` ends the journey, and could not lead to the step.

```journey-wrong
journey: Buying a bicycle

stage decision
  - Try one
  - Buy it  ^end
```

Better: take another word.

```journey
journey: Buying a bicycle

stage decision
  - Try one
  - Buy it  ^buy
```
""",
}
