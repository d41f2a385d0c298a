"""What the pages look like, against pictures in tests/golden/sidor: the first page of each type in
the first house, the pages after it where most is laid out, and what the second house has of its
own. Drawn by the embedded engine, with its own fonts.

After a change that is meant, look at the pages and write the pictures anew:
`pytest tests/test_sidbilder.py --nya-sidor`.
"""

from __future__ import annotations

import functools
import io
import re
import subprocess
import unicodedata
import zipfile
from pathlib import Path

import angsbro
import hus
import pytest
from PIL import Image, ImageChops, ImageStat

from gen.jobs import BREVPAPPER

FOLDER = Path(__file__).parent / "golden" / "sidor"
DPI = 40
"""Enough to see where words stand, not to read them: a page is 331 by 468 points of grey."""

TOLERANCE = 0.5
"""How much a page may differ, as the mean over its points of the difference in grey (0–255).

Here it is 0; the rest is for another poppler, which smooths letters otherwise. A margin that is a
millimetre wider makes more than 2.
"""

LATER = (
    ("protokoll", 3),  # Beslutsgång: propositioner, three omröstningar, reservation
    ("protokoll", 9),  # Underskrifter
    ("protokoll", 10),  # Anslag/bevis
    ("kallelse", 2),  # the förslag
    ("yttrande", 2),  # Behandling, in the past tense
    ("tjänsteskrivelse", 2),  # undertecknare, recipients, bilagor
    ("utdrag", 7),  # Bestyrkande
)
OWN = {"protokoll": (1, 4, 5, 11), "kallelse": (1, 2), "anslag": (1,), "omröstningslista": (1,)}
"""The pages of the second house: its own templates, and a table in its styles."""
PAGES = {
    **{f"lund-{typ}": (hus.LUND, typ, 1) for typ in hus.TYPES},
    **{f"lund-{typ}-{page}": (hus.LUND, typ, page) for typ, page in LATER},
    **{
        f"ängsbro-{typ}-{page}": (hus.ÄNGSBRO, typ, page)
        for typ, pages in OWN.items()
        for page in pages
    },
}


def _document(house: str, typ: str) -> hus.Written:
    """The fullest of the first house; the second house's own meeting."""
    some = hus.of(house, typ)
    own = f"{hus.ÄNGSBRO}-{angsbro.MEETING.stem}-{typ}"
    return some[own] if house == hus.ÄNGSBRO else next(iter(some.values()))


@functools.cache
def pdfs() -> dict[tuple[str, str], bytes]:
    """Every document of which there is a picture."""
    wanted = sorted({(house, typ) for house, typ, _ in PAGES.values()})
    made = hus.converted([_document(*one).word for one in wanted], "inbyggd")
    return {one: made.pdf for one, made in zip(wanted, made, strict=True) if made.pdf}


def drawn(pdf: bytes, page: int) -> Image.Image:
    """A page as poppler draws it."""
    span = ["-f", f"{page}", "-l", f"{page}"]
    run = subprocess.run(
        ["pdftoppm", "-r", f"{DPI}", "-gray", *span, "-"],
        input=pdf,
        capture_output=True,
        check=True,
    )
    return Image.open(io.BytesIO(run.stdout)).convert("L")


def difference(one: Image.Image, other: Image.Image) -> float:
    """The mean of the differences, or as much as can be where the pages are not of one size."""
    if one.size != other.size:
        return 255.0
    return float(ImageStat.Stat(ImageChops.difference(one, other)).mean[0])


def picture(name: str) -> Path:
    """Its file, named so that no file system spells it in another way."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return FOLDER / f"{plain}.png"


@pytest.mark.behover("poppler")
@pytest.mark.parametrize("name", PAGES)
def test_a_page_looks_as_it_did(name: str, request: pytest.FixtureRequest) -> None:
    house, typ, page = PAGES[name]
    now = drawn(pdfs()[house, typ], page)
    if request.config.getoption("--nya-sidor"):
        now.save(picture(name), optimize=True)
    with Image.open(picture(name)) as kept:
        found = difference(kept.convert("L"), now)
    assert found <= TOLERANCE, f"{picture(name).name}: {found:.2f}"


def test_each_picture_is_of_a_page_that_is_tested() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {picture(name).name for name in PAGES}
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < 1_000_000


MILLIMETRE = 57
"""In twentieths of a point."""


def _changed(letterhead: bytes, side: str) -> bytes:
    """The letterhead with that margin a millimetre wider."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(letterhead)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                pattern = rf'(<w:pgMar [^>]*w:{side}=")(\d+)"'.encode()
                content, times = re.subn(pattern, _wider, content)
                assert times == 1
            new.writestr(name, content)
    return out.getvalue()


def _wider(found: re.Match[bytes]) -> bytes:
    return found[1] + b'%d"' % (int(found[2]) + MILLIMETRE)


@functools.cache
def _moved() -> dict[str, bytes]:
    """The protokoll on letterheads of which one margin is another."""
    job = _document(hus.LUND, "protokoll").job
    letterhead = job.resources[BREVPAPPER].content
    words = {side: hus.word(job, _changed(letterhead, side)) for side in ("left", "top")}
    made = hus.converted(list(words.values()), "inbyggd")
    return {side: one.pdf for side, one in zip(words, made, strict=True) if one.pdf}


@pytest.mark.behover("poppler")
@pytest.mark.parametrize("side", ["left", "top"])
def test_a_margin_that_is_a_millimetre_wider_is_seen(side: str) -> None:
    with Image.open(picture("lund-protokoll")) as kept:
        assert difference(kept.convert("L"), drawn(_moved()[side], 1)) > 2 * TOLERANCE
