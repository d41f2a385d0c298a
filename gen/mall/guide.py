"""The words of docs/mallar.md that no declaration can tell."""

from __future__ import annotations

from typing import Final

GUIDE: Final = """\
# Mallar

Den här sidan är för dig som äger kommunens Wordmallar. Tabellerna görs av gen självt och stämmer
med det som körs; `gen mall fält protokoll` visar samma sak i terminalen.

## Ändra utseendet på allt: brevpapper.docx

Sidhuvud, sidfot, marginaler, typsnitt, färger och formatmallar står i `brevpapper.docx`. Ändra där,
spara, och nästa dokument av varje slag ser ut så. Texten på brevpapperets sida är bara ett prov och
kommer aldrig med.

- **Logotyp**: infoga bilden i brevpapperets sidhuvud, i linje med texten, och ge den en
  alternativtext.
- **Typsnitt och färg**: ändra formatmallarna (Start › Formatmallar), inte texten. Typsnittet för
  allt står i Normal.
- **Sidhuvudet** ska sluta en bit ovanför texten. Blir det högre: öka den övre marginalen.
- **Texten** ska vara minst 155 mm bred, som på A4 med 30 och 25 mm marginal. Mallarnas tabeller är
  gjorda för det och sticker annars ut.
- **Kommunens namn, `{{ dokument.typ }}` och `{{ dokument.status }}`** måste stå i sidhuvudet eller
  sidfoten, status på varje sida: där står *Ej justerat*. Saknas de görs inga dokument.

En mall har sin egen kopia av formatmallarna, så att den liknar det färdiga medan du skriver. I
dokumentet gäller brevpapperets formatmall med samma namn.

## Egen mapp med mallar

Lägg det som kommunen har ändrat i en egen mapp, och skriv mappens namn på raden *Mallmapp* i
registrets blad Kommun (räknat från registrets mapp). För en enda körning: `--mallar MAPP`. Finns en
mall i mappen gäller den, annars den som följer med gen. Det räcker alltså att ha `brevpapper.docx`
där, eller bara `protokoll.docx`.

Så här börjar du:

1. Kopiera mallen som följer med gen till din mapp. Behåll namnet: `protokoll.docx` är mallen för
   protokollet.
2. Ändra den i Word.
3. `gen mall kontrollera mallar/protokoll.docx` visar allt som är fel, med stycke. Med `--markera`
   får du en kopia där felen står som kommentarer i Word. Heter filen något annat än mallen: lägg
   till `--typ protokoll`.
4. `gen mall prova mallar/protokoll.docx` fyller mallen med ett exempel där allt som kan förekomma
   förekommer. Word och PDF hamnar i `out/prova/`.

Det som ett dokument inte kan vara utan står under varje mall nedan. Skriver mallen inte ut det, som
ett protokoll utan beslut, görs dokumentet inte, och körningen säger vad som saknas.

## Taggar

| Skriv | Det blir |
|---|---|
| `{{ sammanträde.plats }}` | fältets text, mitt i en mening |
| `{{ sammanträde.datum \\| veckodag }}` | fältet genom ett filter |
| `{{p del.innehåll }}` ensamt i ett stycke | hela stycken, listor och tabeller |
| `{%p if ä.dnr %}` … `{%p endif %}` | styckena emellan, om fältet har ett värde |
| `{%p if … %}` … `{%p else %}` … `{%p endif %}` | det ena eller det andra |
| `{%p for ä in ärenden %}` … `{%p endfor %}` | styckena emellan, en gång för varje ärende |
| `{%tr for r in rader %}` … `{%tr endfor %}` | tabellrader; taggen står på en egen rad |
| `{% if … %}` … `{% endif %}` utan p | ord mitt i en mening |

- En tagg med `p` står ensam i ett eget stycke, som försvinner. Ge stycket formatmallen *Mallkod*,
  så syns det att det inte är text.
- Det som öppnas ska stängas av samma slag på samma ställe: `{%p if %}` med `{%p endif %}`.
- `ärenden[].rubrik` i tabellerna nedan betyder: i en upprepning `{%p for ä in ärenden %}` heter
  fältet `ä.rubrik`. Namnet `ä` väljer du själv, och det gäller bara inne i upprepningen. Där finns
  också `loop.first`, `loop.last` och `loop.index`.
- Ett fält som *kan saknas* måste ha `{% if fältet %}` omkring sig. En tom text skrivs inte alls.
- Skriv taggen i ett svep i ett enda stycke, utan blanksteg mellan klamrarna: `{{`, inte `{ {`.
  Delar Word den osynligt, för stavningens eller formatets skull, lagar gen det.
- *stycken* skrivs bara med `{{p … }}`, aldrig inne i en mening. Utseendet kommer av formatmallarna
  *Brödtext*, *Ingress*, *Att-sats*, *Att-satser*, *Punktlista*, *Numrerad lista*, *Mottagarrubrik*,
  *Mottagare* och *Rubrik 3*. De hittas efter namn, så heter de något annat hittas de inte.

## Så att det blir lika överallt

Samma dokument ska få samma sidor med LibreOffice, med den inbyggda motorn och i Word.

- Använd formatmallar, inte direkt formatering: annars följer inte texten brevpapperet.
- Ange typsnittet med namn i formatmallen Normal, inte som temats (*Brödtext* eller *Rubriker*).
  Calibri och Arial finns överallt, eller har en tvilling med samma mått.
- Sidnummer i sidhuvudet: efter en högertabb.
- Det som ska hållas ihop: *Håll ihop med nästa* och *Håll ihop rader* i formatmallen. I en tabell:
  en rad som inte får delas.
- Tabeller: en rubrikrad som upprepas, inga sammanslagna celler, kolumner som rymmer sitt längsta
  ord.
- Byt fetstil och färg vid ett mellanslag. Undvik textrutor, kapitäler och tabbar med utfyllnad.
- Språket är svenska (Granska › Språk), rubrikerna följer nivå för nivå, och bilder har
  alternativtext. Då kan PDF-filerna läsas upp och arkiveras.
"""
