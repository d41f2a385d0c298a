"""What a document must say is said at each run, whoever owns its template: or it is not made."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from bunthandlingar import options, workbook
from docx.document import Document
from kommando import gen
from test_mall import without

from gen.building import Options
from gen.jobs import BREVPAPPER, MALL, Job
from gen.mall import exempel
from gen.mall.krav import lacking
from gen.pdf.engines import choose
from gen.recipe import Outcome, make
from gen.templates import Template, Templates, shipped
from gen.workbook import example, new
from gen.workbook.typed import Facts

Edit = Callable[[Document], None]
HELD: Facts = {"justerat": None, "anslaget_uppsatt": None}


def own(folder: Path, name: str, edit: Edit) -> Path:
    """The kommun's folder of templates, with that one changed."""
    document = docx.Document(str(shipped() / f"{name}.docx"))
    edit(document)
    templates = folder / "mallar"
    templates.mkdir(exist_ok=True)
    document.save(str(templates / f"{name}.docx"))
    return templates


def made(path: Path, *types: str, **how: object) -> Outcome:
    wanted: Options = options(path, **how)
    with choose(wanted.engine) as engine:
        return make(engine, path, types, wanted)


def without_status(document: Document) -> None:
    """A letterhead whose headers do not say whether the document holds."""
    for section in document.sections:
        for text in (*section.header._element.iter("{*}t"), *section.footer._element.iter("{*}t")):
            text.text = re.sub(r"{{ *dokument\.status *}}", "", text.text or "")


def commented_out(document: Document) -> None:
    (place,) = (p for p in document.paragraphs if "{{p del.innehåll }}" in p.text)
    place.runs[0].text = "{# {{p del.innehåll }} #}"
    for run in place.runs[1:]:
        run.text = ""


def never(document: Document) -> None:
    """Within a condition that does not hold."""
    (place,) = (p for p in document.paragraphs if "{{p del.innehåll }}" in p.text)
    place.insert_paragraph_before("{%p if false %}")
    place._p.addnext(document.add_paragraph("{%p endif %}")._p)


@pytest.mark.parametrize(
    "edit",
    [
        commented_out,
        without("{{p del.innehåll }}"),
        never,
    ],
    ids=["bortkommenterad", "borttagen", "aldrig"],
)
def test_a_protokoll_is_not_made_of_a_template_without_the_beslut(
    tmp_path: Path, edit: Edit
) -> None:
    path = workbook(tmp_path, {}, form=HELD)
    done = made(path, "protokoll", "kallelse", templates=own(tmp_path, "protokoll", edit))
    (told,) = (f for f in done.findings if f.level == "fel")
    assert (told.code, told.at) == ("GEN-6104", "@protokoll.docx")
    assert "ärenden[].delar[].innehåll skrivs inte ut" in told.message
    assert (done.stopped, done.exit_code) == ({"protokoll": 1}, 1)
    assert {p.name for p in done.placed} == {"kallelse.docx", "kallelse.pdf"}
    foreseen = made(path, "protokoll", "kallelse", templates=tmp_path / "mallar", dry=True)
    assert (foreseen.stopped, foreseen.exit_code) == (done.stopped, 1)


def test_nothing_is_made_on_a_letterhead_that_does_not_say_ej_justerat(tmp_path: Path) -> None:
    templates = own(tmp_path, "brevpapper", without_status)
    path = workbook(tmp_path, {}, form=HELD)
    done = made(path, "protokoll", "kallelse", templates=templates)
    (told,) = (f for f in done.findings if f.level == "fel")
    assert (told.code, told.at) == ("GEN-6104", "@brevpapper.docx")
    assert told.value == "dokument.status"
    assert told.stoppar == {"protokoll", "kallelse"}
    assert (done.placed, done.exit_code) == ((), 1)


