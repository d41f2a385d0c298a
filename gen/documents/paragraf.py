"""An ärende in, one § out: its number, rubrik and parts in the kommun's order, as JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from gen import beslut, text
from gen.choices import (
    ATGARD,
    BEHANDLINGSDELAR,
    BESLUT,
    KANNEDOM,
    NUMRERADE,
    TIDIGARE_BEHANDLING,
    UNDERLAG,
    UNDERRUBRIK,
)
from gen.documents import behandling
from gen.documents.punkter import decision_blocks
from gen.documents.skiljaktigt import skiljaktigt
from gen.jobs import JSON
from gen.model import Arende, Bilaga, Rad, Run, Text, plain
from gen.register import Organ, Register
from gen.swedish import phrases
from gen.swedish.paragraphs import format_paragraphs
from gen.swedish.typography import NBSP, hard_blanks, versal
from gen.text import Json

SKICKAS_TILL = "Skickas till"
SEKRETESS, JUSTERING, FOREDRAGANDE = "Sekretess", "Justering", "Föredragande"
BILAGOR = "Bilagor"

Part = Callable[[Arende, Organ, Register], list[Json]]


def paragraf(
    arende: Arende, organ: Organ, register: Register, parts: Mapping[str, Part] | None = None
) -> dict[str, JSON]:
    """The § as the templates know it: `ä.paragraf`, `ä.rubrik`, `ä.dnr` and `ä.delar`.

    `parts`: what makes the parts that are not made as in the protokoll.
    """
    made = {**_PARTS, **(parts or {})}
    delar: list[JSON] = []
    for name, heading in parts_of(register):
        blocks = made.get(name, _prose(name))(arende, organ, register)
        if heading == name:
            heading = behandling.heading(name, arende)
        if blocks:
            delar.append({"del": name, "rubrik": heading, "innehåll": text.content(blocks)})
    number = arende.paragraf
    return {
        "nr": arende.nr,
        "paragraf": format_paragraphs([number]) if number is not None else "",
        "rubrik": arende.rubrik,
        "dnr": arende.dnr,
        "typ": arende.typ,
        "delar": delar,
    }


def parts_of(register: Register) -> list[tuple[str, str]]:
    """The parts of a § and their headings: `Underlag = Underlag för beslut` renames one."""
    out: list[tuple[str, str]] = []
    for name, heading in _entries(register):
        if name == SKICKAS_TILL:
            heading = heading or register.stil.skickas_till
        if name not in _LISTS:
            out.append((behandling.part_name(name), heading or name))
    for name, above in _PLACES.items():
        names = [known for known, _ in out]
        if name not in names:
            place = names.index(above) + 1 if above in names else len(out) if above else 0
            out.insert(place, (name, name))
    names = [known for known, _ in out]
    place = names.index(SKICKAS_TILL) if SKICKAS_TILL in names else len(out)
    # 5 kap. 67 § KL: the protokoll says what happened, also where an older Stil names no such part.
    out[place:place] = [(name, name) for name in (*BEHANDLINGSDELAR, BILAGOR) if name not in names]
    return out


def _entries(register: Register) -> Iterator[tuple[str, str]]:
    """What the register's Stil names, and the heading that it gives it, if any."""
    for entry in register.stil.delar:
        name, _, heading = (piece.strip() for piece in entry.partition("="))
        yield name, heading


_PLACES = {
    SEKRETESS: "",
    JUSTERING: BESLUT,
    FOREDRAGANDE: JUSTERING,
    TIDIGARE_BEHANDLING: UNDERLAG,
}
"""The parts that stand in a § whenever they have something to say, even where the kommun's Stil
does not name them – and what each then stands below; nothing: first in the §."""


# -- the parts --------------------------------------------------------------------------


def decision(arende: Arende, organ: Organ, register: Register) -> list[Json]:
    """The lead-ins and points of what is decided."""
    numbered = register.stil.beslut_som == NUMRERADE
    return decision_blocks(*beslut.beslut(arende, organ, register), numbered=numbered)


def _prose(name: str) -> Part:
    def part(arende: Arende, organ: Organ, register: Register) -> list[Json]:
        return prose(arende, name)

    return part


def prose(arende: Arende, name: str, level: int = 2) -> list[Json]:
    """The rows of a part, and the sub-headings that stand among them, below its own heading."""
    out: list[Json] = []
    inside = False
    for rad in arende.innehall:
        inside = rad.del_ == name or (inside and rad.del_ == UNDERRUBRIK)
        if inside and rad.del_ == UNDERRUBRIK:
            out.append(text.subheading(text.strip(rad.text), level))
        elif inside:
            out.extend(text.blocks([rad.text]))
            out.extend([text.file(rad.fil, level)] if rad.fil else [])
    return out


def _earlier(arende: Arende, organ: Organ, register: Register) -> list[Json]:
    """Its lines, where the kommun has them here and not under Underlag; and what the instance
    before did not agree on, wherever they stand."""
    rows = arende.rader(TIDIGARE_BEHANDLING)
    lines = [earlier_line(rad, organ) for rad in rows] if _apart(register) else []
    out = [text.items(lines)] if lines else []
    for came in (rad.tidigare for rad in rows):
        before = register.find_organ(came.organ) if came is not None else None
        if came is not None and before is not None:
            out += skiljaktigt(came.arende, before)
    return out


