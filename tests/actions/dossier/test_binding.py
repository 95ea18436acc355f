"""The three cases as complete dossiers: true page numbers, signed scans in their places, what is missing said."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.actions.dossier.told import CASES, LAST_DAYS, told
from tests.documents.scans import made
from tests.documents.validator import invalid

from mediation_desk.actions.case_file import CaseFile, load
from mediation_desk.actions.dossier import save_evidence
from mediation_desk.actions.dossier_binding import Bound, bind_dossier, bind_oral, bind_set
from mediation_desk.actions.dossier_plan import BANK, COURT
from mediation_desk.actions.dossier_records import save_dossier_record
from mediation_desk.actions.seat import Seat
from mediation_desk.documents.check import comparable, page_texts
from mediation_desk.domain.dates import print_date
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.records import Evidence, SignedCopy
from mediation_desk.reference.codes import table

HEADS = {"人民调解口头协议登记表": "人民调解口头协议登记表", "履行凭证": "收条", "人民调解证据材料": "人民调解证据材料"}
WANTED = {
    "case1": """申请书 权利义务告知书 身份证明 调查记录 证据材料 调解记录（1） 调解记录（2） 协议书 生效告知书
        履行凭证（1） 履行凭证（2） 履行凭证（3） 回访记录""",
    "case2": """申请书 权利义务告知书 身份证明 委托书（张喆 委托书（刘堃 证据材料 调解记录 协议书 生效告知书
        司法确认申请书 主持调解证明 卷宗情况说明""",
    "case3": """申请书 权利义务告知书 身份证明 送达地址确认书 委托书（某银行 证据材料 无争议事实 调解记录（1）
        协议书 生效告知书 司法确认申请书 主持调解证明""",
}


def bound(seat: Seat, file: CaseFile, target: Path) -> tuple[Bound, list[str]]:
    """The dossier, and the text of each of its sheets without white space."""
    done = bind_dossier(seat, file, target)
    return done, [comparable(text) for text in page_texts(target.read_bytes())]


@pytest.mark.parametrize("name", CASES)
def test_the_dossier_of_each_case_is_whole_and_in_legal_order(seat: Seat, tmp_path: Path, name: str) -> None:
    """Every paper that the case calls for, between cover, contents and back."""
    done, texts = bound(seat, told(seat, name), tmp_path / "dossier.pdf")
    titles = [one.part.title for one in done.placed]
    assert (titles[0], titles[1], titles[-1]) == ("卷宗封面", "卷内目录", "卷宗封底")
    remaining = iter(titles)
    for wanted in WANTED[name].split():
        assert any(wanted in title for title in remaining), wanted
    assert done.lacking == () and done.refused == ()
    assert len(texts) == done.sheets
    assert f"最后一日：{print_date(LAST_DAYS[name])}" in "".join(texts)


@pytest.mark.parametrize("name", CASES)
def test_the_contents_name_the_pages_on_which_the_papers_stand(seat: Seat, tmp_path: Path, name: str) -> None:
    """A reviewer opens the volume at the page the contents name, and finds that paper begin there."""
    done, texts = bound(seat, told(seat, name), tmp_path / "dossier.pdf")
    contents = texts[1]
    sheet, seen = 0, 0
    for one in done.placed:
        if one.first is not None:
            assert comparable(f"{one.part.title}{one.span}") in contents
            name_of_kind = one.part.title.partition("（")[0]
            assert HEADS.get(name_of_kind, name_of_kind) in texts[sheet] or "履行确认书" in texts[sheet]
            for place in range(one.part.pages):
                seen += 1
                # The time of issue at the foot ends in digits too.
                assert re.search(rf"(?::[0-9]{{2}}|[^0-9]){seen}$", texts[sheet + place]), f"number {seen}"
        sheet += one.part.pages
    assert f"本卷共{seen}页" in texts[-1]


def test_dossiers_are_archive_files(seat: Seat, tmp_path: Path) -> None:
    """PDF/A-1b, all three."""
    made_of = {}
    for name in CASES:
        bind_dossier(seat, told(seat, name), tmp_path / f"{name}.pdf")
        made_of[name] = (tmp_path / f"{name}.pdf").read_bytes()
    judged = tmp_path / "judged"
    judged.mkdir()
    assert invalid(made_of, judged) == ""


def test_a_signed_copy_takes_the_place_of_the_paper_and_others_are_said_to_be_missing(
    seat: Seat, tmp_path: Path
) -> None:
    """未扫描签字件 stands in the contents until the scan is there; then the scan is what is bound."""
    file = told(seat, "case3")
    before, texts = bound(seat, file, tmp_path / "before.pdf")
    assert texts[1].count("未扫描签字件") == before.unscanned > 5
    file = load(seat, file.case.id)
    assert file.paper is not None
    scan = seat.desk.blobs.put(made.two_sheets_tiff()).digest
    copy = SignedCopy(
        id=seat.desk.store.ids.new(),
        centre_id=file.case.centre_id,
        case_id=file.case.id,
        paper_id=file.paper.id,
        blobs=(scan,),
        on=seat.desk.today,
    )
    save_dossier_record(seat, file.case, (copy, None))
    after, texts = bound(seat, load(seat, file.case.id), tmp_path / "after.pdf")
    assert after.unscanned == before.unscanned - 1
    agreement = next(one for one in after.placed if one.part.title == "人民调解协议书")
    assert agreement.part.pages == 2
    assert comparable(f"人民调解协议书{agreement.span}") + "未扫描" not in texts[1]


def test_evidence_follows_its_list_and_a_scan_that_cannot_be_bound_is_named(seat: Seat, tmp_path: Path) -> None:
    """One locked file does not cost the volume: a sheet says what belongs there and why it is not."""
    file = told(seat, "case1")
    put = seat.desk.blobs.put
    scans = [made.cmyk_jpeg(), made.pdf(2), made.pdf(1, owner="o", user="secret")]
    new = Evidence(
        id=seat.desk.store.ids.new(),
        centre_id=file.case.centre_id,
        case_id=file.case.id,
        position=9,
        name="租房合同",
        blobs=tuple(put(scan).digest for scan in scans),
    )
    save_evidence(seat, file.case, [(new, None)])
    done, texts = bound(seat, load(seat, file.case.id), tmp_path / "dossier.pdf")
    evidence = next(one for one in done.placed if one.part.title == "人民调解证据材料")
    assert evidence.part.pages == 5
    (refused,) = done.refused
    assert "租房合同" in refused.what
    whole = "".join(texts)
    assert "未能装入本卷" in whole and "与原件核对无异" in whole


def test_what_was_issued_is_bound_as_it_is_when_that_is_asked(seat: Seat, tmp_path: Path) -> None:
    """Binding without issuing: only the agreement was issued, so only it is there; and nothing new is."""
    file = told(seat, "case2")
    done = bind_dossier(seat, file, tmp_path / "dossier.pdf", as_issued=True)
    assert [one.part.title for one in done.placed] == ["卷宗封面", "卷内目录", "人民调解协议书", "卷宗封底"]
    assert load(seat, file.case.id).papers == file.papers


@pytest.mark.parametrize(("name", "first"), [(COURT, "司法确认申请书"), (BANK, "人民调解协议书")])
def test_a_court_and_a_bank_get_what_they_expect(seat: Seat, tmp_path: Path, name: str, first: str) -> None:
    """In the receiver's order, under a list, without the cover of the archive."""
    done = bind_set(seat, told(seat, "case3"), name, tmp_path / "set.pdf")
    titles = [one.part.title for one in done.placed]
    assert titles[:2] == ["卷内目录", first]
    assert "卷宗封面" not in titles


def test_binding_that_is_stopped_leaves_nothing(seat: Seat, tmp_path: Path) -> None:
    """Neither half a volume nor anything readable among the temporary files."""
    file = told(seat, "case1")

    def stop(done: int, _whole: int) -> None:
        if done > 5:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        bind_dossier(seat, file, tmp_path / "dossier.pdf", told=stop)
    assert list(tmp_path.glob("dossier*")) == []
    assert list(seat.desk.profile.temporary.iterdir()) == []


def test_a_volume_of_many_holds_oral_agreements_only(seat: Seat, tmp_path: Path) -> None:
    """口头协议合订卷: a written one is a volume of its own (domain §4.0)."""
    with pytest.raises(KnownProblem):
        bind_oral(seat, [told(seat, "case1")], tmp_path / "oral.pdf")


def test_every_kind_has_its_place_in_the_table() -> None:
    """The order of the dossier is data: a kind without a place would never be bound."""
    from mediation_desk.actions.paper_views.sources import SOURCES

    assert {*SOURCES, "agreement", "contents", "back"} == {entry.code for entry in table("paper_kind")}
