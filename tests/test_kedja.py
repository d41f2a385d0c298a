"""The way of an ärende through the organ, as far as the register knows it."""

from __future__ import annotations

from mote import REGISTER, codes, fynd, möte

from gen.findings import Level
from gen.workbook import sheets

WITHOUT = {
    sheets.ORGAN: [
        {key: value for key, value in row.items() if key != "Överordnat organ"}
        for row in REGISTER[sheets.ORGAN]
    ]
}


def test_an_utskott_without_an_organ_above_it_would_leave_that_out_of_the_beslut() -> None:
    found = möte("KSAU 2023-03-06", "§ 1 A | Förslag: anta | Beslutas av: KF", register=WITHOUT)
    (told,) = [f for f in fynd(found) if f.code == "GEN-1310"]
    assert (told.level, told.at) == (Level.FEL, "ärenden[0].beslutas_av")
    assert told.stops("protokoll")


def test_what_the_utskott_decides_itself_goes_no_further() -> None:
    line = "§ 1 A | Förslag: anta | Beslutas av: KSAU"
    assert "GEN-1310" not in codes(möte("KSAU 2023-03-06", line, register=WITHOUT))


def test_with_the_organ_above_it_the_chain_is_whole() -> None:
    line = "§ 1 A | Förslag: anta | Beslutas av: KF"
    assert "GEN-1310" not in codes(möte("KSAU 2023-03-06", line))


def test_a_styrelse_may_propose_to_whom_it_will() -> None:
    line = "§ 1 A | Förslag: anta | Beslutas av: KF"
    assert "GEN-1310" not in codes(möte("KS 2023-03-06", line, register=WITHOUT))
