"""`gen städa`: nothing is thrown away unless somebody has said so."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

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


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody sits at the keyboard."""
    at_the_keyboard = SimpleNamespace(stdin=SimpleNamespace(isatty=lambda: True))
    monkeypatch.setattr("gen.commands.stada.sys", at_the_keyboard)


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize("answer", ["ja", "j", " Ja "])
def test_who_answers_ja_has_it_removed(own: Path, answer: str) -> None:
    done = CliRunner().invoke(app, ["städa"], input=f"{answer}\n")
    assert done.exit_code == 0
    assert done.stdout.startswith("Ta bort ett dokument (0,0 MB) i ")
    assert "Borta: ett dokument" in done.stdout
    assert cache.of().held() == (0, 0)


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize("answer", ["nej", "n", "y", "kanske"])
def test_any_other_answer_keeps_it(own: Path, answer: str) -> None:
    done = CliRunner().invoke(app, ["städa"], input=f"{answer}\n")
    assert done.exit_code == 0
    assert done.stdout.endswith("Inget togs bort.\n")
    assert cache.of().held()[0] == 1


def test_a_dry_run_shows_what_there_is_and_where(own: Path) -> None:
    done = CliRunner().invoke(app, ["städa", "--torrkör"])
    assert done.stdout.startswith("Skulle tas bort: ett dokument (0,0 MB) i ")
    assert cache.of().held()[0] == 1


def test_ja_removes_it(own: Path) -> None:
    assert CliRunner().invoke(app, ["städa", "--ja"]).exit_code == 0
    assert cache.of().held() == (0, 0)
