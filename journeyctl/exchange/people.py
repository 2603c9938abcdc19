"""Those whom another form names by what people read: declared where that is no name."""

from journeyctl.exchange import drafting


class People:
    """The names of people, or of anything else that is declared, in the order in which they
    come first."""

    def __init__(self, kind: str = "actor") -> None:
        self._kind = kind
        self._names = drafting.Names()
        self._known: dict[str, str] = {}

    def name(self, label: str) -> str:
        """The name of whom is called so."""
        label = drafting.one_line(label)
        if label not in self._known:
            self._known[label] = self._names.name(label, self._kind)
        return self._known[label]

    def knows(self, label: str) -> bool:
        """Whether anybody is called so."""
        return drafting.one_line(label) in self._known

    def declared(self) -> list[str]:
        """The lines that declare them all, where one at least is not called like his name."""
        if all(label == name for label, name in self._known.items()):
            return []
        return [
            drafting.declaration(self._kind, name, "" if label == name else label)
            for label, name in self._known.items()
        ]
