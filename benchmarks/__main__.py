"""`make bench`: every measurement, as tables on standard output."""

from __future__ import annotations

from benchmarks import kalkylblad, protokoll

print("## One protokoll (KSAU 2023-03-06)\n")
print(protokoll.measure())
print("\n## Reading and checking a workbook\n")
print(kalkylblad.measure())
