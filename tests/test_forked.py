"""Work in several processes comes to the same as in one, and ends whatever becomes of a child."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

import pytest

from gen import forked
from gen.forked import spread

linux = pytest.mark.skipif(sys.platform != "linux", reason="fork görs bara på Linux")


def alone(monkeypatch: pytest.MonkeyPatch, processors: int = 3) -> None:
    """As in a run of gen: no threads, which the tests' own tools may have."""
    monkeypatch.setattr(forked, "_alone", lambda: True)
    monkeypatch.setattr(forked, "_processors", lambda: processors)


def working(task: int) -> tuple[int, int]:
    return task * task, os.getpid()


@linux
@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
@pytest.mark.parametrize("count", [0, 1, 5, 6, 7, 100])
def test_the_results_stand_in_the_order_of_the_tasks(
    count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone(monkeypatch)
    done = spread(working, list(range(count)), worth=2)
    assert [square for square, _ in done] == [n * n for n in range(count)]
    assert len({process for _, process in done}) == min(max(count // 2, count > 0), 3)


@linux
@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
@pytest.mark.parametrize("processors", [1, 3])
def test_each_task_is_told_of_when_it_is_finished_whoever_does_it(
    processors: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone(monkeypatch, processors)
    own, told = os.getpid(), [0]

    def work(task: int) -> int:
        time.sleep(0 if os.getpid() != own else 0.01)  # the children are ahead
        return task

    spread(work, list(range(30)), worth=2, done=told.append)
    assert sum(told) == 30
    assert told.index(next(n for n in told if n)) < len(told) - 1  # not all at the end
    assert max(told) < 30


@linux
@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_what_a_killed_child_had_to_do_is_done_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    alone(monkeypatch)
    own = os.getpid()

    def work(task: int) -> int:
        if os.getpid() != own:
            os.kill(os.getpid(), signal.SIGKILL)
        return task + 1

    assert spread(work, list(range(20)), worth=2) == list(range(1, 21))


@linux
@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_what_a_task_raises_is_raised_wherever_it_was_done(monkeypatch: pytest.MonkeyPatch) -> None:
    alone(monkeypatch)
    for bad in (0, 1):

        def work(task: int, bad: int = bad) -> int:
            if task == bad:
                raise ValueError(task)
            return task

        with pytest.raises(ValueError, match=str(bad)):
            spread(work, list(range(20)), worth=2)


def test_few_tasks_or_other_threads_need_no_fork(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def refused() -> int:
        raise AssertionError("fork")

    monkeypatch.setattr(os, "fork", refused, raising=False)
    assert spread(working, [1, 2, 3], worth=2)[2][0] == 9
    monkeypatch.setattr(forked, "_alone", lambda: False)
    assert [square for square, _ in spread(working, [1, 2, 3, 4], worth=1)] == [1, 4, 9, 16]
