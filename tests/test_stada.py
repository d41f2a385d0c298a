"""`gen städa`: nothing is thrown away unless somebody has said so."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from gen import cache
from gen.cli import app

KEPT = cache.Kept(b"docx", b"pdf")


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GEN_CACHE", str(tmp_path))
    cache.of().put({"nyckel": KEPT})
    return tmp_path


def test_nobody_to_ask_means_that_nothing_is_removed(own: Path) -> None:
    done = CliRunner().invoke(app, ["städa"])
    assert done.exit_code != 0
    assert cache.of().held()[0] == 1


def test_a_dry_run_shows_what_there_is_and_where(own: Path) -> None:
    done = CliRunner().invoke(app, ["städa", "--torrkör"])
    assert done.stdout.startswith("Skulle tas bort: ett dokument (0,0 MB) i ")
    assert cache.of().held()[0] == 1


def test_ja_removes_it(own: Path) -> None:
    assert CliRunner().invoke(app, ["städa", "--ja"]).exit_code == 0
    assert cache.of().held() == (0, 0)
