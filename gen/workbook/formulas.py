"""What the workbook shows before gen has read it: the kommun's habits in, formulas by column out.

For the eye alone: the reader passes over them and computes again. All rows of a column hold one
and the same formula, so that Excel puts it into new rows by itself: other rows are reached with
INDEX, never by a relative address. The function names are the file format's own, in English; each
program shows them in its user's language.
"""

from __future__ import annotations

from collections.abc import Mapping

from gen.choices import (
    ATERREMITTERAS,
    BORDLAGGS,
    ENLIGT,
    INTE_OVERKLAGAS,
    LAGLIGHETSPROVNING,
    NASTA_ARBETSDAG,
    TILL_HANDLINGARNA,
    UTGAR,
)
from gen.register import Organ
from gen.workbook import sheets
from gen.workbook.columns import Sheet

Formulas = Mapping[str, str]
"""Field → formula."""

CLOSED_DAYS = "stängda_dagar"
PEOPLE = "personer"
NAMED_CELLS = (
    "organ",
    "datum",
    "sista_dag",
    "första_paragraf",
    "ordförande",
    "sekreterare",
    "justerat",
    "anslaget_uppsatt",
)
"""The values of Sammanträde that formulas use; each cell has its field's name."""

HEADER_ROW = 3
"""Of every table and form: above it stand the sheet's name and what it is for."""


LISTED_BY = ("nr", "rubrik", "ärendefil")
"""What makes a row of Ärenden an ärende: one whose handläggare has a file needs no Rubrik."""


def this(sheet: Sheet, field: str) -> str:
    """The cell of that column in the same row."""
    return f"{sheet.name}[[#This Row],[{sheet.column(field).header}]]"


def column(sheet: Sheet, field: str) -> str:
    """The whole column of the table."""
    return f"{sheet.name}[{sheet.column(field).header}]"


def last_day(posted: str) -> str:
    """Three weeks on, and to the next open day (13 kap. 5 § KL, 2 § lagen 1930:173)."""
    return f"WORKDAY({posted}+20,1,{CLOSED_DAYS})"


def latest(day: str, days: int) -> str:
    """The last day for what must be done within so many days."""
    return f"WORKDAY({day}+{days - 1},1,{CLOSED_DAYS})"


def down(posted: str, convention: str) -> str:
    """The day after the last day to appeal, or the first working day from then on."""
    last = last_day(posted)
    return f"WORKDAY({last},1,{CLOSED_DAYS})" if convention == NASTA_ARBETSDAG else f"{last}+1"


def iso(day: str) -> str:
    """A day as text. Not with TEXT: its codes are ÅÅÅÅ-MM-DD in a Swedish Excel, else not."""
    return f'YEAR({day})&"-"&RIGHT("0"&MONTH({day}),2)&"-"&RIGHT("0"&DAY({day}),2)'


def sammantrade(convention: str) -> Formulas:
    """The form's computed cells."""
    narvaro, arenden = sheets.NARVARO, sheets.ARENDEN
    numbers, appeals = column(arenden, "paragraf"), column(arenden, "överklagande")
    can_appeal = f'COUNTIF({appeals},"?*")>COUNTIF({appeals},"{INTE_OVERKLAGAS}")'
    chairs = (
        f'ISNUMBER(SEARCH("ordförande",{column(narvaro, "uppdrag")}))'
        f'*({column(narvaro, "tjänstgör")}="Ja")'
    )
    secretary = '=IF(sekreterare="","",sekreterare)'
    posted = "ISNUMBER(anslaget_uppsatt)"
    return {
        "sista_paragraf": f'=IF(COUNT({numbers})=0,"",MAX({numbers}))',
        "ordförande": f'=IFERROR(INDEX({column(narvaro, "namn")},MATCH(1,INDEX({chairs},0),0)),"")',
        "anslaget_tas_ned": f'=IF({posted},{down("anslaget_uppsatt", convention)},"")',
        "sista_dag_att_överklaga": (
            f'=IF({posted},IF({can_appeal},{last_day("anslaget_uppsatt")},"–"),"")'
        ),
        "underskrift_på_anslaget": secretary,
        "utdrag_bestyrks_av": secretary,
    }


def explanations() -> Formulas:
    """Help in the form that tells a day: the last lawful one, or the one that is suggested."""
    held = "IF(ISNUMBER(sista_dag),sista_dag,datum)"
    within_14_days = iso(latest(held, 14))
    next_day, within_2_days = iso(f"WORKDAY(justerat,1,{CLOSED_DAYS})"), iso(latest("justerat", 2))
    form = sheets.SAMMANTRADE
    adjusted, posted = form.column("justerat").help, form.column("anslaget_uppsatt").help
    return {
        "justerat": (
            f'="{adjusted}"&IF(ISNUMBER(datum)," Senast "&{within_14_days}&" (5 kap. 69 § KL).","")'
        ),
        "anslaget_uppsatt": (
            f'="{posted}"&IF(ISNUMBER(justerat)," Förslag: "&{next_day}&", senast "'
            f'&{within_2_days}&" (8 kap. 12 § KL).","")'
        ),
    }


