"""However a signed protokoll is laid out, an utdrag holds nothing of another §, or is refused."""

from __future__ import annotations

import functools
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdfkallor import META
from signerade import ARTEFACT, LOOSE, Layout, Line, Mark
from test_utdrag import WORDS, words, workbook

from gen.documents.utdrag import Utdrag, utdrag
from gen.pdf import headings, values
from gen.pdf.cut import cut
from gen.pdf.pages_of_paragraf import find
from gen.pdf.source import Source
from gen.utdrag.cuttable import Protokoll, without_rubriker
from gen.utdrag.doubts import judged
from gen.workbook.kinds import read_any
from gen.workbook.read import Reading

FIRST, LAST = min(WORDS), max(WORDS)


@functools.cache
def reading() -> Reading:
    """The meeting of the four §§ that all these protokoll are of."""
    with tempfile.TemporaryDirectory() as folder:
        return read_any(workbook(Path(folder)), None)


def opened(pdf: bytes) -> Source:
    source = Source.open(pdf, "justerat.pdf")
    assert isinstance(source, Source)
    return source


def cuts(pdf: bytes) -> tuple[dict[int, bytes], set[str]]:
    """The utdrag that there are of a signed protokoll, and the codes of what is told."""
    source, meeting = opened(pdf), reading().meeting
    some: list[Utdrag] = list(utdrag(reading()))
    held = Protokoll(source, find(source), signed=True)
    held = without_rubriker(held, meeting, some[0].part.paragrafer)
    organ = reading().register.find_organ(meeting.organ)
    about = judged(some, {"protokoll": held}, organ, posted=True)
    made = {
        one.paragraf: cut(
            source,
            [*held.places.paragrafer[one.paragraf].pages, *held.places.fixed],
            META,
            engine="prov 1",
        ).pdf
        for one in some
        if ("protokoll", one.paragraf) not in about.refused
    }
    return made, {finding.code for finding in about.findings}


def leaks(made: Mapping[int, bytes]) -> dict[int, set[int]]:
    """The §§ whose word is in another's utdrag."""
    found = {number: words(pdf) - {number} for number, pdf in made.items()}
    return {number: others for number, others in found.items() if others}


def title(number: int) -> str:
    return f"§ {number} Fråga om {WORDS[number]}"


def heading(text: str) -> Line:
    return Line(text, "H1", 16, bold=True)


def own(number: int) -> Line:
    return Line(f"Det gäller {WORDS[number]} och annat som hör till. " * 2)


def regular() -> Layout:
    """A page for each part, known by its bookmark, its tags and its look."""
    made = Layout()
    parts = [
        ("Protokoll", [Line("Beslutande: Anna Andersson §§ 1–2, Bo Berg §§ 3–4")]),
        *((title(number), [own(number)]) for number in WORDS),
        ("Underskrifter", [Line("Sekreterare")]),
        ("Anslag/bevis", [Line("Anslaget uppsatt")]),
    ]
    for name, lines in parts:
        made.marks.append(Mark(name, len(made.pages)))
        made.pages.append([heading(name), *lines])
    return made


def test_a_protokoll_in_which_all_is_in_order_is_cut() -> None:
    for layout in (regular(), replace(regular(), tagged=False), replace(regular(), marks=[])):
        made, told = cuts(layout.pdf())
        assert {number: words(pdf) for number, pdf in made.items()} == {n: {n} for n in WORDS}
        assert told == set()


# Each layout that a reviewer once made leak, or that is like one


def _grouped(made: Layout) -> None:
    one, two, three, four = (Mark(title(n), n) for n in WORDS)
    made.marks[1:5] = [Mark("Förmiddag", 1, (one, two)), Mark("Eftermiddag", 3, (three, four))]


def _missing(made: Layout) -> None:
    del made.marks[2]


def _nested(made: Layout) -> None:
    made.marks[1:3] = [Mark(title(1), 1, (Mark(title(2), 2),))]


def _only_first(made: Layout) -> None:
    del made.marks[2:]


def _bilaga(made: Layout) -> None:
    made.pages.append([Line("Bilaga till § 3", tag=LOOSE, size=16), replace(own(3), tag=LOOSE)])


