"""What one text says of another: quotes, underlag, earlier decisions (3430–3459)."""

from __future__ import annotations

from gen.findings.kinds import UPPLYSNING, VARNING, kind

RUBRIK_QUOTED_OTHERWISE = kind(
    3430,
    VARNING,
    "Rubriken citeras med ordet {value}, men i rubriken på {sak} står {suggestion}.",
    "Rätta citatet eller rubriken: ett citat är ordagrant.",
    meaning="Ett citat av rubriken stämmer inte ord för ord.",
    wrong="”Ge förvaltningarna uppdrag och verktyg”",
    right="”Ge förvaltningar uppdrag och verktyg”",
)
COPY_DIFFERS = kind(
    3431,
    VARNING,
    "Samma punkt har ordet {value} här men {suggestion} under {part} i {sak}.",
    "Se efter vad som står i det som citeras, och rätta det andra stället.",
    meaning="Samma punkt står på två ställen, och ett ord skiljer.",
    wrong="tillitsbaserad styrning som genomstrar hela kommunens organisation",
    right="tillitsbaserad styrning som genomsyrar hela kommunens organisation",
)
HANDLING_NAMED_OTHERWISE = kind(
    3432,
    UPPLYSNING,
    "Beslutet skriver {value} om det som heter {suggestion} under Underlag eller Bilaga.",
    "Kalla handlingen detsamma på båda ställena.",
    meaning="Beslutet kallar en handling något annat än listan över underlag gör. Läsaren undrar "
    "om det är samma.",
    wrong="förslag till föreskrift för Lunds kommuns tillitsberedning",
    right="förslag till föreskrifter för Lunds kommuns tillitsberedning",
)
TITLE_RUNS_ON = kind(
    3433,
    UPPLYSNING,
    "Det syns inte var motionens egen rubrik börjar: ”{value}”.",
    "Sätt ett kolon eller ett tankstreck efter namnen.",
    meaning="Motionens egen rubrik följer direkt på namnen, så att det inte syns var den börjar.",
    wrong="Motion från Liv Severinsson (FNL) Ge förvaltningar uppdrag",
    right="Motion från Liv Severinsson (FNL): Ge förvaltningar uppdrag",
)
OWN_LINE_DATED_OTHERWISE = kind(
    3440,
    VARNING,
    "Underlaget i ärende {nr} har den egna tjänsteskrivelsen med dagen {value}, men "
    "tjänsteskrivelsen är från {suggestion}.",
    "Ta bort raden: gen gör den av Tjänsteskrivelse. Är det en äldre skrivelse, skriv vad"
    " den heter.",
    meaning="Tjänsteskrivelsens dag står på två ställen och är olika. Raden i Underlag görs av "
    "gen, så att det inte kan hända.",
    wrong="Kommunkontorets tjänsteskrivelse 2020-05-02",
    right="Kommunkontorets tjänsteskrivelse 2022-05-02",
)
OWN_LINE_TWICE = kind(
    3441,
    UPPLYSNING,
    "Handlingen kommer att stå två gånger under Underlag: ”{value}”.",
    "Ta bort raden: gen gör den av {header}.",
    meaning="gen gör själv en rad av Tjänsteskrivelse, Inkom och Tidigare behandling.",
    wrong="Tjänsteskrivelse ifylld, och samma skrivelse som en rad Underlag",
    right="Raden Underlag borttagen",
)
UNDERLAG_UNDATED = kind(
    3442,
    UPPLYSNING,
    "Underlaget saknar datum: ”{value}”.",
    "Skriv handlingens dag under Datum, så att det syns vilken version som låg till grund.",
    meaning="En handling utan datum går inte att skilja från en annan version.",
    wrong="Underlag: Miljöpolicy",
    right="Underlag: Miljöpolicy, Datum: 2023-01-16",
)
LATER_THAN_MEETING = kind(
    3443,
    VARNING,
    "{what} är från {value}, efter sammanträdet {day}.",
    "Rätta datumet.",
    meaning="En handling som låg till grund för beslutet kan inte vara yngre än sammanträdet.",
    wrong="Sammanträde 2023-03-06, Underlag från 2023-06-03",
    right="Underlag från 2023-03-06 eller tidigare",
)
INKOM_AFTER_LETTER = kind(
    3444,
    VARNING,
    "Inkom är {value}, efter tjänsteskrivelsen från {day}.",
    "Rätta Inkom eller Tjänsteskrivelse.",
    meaning="Förslaget kom in efter att tjänsteskrivelsen om det skrevs. En av dagarna är fel.",
    wrong="Inkom 2023-12-08, Tjänsteskrivelse 2023-02-14",
    right="Inkom 2022-12-08",
)
INKOM_DIFFERS = kind(
    3445,
    VARNING,
    "Texten säger att förslaget kom in {value}; Inkom är {suggestion}.",
    "Rätta texten eller Inkom.",
    meaning="Texten har en annan dag än kolumnen Inkom.",
    wrong="Den 12 december 2022 inkom en motion, och Inkom är 2022-12-08",
    right="Den 8 december 2022 inkom en motion",
)
ONE_PAST_FOR_TWO = kind(
    3450,
    VARNING,
    "Ärende {other} hänvisar också till {value}.",
    "Se efter vilket av ärendena som behandlades då, och rätta det andra.",
    meaning="Två ärenden hänvisar till samma tidigare paragraf. Oftast har en rad kopierats.",
    wrong="Ärende 4 och 5 har båda Bordlagt, KS 2023-02-01, § 17",
    right="§ 17 på det ena och § 18 på det andra",
)
REFERENCE_NOT_WHOLE = kind(
    3451,
    UPPLYSNING,
    "Hänvisningen har {value} men inte {lacks}.",
    "Fyll i {lacks}, så att beslutet går att slå upp.",
    meaning="För att slå upp ett tidigare beslut behövs organ, dag och paragraf.",
    wrong="Tidigare behandling: Bordlagt, Vem: Kommunstyrelsen",
    right="Datum: 2023-02-01, §: 17",
)
PARAGRAPH_OF_TWO_DAYS = kind(
    3452,
    VARNING,
    "Texten hänvisar till {value} här men till {other} på ett annat ställe.",
    "Rätta det datum som är fel.",
    meaning="Samma händelse har två olika datum i ärendets texter.",
    wrong="beslutet den 15 mars på ett ställe, den 16 mars på ett annat",
    right="Samma datum på båda",
)
REFERENCE_TO_NOTHING = kind(
    3453,
    VARNING,
    "Det finns inget {value}.",
    "Rätta organet, dagen eller paragrafen.",
    meaning="Hänvisningen går till ett sammanträde eller en paragraf som inte finns bland "
    "kalkylbladen bredvid.",
    wrong="KS 2023-02-01 § 71, när det sammanträdet slutade med § 40",
    right="KS 2023-02-01 § 17",
)
REFERENCE_TO_OTHER = kind(
    3454,
    VARNING,
    "{value} är inte ärende {nr} utan {rubrik}.",
    "Rätta dagen eller paragrafen.",
    meaning="Den paragraf som nämns handlade om ett annat ärende.",
    wrong="KS 2023-02-01 § 17, som gällde ett annat dnr",
    right="§ 18, som gällde det här ärendet",
)
REFERENCE_WITH_OTHER_OUTCOME = kind(
    3455,
    VARNING,
    "{value} sägs vara {said}, men där har ärendet utfallet {utfall}.",
    "Rätta Text på raden Tidigare behandling, eller dagen och paragrafen.",
    meaning="Hänvisningen säger ett annat utfall än det som beslutades då.",
    wrong="Återremitterat, när ärendet bordlades",
    right="Bordlagt",
)
POSTPONEMENT_NOT_TOLD = kind(
    3456,
    UPPLYSNING,
    "{organ} {day} {paragraf} slutade med att ärendet {value}, men det nämns inte här.",
    "Lägg till en rad Tidigare behandling.",
    meaning="Ärendet har varit uppe förut, men det framgår inte.",
    wrong="Bordlagt 2023-02-01, och ingen rad Tidigare behandling",
    right="Tidigare behandling: Bordlagt, KS, 2023-02-01, § 17",
    gist="Ärendet har varit uppe förut utan att avgöras, men det nämns inte.",
)
PARAGRAPHS_USED_BEFORE = kind(
    3457,
    VARNING,
    "Första § är {value}, men sammanträdet {day} slutade med § {last}.",
    "Rätta Första §, eller välj per sammanträde på registrets blad Stil.",
    meaning="Paragraferna löper över året, och den första följer på det förra sammanträdets sista.",
    wrong="Förra sammanträdet slutade med § 22, Första § är 24",
    right="Första §: 23",
)
RUBRIK_OF_TWO_FORMS = kind(
    3458,
    UPPLYSNING,
    "Ärendet har en annan rubrik än vid sammanträdet {day}.",
    "Skriv rubriken lika, så att ärendet går att följa.",
    meaning="Ett ärende som kommer tillbaka går lättare att följa med samma rubrik.",
    wrong="Ny simhall i februari, Simhall – inriktning i mars",
    right="Samma rubrik båda gångerna",
)