def narvaro() -> Formulas:
    """Parti and Uppdrag from the register's people in Listor; who serves."""
    sheet = sheets.NARVARO
    name, task = this(sheet, "namn"), this(sheet, "uppdrag")
    present, instead = this(sheet, "närvarar"), this(sheet, "tjänstgör_för")
    seat = is_ledamot(task)
    return {
        "parti": f'=IF({name}="","",IFERROR(VLOOKUP({name},{PEOPLE},2,FALSE)&"",""))',
        "uppdrag": f'=IF({name}="","",IFERROR(VLOOKUP({name},{PEOPLE},3,FALSE)&"",""))',
        "tjänstgör": (
            f'=IF({name}="","",IF({instead}<>"","Ja",IF(AND({seat},{present}<>"Nej"),"Ja","")))'
        ),
    }


def is_ledamot(task: str) -> str:
    """Whether an uppdrag gives a seat: an adjungerad has none."""
    return (
        f'AND(ISERROR(SEARCH("adjungerad",{task})),ISERROR(SEARCH("ersättare",{task})),'
        f'OR(ISNUMBER(SEARCH("ledamot",{task})),ISNUMBER(SEARCH("ordförande",{task}))))'
    )


def arenden(organ: Organ) -> Formulas:
    """The § in order, and what holds for an ärende where nothing else is chosen."""
    sheet, content = sheets.ARENDEN, sheets.INNEHALL
    nr, typ = this(sheet, "nr"), this(sheet, "typ")
    listed = "OR(" + ",".join(f'{this(sheet, field)}<>""' for field in LISTED_BY) + ")"
    utfall, last = this(sheet, "utfall"), this(sheet, "beslutas_av")
    above = f"$B${HEADER_ROW}:INDEX($B:$B,ROW()-1)"
    default = organ.overordnat if organ.slag in ("utskott", "beredning") else organ.kod
    postponed = ",".join(f'{utfall}="{word}"' for word in (BORDLAGGS, ATERREMITTERAS, UTGAR))
    undecided = ",".join(f'{typ}="{word}"' for word in ("Information", "Anmälan", "Formalia"))
    rows_of = f"{column(content, 'nr')},{nr}"
    here = f'OR({last}="{organ.kod}",{last}="{organ.namn}")'
    own_point = f'COUNTIFS({rows_of},{column(content, "beslutas_av")},"{organ.kod}")>0'
    appeal = (
        f'IF(OR({postponed},{undecided}),"{INTE_OVERKLAGAS}",'
        f'IF(OR({here},{own_point}),"{LAGLIGHETSPROVNING}","{INTE_OVERKLAGAS}"))'
    )
    if organ.slag == "KF":
        appeal = f'"{LAGLIGHETSPROVNING}"'
    empty = f"NOT({listed})"
    return {
        # LOOKUP finds the last number above: a locked one is counted on from, – is passed over.
        "paragraf": (
            f'=IF({empty},"",IFERROR(LOOKUP(9E+99,{above})+1,IFERROR(VALUE(första_paragraf),"")))'
        ),
        "typ": f'=IF({empty},"","Beslut")',
        "beslutas_av": f'=IF({empty},"","{default or organ.kod}")',
        "utfall": (
            f'=IF({empty},"",IF(OR({typ}="Information",{typ}="Anmälan"),"{TILL_HANDLINGARNA}",'
            f'"{ENLIGT}"))'
        ),
        "överklagande": f'=IF({empty},"",{appeal})',
    }


def inherited(sheet: Sheet) -> Formulas:
    """`Nr ∑`: the nearest Nr at or above the row, where anything stands in the row."""
    first, last = sheet.columns[2].header, sheet.columns[-1].header
    own = f"{sheet.name}[[#This Row],[{first}]:[{last}]]"
    above = f"$B${HEADER_ROW}:INDEX($B:$B,ROW())"
    return {
        "nr": (
            f'=IF(AND({this(sheet, "ärende")}="",COUNTA({own})=0),"",'
            f'IFERROR(LOOKUP(2,1/({above}<>""),{above}),""))'
        )
    }


def delprotokoll(convention: str) -> Formulas:
    """The days of each anslag of its own."""
    sheet = sheets.DELPROTOKOLL
    posted = this(sheet, "anslaget_uppsatt")
    return {
        "anslaget_tas_ned": f'=IF(ISNUMBER({posted}),{down(posted, convention)},"")',
        "sista_dag_att_överklaga": f'=IF(ISNUMBER({posted}),{last_day(posted)},"")',
        "underskrift_på_anslaget": f'=IF({this(sheet, "slag")}="","",sekreterare&"")',
    }


def roster() -> Formulas:
    """Who votes, from Närvaro."""
    sheet = sheets.ROSTER
    name = this(sheet, "namn")
    table, place = "Närvaro", f"MATCH({name},{column(sheets.NARVARO, 'namn')},0)"
    return {
        field: (
            f'=IF({name}="","",IFERROR(INDEX({table}[{sheets.NARVARO.column(field).header}],'
            f'{place})&"",""))'
        )
        for field in ("parti", "tjänstgör_för")
    }


def of_meeting(organ: Organ, convention: str) -> Mapping[str, Formulas]:
    """All of a meeting's workbook, by the sheet's name."""
    return {
        sheets.SAMMANTRADE.name: sammantrade(convention),
        sheets.NARVARO.name: narvaro(),
        sheets.ARENDEN.name: arenden(organ),
        sheets.INNEHALL.name: inherited(sheets.INNEHALL),
        sheets.BEHANDLING.name: inherited(sheets.BEHANDLING),
        sheets.ROSTER.name: roster(),
        sheets.DELPROTOKOLL.name: delprotokoll(convention),
    }
