"""Who takes part in deciding belongs to a parti: the protokoll names it beside the name."""

from __future__ import annotations

from collections.abc import Iterator

from gen import findings
from gen.checks import rule
from gen.findings import Finding
from gen.model import Sammantrade
from gen.people import Narvaro
from gen.register import Register
from gen.stages import Before


@rule(due=Before.PROTOKOLL)
def everybody_who_serves_has_a_parti(meeting: Sammantrade, register: Register) -> Iterator[Finding]:
    """A guest needs none; a förtroendevald without one is most often a name that is misspelled."""
    for index, row in enumerate(meeting.narvaro):
        if row.present and not row.namn.parti and (row.serves or _is_ledamot(row)):
            path = f"närvaro[{index}].namn"
            yield findings.NO_PARTY(path, value=row.namn.namn)


def _is_ledamot(row: Narvaro) -> bool:
    """By the words of the uppdrag; `Roll` counts nobody without a parti as a ledamot."""
    words = row.uppdrag.casefold()
    return "adjungerad" not in words and ("ledamot" in words or "ordförande" in words)