def _tagged_bilaga(made: Layout) -> None:
    made.pages.append([replace(own(3), whole=1)])


def _bilaga_above(made: Layout) -> None:
    _bilaga(made)
    marks, made.marks = made.marks, []
    made.marks += [Mark("Protokoll", 0, tuple(marks)), Mark("Bilaga 1", 7)]


def _underskriftslista(made: Layout) -> None:
    _bilaga(made)
    made.marks.append(Mark("Underskriftslista till medborgarförslaget", 7))


def _anslagsfordelning(made: Layout) -> None:
    _bilaga(made)
    made.marks.append(Mark("Anslagsfördelning 2024", 7))


def _bilaga_with_underskrifter(made: Layout) -> None:
    _bilaga(made)
    made.marks += [Mark("Bilaga 1", 7), Mark("Underskrifter", 7)]


def _no_style(made: Layout) -> None:
    """The rubrik has lost its style in Word: no bookmark, no tag, no look."""
    del made.marks[2]
    made.pages[2][0] = Line(title(2))


def _first_no_style(made: Layout) -> None:
    """And so has the first, of which nothing tells that the försättsblad ends."""
    del made.marks[1]
    made.pages[1][0] = Line(title(1))


def _last_no_style(made: Layout) -> None:
    del made.marks[4]
    made.pages[4][0] = Line(title(4))


def _behind_signatures(made: Layout) -> None:
    """§ 4 is not known, and stands behind the signatures."""
    del made.marks[4], made.marks[5:]
    made.pages[4], made.pages[5] = made.pages[5], [Line(title(4)), own(4)]
    made.marks[-1] = Mark("Underskrifter", 4)


def _signed_below(made: Layout) -> None:
    """Underskrifter begins where § 4 ends."""
    made.pages[4] += made.pages.pop(5)
    made.marks[5:] = [Mark("Underskrifter", 4), Mark("Anslag/bevis", 5)]


def _mid_page(made: Layout) -> None:
    """§ 2 begins on the page where § 1 ends."""
    made.pages[1] += made.pages[2][:1]
    made.pages[2] = made.pages[2][1:]
    made.marks[2] = Mark(title(2), 1)


def _note(made: Layout, page: int, tag: str, *, first: bool = False) -> None:
    """A footnote that begins on the page before, and goes on at the foot of this one."""
    number = page - 1
    made.pages[page - 1].append(Line(f"1 Om {WORDS[number]}", "Note" if first else tag, 8, y=80))
    more = Line(f"mer om {WORDS[number]}", tag, 8, y=80)
    made.pages[page].insert(0 if first else len(made.pages[page]), more)


def _artefact_note(made: Layout) -> None:
    _note(made, 2, ARTEFACT)


def _loose_note(made: Layout) -> None:
    _note(made, 2, LOOSE)


def _tagged_note(made: Layout) -> None:
    """The tags tell of it with § 1, before § 2's heading."""
    _note(made, 2, "Note", first=True)


def _note_on_signatures(made: Layout) -> None:
    _note(made, 5, ARTEFACT)


def _subheading_above(made: Layout) -> None:
    """§ 1 ends with a heading of its own on the page where § 2 begins."""
    made.pages[2][:0] = [Line("Reservation", "H2", 13, bold=True), own(1)]


def _picture(made: Layout) -> None:
    """A page of which no tag tells, behind § 1."""
    made.pages.insert(2, [])
    made.marks = [replace(m, page=m.page + (m.page > 1)) for m in made.marks]


def _above_heading(made: Layout) -> None:
    """Painted last, but standing highest: the end of § 1."""
    made.pages[2].append(Line(f"forts. av {WORDS[1]}", LOOSE, y=780))


def _contents(made: Layout) -> None:
    rows = [Line(f"{title(number)} … {number}") for number in WORDS]
    made.pages.insert(1, [Line("Ärenden", size=16), *rows])
    made.marks = [replace(m, page=m.page + (m.page > 0)) for m in made.marks]


def _contents_without_sign(made: Layout) -> None:
    _contents(made)
    made.pages[1][1:] = [Line(f"{number}. Fråga om {word}") for number, word in WORDS.items()]


