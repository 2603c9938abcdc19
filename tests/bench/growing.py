"""One journey that can have any number of steps: the same ten steps over and over.

So a longer one is longer and nothing else: as many stages, people and channels, an arrow back
as far, the same share of questions and of ways.
"""

STAGES = ("awareness", "consideration", "decision", "purchase", "post-purchase")
_TEN = """\
  - See the offer {n} @ana #web :3
  | Ask a friend {n} @ana #friend :4
  | Read reviews {n} @ana #web :3
  - Compare what it costs {n} @ana @ben #shop :2 [10 min]
      pain: The prices are hard to compare
      idea: Put them beside each other
  ? Within the budget {n}? @ben #home
      yes 60% -> next
      no 40% -> "See the offer {n}"
  - Ask for a discount {n} @ben #phone :2 !
      quote: Is that all?
  ~ Sleep on it {n} @ana #home
  & Agree: Ana {n} @ana #home
  & Agree: Ben {n} @ben #home
  - Go on {n} @ana #web :4
"""


def journey(steps: int, first: int = 1) -> str:
    """The text of a journey of so many steps, at least 10, in tens; another one for each
    ``first`` number in its labels."""
    lines = ["journey: A growing journey", "actor ana: Ana", "actor ben: Ben"]
    tens = steps // 10
    stages = min(tens, len(STAGES))
    for number in range(tens):
        if number * stages // tens != (number - 1) * stages // tens:
            lines.append(f"\nstage {STAGES[number * stages // tens]}")
        lines.append(_TEN.format(n=number + first).rstrip())
    return "\n".join(lines) + "\n"
