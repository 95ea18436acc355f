"""This desk: the points of the centre, and the register of its mediators."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar
from uuid import UUID

from mediation_desk.actions.centre_settings import points, remove_entry, save_mediator, save_point
from mediation_desk.actions.seat import Seat
from mediation_desk.domain.records import Mediator, Point
from mediation_desk.domain.roles import SETTINGS
from mediation_desk.reference.codes import table
from mediation_desk.reference.language import _
from mediation_desk.ui.keys import Key
from mediation_desk.ui.look.gaps import row
from mediation_desk.ui.look.marks import Mark
from mediation_desk.ui.pages.record_ask import RecordAsk, RecordForm
from mediation_desk.ui.pages.section import Section
from mediation_desk.ui.parts.button import Button
from mediation_desk.ui.parts.empty_state import EmptyState
from mediation_desk.ui.parts.entries import Entries, Entry
from mediation_desk.ui.work import Progress

E_ = TypeVar("E_", Point, Mediator)
Write = Callable[[E_, "E_ | None"], E_]


class RegisterSection(Section, Generic[E_]):
    """A short list of records; Enter opens one, Ctrl+Shift+N adds one."""

    def __init__(
        self,
        seat: Seat,
        name: str,
        adds: str,
        fields: Sequence[str],
        read: Callable[[], list[E_]],
        blank: Callable[[], E_],
        save: Write[E_],
        about: Callable[[E_], str],
        *,
        may: bool,
    ) -> None:
        super().__init__(name)
        self._seat, self._fields = seat, fields
        self._read: Callable[[], list[E_]] = read
        self._blank: Callable[[], E_] = blank
        self._save_one: Write[E_] = save
        self._about: Callable[[E_], str] = about
        self._may, self._adds = may, adds
        self.list = Entries(name)
        self.list.chosen.connect(self.edit)
        self._empty = EmptyState(_("Nobody here yet") if name == _("Mediators") else _("Nothing here yet"), "")
        self.inside.addWidget(self.list)
        self.inside.addWidget(self._empty)
        self.inside.addStretch(1)
        add = Button(adds, key=Key.ADD)
        add.clicked.connect(self.add)
        line = row(None, 0, 8)
        line.addStretch(1)
        line.addWidget(add)
        self.sheet.inside.addLayout(line)
        add.setVisible(may)

    def shown(self) -> None:
        def work(_progress: Progress) -> list[E_]:
            return self._read()

        self.do(work, self._show)

    def _show(self, found: list[E_]) -> None:
        self.list.show_entries([Entry(one, one.name, Mark.DONE, detail=self._about(one)) for one in found])
        self.list.setVisible(bool(found))
        self._empty.setVisible(not found)

    def add(self) -> None:
        """Ask for a new one."""
        self._ask(self._adds, self._blank(), new=True)

    def edit(self, one: E_) -> None:
        """Ask for changes of one."""
        if self._may:
            self._ask(one.name, one, new=False)

    def _ask(self, name: str, one: E_, *, new: bool) -> None:
        form = RecordForm(self._seat, one, self._fields, new=new)
        remove = None if new else lambda entry: remove_entry(self._seat, entry)
        ask = RecordAsk(name, form, self._save_one, self, remove)
        ask.accepted.connect(self.shown)
        ask.open()


def point_section(seat: Seat, centre_id: UUID) -> RegisterSection[Point]:
    """The places where the centre mediates."""
    kinds = table("point_kind")
    return RegisterSection(
        seat,
        _("Points"),
        _("A further point"),
        ("name", "point_kind", "address"),
        lambda: points(seat, centre_id),
        lambda: Point(id=seat.desk.store.ids.new(), centre_id=centre_id, name=""),
        lambda new, was: save_point(seat, (new, was)),
        lambda p: "　".join(filter(None, (kinds.name_zh(p.point_kind) if p.point_kind else "", p.address))),
        may=seat.may(SETTINGS, centre_id),
    )


def mediator_section(seat: Seat, centre_id: UUID) -> RegisterSection[Mediator]:
    """The register of mediators (人民调解法 Arts. 13, 14)."""
    standings = table("mediator_standing")

    def about(mediator: Mediator) -> str:
        standing = standings.name_zh(mediator.standing) if mediator.standing else ""
        time = _("full time") if mediator.full_time else ""
        until = _("until {day}").format(day=mediator.term_to) if mediator.term_to else ""
        return "　".join(filter(None, (standing, time, until)))

    return RegisterSection(
        seat,
        _("Mediators"),
        _("A further mediator"),
        ("name", "standing", "full_time", "phone", "term_from", "term_to"),
        lambda: seat.mediators(centre_id),
        lambda: Mediator(id=seat.desk.store.ids.new(), centre_id=centre_id, name=""),
        lambda new, was: save_mediator(seat, (new, was)),
        about,
        may=seat.may(SETTINGS, centre_id),
    )
