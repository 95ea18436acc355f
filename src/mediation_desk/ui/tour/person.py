"""Somebody at the desk: hands, the window before him, the clock on the wall, and now and then a picture."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from mediation_desk.domain.fields import Record, spec_of
from mediation_desk.reference.language import _
from mediation_desk.ui.case.fields import label_of
from mediation_desk.ui.case.page import Page
from mediation_desk.ui.case.pages import kind_of
from mediation_desk.ui.case.workspace import Workspace
from mediation_desk.ui.desk_window import DeskWindow
from mediation_desk.ui.keys import Key
from mediation_desk.ui.tour.camera import Camera
from mediation_desk.ui.tour.clock import StoryClock
from mediation_desk.ui.tour.hands import Hands, Stuck
from mediation_desk.ui.window import Window


@dataclass
class Person:
    """What the scripts of the tour are played with."""

    window: Window
    hands: Hands
    camera: Camera
    clock: StoryClock

    @property
    def desk(self) -> DeskWindow:
        """The desk he is signed in at."""
        desk = self.window.desk_window
        if desk is None:
            raise Stuck("nobody is signed in", self.hands.where())
        return desk

    @property
    def space(self) -> Workspace:
        """The dossier that is open."""
        found = self.desk.page(self.desk.now)
        if not isinstance(found, Workspace):
            raise Stuck("no dossier is open", self.hands.where())
        return found

    @property
    def dossier_open(self) -> bool:
        """Whether a dossier is shown, with a page of it."""
        found = self.desk.page(self.desk.now)
        return isinstance(found, Workspace) and found.page is not None

    @property
    def page(self) -> Page:
        """The page of the dossier that is open."""
        page = self.space.page
        if page is None:
            raise Stuck("no page of the dossier is open", self.hands.where())
        return page

    def on(self, day: date, at: time = time(9, 0)) -> None:
        """It is this day and hour from now on."""
        self.clock.set(day, at)

    # Fields by what they stand for.

    @staticmethod
    def label(record: type[Record], name: str) -> str:
        """The label of a record's field."""
        return label_of(spec_of(record).field(name))

    def fill(self, record: type[Record], name: str, text: str) -> None:
        """Write into the field of a record; an empty text leaves it as it is."""
        if text:
            self.hands.fill(self.label(record, name), text)

    def pick(self, record: type[Record], name: str, *words: str) -> None:
        """Choose among the open choices of a record's field."""
        self.hands.pick(self.label(record, name), *words)

    # Going about in the dossier.

    def go_to(self, key: str) -> None:
        """Open a page of the dossier by its line in the outline."""
        kind = kind_of(key)
        assert kind is not None
        self.hands.act(Key.OUTLINE)
        self.hands.until("the outline to have the keyboard", self.space.contents.outline.hasFocus)
        self.hands.line(self.space.contents.outline, key)
        self.hands.act("Return")
        self.hands.until(f"the page “{key}”", lambda: self.space.here is not None and self.space.here.kind == key)

    def go_on(self, key: str) -> None:
        """Press the green button, which leads to that page."""
        self.hands.act(Key.GO_ON)
        self.hands.until(f"the page “{key}”", lambda: self.space.here is not None and self.space.here.kind == key)

    def one_more(self) -> None:
        """Begin one more of what the page has several of."""
        before = self.page.item
        self.hands.act(Key.ADD)
        self.hands.until("an empty page", lambda: self.page.item != before)

    def save(self) -> None:
        """Save the page, and see that it says so."""
        self.hands.act(Key.SAVE)
        if self.page.dirty:
            raise Stuck(_("Not saved yet"), self.hands.where())
