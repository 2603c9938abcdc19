"""Order: what decides the stages of a journey."""

from journeyctl import kinds

PAGES = {
    kinds.NO_STAGES: """
A journey has a title, and no stages.

Reads: `journey`, and the stages.

Why: stages and their steps are the journey; without them there is nothing to draw or to tell.

```journey-wrong
journey: Buying a bicycle
```

Better: write at least one stage with a step.

```journey
journey: Buying a bicycle

stage try
  - Try one
```
""",
    kinds.STAGES_AND_MODEL: """
A journey has both stages of its own and a model.

Reads: `stages` and `model`.

Why: each says which stages there are and in which order they stand; they cannot both decide.

```journey-wrong
journey: Buying a bicycle
model: buyer
stages: try > buy

stage try
  - Try one
stage buy
  - Buy it
```

Better: keep one of the two lines.

```journey
journey: Buying a bicycle
stages: try > buy

stage try
  - Try one
stage buy
  - Buy it
```
""",
    kinds.UNKNOWN_MODEL: """
There is no model of this name.

Reads: `model`; there are `b2b`, `b2c`, `classic` and `buyer`.

Why: without a model the order of the stages is not checked.

```journey-wrong
journey: Buying a bicycle
model: clasic

stage decision
  - Buy it
```

Better: name one that there is, or list your own with `stages`.

```journey
journey: Buying a bicycle
stages: decision

stage decision
  - Buy it
```
""",
    kinds.STAGE_LIST: """
The list of a journey's own stages names one twice, or has a gap.

Reads: `stages`, names with `>` between them; `?` behind one that may be left out.

Why: the list is the order that the stages are checked against.

```journey-wrong
journey: Buying a bicycle
stages: try > > buy

stage try
  - Try one
stage buy
  - Buy it
```

Better: each stage once, with one `>` between two.

```journey
journey: Buying a bicycle
stages: try > buy

stage try
  - Try one
stage buy
  - Buy it
```
""",
}
