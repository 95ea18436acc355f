"""Setting up: all of a desk or nothing of it, and only once."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from random import Random

import pytest
from tests.desk_fixtures import (
    ACCOUNT,
    CENTRE,
    CHEAP,
    PASSPHRASE,
    PASSWORD,
    SECOND_CENTRE,
    HandClock,
    make_desk,
    neighbours,
)

from mediation_desk.actions import set_up as setting_up
from mediation_desk.actions.centre_plan import CentrePlan, MediatorPlan, PlanRefused, PointPlan
from mediation_desk.actions.desk import open_desk
from mediation_desk.actions.seat import Seat
from mediation_desk.actions.set_up import CLI_ACCOUNT_FACT, FirstAccount, SetUp, add_centre, set_up
from mediation_desk.actions.sign_in import sign_in
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.records import Account, Centre, Mediator, Point, ResetCode
from mediation_desk.domain.roles import ADMIN, AUDITOR, HEAD, MEDIATOR
from mediation_desk.records.profile import Profile
from mediation_desk.records.recovery_code import read_recovery_code
from mediation_desk.records.store import Actor
from mediation_desk.records.vault import open_with_passphrase, open_with_recovery


def test_a_desk_is_set_up_and_its_first_account_signs_in(tmp_path: Path, clock: HandClock) -> None:
    """Centre, points, register and account stand as they were told; passphrase and recovery code both open it."""
    desk, welcome = make_desk(tmp_path / "desk", clock)
    seat = sign_in(desk, ACCOUNT, PASSWORD)
    [centre] = seat.centres()
    assert (centre.name, centre.short_name, centre.court) == (CENTRE.name, "木城", "武陟县人民法院")
    assert seat.actor.roles == {centre.id: frozenset({MEDIATOR, HEAD, ADMIN})}
    with seat.read() as reader:
        assert [p.name for p in reader.find(Point)] == ["木城街道调解点"]
        assert [m.name for m in reader.find(Mediator)] == ["李国庆", "牛建军"]
    assert neighbours(seat).number == "（2026）木城人调字第03001号"
    assert desk.store.fact(CLI_ACCOUNT_FACT) == str(seat.account.id)
    desk.close()
    for vault in (
        open_with_passphrase(desk.profile, PASSPHRASE),
        open_with_recovery(desk.profile, read_recovery_code(welcome.recovery_code.lower())),
    ):
        open_desk(desk.profile, vault, clock).close()


def test_the_codes_are_shown_once_and_kept_as_hashes(tmp_path: Path, clock: HandClock) -> None:
    """Eight, all different; in the records nothing but their hashes."""
    desk, welcome = make_desk(tmp_path / "desk", clock)
    with desk.store.read() as reader:
        kept = [code.digest for code in reader.find(ResetCode)]
    desk.close()
    assert len(set(welcome.reset_codes)) == len(kept) == 8
    assert all(digest.startswith("$argon2id$") for digest in kept)
    assert not any(code.replace("-", "") in digest for code in welcome.reset_codes for digest in kept)


def test_several_centres_are_served_with_the_same_roles(tmp_path: Path, clock: HandClock) -> None:
    """One laptop of a 司法所, twenty village committees."""
    desk, _ = make_desk(tmp_path / "desk", clock, CENTRE, SECOND_CENTRE)
    seat = sign_in(desk, ACCOUNT, PASSWORD)
    assert [c.short_name for c in seat.centres()] == ["木城", "焦非诉"]
    assert len(set(seat.actor.roles.values())) == 1
    desk.close()


def test_a_centre_is_added_later(seat: Seat) -> None:
    """The administrator has his own roles there once he signs in again; each centre is a unit of its own."""
    centre = add_centre(seat, SECOND_CENTRE)
    again = sign_in(seat.desk, ACCOUNT, PASSWORD)
    assert again.actor.roles[centre.id] == again.actor.roles[seat.account.centre_id]


def test_only_an_administrator_adds_a_centre(seat: Seat) -> None:
    """An auditor reads and adds nothing."""
    auditor = Seat(seat.desk, seat.account, Actor(seat.account.id, {seat.account.centre_id: frozenset({AUDITOR})}))
    with pytest.raises(KnownProblem):
        add_centre(auditor, SECOND_CENTRE)
    assert len(seat.centres()) == 1


def test_a_second_set_up_is_refused_and_changes_nothing(tmp_path: Path, clock: HandClock) -> None:
    """A desk is never set up over another."""
    desk, _ = make_desk(tmp_path / "desk", clock)
    desk.close()
    before = (desk.profile.vault.read_bytes(), desk.profile.database.read_bytes())
    with pytest.raises(KnownProblem, match="already lives"):
        make_desk(tmp_path / "desk", clock)
    assert (desk.profile.vault.read_bytes(), desk.profile.database.read_bytes()) == before


@pytest.mark.parametrize("step", ["_put_first", "add_centre", "_move_in"])
def test_a_set_up_that_breaks_off_leaves_no_desk(
    tmp_path: Path, clock: HandClock, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    """Wherever it stops, the next try finds an empty folder: never half a desk whose recovery code nobody has seen."""

    class PowerCut(BaseException):
        pass

    def cut(*_: object) -> None:
        raise PowerCut

    with monkeypatch.context() as patch:
        patch.setattr(setting_up, step, cut)
        with pytest.raises(PowerCut):
            make_desk(tmp_path / "desk", clock, CENTRE, SECOND_CENTRE)
    assert not Profile(tmp_path / "desk").exists
    desk, _ = make_desk(tmp_path / "desk", clock, CENTRE, SECOND_CENTRE)
    assert sign_in(desk, ACCOUNT, PASSWORD).may("settings")
    desk.close()


def test_a_vault_left_by_a_cut_between_two_moves_is_kept_aside(tmp_path: Path, clock: HandClock) -> None:
    """The vault had been moved in, the database not yet: there is no desk, and a key is never thrown away."""
    folder = tmp_path / "desk"
    folder.mkdir()
    (folder / "vault.json").write_bytes(b"left behind")
    desk, _ = make_desk(folder, clock)
    desk.close()
    assert [p.read_bytes() for p in folder.glob("vault.*.json")] == [b"left behind"]


ACCOUNT_ONLY = FirstAccount(ACCOUNT, "李国庆", PASSWORD)
REFUSED = {
    "no centre": SetUp((), ACCOUNT_ONLY),
    "centre without a name": SetUp((dataclasses.replace(CENTRE, name="  "),), ACCOUNT_ONLY),
    "no short name": SetUp((dataclasses.replace(CENTRE, short_name=""),), ACCOUNT_ONLY),
    "whole number as short name": SetUp((dataclasses.replace(CENTRE, short_name="（2026）木城人调字"),), ACCOUNT_ONLY),
    "unknown kind": SetUp((dataclasses.replace(CENTRE, legal_kind="guild"),), ACCOUNT_ONLY),
    "unknown area": SetUp((dataclasses.replace(CENTRE, area="999999"),), ACCOUNT_ONLY),
    "no minutes": SetUp((dataclasses.replace(CENTRE, lock_minutes=0),), ACCOUNT_ONLY),
    "nameless point": SetUp((dataclasses.replace(CENTRE, points=(PointPlan(" "),)),), ACCOUNT_ONLY),
    "nameless mediator": SetUp((dataclasses.replace(CENTRE, mediators=(MediatorPlan(""),)),), ACCOUNT_ONLY),
    "two of one short name": SetUp((CENTRE, dataclasses.replace(SECOND_CENTRE, short_name="木城")), ACCOUNT_ONLY),
    "nameless account": SetUp((CENTRE,), FirstAccount(" ", "李国庆", PASSWORD)),
    "short password": SetUp((CENTRE,), FirstAccount(ACCOUNT, "李国庆", "1234567")),
    "name as password": SetUp((CENTRE,), FirstAccount("liguoqing", "李国庆", "ＬｉGuoQing")),
    "not the head": SetUp((CENTRE,), dataclasses.replace(ACCOUNT_ONLY, roles=(MEDIATOR,))),
    "unknown role": SetUp((CENTRE,), dataclasses.replace(ACCOUNT_ONLY, roles=(HEAD, ADMIN, "king"))),
    "infix of one digit": SetUp((CENTRE,), ACCOUNT_ONLY, "3"),
    "infix 00": SetUp((CENTRE,), ACCOUNT_ONLY, "00"),
    "no infix": SetUp((CENTRE,), ACCOUNT_ONLY, ""),
}


@pytest.mark.parametrize("plan", REFUSED.values(), ids=REFUSED.keys())
def test_a_faulty_plan_is_refused_before_anything_is_written(tmp_path: Path, clock: HandClock, plan: SetUp) -> None:
    """Every rule is tried first: the folder is not even made."""
    with pytest.raises(KnownProblem):
        set_up(Profile(tmp_path / "desk"), plan, PASSPHRASE, keyring=False, clock=clock, cost=CHEAP)
    assert not (tmp_path / "desk").exists()


def test_a_plan_may_name_codes_in_chinese(tmp_path: Path, clock: HandClock) -> None:
    """What is kept is the code; full-width telephone numbers become plain, a rare name stays as it is."""
    plan = CentrePlan(
        name=" 修武县某乡调委会 ",
        short_name="修武",
        legal_kind="乡镇人民调解委员会",
        area="修武县",
        phone="０３９１－７２０００００",
        mediators=(MediatorPlan("尉迟䶮", "聘任"),),
    )
    desk, _ = make_desk(tmp_path / "desk", clock, plan)
    with desk.store.read() as reader:
        [centre], [mediator] = reader.find(Centre), reader.find(Mediator)
    desk.close()
    assert (centre.name, centre.legal_kind, centre.area, centre.phone) == (
        "修武县某乡调委会",
        "township",
        "410821",
        "0391-7200000",
    )
    assert (mediator.name, mediator.standing) == ("尉迟䶮", "appointed")


def test_an_account_without_a_password_does_not_sign_in(tmp_path: Path, clock: HandClock) -> None:
    """``init`` may leave it out; then nothing that is typed fits, not even nothing."""
    plan = SetUp((CENTRE,), FirstAccount(ACCOUNT, "李国庆", ""))
    desk, _ = set_up(
        Profile(tmp_path / "desk"), plan, PASSPHRASE, keyring=False, clock=clock, rng=Random(1).randbytes, cost=CHEAP
    )
    for typed in ("", PASSWORD):
        with pytest.raises(KnownProblem):
            sign_in(desk, ACCOUNT, typed)
    with desk.store.read() as reader:
        assert reader.find(Account)[0].password == ""
    desk.close()


def test_the_refusal_names_the_place() -> None:
    """A window marks the field, ``init`` the line."""
    plan = dataclasses.replace(CENTRE, points=(PointPlan("一"), PointPlan("")))
    with pytest.raises(PlanRefused) as refused:
        set_up(Profile(Path("nowhere")), SetUp((plan,), ACCOUNT_ONLY), PASSPHRASE, keyring=False)
    assert refused.value.fault.path == "points[1].name"
