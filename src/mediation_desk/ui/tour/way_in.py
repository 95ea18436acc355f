"""The way in: the first run of a desk, its codes put on paper, and signing in."""

from __future__ import annotations

import re

from mediation_desk.reference.codes import table
from mediation_desk.reference.language import _
from mediation_desk.ui.desk_window import DeskWindow
from mediation_desk.ui.entrance.card import Card
from mediation_desk.ui.entrance.codes_card import CodesCard
from mediation_desk.ui.entrance.signing_in import SignInCard
from mediation_desk.ui.keys import Key
from mediation_desk.ui.pages.centre_ask import CentreAsk
from mediation_desk.ui.pages.desk_centre import CentreSection
from mediation_desk.ui.parts.words import Words
from mediation_desk.ui.tour.person import Person
from mediation_desk.ui.tour.told import Row

ACCOUNT = "liguoqing"
PERSON = "李国庆"
PASSWORD = "mucheng-2026"
PASSPHRASE = "木城街道和平街18号的水管"
INFIX = "03"
DESK = 3
"""The place of the desk's own page on the rail."""
_GROUP = re.compile(r"[0-9A-Z]{6}")


def set_up(person: Person, centre: Row) -> None:
    """From the welcome to the sheet that asks who signs in. ``centre``: its row in the sample."""
    hands, camera = person.hands, person.camera
    hands.until("the welcome", lambda: isinstance(_card(person), Card))
    camera.take("welcome")
    hands.act("Return")
    _tell_centre(person, centre)
    _tell_people(person, centre)
    _tell_account(person)
    _choose_passphrase(person)
    _keep_codes(person)


def _card(person: Person) -> object:
    return person.window.entrance.currentWidget()


def _tell_centre(person: Person, centre: Row) -> None:
    hands = person.hands
    hands.fill(_("Name of the centre"), centre["name"])
    hands.fill(_("Kind of body"), table("centre_kind").name_zh(centre["legal_kind"]))
    hands.fill(_("Area"), table("area")[centre["area"]].attributes["full"])
    hands.fill(_("Short name in numbers"), centre["short_name"])
    hands.fill(_("This computer"), INFIX)
    person.camera.take("set-up-centre")
    hands.button(_("Go on"))


def _tell_people(person: Person, centre: Row) -> None:
    hands = person.hands
    hands.fill(_("Points"), "\n".join(p["name"] for p in centre["points"]))
    hands.fill(_("Mediators"), "\n".join(m["name"] for m in centre["mediators"]))
    person.camera.take("set-up-people")
    hands.button(_("Go on"))


def _tell_account(person: Person) -> None:
    hands = person.hands
    hands.fill(_("Your name"), PERSON)
    hands.fill(_("Account"), ACCOUNT)
    hands.fill(_("Password"), PASSWORD)
    hands.fill(_("Once more"), PASSWORD)
    hands.button(_("Go on"))


def _choose_passphrase(person: Person) -> None:
    hands = person.hands
    hands.fill(_("Passphrase"), PASSPHRASE)
    hands.fill(_("Once more"), PASSPHRASE)
    hands.button(_("Set the desk up"))
    hands.until("the codes", lambda: person.window.entrance.findChild(CodesCard) is not None)
    hands.rest()


def _keep_codes(person: Person) -> None:
    """Read one group of the recovery code from the screen, as from the paper it was copied to."""
    hands, card = person.hands, person.window.entrance.findChild(CodesCard)
    assert card is not None
    person.camera.take("set-up-codes")
    groups = [w.text() for w in card.findChildren(Words) if _GROUP.fullmatch(w.text())]
    hands.to(_("Printed, or copied by hand"))
    hands.press("Space")
    label = card.form.rows[0].field.accessibleName()
    (number,) = map(int, re.findall(r"\d+", label))
    hands.fill(label, groups[number - 1])
    hands.button(_("Begin working"))
    hands.until("the sheet to sign in at", lambda: signing_in(person))


def signing_in(person: Person) -> bool:
    """Whether the sheet to sign in at is shown."""
    return isinstance(_card(person), SignInCard)


def sign_in(person: Person, account: str = ACCOUNT, password: str = PASSWORD, *, picture: str = "") -> None:
    """The name of the account that signed in last stands there already; another is typed over it."""
    hands = person.hands
    hands.rest()
    hands.until("the sheet to sign in at", lambda: signing_in(person))
    card = _card(person)
    if isinstance(card, SignInCard) and card.name.value() != account:
        hands.fill(_("Account"), account)
    hands.to(_("Password"))
    hands.write(password)
    if picture:
        person.camera.take(picture)
    hands.press("Return")
    hands.until("the desk", lambda: isinstance(person.window.desk_window, DeskWindow))
    hands.rest()


def add_centre(person: Person, centre: Row) -> None:
    """A further centre, on the desk's own page; it can be worked for after signing in again."""
    hands, page = person.hands, person.desk.desk_page
    hands.act(f"Alt+{DESK}")
    hands.choose(_("This desk"), _("The centre"))
    hands.until("the centre's own facts", lambda: isinstance(page.section, CentreSection) and page.section.form)
    hands.act(Key.ADD)
    hands.until("the question about a further centre", lambda: isinstance(hands.focus().window(), CentreAsk))
    hands.fill(_("Name of the centre"), centre["name"])
    hands.fill(_("Kind of body"), table("centre_kind").name_zh(centre["legal_kind"]))
    hands.fill(_("Kind of mediation"), table("mediation_kind").name_zh(centre["mediation_kind"]))
    hands.fill(_("Area"), table("area")[centre["area"]].attributes["full"])
    hands.fill(_("Court for confirmation"), centre["court"])
    hands.fill(_("Short name in numbers"), centre["short_name"])
    hands.fill(_("Points"), "\n".join(p["name"] for p in centre["points"]))
    hands.fill(_("Mediators"), "\n".join(m["name"] for m in centre["mediators"]))
    person.camera.take("further-centre")
    hands.button(_("Add the centre"))
    hands.until("the desk again", lambda: not isinstance(hands.focus().window(), CentreAsk))


def sign_in_again(person: Person) -> None:
    """Out by the button of the desk's page, and in again."""
    hands = person.hands
    hands.button(_("Sign in again"))
    hands.until("the entrance", lambda: person.window.desk_window is None)
    sign_in(person)
