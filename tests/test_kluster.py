"""The same work on a cluster: bytes out, bytes in, and a lost worker costs no document."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from distributed import LocalCluster
from test_engines import GARBAGE, code, docx, p, pages

import gen
from gen.building import Options
from gen.errors import EngineError
from gen.pdf import kluster
from gen.pdf.engines import choose
from gen.pdf.kluster import Kluster

KSAU = Path(__file__).parent.parent / "data" / "ksau-2023-03-06.xlsx"
pytestmark = pytest.mark.filterwarnings("ignore")  # distributed's own, of its event loop


@pytest.fixture(scope="module")
def cluster() -> Iterator[LocalCluster]:
    """Two workers, each a process with the embedded engine."""
    os.environ["GEN_MOTOR"] = "inbyggd"
    try:
        with LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None
        ) as running:
            yield running
    finally:
        del os.environ["GEN_MOTOR"]


def test_every_document_comes_back_in_its_order_and_a_bad_one_harms_no_other(
    cluster: LocalCluster,
) -> None:
    documents = [docx(p(f"nummer {n}")) for n in range(9)]
    documents[4] = GARBAGE
    with Kluster(cluster.scheduler_address) as engine:
        assert engine.name == "inbyggd"
        results = engine.convert(documents)
        assert len(engine.notes) == len(documents)
    assert code(results.pop(4)) == "GEN-5008"
    assert [pages(pdf) for pdf in results] == [[f"nummer {n}"] for n in range(9) if n != 4]


def test_what_a_lost_worker_had_in_hand_is_done_by_another(cluster: LocalCluster) -> None:
    with Kluster(cluster.scheduler_address) as engine:
        assert engine.name == "inbyggd"
        victim = next(iter(cluster.workers.values())).pid
        lost = threading.Timer(0.05, lambda: os.kill(victim, signal.SIGKILL))
        lost.start()
        results = engine.convert([docx(p(f"nummer {n}") * 200) for n in range(24)])
        lost.join()
    assert [pages(pdf)[0].split()[1] for pdf in results] == [str(n) for n in range(24)]


def test_a_protokoll_made_on_the_cluster_is_the_one_made_here(
    cluster: LocalCluster, tmp_path: Path
) -> None:
    there = Options(out=tmp_path / "där", cluster=cluster.scheduler_address)
    here = Options(out=tmp_path / "här", engine="inbyggd")
    made = [gen.build(KSAU, ["protokoll"], how).placed for how in (there, here)]
    assert [path.read_bytes() for path in made[0]] == [path.read_bytes() for path in made[1]]


def test_a_run_that_has_nothing_to_convert_asks_the_cluster_what_it_is_and_no_more(
    cluster: LocalCluster, tmp_path: Path
) -> None:
    again = Options(out=tmp_path, cluster=cluster.scheduler_address)
    made = gen.build(KSAU, ["protokoll"], again).placed
    for later in (again, replace(again, dry=True)):
        done = gen.build(KSAU, ["protokoll"], later)
        assert (done.placed, done.blocked) == ((), False)
    assert set(gen.build(KSAU, ["protokoll"], again).unchanged) == set(made)


def test_workers_with_another_engine_than_the_one_named_are_refused(
    cluster: LocalCluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(EngineError) as told:
        assert choose("libreoffice", cluster=cluster.scheduler_address).version
    assert told.value.finding.code == "GEN-5034"
    monkeypatch.setenv("GEN_KLUSTER", "tcp://127.0.0.1:1")
    assert choose("inbyggd").name == "inbyggd"


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> Iterator[LocalCluster]:
    """A cluster of one worker, to be broken."""
    monkeypatch.setenv("GEN_MOTOR", "inbyggd")
    with LocalCluster(
        n_workers=1, threads_per_worker=1, processes=True, dashboard_address=None
    ) as running:
        yield running


@pytest.mark.parametrize("lost", ["scheduler", "workers"])
def test_a_cluster_that_goes_away_in_the_middle_is_told_and_waited_for_a_while_only(
    small: LocalCluster,
    lost: str,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(kluster, "_LOOKING", 0.2)
    monkeypatch.setattr(kluster, "_ALONE", 1.0)
    documents = [docx(p(f"nummer {n} " * 20_000)) for n in range(40)]
    with Kluster(small.scheduler_address) as engine:
        assert engine.name == "inbyggd"
        capfd.readouterr()
        away = (lambda: small.scale(0)) if lost == "workers" else small.close
        gone = threading.Timer(0.3, away)
        gone.start()
        with pytest.raises(EngineError) as told:
            engine.convert(documents)
        gone.join()
    assert told.value.finding.code == "GEN-5031"
    assert "Traceback" not in capfd.readouterr().err


def test_workers_that_are_not_like_this_machine_are_refused(
    cluster: LocalCluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kluster, "identity", lambda: "0.0.1")
    with pytest.raises(EngineError) as told, Kluster(cluster.scheduler_address) as engine:
        assert engine.version
    assert told.value.finding.code == "GEN-5032"


def test_a_cluster_that_does_not_answer_is_told_with_its_address(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(kluster, "_PATIENCE", "1s")
    with pytest.raises(EngineError) as told, choose(cluster="tcp://127.0.0.1:1"):
        pass
    assert told.value.finding.code == "GEN-5031"


def test_a_cluster_that_encrypts_needs_keys_here_too() -> None:
    with pytest.raises(EngineError) as error, Kluster("tls://127.0.0.1:9"):
        raise AssertionError("anslöt")
    assert error.value.finding.code == "GEN-5033"