def _apart(register: Register) -> bool:
    return TIDIGARE_BEHANDLING in {name for name, _ in _entries(register)}


def earlier_line(rad: Rad, organ: Organ | None) -> str:
    """`Bordlagt av kommunstyrelsen 2023-03-06 § 50`."""
    what = plain(rad.text) or "Beslut"
    who = phrases.lopande(rad.vem or (organ.namn if organ else ""))
    words = [what if " av " in what or not who else f"{what} av {who}"]
    words += [rad.datum.isoformat()] if rad.datum else []
    words += [hard_blanks(f"§ {rad.paragraf.lstrip('§ ')}")] if rad.paragraf else []
    return " ".join(words)


def _sources(arende: Arende, organ: Organ, register: Register) -> list[Json]:
    return sources(arende, organ, register, earlier=not _apart(register))


def sources(
    arende: Arende, organ: Organ | None, register: Register, *, earlier: bool = True
) -> list[Json]:
    """The handlingar, the förvaltning's own first; `earlier`: with what was decided before."""
    lines: list[Text | str] = []
    rubrik = arende.rubrik
    if arende.tjansteskrivelse is not None:
        lines.append(
            phrases.tjansteskrivelse_text(
                register.kommun.forvaltning, arende.tjansteskrivelse, rubrik
            )
        )
    if arende.inkom is not None:
        lines.append(phrases.inkommen_text(rubrik, arende.inkom))
    if earlier:
        lines += [earlier_line(rad, organ) for rad in arende.rader(TIDIGARE_BEHANDLING)]
    lines += [_source(rad) for rad in arende.rader(UNDERLAG)]
    return [text.items(lines)] if lines else []


def _source(rad: Rad) -> Text:
    before = f"{phrases.genitiv(rad.vem)} " if rad.vem else ""
    after = f" {rad.datum.isoformat()}" if rad.datum else ""
    return tuple(r for r in (Run(text=before), *text.strip(rad.text), Run(text=after)) if r.text)


def confidential(arende: Arende, organ: Organ, register: Register) -> list[Json]:
    """The lagrum, in the protokoll that only the organ itself reads: there it is whole."""
    told = confidential_text(arende.sekretess)
    return [text.paragraph(told)] if told else []


def confidential_text(law: str) -> str:
    """`Sekretess enligt 26 kap. 1 § OSL.`; nothing for what anybody may read."""
    law = law.strip().removesuffix(".")
    told = law if law.casefold().startswith("sekretess") else f"Sekretess enligt {law}"
    return f"{versal(told)}." if law else ""


def _signed_at_once(arende: Arende, organ: Organ, register: Register) -> list[Json]:
    """8 kap. 12 § KL; the sentence by which the organ declares it."""
    if not arende.omedelbart_justerad:
        return []
    return [text.paragraph("Paragrafen förklaras omedelbart justerad.")]


def _presenter(arende: Arende, organ: Organ, register: Register) -> list[Json]:
    """Who presented the ärende, where that is told: 31 § FL wants it of a beslut under it."""
    who = presenter(arende, register)
    return [text.paragraph(who)] if who else []


def presenter(arende: Arende, register: Register) -> str:
    """The föredragande with the title that the register has."""
    who = arende.foredragande
    if who is None:
        return ""
    title = register.title(who.namn)
    return f"{who}, {title}" if title else str(who)


def attachments(bilagor: Sequence[Bilaga]) -> list[Json]:
    """The bilagor, by number."""
    lines = [f"Bilaga{NBSP}{b.nummer}. {b.rubrik}" for b in bilagor]
    return [text.items(lines)] if lines else []


def _attachments(arende: Arende, organ: Organ, register: Register) -> list[Json]:
    return attachments(arende.protokollsbilagor)


_LISTS = {ATGARD: "För verkställighet eller motsvarande åtgärd", KANNEDOM: "För kännedom"}
"""The two lists of recipients, in their order; Stil may call them something else."""


def _recipients(arende: Arende, organ: Organ, register: Register) -> list[Json]:
    return recipients(arende, register)


def recipients(arende: Arende, register: Register) -> list[Json]:
    """The two lists; one that has nobody is not printed."""
    out: list[Json] = []
    own = dict(_entries(register))
    for del_, usual in _LISTS.items():
        who = beslut.recipients(arende.rader(del_), arende)
        if who:
            heading = (own.get(del_) or usual).removesuffix(":")
            out.append(text.paragraph(f"{heading}:", "mottagarrubrik"))
            # A style of its own lets the last one part from what follows; the rest keep together.
            styles = ["mottagare"] * (len(who) - 1) + ["mottagare-sista"]
            out.extend(text.paragraph(n, style) for n, style in zip(who, styles, strict=True))
    return out


_PARTS: dict[str, Part] = {
    BESLUT: decision,
    TIDIGARE_BEHANDLING: _earlier,
    UNDERLAG: _sources,
    SKICKAS_TILL: _recipients,
    SEKRETESS: confidential,
    JUSTERING: _signed_at_once,
    FOREDRAGANDE: _presenter,
    BILAGOR: _attachments,
    **behandling.PARTS,
}
