"""What somebody did and what they wrote about it in, a sentence with their own text in it out."""

from __future__ import annotations

import re
from collections.abc import Collection

from gen import text
from gen.model import Run, Text, plain
from gen.swedish.typography import versal
from gen.swedish.verbs import Tempus
from gen.text import Json


def said(
    subject: str, standard: str, own: Text, *, lead: str = "", following: str = "", after: str = ""
) -> list[Json]:
    """The sentence about `subject`: the standard one, or with its own text in it or below it.

    `lead` goes before a text that continues the sentence, `following` before one of its own;
    `after` is a sentence that comes last.
    """
    own = text.strip(own)
    after_runs = (Run(text=f" {after}"),) if after else ()
    if not own:
        return text.blocks([(Run(text=f"{versal(subject)} {standard}."), *after_runs)])
    if lead and continues(own):
        verb = lead.split()[0]
        between = "" if plain(own).split()[0] == verb else f"{lead} "
        opening = Run(text=f"{versal(subject)} {between}")
        return text.blocks([(opening, *own, *full_stop(own), *after_runs)])
    opening_line = text.paragraph(f"{versal(subject)} {following or standard}:")
    last = [text.paragraph(after)] if after else []
    return [opening_line, *text.blocks([own]), *last]


def continues(own: Text) -> bool:
    """Whether the text goes on in the middle of a sentence."""
    return plain(own)[:1].islower()


def full_stop(own: Text) -> Text:
    """The stop that a text lacks at its end."""
    return () if re.search(r"[.?!:…][”\"’»)]?$", plain(own)) else (Run(text="."),)


_QUOTE = re.compile('([”“«»"])')


def in_tense(own: Text, tempus: Tempus, verbs: Collection[str]) -> Text:
    """The text with those verbs in the tense; what it quotes stays as it was said."""
    own = text.strip(own)
    if tempus is Tempus.PRESENS:
        return own
    quoted = False
    out: list[Run] = []
    for run in own:
        pieces = _QUOTE.split(run.text)
        for number, piece in enumerate(pieces):
            if number % 2:
                quoted = not quoted
            elif not quoted:
                pieces[number] = tempus.turned(piece, verbs)
        out.append(run.model_copy(update={"text": "".join(pieces)}))
    return tuple(out)
