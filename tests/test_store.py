"""Nobody's work is lost in out/: whose a file is, what a killed run leaves, what is in the way."""

from __future__ import annotations

import errno
import itertools
import json
import os
import signal
import stat
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gen import atomic, findings, folder, manifest
from gen.errors import EngineError, GenError, InTheWayError
from gen.store import Owner, Placed, Policy, Report, Store

DOCX, PDF, UTDRAG = "protokoll.docx", "protokoll.pdf", "utdrag/paragraf-50.pdf"

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="dödas genom fork")
quiet_fork = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")


def run_of(text: str, names: tuple[str, ...] = (DOCX, PDF, UTDRAG)) -> dict[str, Placed]:
    """The files that a run makes of `text`."""
    return {
        name: Placed(f"{name}: {text}\n".encode() * 40, {"typ": "protokoll", "nyckel": text})
        for name in names
    }


def place(out: Path, files: Mapping[str, Placed], **how: Any) -> Report:
    with Store(out, version="0.1.0", wait=10) as store:
        return store.place(files, **how)


def owner(out: Path, name: str) -> Owner:
    with Store(out, version="0.1.0") as store:
        return store.owner(name)


def visible(out: Path) -> dict[str, bytes]:
    """All documents in `out`: neither hidden files nor the manifest."""
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in sorted(out.rglob("*"))
        if path.is_file() and not path.name.startswith(".") and path.name != manifest.NAME
    }


def contents(files: Mapping[str, Placed]) -> dict[str, bytes]:
    return {name: file.content for name, file in files.items()}


def everything(out: Path) -> dict[str, tuple[bytes, int]]:
    """Every file with bytes and time of change: equal before and after when nothing was written."""
    return {
        str(path): (path.read_bytes() if path.is_file() else b"", path.stat().st_mtime_ns)
        for path in [out, *sorted(out.rglob("*"))]
    }


def told(out: Path) -> dict[str, Any]:
    tree: dict[str, Any] = json.loads((out / manifest.NAME).read_text("utf-8"))
    return tree