def _contents_on_front(made: Layout) -> None:
    made.pages[0] += [Line(title(number)) for number in WORDS]


def _twice(made: Layout) -> None:
    made.pages.insert(5, [heading("§ 1 Omtryck"), own(4)])
    made.marks[5:] = [
        Mark("§ 1 Omtryck", 5), Mark("Underskrifter", 6), Mark("Anslag/bevis", 7)
    ]  # fmt: skip


def _two_protokoll(made: Layout) -> None:
    made.pages += [list(page) for page in made.pages]
    made.marks += [replace(m, page=m.page + 7) for m in made.marks]


def _other_protokoll_as_bilaga(made: Layout) -> None:
    """A nämnd's protokoll is bilaga to § 3: its signatures are not of this one."""
    name = "§ 12 Yttrande till kommunstyrelsen"
    made.pages += [[heading(name), own(3)], [heading("Underskrifter"), own(3)]]
    made.marks += [Mark(name, 7), Mark("Underskrifter", 8)]


def _lettered(made: Layout) -> None:
    """§ 1 A is another § than § 1, of which nothing else is known."""
    made.pages.insert(2, [heading("§ 1 A Tillkommet"), own(2)])
    made.marks = [replace(m, page=m.page + (m.page > 1)) for m in made.marks]


def _last_open(made: Layout) -> None:
    """No signatures: behind § 4 stands a bilaga that is § 3's."""
    del made.pages[5:], made.marks[5:]
    _bilaga(made)


def _bold_only(made: Layout) -> None:
    """§ 2 is bold, in the middle of § 1's page, and known by nothing else."""
    made.pages[1] += [Line(title(2), bold=True), own(2)]
    del made.pages[2], made.marks[2:]
    made.marks += [Mark(title(3), 2), Mark(title(4), 3), Mark("Underskrifter", 4)]


KINDS: tuple[Callable[[Layout], None], ...] = (
    _grouped, _missing, _nested, _only_first, _bilaga, _tagged_bilaga, _bilaga_above,
    _underskriftslista, _anslagsfordelning, _bilaga_with_underskrifter, _no_style,
    _first_no_style, _last_no_style, _behind_signatures, _signed_below, _mid_page, _artefact_note,
    _loose_note, _tagged_note, _note_on_signatures, _above_heading, _subheading_above, _picture,
    _contents, _contents_without_sign, _contents_on_front, _twice, _two_protokoll,
    _other_protokoll_as_bilaga, _lettered, _last_open, _bold_only,
)  # fmt: skip
"""What other programs, and people, do to a protokoll. All but `_grouped` can make a cut leak."""


@pytest.mark.parametrize("change", KINDS, ids=lambda change: change.__name__[1:])
@pytest.mark.parametrize("tagged", [True, False], ids=["taggad", "otaggad"])
@pytest.mark.parametrize("marked", [True, False], ids=["bokmärken", "utan"])
def test_an_utdrag_holds_nothing_of_another_paragraf_or_is_refused(
    change: Callable[[Layout], None], tagged: bool, marked: bool
) -> None:
    layout = regular()
    change(layout)
    layout.tagged = tagged
    layout.marks = layout.marks if marked else []
    made, told = cuts(layout.pdf())
    assert leaks(made) == {}
    assert all(number in words(pdf) for number, pdf in made.items())
    assert len(made) == len(WORDS) or told


# Any of it together


@dataclass(frozen=True)
class Part:
    """How a part of the protokoll came out. `mark`: where its bookmark stands; `style`: what its
    heading looks like, and is tagged as; `joined`: it begins on the page where the last part ends;
    `note`: the tag of a footnote that goes on at the foot of the next part's first page; `tail`: it
    ends with a heading of its own, above that of the next part."""

    mark: str
    style: str
    long: bool
    joined: bool
    note: str | None
    tail: bool


PARTS = st.builds(
    Part,
    mark=st.sampled_from(["own"] * 4 + ["below", "none"]),
    style=st.sampled_from(["H1"] * 12 + ["P", "bold", "large"]),
    long=st.booleans(),
    joined=st.sampled_from([False] * 14 + [True]),
    note=st.sampled_from([None] * 12 + [ARTEFACT, LOOSE, "Note"]),
    tail=st.sampled_from([False] * 12 + [True]),
)
BILAGOR = st.lists(
    st.tuples(st.sampled_from(sorted(WORDS)), st.sampled_from(["none", "own", "below"])), max_size=2
)


