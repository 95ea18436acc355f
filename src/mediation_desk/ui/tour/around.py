"""Looking round a desk that has been worked at: today, lists, search, history, cover, large type, dark, English."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from mediation_desk.reference.language import CHINESE, _, choose
from mediation_desk.ui.case.history_window import HistoryWindow
from mediation_desk.ui.keys import Key
from mediation_desk.ui.look.look import look
from mediation_desk.ui.look.scale import STEPS
from mediation_desk.ui.pages.desk_keeping import KeepingSection
from mediation_desk.ui.parts.shortcuts import Shortcuts
from mediation_desk.ui.tour import way_in
from mediation_desk.ui.tour.person import Person

_TODAY, _CASES = 1, 2


def look_round(person: Person, name: str, backup: Path) -> None:
    """``name``: of somebody in the case to look at, found by its first letters as well. ``backup``: a file to be made."""
    _pages(person)
    find(person, name)
    _history(person)
    _cover(person)
    _larger(person)
    _dark(person)
    _keep(person, backup)
    _english(person, name)


def _pages(person: Person) -> None:
    hands, camera = person.hands, person.camera
    hands.act(f"Alt+{_TODAY}")
    camera.take("today")
    hands.act(f"Alt+{_CASES}")
    camera.take("cases")
    hands.press(Key.SHORTCUTS)
    hands.until("the keys", lambda: isinstance(hands.focus().window(), Shortcuts))
    camera.take("keys")
    hands.act("Escape")


def find(person: Person, name: str) -> None:
    """Ctrl+K over everything; Enter opens the dossier."""
    hands, palette = person.hands, person.desk.palette_line
    hands.press(Key.SEARCH)
    hands.type(name)
    hands.until("the case to be found", lambda: palette.list.entries)
    person.camera.take("search")
    hands.act("Return")
    hands.until("the dossier", lambda: person.dossier_open)
    hands.rest()


def _history(person: Person) -> None:
    hands = person.hands
    hands.press(Key.HISTORY)
    hands.until("the changes", lambda: isinstance(hands.focus().window(), HistoryWindow))
    person.camera.take("history")
    hands.act("Escape")
    hands.until("the dossier again", lambda: not isinstance(hands.focus().window(), HistoryWindow))


def _cover(person: Person) -> None:
    hands, cover = person.hands, person.desk.cover
    hands.press(Key.COVER)
    hands.until("the cover", lambda: cover.down)
    person.camera.take("covered")
    hands.type(way_in.PASSWORD)
    hands.act("Return")
    hands.until("the desk again", lambda: not cover.down)


def _larger(person: Person) -> None:
    hands = person.hands
    for step in STEPS[1:]:
        hands.press(Key.LARGER)
        percent = round(step * 100)
        for key in ("meetings", "agreement", "signing"):
            person.go_to(key)
            person.camera.take(f"type-{percent}-{key}")
        hands.act(f"Alt+{_TODAY}")
        person.camera.take(f"type-{percent}-today")
        hands.act(f"Alt+{_CASES}")
        person.camera.take(f"type-{percent}-cases")
        hands.act("Return")
        hands.until("the dossier", lambda: person.dossier_open)
    hands.press(Key.SMALLER, len(STEPS) - 1)
    hands.rest()


def _dark(person: Person) -> None:
    """The scheme is the system's choice; here it is played."""
    look().choose_dark(True)
    for key in ("meetings", "signing"):
        person.go_to(key)
        person.camera.take(f"dark-{key}")
    person.hands.act(f"Alt+{_TODAY}")
    person.camera.take("dark-today")
    look().choose_dark(False)


def _keep(person: Person, backup: Path) -> None:
    hands, page = person.hands, person.desk.desk_page
    hands.act(f"Alt+{way_in.DESK}")
    hands.choose(_("This desk"), _("Backup and check"))
    hands.until("the backups", lambda: isinstance(page.section, KeepingSection))
    hands.button(_("Back up now"))
    hands.until("the question where to", lambda: isinstance(hands.focus().window(), QFileDialog))
    hands.write(str(backup))
    hands.act("Return")
    hands.until("the backup", backup.is_file)
    hands.rest()
    person.camera.take("backed-up")
    hands.button(_("Check everything"))
    person.camera.take("checked")


def _english(person: Person, name: str) -> None:
    """Another language from the next sign-in on."""
    hands, leave = person.hands, _("Sign out")  # the page that is open stays in Chinese
    hands.press("Escape")
    hands.choose(_("This desk"), _("You and this window"))
    hands.pick(_("Language"), "English")
    hands.button(leave)
    hands.until("the entrance", lambda: person.window.desk_window is None)
    try:
        way_in.sign_in(person)
        find(person, name)
        person.go_to("signing")
        person.camera.take("english")
    finally:
        choose(CHINESE)
