"""Text that a page holds and does not show: a page in, what is written out of sight out.

Outside the page's edges, or where a clipping path cuts it away. What a program has cut so is in the
file all the same, for everybody who looks. Only what is surely out of sight is told: the widths of
letters are not known here, so the room of a text is taken too large.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final, TypeAlias

import pikepdf
from pikepdf import Matrix

from gen.pdf import painted
from gen.pdf.letters import Letters
from gen.pdf.written import Fonts

Box: TypeAlias = tuple[float, float, float, float]
"""Left, bottom, right, top."""
Point: TypeAlias = tuple[float, float]

_DEEPEST: Final = 8
"""Forms in forms: a file may be made to be deeper than a program is."""
_OPERATORS: Final = (
    "q Q cm re m l c v y h W W* n S s f F f* B B* b b* BT Tf TL Td TD Tm T* Tj TJ ' \" Do"
)
_POINTS: Final = {"m": 1, "l": 1, "c": 3, "v": 2, "y": 2}
_PAINTS: Final = frozenset({"n", "S", "s", "f", "F", "f*", "B", "B*", "b", "b*"})


@dataclass(frozen=True, slots=True)
class _State:
    """What `q` saves."""

    place: Matrix
    clip: Box
    letters: Letters | None = None
    size: float = 0.0
    leading: float = 0.0


@dataclass(slots=True)
class _Text:
    """Where the next letters go: the line's matrix, and how far along it they may be."""

    line: Matrix = field(default_factory=Matrix)
    along: float = 0.0


def unseen(page: pikepdf.Page, box: Box, fonts: Fonts) -> Iterator[str]:
    """The words, piece by piece. `box`: what is shown of the page; `fonts`: as in `written`."""
    page_: Any = page
    streams = page_.obj.get("/Contents")
    parts = streams if isinstance(streams, pikepdf.Array) else [streams]
    content = b"\n".join(one.read_bytes() for one in parts if isinstance(one, pikepdf.Stream))
    yield from _read(content, page_.resources, _State(Matrix(), box), fonts, 0)


def _read(content: bytes, resources: Any, outer: _State, fonts: Fonts, depth: int) -> Iterator[str]:
    state, text = outer, _Text()
    saved: list[_State] = []
    path: list[Point] = []
    clips = False
    for instruction in painted.instructions(content, _OPERATORS):
        operands: Any = instruction.operands
        word = str(instruction.operator)
        if word == "q":
            saved.append(state)
        elif word == "Q":
            state = saved.pop() if saved else state
        elif word == "cm":
            state = replace(state, place=Matrix(*map(float, operands)) @ state.place)
        elif word == "re":
            x, y, wide, high = map(float, operands)
            path += [
                state.place.transform(corner)
                for corner in ((x, y), (x + wide, y), (x, y + high), (x + wide, y + high))
            ]
        elif word in _POINTS:
            numbers = [float(number) for number in operands]
            path += [state.place.transform(one) for one in _pairs(numbers)]
        elif word in ("W", "W*"):
            clips = True
        elif word in _PAINTS:
            if clips:
                state = replace(state, clip=_within(state.clip, _around(path)))
            path, clips = [], False
        elif word == "Tf":
            font = resources.get("/Font", {}).get(str(operands[0]))
            letters = fonts(font) if isinstance(font, pikepdf.Dictionary) else None
            state = replace(state, letters=letters, size=float(operands[1]))
        elif word == "TL":
            state = replace(state, leading=float(operands[0]))
        elif word == "BT":
            text = _Text()
        elif word == "Tm":
            text = _Text(Matrix(*map(float, operands)))
        elif word in ("Td", "TD"):
            x, y = map(float, operands)
            text = _Text(Matrix(1, 0, 0, 1, x, y) @ text.line)
            state = replace(state, leading=-y) if word == "TD" else state
        elif word == "Do":
            yield from _drawn(resources, str(operands[0]), state, fonts, depth)
        elif word != "h":
            if word in ("T*", "'", '"'):
                text = _Text(Matrix(1, 0, 0, 1, 0, -state.leading) @ text.line)
            if word != "T*":
                yield from _shown(operands[0] if word == "TJ" else operands[-1:], state, text)


def _shown(strings: Any, state: _State, text: _Text) -> Iterator[str]:
    """What one operation says, if no corner of its room can be seen."""
    said = ""
    high = abs(state.size)
    for one in strings:
        if isinstance(one, pikepdf.String):
            codes = bytes(one)
            said += state.letters.read(codes) if state.letters is not None else "?" * len(codes)
            text.along += high * len(codes)
        else:
            text.along += abs(float(one)) / 1000 * high
    whole = text.line @ state.place
    room = [
        whole.transform(corner)
        for corner in (
            (-high, -high),
            (text.along + high, -high),
            (-high, 2 * high),
            (text.along + high, 2 * high),
        )
    ]
    left, bottom, right, top = _within(state.clip, _around(room))
    if said.strip() and (left > right or bottom > top):
        yield said


def _drawn(resources: Any, name: str, state: _State, fonts: Fonts, depth: int) -> Iterator[str]:
    form = resources.get("/XObject", {}).get(name)
    if not isinstance(form, pikepdf.Stream) or form.get("/Subtype") != pikepdf.Name.Form:
        return
    if depth < _DEEPEST:
        matrix = [float(number) for number in form.get("/Matrix", [])]
        place = Matrix(*matrix) @ state.place if len(matrix) == 6 else state.place
        sides = [float(number) for number in form.get("/BBox", [])]
        clip = state.clip
        if len(sides) == 4:
            corners = [(x, y) for x in sides[::2] for y in sides[1::2]]
            clip = _within(clip, _around([place.transform(corner) for corner in corners]))
        own = form.get("/Resources", resources)
        inner = replace(state, place=place, clip=clip)
        yield from _read(form.read_bytes(), own, inner, fonts, depth + 1)


def _pairs(numbers: Sequence[float]) -> Iterator[Point]:
    return zip(numbers[::2], numbers[1::2], strict=True)


def _around(points: Sequence[Point]) -> Box:
    """The box around them; one that holds nothing around none (a path of nothing clips all)."""
    if not points:
        return 1, 1, 0, 0
    across, up = [x for x, _ in points], [y for _, y in points]
    return min(across), min(up), max(across), max(up)


def _within(one: Box, other: Box) -> Box:
    return (
        max(one[0], other[0]),
        max(one[1], other[1]),
        min(one[2], other[2]),
        min(one[3], other[3]),
    )
