"""The keys of the language: where each may stand, whether it may come more than once, and
which words it takes."""

from typing import Literal

Place = Literal["journey", "actor", "channel", "system", "stage", "step", "backstage"]

# ``+`` marks a key that may come more than once.
_TABLE: dict[Place, str] = {
    "journey": "journey type scope model stages language state duration goal owner updated"
    " focus context audience approach strategy personalization transaction relationship"
    " metric+ note+",
    "actor": "role side department count goal+ need+ quote+ note+",
    "channel": "kind note+",
    "system": "kind note+",
    "stage": "goal content+ metric+ pain+ idea+ note+ link+",
    "step": "pain+ idea+ quote+ content+ metric+ backstage+ system+ evidence+ note+ link+",
    "backstage": "system+",
}

KEYS: dict[Place, dict[str, bool]] = {
    place: {word.rstrip("+"): word.endswith("+") for word in words.split()}
    for place, words in _TABLE.items()
}
"""By place, each key and whether it may come more than once."""

PLACES: dict[str, tuple[Place, ...]] = {
    key: tuple(place for place, keys in KEYS.items() if key in keys)
    for keys in KEYS.values()
    for key in keys
}
"""Where each key may stand."""

WORDS: dict[str, tuple[str, ...]] = {
    "type": ("b2b", "b2c"),
    "scope": ("customer", "buyer"),
    "state": ("as-is", "to-be"),
    "role": ("initiator", "user", "influencer", "decider", "approver", "buyer", "gatekeeper"),
    "side": ("customer", "company", "partner"),
    "kind": ("digital", "physical", "human"),
}
"""The keys that take one of a few words."""

CALLED: dict[Place, str] = {
    "journey": "the journey",
    "actor": "an actor",
    "channel": "a channel",
    "system": "a system",
    "stage": "a stage",
    "step": "a step",
    "backstage": "a backstage activity",
}
"""What messages call each place."""
