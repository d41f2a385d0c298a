"""What a file may be called: lawful names out of any text, and unlawful names refused."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gen import filenames
from gen.filenames import safe_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("KS 2023/0106", "ks-2023-0106"),
        ("KS-2014/742.912", "ks-2014-742-912"),
        ("SLK-2024-00008:12", "slk-2024-00008-12"),
        ("KA12/471", "ka12-471"),
        ("4A", "4a"),
        ("§ 50", "paragraf-50"),
        ("§§ 50–51", "paragraf-50-51"),
        ("Svar på motion: »Fler träd!«", "svar-på-motion-fler-träd"),
        ("Förskolan A\u030angsgården", "förskolan-ångsgården"),
        ("Île d’Yeu, ½ m²", "île-d-yeu-1-2-m2"),
        ("../../etc/passwd", "etc-passwd"),
        ("Nul", "nul-fil"),
        ("COM¹", "com1-fil"),
        ("soft\u00adhyphen och\u00a0blank", "softhyphen-och-blank"),
        ("\u1100\u200d\u1161", "가"),
        ("🌳?", "namnlös"),
        ("", "namnlös"),
    ],
)
def test_ett_diarienummer_eller_en_rubrik_blir_ett_filnamn(text: str, name: str) -> None:
    assert safe_name(text) == name


def test_två_långa_rubriker_med_samma_början_blir_två_filer() -> None:
    beginning = "Överenskommelse om samverkan mellan kommunen och regionen om hemsjukvård, "
    one, two = safe_name(beginning + "del ett av fem"), safe_name(beginning + "del två av fem")
    assert one != two
    assert one.startswith("överenskommelse-om-samverkan-mellan-kommunen-och-regionen")
    assert len(one.encode()) <= filenames.MAX_SAFE
    cut_at_a_blank = safe_name("å" * 35 + " och något mer om det")
    assert cut_at_a_blank.startswith("å" * 35 + "-")
    assert "--" not in cut_at_a_blank


@settings(max_examples=400, deadline=None, derandomize=True)
@given(st.text() | st.text(st.sampled_from("aÅö .-/§~$İſΣ\u0301\u00ad¹com"), max_size=60))
def test_varje_text_ger_en_tillåten_del_av_ett_filnamn(text: str) -> None:
    name = safe_name(text)
    assert filenames.parts(f"tjänsteskrivelse-{name}.docx") == (f"tjänsteskrivelse-{name}.docx",)
    assert filenames.parts(name) == (name,)
    assert safe_name(name) == name
    assert safe_name(unicodedata.normalize("NFD", text)) == name


@pytest.mark.parametrize(
    "name",
    [
        *["", "/", "/etc/passwd", "a//b", "a/", ".", "..", "../a", "a/../b", "a/./b", ".dold"],
        *["a\\b", "a:b", "a*", "a?", 'a"', "<a", "a>", "a|b", "a\nb", "a\x00", "C:/a", "a\u202eb"],
        *["a\u0308.pdf", "\ud800", "a.", "a ", " a", "~$a.docx"],
        *["nul", "NUL.pdf", "utdrag/com1.txt", "Lpt³.docx", "con .pdf", "CONOUT$"],
        *["å" * 61, "/".join(["a" * 100] * 3)],
    ],
)
def test_ett_otillåtet_namn_är_programmerarens_fel(name: str) -> None:
    with pytest.raises(ValueError, match="file name"):
        filenames.parts(name)


def test_ett_namn_delas_i_mappar_och_fil() -> None:
    assert filenames.parts("offentligt/utdrag/§ 50 (ä).pdf") == (
        "offentligt",
        "utdrag",
        "§ 50 (ä).pdf",
    )
    assert filenames.parts("å" * 60) == ("å" * 60,)


@pytest.mark.parametrize(
    "other", ["UTDRAG/Paragraf-50.PDF", "utdrag", "Utdrag", "utdrag/paragraf-50.pdf/a"]
)
def test_namn_som_inte_ryms_bredvid_varandra_är_programmerarens_fel(other: str) -> None:
    filenames.distinct(["utdrag/paragraf-50.pdf", "utdrag/paragraf-51.pdf", "protokoll.pdf"])
    for names in (["utdrag/paragraf-50.pdf", other], [other, "utdrag/paragraf-50.pdf"]):
        with pytest.raises(ValueError, match="file"):
            filenames.distinct(names)
