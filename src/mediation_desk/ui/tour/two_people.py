"""Two people at one case, each at his own window: what both wrote differently is shown to the one who saves last."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mediation_desk.domain.records import Meeting
from mediation_desk.reference.language import _
from mediation_desk.ui.case.stale import StalePanel
from mediation_desk.ui.keys import Key
from mediation_desk.ui.pages.account_ask import NewAccountAsk
from mediation_desk.ui.pages.desk_accounts import AccountsSection
from mediation_desk.ui.tour import way_in
from mediation_desk.ui.tour.person import Person
from mediation_desk.ui.tour.play import playing

if TYPE_CHECKING:
    from mediation_desk.records.vault import Cost

COLLEAGUE, ACCOUNT, PASSWORD = "牛建军", "niujianjun", "jianjun-2026"
_THEIRS = "双方对赔偿数额有分歧，约定再谈。"
_MINE = "双方对修复没有分歧，对赔偿数额和付款时间意见不一，未达成协议。"


def add_account(person: Person) -> None:
    """An account for the colleague, on the desk's own page."""
    hands, page = person.hands, person.desk.desk_page
    hands.act(f"Alt+{way_in.DESK}")
    hands.choose(_("This desk"), _("Accounts"))
    hands.until("the accounts", lambda: isinstance(page.section, AccountsSection))
    hands.act(Key.ADD)
    hands.until("the question about the account", lambda: isinstance(hands.focus().window(), NewAccountAsk))
    hands.fill(_("Name of the person"), COLLEAGUE)
    hands.fill(_("Account"), ACCOUNT)
    hands.fill(_("Password"), PASSWORD)
    hands.fill(_("Once more"), PASSWORD)
    person.camera.take("further-account")
    hands.button(_("Add the account"))
    hands.until("the desk again", lambda: not isinstance(hands.focus().window(), NewAccountAsk))


def write_apart(person: Person, profile: Path, search: str, cost: Cost | None = None) -> None:
    """Both write the record of the first meeting of the case that is found by ``search``. He who saves last sees both
    values and takes the other's; the other takes his change back, so that the record is as it was."""
    person.go_to("meetings")
    person.hands.to(person.label(Meeting, "minutes"))
    person.hands.write(_MINE)
    with playing(profile, person.clock, cost=cost) as other:
        _come_in(other)
        _open(other, search)
        other.go_to("meetings")
        other.fill(Meeting, "minutes", _THEIRS)
        other.save()
        person.window.activateWindow()
        _decide(person)
        other.window.activateWindow()
        other.hands.act(Key.OUTLINE)  # in a field the key takes back what was typed there
        other.hands.act(Key.UNDO)
        other.hands.until("the record as it was", lambda: other.space.file.meetings[0].minutes != _THEIRS)
    person.window.activateWindow()
    person.hands.until("the news of it", lambda: person.space.file.meetings[0].minutes != _THEIRS)


def _come_in(other: Person) -> None:
    """The desk is there already: its passphrase opens it, then the colleague signs in."""
    other.hands.fill(_("Passphrase"), way_in.PASSPHRASE)
    other.hands.button(_("Open"))
    way_in.sign_in(other, ACCOUNT, PASSWORD)


def _open(other: Person, search: str) -> None:
    other.hands.press(Key.SEARCH)
    other.hands.type(search)
    palette = other.desk.palette_line
    other.hands.until("the case to be found", lambda: palette.list.entries)
    other.hands.act("Return")
    other.hands.until("the dossier", lambda: other.dossier_open)


def _decide(person: Person) -> None:
    """Save, see both, take the other's."""
    page, hands = person.page, person.hands
    hands.press(Key.SAVE)
    hands.until("both values", lambda: page.findChild(StalePanel) is not None)
    person.camera.take("two-people-wrote-it-differently")
    hands.button(_("Use theirs"))
    hands.until("the decision", lambda: not page.dirty and page.findChild(StalePanel) is None)
    hands.rest()
