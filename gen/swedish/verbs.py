"""A phrase of the protokoll in the present in, the same in the tense in which it is told out.

What happens at the meeting is told in the present; what happened in an earlier instance, in the
past. The forms are data: a verb that a standard phrase uses and that has no form here is refused.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from enum import Enum
from typing import Final

PRETERITUM_AV: Final[Mapping[str, str]] = {
    "ajourneras": "ajournerades",
    "anmäler": "anmälde",
    "avgör": "avgjorde",
    "avslås": "avslogs",
    "avslutar": "avslutade",
    "avstår": "avstod",
    "begär": "begärde",
    "begärs": "begärdes",
    "besvarar": "besvarade",
    "bifalls": "bifölls",
    "bifogas": "bifogades",
    "biträder": "biträdde",
    "bordläggs": "bordlades",
    "deltar": "deltog",
    "finner": "fann",
    "framställer": "framställde",
    "frågar": "frågade",
    "får": "fick",
    "föreslår": "föreslog",
    "förklarar": "förklarade",
    "genomför": "genomförde",
    "genomförs": "genomfördes",
    "godkänner": "godkände",
    "hålls": "hölls",
    "informerar": "informerade",
    "instämmer": "instämde",
    "konstaterar": "konstaterade",
    "lämnar": "lämnade",
    "låter": "lät",
    "lägger": "lade",
    "meddelar": "meddelade",
    "räcker": "räckte",
    "redovisar": "redovisade",
    "reserverar": "reserverade",
    "röstar": "röstade",
    "ska": "skulle",
    "skall": "skulle",
    "ställer": "ställde",
    "tar": "tog",
    "tjänstgör": "tjänstgjorde",
    "upprepar": "upprepade",
    "utfaller": "utföll",
    "yrkar": "yrkade",
    "är": "var",
    "återremitteras": "återremitterades",
    "återtar": "återtog",
    "återtas": "återtogs",
}
"""Present → past, of the finite verbs with which a protokoll tells what somebody does."""

_WORD = re.compile(r"\w+")
_BEFORE_INFINITIVE = re.compile(
    r"\b(?:att|bör|får|kan|måste|ska|skall|vill)(?:\s+(?:inte|också|då|nu|ej))?\s+$", re.I
)
"""After these a form is the infinitive, even where it is spelled like the present:
`ska återremitteras`."""


class Tempus(Enum):
    """The tense in which something is told."""

    PRESENS = "presens"
    PRETERITUM = "preteritum"

    def of(self, phrase: str) -> str:
        """A standard phrase, written in the present, in this tense: `yrkar` → `yrkade`.

        KeyError, a programmer's, for a phrase whose verb has no form in the table.
        """
        told = self.turned(phrase)
        if self is Tempus.PRETERITUM and told == phrase:
            raise KeyError(phrase)
        return told

    def turned(self, text: str, verbs: Collection[str] = PRETERITUM_AV) -> str:
        """The text with those verbs in this tense; it may hold none of them."""
        if self is Tempus.PRESENS:
            return text
        return _WORD.sub(lambda m: _past(m[0]) if _is_finite(m, verbs) else m[0], text)


def _is_finite(word: re.Match[str], verbs: Collection[str]) -> bool:
    before = word.string[: word.start()]
    return word[0].lower() in verbs and not _BEFORE_INFINITIVE.search(before)


def _past(word: str) -> str:
    past = PRETERITUM_AV[word.lower()]
    return past[0].upper() + past[1:] if word[0].isupper() else past
