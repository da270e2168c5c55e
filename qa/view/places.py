"""Where the nodes of a graph stand in its picture; the one door to networkx."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

__all__ = ["place", "place_names"]

_SEED = 20  # any number: the same graph shall look the same every day
_PUSHES = 80  # rounds in which nodes that overlap move apart
_ROOM = 0.7  # a part's room grows with its nodes to this power: small parts stay readable

_SPREAD = 110  # a part of n nodes is at most that times the root of n wide and high

_NAME, _LINE = 104.0, 15.0  # the room that a name takes

_Spots = NDArray[np.float64]
_Box = tuple[float, float, float, float]  # left, top, width, height


def place(
    sizes: Sequence[float], links: Sequence[tuple[int, int]], width: float, height: float
) -> list[tuple[float, float]]:
    """The middle of each node, all within the width and height, none upon another where there is
    room.

    `sizes` are radii, in the unit of the picture; `links` name nodes by their place among them.
    Nodes stand as far from each other as there are links between them (Kamada and Kawai, 1989),
    each part of the graph in a box of its own. Costs grow with the square of the nodes.
    """
    import networkx as nx
    from threadpoolctl import threadpool_limits

    graph = nx.Graph()
    graph.add_nodes_from(range(len(sizes)))
    graph.add_edges_from(links)
    spots = np.zeros((len(sizes), 2))
    parts = [
        sorted(part)
        for part in sorted(nx.connected_components(graph), key=lambda p: (-len(p), min(p)))
    ]
    boxes = _boxes([len(part) ** _ROOM for part in parts], (0, 0, width, height))
    # Many small sums: threads of the arithmetic library wait for each other four times as long.
    with threadpool_limits(1, user_api="blas"):
        for part, box in zip(parts, boxes, strict=True):
            inner = graph.subgraph(part).copy()
            start = nx.spring_layout(inner, seed=_SEED)  # a good start halves the time
            found = nx.kamada_kawai_layout(inner, pos=start) if len(part) > 1 else start
            spots[part] = _within(np.array([found[node] for node in part]), box)
    _push_apart(spots, np.asarray(sizes, dtype=np.float64), width, height)
    return [(round(float(x), 1), round(float(y), 1)) for x, y in spots]


def place_names(
    radii: Sequence[float], spots: Sequence[tuple[float, float]], wanted: Sequence[int]
) -> dict[int, float]:
    """Which of the nodes `wanted` can carry their names, and how far below its middle each stands
    (above it where negative); those that come first choose first."""
    names: dict[int, float] = {}
    taken: list[tuple[float, float]] = []

    def covered(x: float, y: float) -> int:
        return sum(
            abs(x - a) < _NAME / 2 + radius - 12 and abs(y - b) < radius + 6
            for (a, b), radius in zip(spots, radii, strict=True)
        )

    for number in wanted:
        x, y = spots[number]
        below = radii[number] * 1.15 + 9
        free = [
            (covered(x, y + way), -way)
            for way in (below, -below)
            if not any(abs(x - a) < _NAME and abs(y + way - b) < _LINE for a, b in taken)
        ]
        if free:
            _, up = min(free)
            names[number] = -up
            taken.append((x, y - up))
    return names


def _boxes(weights: Sequence[float], box: _Box) -> list[_Box]:
    """The box cut into one for each weight, along its longer side again and again."""
    if len(weights) <= 1:
        return [box] * len(weights)
    half, first = 0.0, 0
    while first < len(weights) - 1 and (first == 0 or half + weights[first] <= sum(weights) / 2):
        half += weights[first]
        first += 1
    left, top, width, height = box
    share = half / sum(weights)
    if width >= height:
        cut = width * share
        one, other = (left, top, cut, height), (left + cut, top, width - cut, height)
    else:
        cut = height * share
        one, other = (left, top, width, cut), (left, top + cut, width, height - cut)
    return _boxes(weights[:first], one) + _boxes(weights[first:], other)


def _within(spots: _Spots, box: _Box) -> _Spots:
    """The same spots spread over the box; by their ranks in part, which brings in what lies far
    out."""
    left, top, *size = box
    room = np.minimum(size, _SPREAD * len(spots) ** 0.5)
    corner = np.array([left, top]) + (np.array(size) - room) / 2
    if len(spots) == 1:
        only: _Spots = corner + room[None, :] / 2
        return only
    low, high = spots.min(axis=0), spots.max(axis=0)
    even = (spots - low) / np.maximum(high - low, 1e-9)
    ranks = spots.argsort(axis=0).argsort(axis=0) / (len(spots) - 1)
    placed: _Spots = corner + 0.06 * room + 0.88 * room * (0.7 * even + 0.3 * ranks)
    return placed


def _push_apart(spots: _Spots, radii: NDArray[np.float64], width: float, height: float) -> None:
    """Move nodes that overlap away from each other, in place, within the picture."""
    wanted = radii[:, None] + radii[None, :] + 6
    np.fill_diagonal(wanted, 0)
    least = radii[:, None] + 2
    most = np.array([width, height]) - least
    for _ in range(_PUSHES):
        np.clip(spots, least, most, out=spots)
        apart = spots[:, None, :] - spots[None, :, :]
        far = np.maximum(np.hypot(apart[..., 0], apart[..., 1]), 1e-3)
        push = np.maximum(wanted - far, 0) / far
        if not push.any():
            return
        # Two on one spot part along a direction of their own, the same each time.
        spots += 0.4 * (apart * push[..., None]).sum(axis=1)
        spots += np.where(push.sum(axis=1) > 0, 1e-2, 0)[:, None] * np.stack(
            [np.cos(np.arange(len(spots))), np.sin(np.arange(len(spots)))], axis=1
        )
    np.clip(spots, least, most, out=spots)
