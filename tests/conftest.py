"""What all tests share: the marker `behover`, and the report of what a run had to leave out.

`@pytest.mark.behover("libreoffice", "poppler")` says which outside parts a test uses. Where one is
missing the test is left out and the last lines of the run say so; with GEN_KRAV=alla it fails.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Generator

import parts
import pytest

LEFT_OUT = pytest.StashKey[Counter[str]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--nya-sidor",
        action="store_true",
        help="Skriv om sidbilderna i tests/golden/sidor. Titta på sidorna först.",
    )


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers", f"behover(part, ...): uses outside parts: {', '.join(sorted(parts.PARTS))}"
    )
    if os.environ.get("GEN_KRAV", "") not in ("", "alla"):
        raise pytest.UsageError("GEN_KRAV kan bara vara tom eller: alla")
    config.stash[LEFT_OUT] = Counter()
    os.environ["PATH"] = parts.search_path()
    os.environ["GEN_CACHE"] = "nej"  # what a test makes is made, and nobody's own cache is touched


def _needs(item: pytest.Item) -> set[str]:
    return {part for mark in item.iter_markers("behover") for part in mark.args}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files whose tests use no outside part first: a plain mistake is seen in seconds."""
    slow = set()
    for item in items:
        needs = _needs(item)
        if unknown := needs - parts.PARTS:
            raise pytest.UsageError(f"{item.nodeid}: behover() känner inte {sorted(unknown)}")
        if needs:
            slow.add(item.path)
    items.sort(key=lambda item: item.path in slow)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Before any fixture, which may need the part too."""
    lacks = [piece for part in sorted(_needs(item)) for piece in parts.missing(part)]
    if not lacks:
        return
    item.config.stash[LEFT_OUT].update({piece.part for piece in lacks})
    reason = f"saknas: {', '.join(piece.name for piece in lacks)}"
    if os.environ.get("GEN_KRAV") == "alla":
        pytest.fail(f"{reason}. Hämta: {parts.how_to_get(lacks)}", pytrace=False)
    pytest.skip(reason)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter,
) -> Generator[None, None, None]:
    """Outermost, so that only pytest's own closing line comes after it."""
    yield
    left_out = terminalreporter.config.stash[LEFT_OUT]
    if not left_out:
        return
    outcome = "underkända" if os.environ.get("GEN_KRAV") == "alla" else "utelämnade"
    terminalreporter.section("delar som saknas på den här maskinen", yellow=True)
    for part, tests in sorted(left_out.items()):
        lacks = parts.missing(part)
        names = ", ".join(piece.name for piece in lacks)
        terminalreporter.write_line(f"{part}: {names} saknas; {outcome} tester: {tests}")
        terminalreporter.write_line(f"    hämta: {parts.how_to_get(lacks)}")
