"""What a sheet and a column are: the words in which `sheets.py` declares them.

`field` is the name in paths and templates, in proper Swedish; the attribute of the model is the
same name in ASCII, see `Column.attr`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property

from gen.names import fold


class Type(StrEnum):
    """What a cell may hold; `read` has one converter for each."""

    TEXT = "text"
    RICH = "text med stycken"
    DATE = "datum"
    TIME = "klockslag"
    NUMBER = "heltal"
    TEXT_OR_DATE = "text eller datum"
    CHOICE = "val ur lista"
    ORGAN = "organ"
    NAME = "namn"
    NAMES = "namn, flera"
    LIST = "lista"
    PARAGRAPH = "paragraf"
    FILE = "fil"


class Must(StrEnum):
    """When a cell must be filled in: before the kallelse, the protokoll, the anslag, or never.

    `DOKUMENT`: before the one document of a workbook that no meeting's stages belong to.
    """

    KALLELSE = "K"
    PROTOKOLL = "P"
    ANSLAG = "A"
    DOKUMENT = "D"
    NEVER = "–"
    COMPUTED = "∑"


STOPS: dict[Must, frozenset[str]] = {
    Must.KALLELSE: frozenset({"kallelse", "protokoll", "anslag", "utdrag"}),
    Must.PROTOKOLL: frozenset({"protokoll", "anslag", "utdrag"}),
    Must.ANSLAG: frozenset({"anslag", "utdrag"}),
    Must.DOKUMENT: frozenset(
        {
            "motion",
            "reservation",
            "särskilt-yttrande",
            "missiv",
            "delegationsbeslut",
            "delegationslista",
            "föreskrift",
        }
    ),
    Must.NEVER: frozenset(),
    Must.COMPUTED: frozenset(),
}
"""The document types that cannot be made while a cell of that stage is empty."""

_TRANSLITERATION = str.maketrans("åäöÅÄÖéü", "aaoAAOeu")


@cache
def ascii_name(field: str) -> str:
    """A field's name as an attribute of the model; asked for at every cell."""
    return field.translate(_TRANSLITERATION)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table or a line of a form. An `echo` is grey and for the eye: never read.

    `given_by`: the field whose file has the value too; with that filled in, this may be empty.
    """

    header: str
    field: str
    type: Type
    must: Must
    help: str
    choices: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    key: bool = False
    echo: bool = False
    given_by: str = ""

    @property
    def attr(self) -> str:
        """The field's name as an attribute of the model: ASCII."""
        return ascii_name(self.field)


@dataclass(frozen=True, slots=True)
class Group:
    """Columns that stand together under a heading; those of a `folded` one open at a click."""

    heading: str
    fields: tuple[str, ...]
    folded: bool = False


@dataclass(frozen=True)
class Sheet:
    """A sheet: a `form` has two columns (Uppgift, Värde), a table one row a thing.

    `inherits` names the columns where an empty cell means “as in the row above”. `optional`: the
    sheet may be missing. `dynamic`: headers of this pattern are columns too, as many as there are.
    `aliases`: names that the sheet had before. `hidden`: until somebody wants it.
    """

    name: str
    field: str
    columns: tuple[Column, ...]
    help: str
    form: bool = False
    inherits: tuple[str, ...] = ()
    optional: bool = False
    dynamic: str = ""
    aliases: tuple[str, ...] = ()
    groups: tuple[Group, ...] = ()
    hidden: bool = False

    def column(self, field: str) -> Column:
        """The column with that field name; KeyError for one that is not declared."""
        return self._fields[field]

    @cached_property
    def required(self) -> tuple[str, ...]:
        """The fields that some stage needs: an empty cell of theirs is a place to point at."""
        return tuple(
            c.field for c in self.columns if STOPS[c.must] and c.field not in self.inherits
        )

    @cached_property
    def _fields(self) -> dict[str, Column]:
        return {c.field: c for c in self.columns}

    def by_header(self) -> dict[str, Column]:
        """Folded header or alias → column, for the reader."""
        return {fold(h): c for c in self.columns for h in (c.header, *c.aliases)}
