"""The names that are known at a place of a template: opened and bound as the tags come.

As in Jinja: a loop's names end with it, and so does what is `set` inside it; what is `set` inside
a condition goes on below.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from gen.mall.shape import Shape

_ROOMS = ("for", "with")
"""The tags that keep what is `set` inside them."""


@dataclass(frozen=True, slots=True)
class Value:
    """What an expression gives. `path`: its name in the vocabulary, empty for what is computed."""

    shape: Shape
    path: str = ""


@dataclass(slots=True)
class _Frame:
    """What an open tag gives: its names, and the fields that its condition asks for.

    `never`: what stands here is in no document.
    """

    word: str
    names: dict[str, Value] = field(default_factory=dict)
    guards: set[str] = field(default_factory=set)
    never: bool = False


@dataclass(slots=True)
class Scope:
    """What stands around a place, the outermost first; at the bottom what is `set` in no loop."""

    _frames: list[_Frame] = field(default_factory=lambda: [_Frame("")])

    def open(self, word: str, names: Mapping[str, Value] | None = None) -> None:
        """`if`, `for` or `with`, and the names that it gives."""
        self._frames.append(_Frame(word, dict(names or {})))

    def close(self, word: str) -> None:
        """The innermost of that word, with what was left open inside it; nothing where none is."""
        if any(frame.word == word for frame in self._frames):
            while self._frames.pop().word != word:
                pass

    def otherwise(self) -> None:
        """`else`: of a loop that went over nothing the names are not known."""
        if self._frames[-1].word == "for":
            self._frames[-1].names.clear()
        self._frames[-1].never = False

    def ask(self, paths: Iterable[str], *, never: bool = False) -> None:
        """The innermost condition asks for those fields; `never`: it cannot hold."""
        self._frames[-1].guards.update(paths)
        self._frames[-1].never = never

    @property
    def never(self) -> bool:
        """Whether what stands here is in no document."""
        return any(frame.never for frame in self._frames)

    def bind(self, names: Iterable[str], value: Value) -> None:
        """What `set` gives."""
        room = next(
            (frame for frame in reversed(self._frames) if frame.word in _ROOMS), self._frames[0]
        )
        room.names.update(dict.fromkeys(names, value))

    def names(self) -> dict[str, Value]:
        """All of them, the innermost first."""
        known: dict[str, Value] = {}
        for frame in reversed(self._frames):
            known = {**known, **{n: v for n, v in frame.names.items() if n not in known}}
        return known

    def guarded(self, path: str) -> bool:
        """Whether a condition around asks for the field, or for another of its group."""
        group = path.rpartition(".")[0]
        asked = (guard for frame in self._frames for guard in frame.guards)
        return any(guard == path or guard.rpartition(".")[0] == group for guard in asked)
