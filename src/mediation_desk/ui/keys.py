"""Every shortcut, in one table: where it works is bound here, and F1 shows it from here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from mediation_desk.domain.words import N_
from mediation_desk.reference.language import _


class Place(Enum):
    """Where a key works."""

    EVERYWHERE = N_("Everywhere")
    CASE = N_("In a case")
    FORM = N_("While filling in")
    LIST = N_("In a list")


@dataclass(frozen=True, slots=True)
class Bound:
    """A key, what it does (English source) and where."""

    keys: str
    does: str
    place: Place


class Key(Enum):
    """All keys of the desk."""

    SHORTCUTS = Bound("F1", N_("Show these keys"), Place.EVERYWHERE)
    SEARCH = Bound("Ctrl+K", N_("Search"), Place.EVERYWHERE)
    NEW_CASE = Bound("Ctrl+N", N_("Register a dispute"), Place.EVERYWHERE)
    COVER = Bound("F9", N_("Cover the screen"), Place.EVERYWHERE)
    REVEAL = Bound("F8", N_("Hold: show numbers in full"), Place.EVERYWHERE)
    LARGER = Bound("Ctrl++", N_("Larger type"), Place.EVERYWHERE)
    SMALLER = Bound("Ctrl+-", N_("Smaller type"), Place.EVERYWHERE)
    PAGE = Bound("Alt+1 … 9", N_("Go to a page"), Place.EVERYWHERE)
    BACK = Bound("Esc", N_("Go back"), Place.EVERYWHERE)
    SAVE = Bound("Ctrl+S", N_("Save"), Place.CASE)
    UNDO = Bound("Ctrl+Z", N_("Undo"), Place.CASE)
    GO_ON = Bound("Ctrl+Return", N_("Do what the green button says"), Place.CASE)
    PREVIEW = Bound("Ctrl+E", N_("Preview the paper"), Place.CASE)
    ISSUE = Bound("Ctrl+I", N_("Issue the paper that is shown"), Place.CASE)
    PAPERS = Bound("Ctrl+J", N_("All papers of the case"), Place.CASE)
    FILL_IN = Bound("F6", N_("Go to the next thing that is missing"), Place.CASE)
    PRINT = Bound("Ctrl+P", N_("Print"), Place.CASE)
    HISTORY = Bound("Ctrl+H", N_("Show what was changed"), Place.CASE)
    FIELD_HISTORY = Bound("F4", N_("Show what was changed in this field"), Place.CASE)
    OUTLINE = Bound("Ctrl+L", N_("Go to the list of pages"), Place.CASE)
    NEXT_PAGE = Bound("Ctrl+PgDown", N_("Next page of the dossier"), Place.CASE)
    PREVIOUS_PAGE = Bound("Ctrl+PgUp", N_("Previous page of the dossier"), Place.CASE)
    NEXT = Bound("Return", N_("Next field"), Place.FORM)
    DATE = Bound("11-24 · +30", N_("Type a date"), Place.FORM)
    DAY = Bound("↑ ↓", N_("A day later or earlier"), Place.FORM)
    ADD = Bound("Ctrl+Shift+N", N_("Add one more"), Place.FORM)
    MOVE_UP = Bound("Alt+Up", N_("Move this entry up"), Place.FORM)
    MOVE_DOWN = Bound("Alt+Down", N_("Move this entry down"), Place.FORM)
    TAKE_OUT = Bound("Ctrl+Del", N_("Take this entry out"), Place.FORM)
    OPEN = Bound("Return", N_("Open this line"), Place.LIST)
    FILTER = Bound("Ctrl+F", N_("Filter the list"), Place.LIST)
    SORT = Bound("Ctrl+1 … 9", N_("Sort by a column"), Place.LIST)

    @property
    def shown(self) -> str:
        """The key as it is shown on a button: ``Ctrl+↵``."""
        return (
            self.value.keys.replace("Return", "↵").replace("PgDown", "PgDn").replace("+Up", "+↑").replace("+Down", "+↓")
        )

    @property
    def does(self) -> str:
        """What it does, in the chosen language."""
        return _(self.value.does)

    @property
    def sequence(self) -> QKeySequence:
        """The key as Qt knows it."""
        return QKeySequence(self.value.keys)


def bind(owner: QWidget, key: Key, act: Callable[[], object]) -> QShortcut:
    """Let ``key`` do ``act`` while the keyboard is within ``owner``."""
    shortcut = QShortcut(key.sequence, owner)
    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    shortcut.activated.connect(act)
    return shortcut


def table() -> list[tuple[str, list[tuple[str, str]]]]:
    """All keys by place, in the chosen language: ``[(place, [(key, what it does)])]``."""
    return [(_(place.value), [(k.shown, k.does) for k in Key if k.value.place is place]) for place in Place]
