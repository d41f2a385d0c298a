"""The benchmarks know the gen that they measure: what they import is there."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).parent.parent / "benchmarks"


@pytest.mark.parametrize(
    "name", sorted(path.stem for path in BENCHMARKS.glob("*.py") if not path.stem.startswith("__"))
)
def test_each_benchmark_can_be_imported(name: str) -> None:
    importlib.import_module(f"benchmarks.{name}")
