"""What can be gone round: the strongly connected components of a graph (Tarjan 1972)."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import TypeVar

K = TypeVar("K", bound=Hashable)


def components(out: Mapping[K, Sequence[K]]) -> Iterator[list[K]]:
    """The components, each before those that lead to it; with a stack for the calls.

    ``out`` tells where each node leads; nodes that it does not hold lead nowhere.
    """
    index: dict[K, int] = {}
    low: dict[K, int] = {}
    waiting: list[K] = []
    is_waiting: set[K] = set()
    for root in out:
        if root in index:
            continue
        calls: list[tuple[K, Iterator[K]]] = []
        entering = [root]
        while entering or calls:
            if entering:
                node = entering.pop()
                index[node] = low[node] = len(index)
                waiting.append(node)
                is_waiting.add(node)
                calls.append((node, iter(out.get(node, ()))))
            node, targets = calls[-1]
            for target in targets:
                if target not in index:
                    entering.append(target)
                    break
                if target in is_waiting:
                    low[node] = min(low[node], index[target])
            if entering:
                continue
            calls.pop()
            if calls:
                caller = calls[-1][0]
                low[caller] = min(low[caller], low[node])
            if low[node] == index[node]:
                component = [waiting.pop()]
                while component[-1] != node:
                    component.append(waiting.pop())
                is_waiting.difference_update(component)
                yield component
