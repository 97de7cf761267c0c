"""Answers kept for all readers, bounded by their size and not by their number."""

import pickle
from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any


class Memory:
    """The answers used last, as bytes; threads share one.

    An answer is kept pickled: its size is then what it takes, and every reader gets a copy of
    their own that they may change. One that is asked for by several at once is made once.
    """

    def __init__(self, limit: int) -> None:
        """Keep at most `limit` bytes, keys included; a larger answer is made anew each time."""
        self.limit = limit
        self.size = 0
        self._lock = Lock()
        self._kept: OrderedDict[Hashable, tuple[bytes, int]] = OrderedDict()
        self._making: dict[Hashable, Lock] = {}

    def get(self, key: Hashable, make: Callable[[], Any]) -> Any:
        """The answer of that key, from `make` where it is not kept.

        Args:
            key: says all that the answer depends on; can be pickled.
            make: gives the answer, which can be pickled; what it raises is raised and not kept.
        """
        with self._lock:
            making = self._making.setdefault(key, Lock())
        with making:
            try:
                if (found := self._find(key)) is not None:
                    return pickle.loads(found)  # noqa: S301 - written by this very process
                answer = make()
                self._keep(key, pickle.dumps(answer))
                return answer
            finally:
                with self._lock:
                    self._making.pop(key, None)

    def _find(self, key: Hashable) -> bytes | None:
        with self._lock:
            if key not in self._kept:
                return None
            self._kept.move_to_end(key)
            return self._kept[key][0]

    def _keep(self, key: Hashable, answer: bytes) -> None:
        size = len(answer) + len(pickle.dumps(key))
        with self._lock:
            if key in self._kept or size > self.limit:
                return
            self._kept[key] = answer, size
            self.size += size
            while self.size > self.limit:
                _, (_, freed) = self._kept.popitem(last=False)
                self.size -= freed
