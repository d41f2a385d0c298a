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
    "ajournerar": "ajournerade",
    "ajourneras": "ajournerades",
    "anför": "anförde",
    "anges": "angavs",
    "anmäler": "anmälde",
    "anmäls": "anmäldes",
    "anser": "ansåg",
    "anses": "ansågs",
    "ansluter": "anslöt",
    "antar": "antog",
    "antas": "antogs",
    "antecknar": "antecknade",
    "antecknas": "antecknades",
    "avbryter": "avbröt",
    "avbryts": "avbröts",
    "avgör": "avgjorde",
    "avgörs": "avgjordes",
    "avslutar": "avslutade",
    "avslutas": "avslutades",
    "avslår": "avslog",
    "avslås": "avslogs",
    "avstyrker": "avstyrkte",
    "avstår": "avstod",
    "avviker": "avvek",
    "begär": "begärde",
    "begärs": "begärdes",
    "beslutar": "beslutade",
    "beslutas": "beslutades",
    "besluter": "beslöt",
    "besvarar": "besvarade",
    "besvaras": "besvarades",
    "bifaller": "biföll",
    "bifalls": "bifölls",
    "bifogar": "bifogade",
    "bifogas": "bifogades",
    "biträder": "biträdde",
    "bordlägger": "bordlade",
    "bordläggs": "bordlades",
    "börjar": "började",
    "deltar": "deltog",
    "drar": "drog",
    "dras": "drogs",
    "efterfrågar": "efterfrågade",
    "ersätter": "ersatte",
    "fastställer": "fastställde",
    "fastställs": "fastställdes",
    "fattar": "fattade",
    "fattas": "fattades",
    "finner": "fann",
    "formulerar": "formulerade",
    "framställer": "framställde",
    "frågar": "frågade",
    "frågas": "frågades",
    "får": "fick",
    "föredrar": "föredrog",
    "föreligger": "förelåg",
    "föreslår": "föreslog",
    "föreslås": "föreslogs",
    "förklarar": "förklarade",
    "förklaras": "förklarades",
    "förordar": "förordade",
    "förrättar": "förrättade",
    "förrättas": "förrättades",
    "förs": "fördes",
    "förtydligar": "förtydligade",
    "genomför": "genomförde",
    "genomförs": "genomfördes",
    "ger": "gav",
    "godkänner": "godkände",
    "godkänns": "godkändes",
    "går": "gick",
    "gör": "gjorde",
    "har": "hade",
    "hemställer": "hemställde",
    "håller": "höll",
    "hålls": "hölls",
    "hänvisar": "hänvisade",
    "informerar": "informerade",
    "informeras": "informerades",
    "inkommer": "inkom",
    "inleder": "inledde",
    "inleds": "inleddes",
    "instämmer": "instämde",
    "inträder": "inträdde",
    "justerar": "justerade",
    "justeras": "justerades",
    "kallar": "kallade",
    "kan": "kunde",
    "konstaterar": "konstaterade",
    "konstateras": "konstaterades",
    "kvarstår": "kvarstod",
    "leder": "ledde",
    "lottas": "lottades",
    "lyder": "löd",
    "lyfter": "lyfte",
    "låter": "lät",
    "lägger": "lade",
    "läggs": "lades",
    "lämnar": "lämnade",
    "lämnas": "lämnades",
    "läser": "läste",
    "meddelar": "meddelade",
    "meddelas": "meddelades",
    "motiverar": "motiverade",
    "motsätter": "motsatte",
    "noterar": "noterade",
    "noteras": "noterades",
    "närvarar": "närvarade",
    "preciserar": "preciserade",
    "prövar": "prövade",
    "påpekar": "påpekade",
    "redogör": "redogjorde",
    "redovisar": "redovisade",
    "redovisas": "redovisades",
    "remitterar": "remitterade",
    "remitteras": "remitterades",
    "reserverar": "reserverade",
    "reserveras": "reserverades",
    "räcker": "räckte",
    "räknar": "räknade",
    "räknas": "räknades",
    "röstar": "röstade",
    "röstas": "röstades",
    "sammanfattar": "sammanfattade",
    "ska": "skulle",
    "skall": "skulle",
    "står": "stod",
    "ställer": "ställde",
    "ställs": "ställdes",
    "stänger": "stängde",
    "stöder": "stödde",
    "stödjer": "stödde",
    "svarar": "svarade",
    "säger": "sade",
    "sätter": "satte",
    "tackar": "tackade",
    "tar": "tog",
    "tas": "togs",
    "tillbakavisar": "tillbakavisade",
    "tillfrågar": "tillfrågade",
    "tillstyrker": "tillstyrkte",
    "tillträder": "tillträdde",
    "tillägger": "tillade",
    "tjänstgör": "tjänstgjorde",
    "tolkar": "tolkade",
    "träder": "trädde",
    "tycks": "tycktes",
    "undrar": "undrade",
    "uppdrar": "uppdrog",
    "uppger": "uppgav",
    "upplyser": "upplyste",
    "uppmanar": "uppmanade",
    "upprepar": "upprepade",
    "upprepas": "upprepades",
    "utfaller": "utföll",
    "utfärdar": "utfärdade",
    "utgår": "utgick",
    "utser": "utsåg",
    "utses": "utsågs",
    "uttalar": "uttalade",
    "verkställer": "verkställde",
    "verkställs": "verkställdes",
    "vidhåller": "vidhöll",
    "vill": "ville",
    "väcker": "väckte",
    "väcks": "väcktes",
    "väljer": "valde",
    "väljs": "valdes",
    "yrkar": "yrkade",
    "yrkas": "yrkades",
    "yttrar": "yttrade",
    "återger": "återgav",
    "återkallar": "återkallade",
    "återkallas": "återkallades",
    "återkommer": "återkom",
    "återlämnar": "återlämnade",
    "återremitterar": "återremitterade",
    "återremitteras": "återremitterades",
    "återtar": "återtog",
    "återtas": "återtogs",
    "återupptar": "återupptog",
    "återupptas": "återupptogs",
    "är": "var",
    "önskar": "önskade",
    "öppnar": "öppnade",
    "öppnas": "öppnades",
    "övergår": "övergick",
    "överlämnar": "överlämnade",
    "överlämnas": "överlämnades",
    "övertar": "övertog",
    "överväger": "övervägde",
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
