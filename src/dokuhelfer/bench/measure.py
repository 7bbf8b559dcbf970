"""Figures of speed: how long a step takes at several sizes, and how that grows."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from dokuhelfer import __version__

Json = dict[str, object]
FORMAT = "dokuhelfer.bench/1"


@dataclass(frozen=True, slots=True)
class Row:
    """One size of one step.

    Attributes:
        size: how much was handled, in the step's unit.
        milliseconds: median of the runs.
        ratio: the same in multiples of the smallest size's.
    """

    size: int
    milliseconds: float
    ratio: float
    runs: int


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the path with its figures.

    Attributes:
        name: ``text``; steps with models (speech, language model) join as they are built.
        unit: what sizes count, such as ``words``.
    """

    name: str
    unit: str
    rows: tuple[Row, ...]


def measured(
    name: str,
    unit: str,
    sizes: Sequence[int],
    runs: int,
    work: Callable[[int], Callable[[], None]],
    clock: Callable[[], float] = time.perf_counter,
) -> Step:
    """Measure ``work(size)`` so many times for each size, after one run that does not count.

    Sizes take turns, so that a machine that slows down meanwhile distorts no ratio.

    Args:
        work: prepares one size and returns what is measured.
        clock: seconds; of the wall, or of the processor where others use it as well.
    """
    ready = {size: work(size) for size in sizes}
    for task in ready.values():
        task()
    times: dict[int, list[float]] = {size: [] for size in sizes}
    for _ in range(runs):
        for size, task in ready.items():
            began = clock()
            task()
            times[size].append((clock() - began) * 1000)
    return Step(name, unit, _rows(times))


def _rows(times: Mapping[int, Sequence[float]]) -> tuple[Row, ...]:
    base = median(times[min(times)])
    return tuple(
        Row(size, median(taken), median(taken) / base if base else 0.0, len(taken))
        for size, taken in times.items()
    )


def to_json(steps: Sequence[Step], models: Mapping[str, str | None]) -> Json:
    """The figures as ``dokuhelfer.bench/1``; ``models`` maps the ids of models used to hashes."""
    return {
        "format": FORMAT,
        "app": __version__,
        "models": dict(models),
        "steps": [
            {
                "name": step.name,
                "unit": step.unit,
                "figures": [
                    {
                        "size": row.size,
                        "milliseconds": round(row.milliseconds, 1),
                        "ratio": round(row.ratio, 2),
                        "runs": row.runs,
                    }
                    for row in step.rows
                ],
            }
            for step in steps
        ],
    }