def test_each_kind_of_page_says_it(tmp_path: Path) -> None:
    def first_page(document: Document) -> None:
        document.sections[0].different_first_page_header_footer = True
        document.sections[0].first_page_header.paragraphs[0].text = "{{ kommun.namn }}"

    templates = own(tmp_path, "brevpapper", first_page)
    done = made(workbook(tmp_path, {}, form=HELD), "kallelse", templates=templates)
    (told,) = (f for f in done.findings if f.level == "fel")
    assert "Det måste stå i brevpapper, också på första sidan" in told.message
    checked = gen(tmp_path, "mall", "kontrollera", "mallar/brevpapper.docx")
    assert "också på första sidan" in " ".join(checked.stdout.split())


def test_the_sample_text_of_a_letterhead_is_no_place_to_say_it(tmp_path: Path) -> None:
    def in_the_body(document: Document) -> None:
        without_status(document)
        document.add_paragraph("{{ dokument.status }}")

    own(tmp_path, "brevpapper", in_the_body)
    checked = gen(tmp_path, "mall", "kontrollera", "mallar/brevpapper.docx")
    assert checked.returncode == 1
    assert "dokument.status skrivs inte ut" in " ".join(checked.stdout.split())


def test_a_try_of_the_template_tells_it_too(tmp_path: Path) -> None:
    own(tmp_path, "protokoll", commented_out)
    done = gen(tmp_path, "mall", "prova", "mallar/protokoll.docx", "--motor", "inbyggd")
    assert done.returncode == 1
    assert "ärenden[].delar[].innehåll skrivs inte ut" in " ".join(done.stderr.split())


def test_no_template_of_gens_lacks_anything_whatever_there_is_to_say() -> None:
    """Read as another's, since gen's own are not asked."""
    for folder in (None, shipped() / "angsbro"):
        templates = Templates(folder)
        letter = templates.find(BREVPAPPER)
        for name in exempel.names():
            for one in exempel.subject(name).examples:
                template = templates.find(name)
                resources = {
                    MALL: Template("egen.docx", template.content),
                    BREVPAPPER: Template("eget.docx", letter.content),
                }
                draft = one.draft
                for type_ in exempel.subject(name).types:
                    job = Job(type_.name, "x", "", draft.created, draft.context, resources)
                    assert lacking([job]) == (), (name, type_.name, one.reading.source.file)


def test_what_stands_is_not_looked_at_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    templates = tmp_path / "mallar"
    templates.mkdir()
    shutil.copy(shipped() / "angsbro" / "brevpapper.docx", templates)
    path = workbook(tmp_path, {}, form=HELD)
    assert made(path, "kallelse", templates=templates).placed
    monkeypatch.setattr("gen.mall.krav.lacking", None)
    assert made(path, "kallelse", templates=templates).placed == ()


def test_a_mallmapp_that_is_not_there_is_told_at_its_cell(tmp_path: Path) -> None:
    path = workbook(tmp_path, {}, form=HELD)
    kommun = example.REGISTER.kommun.model_copy(update={"mallmapp": "wordmallar"})
    register = example.REGISTER.model_copy(update={"kommun": kommun})
    (tmp_path / "register.xlsx").write_bytes(new.register(register))
    done = gen(tmp_path, "kallelse", path.name)
    said = " ".join(done.stderr.split())
    assert done.returncode == 1
    assert "--mallar" not in said
    assert "GEN-4001 register.xlsx: Kommun, B13" in said
    assert "Rätta Mallmapp" in said
    option = gen(tmp_path, "kallelse", path.name, "--mallar", "wordmallar")
    assert option.returncode == 2
    assert "--mallar" in option.stderr


def test_no_template_says_that_handlingar_are_on_the_anslagstavla() -> None:
    """8 kap. 9–11 §§ KL tell what the board holds, and handlingar are not among it."""
    for path in shipped().rglob("[!~.]*.docx"):
        said = [paragraph.text.casefold() for paragraph in docx.Document(str(path)).paragraphs]
        assert not [line for line in said if "anslagstavla" in line and "handling" in line], path
