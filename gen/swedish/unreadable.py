"""What a parser of gen.swedish raises: what is wrong with a value, and what to write instead.

Nothing here knows a cell. Whoever reads cells catches `Unreadable` and makes a finding of
its two halves; a value is then unreadable, never guessed.
"""

from __future__ import annotations

_SHOWN = 40


class Unreadable(ValueError):  # noqa: N818 - what the value is, as a reader of cells says it
    """`reason` is a Swedish clause without full stop, `expected` what goes after "Skriv"."""

    def __init__(self, reason: str, expected: str) -> None:
        super().__init__(reason, expected)
        self.reason = reason
        self.expected = expected

    def __str__(self) -> str:
        return f"{self.reason[:1].upper()}{self.reason[1:]}. Skriv {self.expected}."


def quoted(value: object) -> str:
    """The value as it is shown in a message, in Swedish quotes, shortened if it is long."""
    shown = str(value)
    return f"”{shown}”" if len(shown) <= _SHOWN else f"”{shown[: _SHOWN - 1]}…”"
