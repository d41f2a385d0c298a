"""docs/kalkylblad.md says what the declaration says: every sheet, column, choice and field."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from gen.workbook import sheets
from gen.workbook.describe import markdown

PAGE = Path(__file__).parent.parent / "docs" / "kalkylblad.md"
ALL = sheets.ALL


def test_the_page_is_made_from_the_declaration_of_today() -> None:
    made = "python -m gen.workbook.describe > docs/kalkylblad.md"
    assert PAGE.read_text("utf-8") == markdown(), f"gör om sidan: {made}"


def test_the_command_writes_the_page() -> None:
    command = [sys.executable, "-m", "gen.workbook.describe"]
    done = subprocess.run(command, capture_output=True, check=True)
    assert done.stdout.decode("utf-8").replace("\r\n", "\n") == markdown()


def test_every_column_has_its_help_and_its_row() -> None:
    page = markdown()
    for sheet in ALL:
        assert f"### {sheet.name}\n" in page
        for column in sheet.columns:
            assert column.help, f"{sheet.name}: {column.header}"
            assert f"| {column.header}" in page
            if not column.echo:
                assert f"`{column.field}`" in page
            for choice in column.choices:
                assert choice in page


def test_every_row_of_a_table_has_as_many_cells_as_its_head() -> None:
    rows = [line for line in markdown().splitlines() if line.startswith("|")]
    assert {line.replace(r"\|", "").count("|") for line in rows} == {6}
