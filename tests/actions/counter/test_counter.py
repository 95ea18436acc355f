"""A dispute in one go, people who were here before, drafts by their case, and whether a meeting is being held."""

from __future__ import annotations

import dataclasses
from datetime import timedelta
from uuid import uuid4

import pytest
from tests.desk_fixtures import CHEAP, HandClock, centre_of, neighbours

from mediation_desk.actions.accounts import add_account
from mediation_desk.actions.case_file import load
from mediation_desk.actions.centre_plan import PlanRefused
from mediation_desk.actions.centre_settings import points, remove_entry, save_centre, save_mediator, save_point
from mediation_desk.actions.dossier import save_meeting
from mediation_desk.actions.drafts import keep_draft
from mediation_desk.actions.known_subjects import known_subjects, subject_known
from mediation_desk.actions.last_account import greeting, note_account
from mediation_desk.actions.meeting_now import meeting_under_way
from mediation_desk.actions.registering import Dispute, Named, register_dispute
from mediation_desk.actions.seat import Seat, take_seat
from mediation_desk.actions.unfinished import unfinished
from mediation_desk.domain.organisations import looks_like_organisation
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.records import Mediator, Meeting, Point
from mediation_desk.domain.records.party import APPLICANT, ORGANISATION, RESPONDENT
from mediation_desk.domain.stages import Stage


def test_a_dispute_is_registered_with_all_that_was_told(seat: Seat) -> None:
    told = Dispute(
        centre_of(seat),
        (Named(APPLICANT, "王𠮷"), Named(RESPONDENT, "焦作市金山建筑劳务有限公司", ORGANISATION)),
        in_writing=False,
        applied_on=seat.desk.today - timedelta(days=1),
        claims=("修复卫生间渗漏", "赔偿损失"),
        facts="楼上漏水",
    )
    file = load(seat, register_dispute(seat, told).id)
    assert (file.case.in_writing, file.case.facts) == (False, "楼上漏水")
    assert [(p.name, p.party.side, p.subject.subject_kind) for p in file.parties] == [
        ("王𠮷", "applicant", "person"),
        ("焦作市金山建筑劳务有限公司", "respondent", "organisation"),
    ]
    assert [c.text for c in file.claims] == ["修复卫生间渗漏", "赔偿损失"]
    assert file.stage is Stage.REGISTERED


def test_a_known_person_stays_one_over_many_cases(seat: Seat) -> None:
    known = load(seat, neighbours(seat).id).parties[0].subject
    case = register_dispute(seat, Dispute(centre_of(seat), (Named(APPLICANT, known.name, known=known),)))
    assert load(seat, case.id).parties[0].subject == known


def test_nobody_named_is_refused_and_no_number_is_spent(seat: Seat) -> None:
    with pytest.raises(KnownProblem):
        register_dispute(seat, Dispute(centre_of(seat), (Named(APPLICANT, ""),)))
    assert neighbours(seat).number == "（2026）木城人调字第03001号"


def test_people_are_offered_by_the_beginning_of_their_name_or_a_whole_number(seat: Seat) -> None:
    case = neighbours(seat)
    first = load(seat, case.id).parties[0].subject
    for typed in ("王𠮷", " 王𠮷 ", "410823196803121212"):
        (known,) = known_subjects(seat, centre_of(seat), typed)
        assert (known.subject, known.cases) == (first, 1)
    assert not known_subjects(seat, centre_of(seat), "王")
    assert not known_subjects(seat, centre_of(seat), "41082319680312121")
    assert not known_subjects(seat, uuid4(), "王𠮷")
    assert subject_known(seat, first.id) == first
    assert subject_known(seat, uuid4()) is None


def test_organisations_are_told_by_their_names() -> None:
    for name in ("焦作市金山建筑劳务有限公司", "某银行焦作分行", "木城街道和平社区居委会", "老张饭店"):
        assert looks_like_organisation(name)
    for name in ("王𠮷", "尉迟䶮", "买买提·吐尔逊会", "李社会"[:2]):
        assert not looks_like_organisation(name)


def test_drafts_are_told_with_the_case_they_belong_to(seat: Seat) -> None:
    case = neighbours(seat)
    keep_draft(seat, f"case:{case.id}/meeting:{uuid4()}", [])
    keep_draft(seat, f"case:{uuid4()}/claims", [])
    keep_draft(seat, "register", {})
    left = unfinished(seat)
    assert {(u.case_id, u.title) for u in left} == {(case.id, case.title), (None, "")}


def test_a_meeting_is_under_way_until_its_result_is_written(seat: Seat, clock: HandClock) -> None:
    case = neighbours(seat)
    assert not meeting_under_way(seat, clock())
    meeting = Meeting(id=seat.desk.store.ids.new(), centre_id=case.centre_id, case_id=case.id, position=0, at=clock())
    save_meeting(seat, case, (meeting, None))
    assert meeting_under_way(seat, clock())
    assert meeting_under_way(seat, clock() - timedelta(minutes=10))
    assert not meeting_under_way(seat, clock() - timedelta(minutes=20))
    assert not meeting_under_way(seat, clock() + timedelta(hours=5))
    save_meeting(seat, case, (dataclasses.replace(meeting, result="again"), meeting))
    assert not meeting_under_way(seat, clock())


def test_who_was_here_last_is_greeted(seat: Seat, clock: HandClock) -> None:
    assert greeting(seat.desk).account == seat.account.name
    clock.go_on(seconds=1)
    other = add_account(seat, centre_of(seat), "njj", "牛建军", "牛建军的第一个密码", ("registrar",), cost=CHEAP)
    assert greeting(seat.desk).account == ""
    note_account(take_seat(seat.desk, other))
    assert greeting(seat.desk).account == "njj"
    assert greeting(seat.desk).centres == ("武陟县木城街道人民调解委员会",)


def test_a_centres_settings_are_checked_and_its_short_name_stays(seat: Seat) -> None:
    (was,) = seat.centres()
    save_centre(seat, dataclasses.replace(was, lock_minutes=15, short_name="别的", phone="0391-7268001"), was)
    (now,) = seat.centres()
    assert (now.lock_minutes, now.short_name) == (15, "木城")
    with pytest.raises(PlanRefused):
        save_centre(seat, dataclasses.replace(now, backup_days=0), now)
    with pytest.raises(PlanRefused):
        save_centre(seat, dataclasses.replace(now, name=" "), now)


def test_points_and_mediators_are_kept(seat: Seat, clock: HandClock) -> None:
    clock.go_on(seconds=1)
    new_id, centre = seat.desk.store.ids.new, centre_of(seat)
    point = save_point(seat, (Point(id=new_id(), centre_id=centre, name=" 和平社区 "), None))
    assert [p.name for p in points(seat, centre)] == ["木城街道调解点", "和平社区"]
    remove_entry(seat, point)
    assert len(points(seat, centre)) == 1
    mediator = Mediator(id=new_id(), centre_id=centre, name="王㛃", term_from=seat.desk.today)
    with pytest.raises(PlanRefused):
        save_mediator(seat, (dataclasses.replace(mediator, term_to=seat.desk.today - timedelta(days=1)), None))
    assert save_mediator(seat, (mediator, None)) in seat.mediators(centre)


def test_a_registrar_changes_no_settings(seat: Seat) -> None:
    other = add_account(seat, centre_of(seat), "njj", "牛建军", "牛建军的第一个密码", ("registrar",), cost=CHEAP)
    (centre,) = seat.centres()
    with pytest.raises(KnownProblem):
        save_centre(take_seat(seat.desk, other), dataclasses.replace(centre, lock_minutes=15), centre)
