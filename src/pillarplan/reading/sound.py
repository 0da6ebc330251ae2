"""What is right in a file in which something is wrong, so that it is judged as well."""

from collections.abc import Collection, Iterator
from typing import Any

from pillarplan.reading.wording import Complaint, Path


class Sound:
    """Plain data without what is wrong in it, which knows where the rest stood."""

    def __init__(self, data: Any, faults: Collection[Path]) -> None:
        self._faults = frozenset(faults)
        self._stood: dict[Path, list[int]] = {}
        """For every list that is left, at which places its values stood."""
        self.data = None if () in self._faults else self._without(data, (), ())

    def _without(self, value: Any, was: Path, now: Path) -> Any:
        if isinstance(value, dict):
            return {
                key: self._without(each, (*was, key), (*now, key))
                for key, each in value.items()
                if (*was, key) not in self._faults
            }
        if isinstance(value, list):
            left = [n for n in range(len(value)) if (*was, n) not in self._faults]
            self._stood[now] = left
            return [
                self._without(value[old], (*was, old), (*now, new))
                for new, old in enumerate(left)
            ]
        return value

    def told(self, complaints: Collection[Complaint]) -> Iterator[Complaint]:
        """Yield complaints about the sound data as complaints about the whole.

        Those above or below a fault are left out: they may only follow from it.
        """
        for each in complaints:
            path = self._stood_at(each.path)
            if not any(_on_one_way(path, fault) for fault in self._faults):
                yield each._replace(path=path)

    def _stood_at(self, path: Path) -> Path:
        return tuple(
            self._stood[path[:depth]][step] if isinstance(step, int) else step
            for depth, step in enumerate(path)
        )


def _on_one_way(one: Path, other: Path) -> bool:
    length = min(len(one), len(other))
    return one[:length] == other[:length]
