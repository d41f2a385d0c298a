"""What was made once is not made again; what the cache holds is its owner's alone, and bounded."""

from __future__ import annotations

import os
import random
import shutil
import stat
from pathlib import Path

import openpyxl
import pytest
from cells import value

import gen
from gen import cache
from gen.building import Options
from gen.cache import Cache, Kept
from gen.findings import NOT_DRAWN_AS_IN_WORD
from gen.pdf.inbyggd import Inbyggd
from gen.progress import Done

DATA = Path(__file__).parent.parent / "data"
KEPT = Kept(
    b"docx", b"pdf", (NOT_DRAWN_AS_IN_WORD("@protokoll.docx", value="kapitäler"),), frozenset("☃")
)


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of the test's own, told in the environment."""
    folder = tmp_path / "sparat"
    monkeypatch.setenv("GEN_CACHE", str(folder))
    return folder


@pytest.fixture
def conversions(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many documents each call of the engine got."""
    calls: list[int] = []
    convert = Inbyggd.convert

    def counted(self: Inbyggd, documents: list[bytes], done: Done) -> object:
        calls.append(len(documents))
        return convert(self, documents, done)

    monkeypatch.setattr(Inbyggd, "convert", counted)
    return calls


def make(tmp_path: Path, name: str = "out") -> gen.build:  # type: ignore[valid-type]
    workbook = tmp_path / "ksau-2023-03-06.xlsx"
    return gen.build(workbook, ["protokoll"], Options(out=tmp_path / name, engine="inbyggd"))


@pytest.fixture
def meeting(tmp_path: Path) -> Path:
    shutil.copy(DATA / "register.xlsx", tmp_path)
    return Path(shutil.copy(DATA / "ksau-2023-03-06.xlsx", tmp_path))


def test_what_is_kept_comes_back_with_all_that_was_said_of_it(tmp_path: Path) -> None:
    kept = Cache(tmp_path)
    assert kept.get("nyckel") is None
    kept.put({"nyckel": KEPT})
    assert Cache(tmp_path).get("nyckel") == KEPT


def test_a_file_that_is_damaged_is_as_if_it_were_not_there(tmp_path: Path) -> None:
    kept = Cache(tmp_path)
    kept.put({"nyckel": KEPT})
    (file,) = tmp_path.glob("*.gen")
    content = bytearray(file.read_bytes())
    content[content.index(b"docx", 60)] ^= 1
    file.write_bytes(content)
    assert kept.get("nyckel") is None
    file.write_bytes(b"")
    assert kept.get("nyckel") is None


@pytest.mark.parametrize("seed", range(3))
def test_no_damage_at_all_ends_a_run(tmp_path: Path, seed: int) -> None:
    kept = Cache(tmp_path)
    kept.put({"nyckel": KEPT})
    (file,) = tmp_path.glob("*.gen")
    whole = file.read_bytes()
    chosen = random.Random(seed)
    for _ in range(500):
        content = bytearray(whole)
        content[chosen.randrange(len(whole))] = chosen.randrange(256)
        file.write_bytes(content[: chosen.choice((len(whole), chosen.randrange(len(whole))))])
        assert kept.get("nyckel") in (None, KEPT)


def test_what_lies_under_the_name_of_another_is_not_given_out_as_that(tmp_path: Path) -> None:
    kept = Cache(tmp_path)
    kept.put({"§ 50": KEPT})
    shutil.copy(kept._path("§ 50"), kept._path("§ 51"))
    assert kept.get("§ 50") == KEPT
    assert kept.get("§ 51") is None


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="Windows har egna rättigheter")
def test_nothing_is_taken_from_a_folder_that_others_may_write_in(tmp_path: Path) -> None:
    kept = Cache(tmp_path)
    kept.put({"nyckel": KEPT})
    tmp_path.chmod(0o777)
    assert kept.get("nyckel") is None
    kept.put({"nyckel": KEPT})  # closes it
    assert kept.get("nyckel") == KEPT


def test_a_folder_that_is_named_keeps_what_others_have_put_there(tmp_path: Path) -> None:
    others = [tmp_path / "bok.gen", tmp_path / "utkast.ny", tmp_path / "gen" / "bok.gen"]
    kept = cache.of({"GEN_CACHE": str(tmp_path)})
    kept.put({"nyckel": KEPT})
    for path in others:
        path.write_bytes(b"")
    before = stat.S_IMODE(tmp_path.stat().st_mode)
    assert kept.empty()[0] == 1
    assert all(path.exists() for path in others)
    assert stat.S_IMODE(tmp_path.stat().st_mode) == before


def test_nobody_else_may_read_it(tmp_path: Path) -> None:
    folder = tmp_path / "öppen"
    folder.mkdir(mode=0o755)
    Cache(folder).put({"nyckel": KEPT})
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()} == {0o600}


def test_what_was_unused_longest_goes_when_the_limit_is_reached(tmp_path: Path) -> None:
    kept = Cache(tmp_path)
    kept.put({"äldst": KEPT})
    size = next(tmp_path.glob("*.gen")).stat().st_size
    kept.put({"mellan": KEPT})
    for number, key in enumerate(("äldst", "mellan")):
        file = kept._path(key)
        os.utime(file, (number, number))
    assert kept.get("äldst") is not None  # used now, and so the younger of the two
    Cache(tmp_path, limit=2 * size).put({"nyast": KEPT})
    assert [key for key in ("äldst", "mellan", "nyast") if kept.get(key)] == ["äldst", "nyast"]


def test_a_folder_that_cannot_be_written_keeps_nothing_and_stops_nothing(tmp_path: Path) -> None:
    file = tmp_path / "fil"
    file.write_bytes(b"")
    Cache(file / "mapp").put({"nyckel": KEPT})
    assert Cache(file / "mapp").get("nyckel") is None


def test_the_environment_says_where_or_that_nothing_is_kept(tmp_path: Path) -> None:
    assert cache.of({"GEN_CACHE": "nej"}).folder is None
    assert cache.of({"GEN_CACHE": str(tmp_path)}).folder == tmp_path / "gen"
    assert cache.of({}).folder is not None


def test_the_same_document_in_another_folder_is_not_converted_again(
    own: Path, meeting: Path, tmp_path: Path, conversions: list[int]
) -> None:
    first = make(tmp_path)
    done = list(conversions)
    second = make(tmp_path, "ut")
    assert conversions == done
    assert [path.read_bytes() for path in first.placed] == [p.read_bytes() for p in second.placed]


def test_one_changed_cell_makes_its_document_anew(
    own: Path, meeting: Path, tmp_path: Path, conversions: list[int]
) -> None:
    make(tmp_path)
    before = len(conversions)
    book = openpyxl.load_workbook(meeting, rich_text=True)
    value(book, "Plats").value = "Stora salen"
    book.save(meeting)
    assert make(tmp_path).placed
    assert len(conversions) > before


def test_what_a_person_has_edited_is_never_taken_from_the_cache(
    own: Path, meeting: Path, tmp_path: Path, conversions: list[int]
) -> None:
    (word, _) = make(tmp_path).placed
    other = tmp_path / "annat.docx"
    shutil.copy(Path(__file__).parent.parent / "templates" / "brevpapper.docx", other)
    shutil.copy(other, word)
    before = len(conversions)
    workbook = tmp_path / "ksau-2023-03-06.xlsx"
    policy = gen.store.Policy.KEEP
    options = Options(out=tmp_path / "out", engine="inbyggd", policy=policy)
    gen.build(workbook, ["protokoll"], options)
    assert len(conversions) > before


def test_stada_empties_it(own: Path) -> None:
    cache.of().put({"nyckel": KEPT, "annan": KEPT})
    number, size = cache.of().empty()
    assert number == 2
    assert size > 0
    assert cache.of().empty() == (0, 0)