def _titled(text: str, style: str) -> Line:
    if style == "H1":
        return heading(text)
    return Line(text, "P", 16 if style == "large" else 11, bold=style == "bold")


@st.composite
def layouts(draw: st.DrawFn) -> Layout:
    """A protokoll in which much may have gone wrong on its way."""
    made = Layout(tagged=draw(st.booleans()))
    made.pages.append([heading("Protokoll"), Line("Beslutande: Anna Andersson §§ 1–2")])
    listed = draw(st.sampled_from([None, None, "§ {}", "{}."]))
    if listed is not None:
        rows = [Line(f"{listed.format(n)} Fråga om {word}") for n, word in WORDS.items()]
        made.pages.append([Line("Ärenden", size=16), *rows])
    names = [*map(title, WORDS), "Underskrifter", "Anslag/bevis"]
    carried: list[Line] = []
    tail: list[Line] = []
    for number, name in enumerate(names, 1):
        part = draw(PARTS)
        text = own(number) if number in WORDS else Line("Namn och dag")
        lines = [*tail, _titled(name, part.style), text]
        tail = [Line("Reservation", "H2", 13, bold=True), text] if part.tail else []
        for some in ([] if part.joined else [lines], [[text]] if part.long else []):
            for page in some:
                # A tree may tell of a note where it is referred to, before the next heading.
                first = bool(carried) and carried[0].tag == "Note"
                made.pages.append([*carried, *page] if first else [*page, *carried])
                carried = []
        if part.joined:
            place = -2 if part.long else -1
            made.pages[place] = [*made.pages[place], *lines]
        begins = len(made.pages) - 1 - part.long
        if part.mark == "below" and made.marks:
            above = made.marks[-1]
            made.marks[-1] = replace(above, below=(*above.below, Mark(name, begins)))
        elif part.mark != "none":
            made.marks.append(Mark(name, begins))
        if part.note is not None and number in WORDS:
            made.pages[-1].append(Line(f"1 Om {WORDS[number]}", part.note, 8, y=80))
            carried = [Line(f"mer om {WORDS[number]}", part.note, 8, y=80)]
    for number, mark in draw(BILAGOR):
        made.pages.append([replace(own(number), whole=len(made.pages))])
        bookmark = Mark("Bilaga", len(made.pages) - 1)
        if mark == "below" and made.marks:
            made.marks[-1] = replace(made.marks[-1], below=(*made.marks[-1].below, bookmark))
        elif mark == "own":
            made.marks.append(bookmark)
    return made


@given(layouts())
@settings(max_examples=80, deadline=None, derandomize=True)
def test_whatever_has_happened_to_a_protokoll_no_utdrag_holds_another_paragraf(
    layout: Layout,
) -> None:
    made, _ = cuts(layout.pdf())
    assert leaks(made) == {}


def naive(pdf: bytes) -> dict[int, bytes]:
    """Utdrag as they were once cut: each bookmark of the first level ends where the next begins."""
    source = opened(pdf)
    tops = [mark for mark in source.bookmarks if mark.above < 0]
    starts = [(headings.number(values.said(mark.title)), mark.target.page) for mark in tops]
    ends = [*(page for _, page in starts[1:]), len(source)]
    pages = {
        number: range(page, max(end, page + 1))
        for (number, page), end in zip(starts, ends, strict=True)
    }
    last = range(starts[-1][1], len(source))
    return {
        number: cut(source, [*dict.fromkeys([*some, 0, *last])], META, engine="prov 1").pdf
        for number, some in pages.items()
        if number is not None
    }


@pytest.mark.parametrize("change", [_missing, _nested, _only_first, _bilaga, _mid_page, _no_style])
def test_a_cut_that_trusts_the_bookmarks_leaks(change: Callable[[Layout], None]) -> None:
    """What the tests above would find: so they can fail."""
    layout = regular()
    change(layout)
    assert leaks(naive(layout.pdf()))
