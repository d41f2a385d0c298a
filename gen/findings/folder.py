"""The folder of finished documents (6000–6999)."""

from __future__ import annotations

from gen.findings.kinds import FEL, UPPLYSNING, VARNING, kind

FOLDER_BUSY = kind(
    6000,
    FEL,
    "En annan körning av gen arbetar i mappen {value} och var inte klar efter {seconds} sekunder.",
    "Vänta tills den är klar och kör igen, eller välj en annan mapp med --ut.",
)
FOLDER_IS_FILE = kind(
    6001,
    FEL,
    "Där gen behöver en mapp finns redan en fil med det namnet: {value}.",
    "Flytta filen eller ge den ett annat namn, eller välj en annan mapp med --ut.",
)
FOLDER_CLOSED = kind(
    6002,
    FEL,
    "Du har inte rätt att läsa eller skriva här: {value}.",
    "Ordna behörigheten, eller välj en annan mapp med --ut.",
)
MANIFEST_DAMAGED = kind(
    6003,
    VARNING,
    "Manifestet i {value} går inte att läsa, så gen vet inte vilka av filerna där det har gjort.",
    "Filer med annat innehåll än det nya räknas som dina tills de lagts åt sidan eller "
    "tagits bort. Det skadade manifestet sparas bredvid när ett nytt skrivs.",
)
MANIFEST_NEWER = kind(
    6004,
    FEL,
    "Filerna i {value} är gjorda med en nyare gen än den här.",
    "Uppdatera gen, eller välj en annan mapp med --ut.",
)
EDITED_FILES = kind(
    6005,
    FEL,
    "Någon har ändrat eller lagt dit filer där gen skulle skriva, och de får stå kvar: {value}.",
    "Kör med --skriv-över för att lägga dem åt sidan under nytt namn och göra nya; gen "
    "protokoll går också vidare från dem med --behåll.",
)
EDITED_MEANWHILE = kind(
    6006,
    FEL,
    "Någon ändrade filer medan gen arbetade, och de får stå kvar: {value}.",
    "Spara och stäng dem och kör igen.",
)
OPEN_IN_PROGRAM = kind(
    6007,
    FEL,
    "Filer som skulle ändras är öppna i {program}: {value}.",
    "Stäng dem och kör igen. Är de inte öppna hos någon har {program} lämnat en låsfil "
    "efter sig; ta då bort den: {locks}.",
)
FILE_LOCKED = kind(
    6008,
    FEL,
    "Det går inte att skriva över {value}: öppen i ett annat program eller skrivskyddad.",
    "Stäng filen eller ta bort skrivskyddet och kör igen.",
)
LINK_IN_THE_WAY = kind(
    6009,
    FEL,
    "En länk står där gen skulle skriva, och gen följer inga länkar ut ur mappen: {value}.",
    "Ta bort länken eller ge den ett annat namn, eller välj en annan mapp med --ut.",
)
NOT_A_FILE = kind(
    6010,
    FEL,
    "En mapp, eller något annat än en fil, står där gen skulle skriva: {value}.",
    "Flytta det som står där eller ge det ett annat namn.",
)
DISK_FULL = kind(
    6011,
    FEL,
    "Disken är full; mer fick inte plats i {value}.",
    "Frigör utrymme och kör igen; det som redan står i mappen är helt.",
)
DISK_FAILED = kind(
    6012,
    FEL,
    "Det gick inte att läsa eller skriva {value} ({reason}).",
    "Se till att disken eller den delade mappen fungerar och kör igen.",
)
SET_ASIDE = kind(
    6013,
    UPPLYSNING,
    "{value} var ändrad av någon annan än gen och finns kvar som {aside}.",
    "För över det du vill behålla till arbetsboken; ta bort filen när den inte behövs.",
)
