"""`python -m benchmarks.killed`: fifty runs with each engine, killed at fifty moments of a run.

The rounds are those of tests/test_killed.py, which does a few of them.
"""

from __future__ import annotations

import os
import sys

import pytest

ROUNDS = 50

if __name__ == "__main__":
    os.environ["GEN_OMGANGAR"] = str(ROUNDS)
    sys.exit(pytest.main(["tests/test_killed.py", "-v"]))
