"""The folder of finished documents (6000–6999)."""

from __future__ import annotations

from gen.findings.kinds import FEL, UPPLYSNING, VARNING, kind

FOLDER_BUSY = kind(
    6000,
    FEL,
    "En annan körning av gen arbetar i mappen {value} och var inte klar efter {seconds} sekunder.",
    "Vänta tills den är klar och kör igen, eller välj en annan mapp med --ut.",
    meaning="Bara en körning i taget får skriva i en mapp, så att två inte blandas ihop. En annan, "
    "kanske en kollegas i en delad mapp, håller på där.",
    seen="gen väntar en stund och slutar sedan utan att ha skrivit något",
)
FOLDER_IS_FILE = kind(
    6001,
    FEL,
    "Där gen behöver en mapp finns redan en fil med det namnet: {value}.",
    "Flytta filen eller ge den ett annat namn, eller välj en annan mapp med --ut.",
    meaning="gen lägger det färdiga i mappar. Där en av dem skulle vara står en fil med samma "
    "namn, och den rörs inte.",
    wrong="En fil som heter out, i mappen där gen körs",
    right="Filen flyttad, eller --ut klart",
)
FOLDER_CLOSED = kind(
    6002,
    FEL,
    "Du har inte rätt att läsa eller skriva här: {value}.",
    "Ordna behörigheten, eller välj en annan mapp med --ut.",
    meaning="Datorn tillåter inte att du läser eller skriver i mappen eller filen.",
    wrong="--ut på en delad mapp som du bara får läsa",
    right="--ut i en mapp där du själv får skriva",
)
MANIFEST_DAMAGED = kind(
    6003,
    VARNING,
    "Manifestet i {value} går inte att läsa, så gen vet inte vilka av filerna där det har gjort.",
    "Filer med annat innehåll än det nya räknas som dina tills de lagts åt sidan eller "
    "tagits bort. Det skadade manifestet sparas bredvid när ett nytt skrivs.",
    meaning="I filen manifest.json står vilka filer i mappen som gen har gjort. Den går inte att "
    "läsa, och då räknas varje fil med ett annat innehåll som någons egen. Inget skrivs över av "
    "misstag.",
    wrong="manifest.json ändrad för hand, eller skadad när disken blev full",
    right="manifest.json lämnad som gen skrev den",
)
MANIFEST_NEWER = kind(
    6004,
    FEL,
    "Filerna i {value} är gjorda med en nyare gen än den här.",
    "Uppdatera gen, eller välj en annan mapp med --ut.",
    meaning="Filerna i mappen är gjorda med en senare utgåva av gen. Den här utgåvan förstår inte "
    "vad den har skrivit och rör därför inget.",
    wrong="En kollega med en nyare gen har gjort samma protokoll i den delade mappen",
    right="Samma utgåva av gen hos båda",
)
EDITED_FILES = kind(
    6005,
    FEL,
    "Någon har ändrat eller lagt dit filer där gen skulle skriva, och de får stå kvar: {value}.",
    "Kör med --skriv-över, så läggs de åt sidan under nytt namn och nya görs. Kommandon som gör "
    "dokument går vidare från dem med --behåll.",
    meaning="En fil som gen ville skriva är ändrad av någon, eller ditlagd. Någons arbete skrivs "
    "aldrig över utan att det sägs.",
    wrong="gen protokoll möte.xlsx, efter att protokoll.docx har ändrats i Word",
    right="gen protokoll möte.xlsx --behåll, så görs PDF-filen av den ändrade Wordfilen",
)
EDITED_MEANWHILE = kind(
    6006,
    FEL,
    "Någon ändrade filer medan gen arbetade, och de får stå kvar: {value}.",
    "Spara och stäng dem och kör igen.",
    meaning="En fil ändrades från det att gen såg efter tills den skulle skrivas. Ändringen får "
    "stå kvar.",
    wrong="protokoll.docx sparad i Word medan gen gör om den",
    right="protokoll.docx sparad och stängd, och sedan gen protokoll möte.xlsx --behåll",
)
OPEN_IN_PROGRAM = kind(
    6007,
    FEL,
    "Filer som skulle ändras är öppna i {program}: {value}.",
    "Stäng dem och kör igen. Är de inte öppna hos någon har {program} lämnat en låsfil "
    "efter sig; ta då bort den: {locks}.",
    meaning="En fil som är öppen i ett annat program kan ha ändringar som inte är sparade. Då "
    "skrivs den inte över.",
    wrong="protokoll.docx öppen i Word, hos dig eller en kollega",
    right="Filen stängd innan gen körs",
)
FILE_LOCKED = kind(
    6008,
    FEL,
    "Filer som är öppna i ett annat program eller skrivskyddade går inte att skriva över: {value}.",
    "Stäng filen eller ta bort skrivskyddet och kör igen.",
    meaning="Filen är skrivskyddad, eller så håller ett annat program den öppen. Skrivskyddet är "
    "någons besked om att filen ska stå kvar, så gen går inte runt det.",
    wrong="protokoll.pdf öppen i ett program som läser PDF",
    right="Programmet stängt",
)
LINK_IN_THE_WAY = kind(
    6009,
    FEL,
    "En länk står där gen skulle skriva, och gen följer inga länkar ut ur mappen: {value}.",
    "Ta bort länken eller ge den ett annat namn, eller välj en annan mapp med --ut.",
    meaning="En länk kan leda vart som helst, och det som skrivs genom den skulle kunna ersätta en "
    "fil någon annanstans.",
    wrong="out/möte/utdrag är en länk till en annan mapp",
    right="out/möte/utdrag är en vanlig mapp",
)
NOT_A_FILE = kind(
    6010,
    FEL,
    "En mapp, eller något annat än en fil, står där gen skulle skriva: {value}.",
    "Flytta det som står där eller ge det ett annat namn.",
    meaning="Där gen skulle skriva en fil står något annat, oftast en mapp med samma namn.",
    wrong="En mapp som heter protokoll.pdf",
    right="Mappen omdöpt",
)
DISK_FULL = kind(
    6011,
    FEL,
    "Disken är full; mer fick inte plats i {value}.",
    "Frigör utrymme och kör igen; det som redan står i mappen är helt.",
    meaning="Det fanns inte plats för allt. Det som inte fick plats skrevs inte, och ingen fil är "
    "halv.",
    seen="Körningen slutar, och alla filer i mappen är hela: nya, eller som de var",
)
DISK_FAILED = kind(
    6012,
    FEL,
    "Det gick inte att läsa eller skriva {value} ({reason}).",
    "Se till att disken eller den delade mappen fungerar och kör igen.",
    meaning="Datorn kunde inte läsa eller skriva på disken eller i den delade mappen. Sökvägen kan "
    "vara för lång, nätet brutet eller disken trasig.",
    seen="Körningen slutar med skälet inom parentes; det som redan stod i mappen är kvar",
)
SET_ASIDE = kind(
    6013,
    UPPLYSNING,
    "{value} var ändrad av någon annan än gen och finns kvar som {aside}.",
    "För över det som du vill behålla till kalkylbladet, och ta bort filen när den inte behövs.",
    meaning="Körningen fick lägga undan ändrade filer (--skriv-över). Det som någon hade skrivit "
    "finns kvar under ett nytt namn, bredvid den nya filen.",
    seen="Två filer i stället för en: protokoll.docx, och den ändrade med ord och tid i namnet",
)
