"""Flow: arrows, answers and own steps that cannot be drawn as they stand."""

from journeyctl import kinds

PAGES = {
    kinds.ANSWER_WITHOUT_WAY: """
An answer leads nowhere.

Reads: arrows with neither a target nor own steps under them.

Why: whoever gives that answer is lost to the journey.

```journey-wrong
journey: Buying a bicycle

stage decision
  ? Does it fit?
      no ->
      yes -> next
  - Buy it
```

Better: lead to `next`, `end`, `leave`, a stage or a step, or indent steps under it.

```journey
journey: Buying a bicycle

stage decision
  ? Does it fit?
      no -> leave
      yes -> next
  - Buy it
```
""",
    kinds.ANSWER_WITH_TWO_WAYS: """
An answer has both a target and steps of its own.

Reads: arrows with a target, and the steps under them.

Why: own steps come out where the question goes on; the target says something else.

```journey-wrong
journey: Buying a bicycle

stage decision
  ? Does it fit?
      no -> leave
        - Say so
      yes -> next
  - Buy it
```

Better: take the target away, or put an arrow under the last of the own steps.

```journey
journey: Buying a bicycle

stage decision
  ? Does it fit?
      no ->
        - Say so
            -> leave
      yes -> next
  - Buy it
```
""",
    kinds.TWO_BARE_ARROWS: """
A step has two arrows without a label.

Reads: bare arrows, `-> target`, under one step. Such an arrow replaces the ordinary way.

Why: only one can; nothing says who goes which way.

```journey-wrong
journey: Buying a bicycle

stage decision
  - Try one
  - Think about it
      -> leave
      -> Try one
```

Better: say what decides, in a label.

```journey
journey: Buying a bicycle

stage decision
  - Try one
  - Think about it
      not now -> leave
      once more -> Try one
```
""",
    kinds.ARROW_ON_PART: """
An arrow leaves one of several parts that must all happen.

Reads: arrows under `&` lines.

Why: the way goes on when all the parts are done; nobody leaves from the middle.

```journey-wrong
journey: Buying a bicycle

stage decision
  & Try one
      no -> leave
  & Check the budget
  - Buy it
```

Better: ask with a `?` after the parts.

```journey
journey: Buying a bicycle

stage decision
  & Try one
  & Check the budget
  ? Does it fit?
      no -> leave
      yes -> next
  - Buy it
```
""",
    kinds.ARROW_TO_PART: """
An arrow leads to one of several parts that must all happen.

Reads: the targets of arrows; `&` lines are none.

Why: whoever came in there would never have done the others, and the parts would never join.

```journey-wrong
journey: Buying a bicycle

stage decision
  & Try one
  & Check the budget
  - Buy it
      too small -> Try one
```

Better: lead to the step before the parts, or to the stage.

```journey
journey: Buying a bicycle

stage decision
  & Try one
  & Check the budget
  - Buy it
      too small -> decision
```
""",
    kinds.STEPS_TOO_DEEP: """
Own steps have own steps.

Reads: steps under a `|` line, a `&` line or an answer that is itself an own step.

Why: one level can be seen at a glance; two are a journey inside a journey.

```journey-wrong
journey: Buying a bicycle

stage decision
  | Try one
      ? Does it fit?
          no ->
            - Take the larger one
          yes -> next
  | Order one unseen
```

Better: put the steps beside each other, or lead to a step of the stage.

```journey
journey: Buying a bicycle

stage decision
  | Try one
      ? Does it fit?
          no -> leave
          yes -> next
  | Order one unseen
```
""",
    kinds.STEP_BEFORE_STAGE: """
A step stands before the first stage.

Reads: steps, and the `stage` lines.

Why: each step belongs to a stage; it is put into the first.

```journey-wrong
journey: Buying a bicycle

- Try one

stage decision
  - Buy it
```

Better: begin with a stage.

```journey
journey: Buying a bicycle

stage decision
  - Try one
  - Buy it
```
""",
}