def refuse_opening(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    """`path` cannot be opened for writing: write-protected, or held by a program on Windows."""
    opening = Path.open

    def refusing(self: Path, mode: str = "r", *args: Any, **named: Any) -> Any:
        if self == path and "+" in mode:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return opening(self, mode, *args, **named)

    monkeypatch.setattr(Path, "open", refusing)


def code(error: pytest.ExceptionInfo[GenError]) -> str:
    return error.value.finding.code


@pytest.fixture(autouse=True, scope="module")
def no_waiting_for_the_disk() -> Iterator[None]:
    """A killed process loses nothing that it wrote: to sync here would only take time."""
    real, os.fsync = os.fsync, lambda number: None
    yield
    os.fsync = real


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out" / "ksau-2023-03-06"


@pytest.fixture
def placed(out: Path) -> Path:
    place(out, run_of("första"))
    return out


# --- placing ---------------------------------------------------------------------------------


def test_en_första_körning_gör_mappen_filerna_och_manifestet(out: Path) -> None:
    report = place(out, run_of("första"))
    assert visible(out) == contents(run_of("första"))
    assert report == Report((DOCX, PDF, UTDRAG), (), (), {}, ())
    with Store(out, version="0.1.0") as store:
        assert [store.owner(name) for name in (DOCX, UTDRAG)] == ["gen", "gen"]
        assert store.owner("kallelse.pdf") == "ingen"
        assert store.read(DOCX) == run_of("första")[DOCX].content
        assert store.read("kallelse.pdf") is None


def test_manifestet_är_läsbart_sorterat_och_utan_tider(placed: Path) -> None:
    text = (placed / manifest.NAME).read_text("utf-8")
    assert text.endswith("\n}\n")
    assert '"pågår": {}' in text
    tree = json.loads(text)
    assert text == json.dumps(tree, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    assert tree["schema"] == 1
    assert tree["gen"] == "0.1.0"
    assert tree["filer"][DOCX] == {
        "sha256": atomic.sha256(run_of("första")[DOCX].content),
        "ägare": "gen",
        "gen": "0.1.0",
        "fakta": {"typ": "protokoll", "nyckel": "första"},
    }


def test_samma_indata_ger_samma_manifest_i_en_annan_mapp(placed: Path, tmp_path: Path) -> None:
    place(tmp_path / "b", dict(reversed(run_of("första").items())))
    assert (tmp_path / "b" / manifest.NAME).read_bytes() == (placed / manifest.NAME).read_bytes()


def test_en_körning_där_inget_ändrats_skriver_ingenting(placed: Path) -> None:
    before = everything(placed)
    report = place(placed, run_of("första"))
    assert everything(placed) == before
    assert report.unchanged == (DOCX, PDF, UTDRAG)
    assert report.placed == ()


def test_bara_det_som_ändrats_skrivs(placed: Path) -> None:
    before = everything(placed)
    report = place(placed, {**run_of("första"), PDF: Placed(b"ny")})
    after = everything(placed)
    assert report.placed == (PDF,)
    assert after[str(placed / DOCX)] == before[str(placed / DOCX)]
    assert after[str(placed / PDF)][0] == b"ny"


def test_en_annan_dokumenttyps_filer_blir_kvar_i_manifestet(placed: Path) -> None:
    place(placed, run_of("första", ("kallelse.pdf",)))
    assert set(told(placed)["filer"]) == {DOCX, PDF, UTDRAG, "kallelse.pdf"}
    assert owner(placed, DOCX) is Owner.GEN


def test_uppgifterna_om_en_fil_finns_bara_så_länge_den_står_som_gen_lade_den(placed: Path) -> None:
    with Store(placed, version="0.1.0") as store:
        assert store.facts(DOCX) == {"typ": "protokoll", "nyckel": "första"}
        (placed / DOCX).write_bytes(b"ifyllt")
        assert store.facts(DOCX) is None
        assert store.facts("kallelse.pdf") is None


def test_filer_kan_läsas_av_kollegor(placed: Path) -> None:
    (placed / "jämför").write_bytes(b"")
    assert (placed / DOCX).stat().st_mode == (placed / "jämför").stat().st_mode


def test_en_körning_utan_något_att_lägga_ut_lämnar_ingen_tom_mapp(out: Path) -> None:
    place(out, {})
    assert not out.parent.exists()
    with pytest.raises(RuntimeError, match="avbruten"), Store(out, version="0.1.0"):
        raise RuntimeError("avbruten")
    assert not out.parent.exists()


def test_en_tom_mapp_som_någon_annan_gjort_får_vara_kvar(out: Path) -> None:
    out.mkdir(parents=True)
    place(out, {})
    assert out.is_dir()


def test_av_många_filer_är_var_och_en_på_disken_innan_någon_byter_namn(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: set[int] = set()
    rename = atomic.rename

    def checked(temporary: Path, target: Path) -> None:
        assert temporary.stat().st_ino in synced
        rename(temporary, target)

    monkeypatch.setattr(os, "fsync", lambda number: synced.add(os.fstat(number).st_ino))
    monkeypatch.setattr(atomic, "rename", checked)
    files = run_of("första", tuple(f"utdrag/paragraf-{n}.pdf" for n in range(100)))
    place(out, files)
    assert visible(out) == contents(files)


# --- persons' files ----------------------------------------------------------------------------


def test_en_ändrad_fil_stoppar_körningen_och_ingenting_skrivs(placed: Path) -> None:
    (placed / DOCX).write_bytes("handläggarens ord".encode())
    (placed / UTDRAG).write_bytes(b"signerad")
    before = everything(placed)
    with pytest.raises(InTheWayError) as error:
        place(placed, run_of("andra"))
    assert everything(placed) == before
    assert error.value.exit_code == 4
    assert code(error) == "GEN-6005"
    finding = error.value.finding
    assert f"{DOCX}, {UTDRAG}" in finding.message
    assert PDF not in finding.message
    assert "--behåll" in finding.expected
    assert "--skriv-över" in finding.expected
    assert owner(placed, DOCX) is Owner.PERSON


def test_skyddet_säger_före_det_dyra_arbetet_detsamma_som_utläggningen(placed: Path) -> None:
    (placed / DOCX).write_bytes(b"handskrivet")
    with Store(placed, version="0.1.0") as store:
        with pytest.raises(InTheWayError) as early:
            store.protect(run_of("andra"))
        with pytest.raises(InTheWayError) as late:
            store.place(run_of("andra"))
        assert early.value.finding == late.value.finding
        assert store.protect([PDF, "kallelse.pdf"]) == {}
        assert store.protect(run_of("andra"), Policy.OVERWRITE) == {}


def test_en_raderad_fil_görs_på_nytt(placed: Path) -> None:
    (placed / DOCX).unlink()
    assert owner(placed, DOCX) is Owner.NOBODY
    assert place(placed, run_of("andra")).placed == (DOCX, PDF, UTDRAG)


def test_utan_manifest_är_andra_innehåll_en_persons(placed: Path) -> None:
    (placed / manifest.NAME).unlink()
    (placed / PDF).unlink()
    with pytest.raises(InTheWayError) as error:
        place(placed, run_of("andra"))
    assert f"{DOCX}, {UTDRAG}" in error.value.finding.message
    assert place(placed, run_of("första")).unchanged == (DOCX, UTDRAG)
    assert owner(placed, DOCX) is Owner.GEN


def test_en_fil_med_just_det_innehållet_räknas_som_gens_vem_som_än_lade_dit_den(out: Path) -> None:
    out.mkdir(parents=True)
    (out / DOCX).write_bytes(run_of("första")[DOCX].content)
    before = (out / DOCX).stat().st_mtime_ns
    assert place(out, run_of("första")).unchanged == (DOCX,)
    assert (out / DOCX).stat().st_mtime_ns == before
    assert place(out, run_of("andra")).placed == (DOCX, PDF, UTDRAG)


def test_skriv_över_lägger_filen_åt_sidan_med_dess_egen_tid(placed: Path) -> None:
    when = time.mktime((2023, 3, 7, 14, 5, 0, 0, 0, -1))
    for text in ("en", "två", "två"):
        (placed / DOCX).write_bytes(text.encode())
        os.utime(placed / DOCX, (when, when))
        report = place(placed, run_of(text), policy=Policy.OVERWRITE)
    first, second = (
        "protokoll (ändrad 2023-03-07 14.05).docx",
        ("protokoll (ändrad 2023-03-07 14.05) 2.docx"),
    )
    assert report.set_aside == {DOCX: second}
    assert [finding.code for finding in report.findings] == ["GEN-6013"]
    assert visible(placed) == {
        **contents(run_of("två")),
        first: b"en",
        second: "två".encode(),
    }
    assert (placed / second).stat().st_mtime == when


def test_en_fil_läggs_åt_sidan_också_där_det_inte_finns_hårda_länkar(
    placed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_link(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, "no links on FAT")

    monkeypatch.setattr(os, "link", no_link)
    (placed / UTDRAG).write_bytes(b"signerat")
    changed = (placed / UTDRAG).stat().st_mtime_ns
    aside = placed / place(placed, run_of("andra"), policy=Policy.OVERWRITE).set_aside[UTDRAG]
    assert aside.parent == placed / "utdrag"
    assert aside.read_bytes() == b"signerat"
    assert aside.stat().st_mtime_ns == changed


@pytest.mark.parametrize("when", [-(10**12), 10**12])
def test_en_omöjlig_tidsstämpel_hindrar_inte(placed: Path, when: int) -> None:
    (placed / DOCX).write_bytes(b"ord")
    try:
        os.utime(placed / DOCX, (when, when))
    except OSError:  # a file system with narrower time stamps: then the test is of those
        os.utime(placed / DOCX, (0, 0))
    report = place(placed, run_of("andra"), policy=Policy.OVERWRITE)
    assert (placed / report.set_aside[DOCX]).read_bytes() == b"ord"


def test_behåll_låter_filen_stå_och_skriver_upp_vad_som_följer_av_den(placed: Path) -> None:
    (placed / DOCX).write_bytes(b"handskrivet")
    with Store(placed, version="0.1.0") as store:
        keep = store.protect(run_of("andra"), Policy.KEEP)
        assert keep == {DOCX: atomic.sha256(b"handskrivet")}
        assert store.read(DOCX) == b"handskrivet"
        report = store.place(run_of("andra"), policy=Policy.KEEP, keep=keep)
    assert report.kept == (DOCX,)
    assert report.placed == (PDF, UTDRAG)
    assert visible(placed) == {**contents(run_of("andra")), DOCX: b"handskrivet"}
    assert told(placed)["filer"][DOCX] == {
        "sha256": atomic.sha256(b"handskrivet"),
        "ägare": "person",
    }
    before = everything(placed)
    place(placed, run_of("andra", (PDF, UTDRAG)), keep=keep)
    assert everything(placed) == before
    assert owner(placed, DOCX) is Owner.PERSON
    with pytest.raises(InTheWayError):
        place(placed, run_of("andra"))


def test_behåll_går_inte_vidare_från_något_som_sparats_om_under_tiden(placed: Path) -> None:
    (placed / DOCX).write_bytes(b"ett")
    with Store(placed, version="0.1.0") as store:
        keep = store.protect([DOCX], Policy.KEEP)
        (placed / DOCX).write_bytes("två".encode())
        before = everything(placed)
        with pytest.raises(InTheWayError) as error:
            store.place(run_of("andra", (PDF,)), policy=Policy.KEEP, keep=keep)
        assert code(error) == "GEN-6006"
        assert everything(placed) == before


def test_behåll_gäller_bara_de_filer_som_nämnts(placed: Path) -> None:
    (placed / DOCX).write_bytes(b"ett")
    (placed / PDF).write_bytes("två".encode())
    keep = {DOCX: atomic.sha256(b"ett")}
    with pytest.raises(InTheWayError, match=PDF):
        place(placed, run_of("andra"), policy=Policy.KEEP, keep=keep)


def test_den_som_sparar_mitt_i_utläggningen_förlorar_inget(
    placed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save = manifest.dumps

    def saving_meanwhile(new: manifest.Manifest, version: str) -> bytes:
        if new.announced:  # the last moment before the renames
            (placed / PDF).write_bytes(b"sparat nu")
        return save(new, version)

    monkeypatch.setattr(manifest, "dumps", saving_meanwhile)
    with pytest.raises(InTheWayError) as error:
        place(placed, run_of("andra"))
    assert code(error) == "GEN-6006"
    monkeypatch.undo()
    assert (placed / PDF).read_bytes() == b"sparat nu"
    assert told(placed)["pågår"] == {}
    assert owner(placed, DOCX) is Owner.GEN
    assert owner(placed, PDF) is Owner.PERSON


# --- what stands in the way --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "lock", "program"),
    [
        ("protokoll.docx", "~$otokoll.docx", "Word"),
        ("kallels.docx", "~$allels.docx", "Word"),
        ("anslag.docx", "~$anslag.docx", "Word"),
        ("protokoll.docx", "~$protokoll.docx", "Word"),
        ("utdrag/protokoll.docx", "utdrag/~$otokoll.docx", "Word"),
        ("protokoll.docx", ".~lock.protokoll.docx#", "LibreOffice"),
    ],
)
def test_en_öppen_fil_som_skulle_ändras_stoppar(
    out: Path, name: str, lock: str, program: str
) -> None:
    place(out, run_of("första", (name, "b.pdf")))
    (out / lock).write_bytes(b"Siv")
    place(out, run_of("första", (name, "b.pdf")))
    before = everything(out)
    for policy in Policy:
        with pytest.raises(InTheWayError) as error:
            place(out, run_of("andra", (name, "b.pdf")), policy=policy)
        assert code(error) == "GEN-6007"
        assert everything(out) == before
    assert f"öppna i {program}: {name}" in error.value.finding.message
    assert Path(lock).name in error.value.finding.expected
    with Store(out, version="0.1.0") as store, pytest.raises(InTheWayError):
        store.protect([name])
    (out / lock).unlink()
    place(out, run_of("andra", (name, "b.pdf")))


def test_en_fil_som_windows_inte_släpper_stoppar_och_nästa_körning_går_klart(
    placed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = os.replace

    def refusing(source: Path, target: Path) -> None:
        if Path(target).name == Path(PDF).name:
            raise PermissionError(errno.EACCES, "sharing violation", str(target))
        replace(source, target)

    monkeypatch.setattr(os, "replace", refusing)
    monkeypatch.setattr(time, "sleep", lambda _: None)
    with pytest.raises(InTheWayError) as error:
        place(placed, run_of("andra"))
    assert code(error) == "GEN-6008"
    assert PDF in error.value.finding.message
    assert told(placed)["pågår"] == {}
    assert visible(placed)[DOCX] == run_of("andra")[DOCX].content
    assert visible(placed)[PDF] == run_of("första")[PDF].content
    assert_tidy(placed)
    monkeypatch.undo()
    assert place(placed, run_of("tredje")).placed == (DOCX, PDF, UTDRAG)


def test_ett_virusskydd_som_håller_filen_ett_ögonblick_märks_inte(
    placed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace, refused, pauses = os.replace, [PermissionError(errno.EACCES, "scanning")] * 2, []

    def refusing(source: Path, target: Path) -> None:
        if refused:
            raise refused.pop()
        replace(source, target)

    monkeypatch.setattr(os, "replace", refusing)
    monkeypatch.setattr(time, "sleep", pauses.append)
    place(placed, run_of("andra"))
    assert visible(placed) == contents(run_of("andra"))
    assert len(pauses) == 2


def test_en_skrivskyddad_fil_stoppar_innan_något_skrivits(
    placed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refuse_opening(monkeypatch, placed / PDF)
    before = everything(placed)
    with pytest.raises(InTheWayError) as error:
        place(placed, run_of("andra"))
    assert code(error) == "GEN-6008"
    assert everything(placed) == before


@pytest.mark.parametrize("room", range(7))
def test_en_full_disk_lämnar_det_som_stod(
    placed: Path, monkeypatch: pytest.MonkeyPatch, room: int
) -> None:
    before, files = everything(placed), run_of("andra", (DOCX, PDF, UTDRAG, "ny/mapp/anslag.pdf"))
    sync, calls = os.fsync, itertools.count()

    def full(number: int) -> None:
        if next(calls) >= room:
            raise OSError(errno.ENOSPC, "No space left on device")
        sync(number)

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(EngineError) as error:
        place(placed, files)
    monkeypatch.undo()
    assert code(error) == "GEN-6011"
    assert error.value.exit_code == 3
    assert_tidy(placed)
    if room < 5:  # the four files and the announcement
        after = everything(placed)
        assert {path: found[0] for path, found in after.items()} == {
            path: found[0] for path, found in before.items()
        }
    else:
        assert visible(placed) == contents(files)
    place(placed, files)
    assert_done(placed, files)


def test_mappen_är_en_fil(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"")
    for path in (tmp_path / "out", tmp_path / "out" / "ksau"):
        with pytest.raises(InTheWayError) as error:
            place(path, run_of("första"))
        assert code(error) == "GEN-6001"
        assert str(tmp_path / "out") in error.value.finding.message
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_en_undermapp_är_en_fil(out: Path) -> None:
    out.mkdir(parents=True)
    (out / "utdrag").write_bytes(b"min")
    with pytest.raises(InTheWayError) as error:
        place(out, run_of("första"))
    assert code(error) == "GEN-6001"
    assert visible(out) == {"utdrag": b"min"}


def test_mappen_får_inte_skrivas_i(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(path: Path, *_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr(os, "mkdir", closed)
    with pytest.raises(EngineError) as error:
        place(out, run_of("första"))
    assert code(error) == "GEN-6002"
    assert not out.parent.exists()


def test_manifestet_är_en_mapp(out: Path) -> None:
    (out / manifest.NAME).mkdir(parents=True)
    with pytest.raises(InTheWayError) as error:
        place(out, run_of("första"))
    assert code(error) == "GEN-6010"
    assert visible(out) == {}


def test_en_mapp_står_i_filens_ställe(out: Path) -> None:
    (out / DOCX).mkdir(parents=True)
    assert owner(out, DOCX) is Owner.PERSON
    for policy in Policy:
        with pytest.raises(InTheWayError) as error:
            place(out, run_of("första"), policy=policy)
        assert code(error) == "GEN-6010"


def test_inget_skrivs_genom_en_länk_ut_ur_mappen(out: Path, tmp_path: Path) -> None:
    out.mkdir(parents=True)
    elsewhere = tmp_path / "annanstans"
    elsewhere.mkdir()
    (elsewhere / "brev.docx").write_bytes(b"brev")
    (out / "utdrag").symlink_to(elsewhere, target_is_directory=True)
    (out / DOCX).symlink_to(elsewhere / "brev.docx")
    for files in (run_of("x", (UTDRAG,)), run_of("x", (DOCX,))):
        for policy in Policy:
            with pytest.raises(InTheWayError) as error:
                place(out, files, policy=policy)
            assert code(error) == "GEN-6009"
    with Store(out, version="0.1.0") as store, pytest.raises(InTheWayError):
        store.read(DOCX)
    assert [path.name for path in elsewhere.iterdir()] == ["brev.docx"]
    assert (elsewhere / "brev.docx").read_bytes() == b"brev"


def test_hela_utmappen_får_vara_en_länk(tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    (tmp_path / "out").symlink_to(tmp_path / "disk", target_is_directory=True)
    place(tmp_path / "out", run_of("första"))
    assert visible(tmp_path / "disk") == contents(run_of("första"))


@pytest.mark.parametrize(
    "damage",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"[]",
        b'{"schema": 1}',
        b'{"schema": 0, "filer": {}, "p\xc3\xa5g\xc3\xa5r": {}}',
        b'{"schema": 1, "filer": {"../x": {"sha256": "a", "\xc3\xa4gare": "person"}}, '
        b'"p\xc3\xa5g\xc3\xa5r": {}}',
        b'{"schema": 1, "filer": {"x": {"sha256": 1}}, "p\xc3\xa5g\xc3\xa5r": {}}',
        b'{"schema": 1, "filer": {}, "p\xc3\xa5g\xc3\xa5r": {"x": {}}}',
        b'{"schema": 1, "filer": {"x": {"sha256": "a", "\xc3\xa4gare": "gen", "gen": "1", '
        b'"fakta": {"a": NaN}}}, "p\xc3\xa5g\xc3\xa5r": {}}',
        b"[" * 100_000,
    ],
)
def test_ett_skadat_manifest_sparas_bredvid_och_ger_en_varning(placed: Path, damage: bytes) -> None:
    (placed / manifest.NAME).write_bytes(damage)
    with Store(placed, version="0.1.0") as store:
        assert [(f.code, f.level) for f in store.findings] == [("GEN-6003", "varning")]
        assert store.owner(DOCX) is Owner.PERSON
        with pytest.raises(InTheWayError):
            store.place(run_of("andra"))
        assert (placed / manifest.NAME).read_bytes() == damage
        report = store.place(run_of("första"))
    assert report.findings == store.findings
    assert (placed / "manifest (skadat).json").read_bytes() == damage
    assert set(told(placed)["filer"]) == {DOCX, PDF, UTDRAG}
    with Store(placed, version="0.1.0") as store:
        assert store.findings == ()


def test_ett_manifest_från_en_nyare_gen_lämnas_i_fred(placed: Path) -> None:
    tree = told(placed) | {"schema": 2}
    (placed / manifest.NAME).write_text(json.dumps(tree), "utf-8")
    before = everything(placed)
    with pytest.raises(InTheWayError) as error:
        place(placed, run_of("andra"))
    assert code(error) == "GEN-6004"
    assert everything(placed) == before


# --- killed ------------------------------------------------------------------------------------

CALLS = ("fsync", "link", "mkdir", "rename", "replace", "rmdir", "unlink")


def killed(step: int, action: Callable[[], object]) -> bool:
    """Whether `action`, in a process of its own, was killed just before its `step`th disk call.

    A file about to be synced is cut in half first, as if it was still being written.
    """
    child = os.fork()
    if child == 0:
        try:
            count = itertools.count()
            for name in CALLS:
                setattr(os, name, deadly(step, count, getattr(os, name)))
            action()
        except GenError:
            os._exit(4)
        except BaseException:
            os._exit(1)
        os._exit(0)
    status = os.waitpid(child, 0)[1]
    if not os.WIFSIGNALED(status):
        assert os.WEXITSTATUS(status) in (0, 4)
    return os.WIFSIGNALED(status)


def deadly(step: int, count: Iterator[int], real: Callable[..., object]) -> Callable[..., object]:
    def call(*args: Any, **named: Any) -> object:
        if next(count) == step:
            if isinstance(args[0], int) and stat.S_ISREG(os.fstat(args[0]).st_mode):
                os.ftruncate(args[0], os.fstat(args[0]).st_size // 2)
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*args, **named)

    return call


def every_kill(
    tmp_path: Path, prepare: Callable[[Path], object], action: Callable[[Path], object]
) -> Iterator[Path]:
    """The folder as a kill of `action` leaves it, for each of its disk calls."""
    for step in itertools.count():
        out = tmp_path / str(step)
        prepare(out)
        if not killed(step, lambda out=out: action(out)):
            assert step > 15, "the kill missed most of the run"
            return
        yield out


def assert_tidy(out: Path) -> None:
    """Nothing hidden is left but the lock."""
    hidden = {path.name for path in out.rglob(".*")}
    assert hidden <= {folder.LOCK}


def assert_done(out: Path, files: Mapping[str, Placed]) -> None:
    assert visible(out) == contents(files)
    assert told(out)["pågår"] == {}
    assert {name: entry["sha256"] for name, entry in told(out)["filer"].items()} == {
        name: atomic.sha256(file.content) for name, file in files.items()
    }
    assert_tidy(out)


def assert_whole(out: Path, *runs: Mapping[str, Placed]) -> None:
    for name, content in visible(out).items():
        assert content in [run[name].content for run in runs], name


@needs_fork
@quiet_fork
def test_en_dödad_första_körning_lämnar_hela_filer_och_nästa_går_klart(tmp_path: Path) -> None:
    new = run_of("nya")
    for out in every_kill(tmp_path, lambda out: None, lambda out: place(out, new)):
        assert_whole(out, new)
        place(out, new)
        assert_done(out, new)


@needs_fork
@quiet_fork
def test_en_dödad_körning_över_äldre_filer_blir_klar_nästa_gång(tmp_path: Path) -> None:
    old, new, third = run_of("gamla"), run_of("nya"), run_of("tredje")
    for out in every_kill(tmp_path, lambda out: place(out, old), lambda out: place(out, new)):
        assert_whole(out, old, new)
        assert set(visible(out)) == set(old)
        place(out, third)  # other data: what the killed run left is gen's own all the same
        assert_done(out, third)


@needs_fork
@quiet_fork
def test_två_dödade_körningar_med_olika_data_är_båda_gens_egna(tmp_path: Path) -> None:
    old, new, third = run_of("gamla"), run_of("nya"), run_of("tredje")
    kills = every_kill(tmp_path, lambda out: place(out, old), lambda out: place(out, new))
    for step, out in enumerate(kills):
        assert killed((step * 7) % 16, lambda out=out: place(out, third))
        assert_whole(out, old, new, third)
        place(out, old)
        assert_done(out, old)


@needs_fork
@quiet_fork
def test_en_ändring_efter_en_dödad_körning_går_inte_förlorad(tmp_path: Path) -> None:
    old, new, third = run_of("gamla"), run_of("nya"), run_of("tredje")
    for out in every_kill(tmp_path, lambda out: place(out, old), lambda out: place(out, new)):
        (out / PDF).write_bytes(b"handskrivet")
        before = everything(out)
        with pytest.raises(InTheWayError) as error:
            place(out, third)
        assert error.value.finding.value == PDF
        assert everything(out) == before
        aside = place(out, third, policy=Policy.OVERWRITE).set_aside[PDF]
        assert visible(out) == {**contents(third), aside: b"handskrivet"}


@needs_fork
@quiet_fork
def test_dödad_mitt_i_skriv_över_finns_personens_fil_kvar(tmp_path: Path) -> None:
    old, new = run_of("gamla"), run_of("nya")

    def prepare(out: Path) -> None:
        place(out, old)
        (out / PDF).write_bytes(b"handskrivet")

    def overwrite(out: Path) -> None:
        place(out, new, policy=Policy.OVERWRITE)

    for out in every_kill(tmp_path, prepare, overwrite):
        assert b"handskrivet" in visible(out).values()
        overwrite(out)
        found = visible(out)
        assert {name: found.pop(name) for name in new} == contents(new)
        assert list(found.values()) == [b"handskrivet"]


@needs_fork
@quiet_fork
def test_det_en_dödad_körning_hann_lägga_ut_är_gens_också_i_andra_dokumenttyper(
    tmp_path: Path,
) -> None:
    new, other = run_of("nya"), run_of("annat", ("kallelse.pdf",))
    for out in every_kill(tmp_path, lambda out: None, lambda out: place(out, new)):
        stands = visible(out)
        place(out, other)
        assert told(out)["pågår"] == {}
        assert set(told(out)["filer"]) == {*stands, "kallelse.pdf"}
        place(out, run_of("tredje"))


def test_namnen_byts_först_när_allt_är_skrivet_och_utlovat(
    placed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    sync, replace = os.fsync, os.replace

    def syncing(number: int) -> None:
        steps.append("fil" if stat.S_ISREG(os.fstat(number).st_mode) else "mapp")
        sync(number)

    def replacing(source: Path, target: Path) -> None:
        steps.append(Path(target).name)
        replace(source, target)

    monkeypatch.setattr(os, "fsync", syncing)
    monkeypatch.setattr(os, "replace", replacing)
    place(placed, run_of("andra"))
    assert steps == [
        *["fil"] * 3,
        *["fil", manifest.NAME, "mapp"],
        *[DOCX, PDF, Path(UTDRAG).name, "mapp", "mapp"],
        *["fil", manifest.NAME, "mapp"],
    ]


PERSON = st.tuples(st.sampled_from(["edit", "delete"]), st.sampled_from([DOCX, PDF, UTDRAG]))
GEN = st.tuples(
    st.just("place"),
    st.sampled_from(["a", "b", "c"]),
    st.sampled_from([(DOCX, PDF, UTDRAG), (DOCX, PDF), (UTDRAG,)]),
    st.sampled_from(Policy),
    st.none() | st.integers(0, 20),
)


@needs_fork
@quiet_fork
@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.lists(PERSON | GEN | GEN | st.just(("forget",)), min_size=2, max_size=8))
def test_en_persons_ord_finns_alltid_kvar_någonstans_i_mappen(steps: list[tuple[Any, ...]]) -> None:
    with tempfile.TemporaryDirectory() as scratch:
        out = Path(scratch) / "out"
        theirs: dict[str, bytes] = {}  # what stands under its own name
        aside: list[bytes] = []  # what has given way to gen
        known = True
        for number, step in enumerate(steps):
            match step:
                case "edit", name:
                    theirs[name] = f"person {number}".encode()
                    (out / name).parent.mkdir(parents=True, exist_ok=True)
                    (out / name).write_bytes(theirs[name])
                case "delete", name:
                    theirs.pop(name, None)
                    (out / name).unlink(missing_ok=True)
                case ("forget",):
                    known = known and not out.exists()
                    (out / manifest.NAME).unlink(missing_ok=True)
                case _, text, names, policy, kill:
                    files = run_of(text, names)
                    in_the_way = not theirs.keys().isdisjoint(names)
                    if policy is Policy.KEEP:
                        in_the_way = False
                    if kill is None or not killed(kill, lambda: go_on(out, files, policy)):  # noqa: B023
                        try:
                            kept = go_on(out, files, policy)
                        except InTheWayError:
                            assert policy is Policy.REFUSE
                            assert in_the_way or not known
                        else:
                            assert policy is not Policy.REFUSE or not in_the_way
                            left = {name: files[name].content for name in names if name not in kept}
                            assert left.items() <= visible(out).items()
                            assert told(out)["pågår"] == {}
            for name, content in list(theirs.items()):
                if visible(out)[name] != content:
                    aside.append(theirs.pop(name))
            found = list(visible(out).values())
            assert all(content in found for content in (*theirs.values(), *aside))
            wholes = [f.content for text in "abc" for f in run_of(text).values()]
            mine = [content for content in found if not content.startswith(b"person")]
            assert all(content in wholes for content in mine)


def go_on(out: Path, files: Mapping[str, Placed], policy: Policy) -> tuple[str, ...]:
    with Store(out, version="0.1.0") as store:
        keep = store.protect(files, policy)
        return store.place(files, policy=policy, keep=keep).kept


# --- two runs at once --------------------------------------------------------------------------

SCRIPT = """
import sys
from pathlib import Path
from gen.store import Placed, Store
out, text = Path(sys.argv[1]), sys.argv[2]
for turn in range(8):
    with Store(out, version="0.1.0", wait=30) as store:
        store.place({
            f"utdrag/paragraf-{n}.pdf": Placed(f"{text} {turn} {n}".encode()) for n in range(6)
        })
"""

HOLDING = """
import sys
from pathlib import Path
from gen.store import Placed, Store
with Store(Path(sys.argv[1]), version="0.1.0"):
    print("håller", flush=True)
    sys.stdin.read()
"""


def python(script: str, *words: str, **streams: Any) -> subprocess.Popen[bytes]:
    root = Path(__file__).parent.parent
    return subprocess.Popen([sys.executable, "-c", script, *words], cwd=root, **streams)


def test_två_körningar_samtidigt_går_båda_bra_och_den_sista_gäller_helt(out: Path) -> None:
    both = [python(SCRIPT, str(out), text) for text in ("en", "annan")]
    assert [run.wait(60) for run in both] == [0, 0]
    last = visible(out)["utdrag/paragraf-0.pdf"].decode()[:-1]
    assert last in ("en 7 ", "annan 7 ")
    assert_done(out, {f"utdrag/paragraf-{n}.pdf": Placed(f"{last}{n}".encode()) for n in range(6)})


def test_en_mapp_i_bruk_väntas_på_och_släpps_när_körningen_dör(out: Path) -> None:
    holder = python(HOLDING, str(out), stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    with holder:
        assert holder.stdout is not None
        assert holder.stdout.readline()
        with pytest.raises(InTheWayError) as error, Store(out, version="0.1.0", wait=0.1):
            pass
        assert code(error) == "GEN-6000"
        assert error.value.exit_code == 4
        assert "efter 0,1 sekunder" in error.value.finding.message
        assert (out / folder.LOCK).exists()
        holder.kill()
    place(out, run_of("efter"))
    assert_done(out, run_of("efter"))


def test_körningar_som_gör_och_tar_bort_samma_tomma_mapp_stör_inte_varandra(out: Path) -> None:
    inside: list[int] = []
    crowds: list[int] = []

    def in_vain() -> None:
        for _ in range(12):
            with Store(out, version="0.1.0"):
                inside.append(1)
                crowds.append(len(inside))
                inside.pop()

    runs = [threading.Thread(target=in_vain) for _ in range(3)]
    for run in runs:
        run.start()
    for run in runs:
        run.join()
    assert crowds == [1] * 36
    # A run that waited in the folder did not make it, and so does not take it away.
    assert not out.exists() or [path.name for path in out.iterdir()] == [folder.LOCK]


# --- programmers' errors ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name", ["../a.pdf", "/a.pdf", "a:b.pdf", "nul", manifest.NAME, ".gen.lock"]
)
def test_ett_otillåtet_namn_är_programmerarens_fel(out: Path, name: str) -> None:
    with Store(out, version="0.1.0") as store:
        for act in (store.protect, store.owner, store.read, store.facts):
            if name != manifest.NAME or act == store.protect:
                with pytest.raises(ValueError, match=r"file name|store's own"):
                    act([name] if act == store.protect else name)
        with pytest.raises(ValueError, match=r"file name|store's own"):
            store.place({name: Placed(b"")})
        with pytest.raises(ValueError, match=r"file name|store's own"):
            store.place({}, keep={name: ""})
    assert not out.exists()


def test_två_namn_som_är_en_fil_på_windows_är_programmerarens_fel(out: Path) -> None:
    with pytest.raises(ValueError, match="one file on Windows"):
        place(out, {UTDRAG: Placed(b"1"), UTDRAG.upper(): Placed(b"2")})


def test_uppgifter_som_inte_är_json_är_programmerarens_fel(placed: Path) -> None:
    before = everything(placed)
    for facts in ({"tid": object()}, {"tal": float("nan")}, {"text": "\ud800"}):
        with pytest.raises((TypeError, ValueError)):
            place(placed, {DOCX: Placed(b"ny", facts)})
    assert everything(placed) == before


def test_katalogens_meddelanden_går_att_fylla_i() -> None:
    kinds = [kind for kind in findings.CATALOGUE.values() if kind.code.startswith("GEN-60")]
    assert len(kinds) == 14
    for kind in kinds:
        found = kind("@x", value="V", seconds=1, program="P", locks="L", reason="R", aside="A")
        assert "{" not in found.message + found.expected
