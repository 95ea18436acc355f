"""One party by name. Whoever has been here before is offered beneath while one types; ↓ and Enter take him."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent

from mediation_desk.actions.known_subjects import Known, known_subjects
from mediation_desk.actions.seat import Seat
from mediation_desk.domain.identity import mask_identity
from mediation_desk.domain.names import clean_name, name_findings
from mediation_desk.domain.organisations import looks_like_organisation
from mediation_desk.domain.records import Subject
from mediation_desk.domain.records.party import ORGANISATION, PERSON
from mediation_desk.reference.codes import table
from mediation_desk.reference.language import _, say
from mediation_desk.ui.parts.drop import Drop
from mediation_desk.ui.parts.entries import Entry
from mediation_desk.ui.parts.line_field import LineField
from mediation_desk.ui.work import Progress, run

PAUSE = 150


class NameLine(LineField):
    """``known`` is the subject that was taken from those offered; typing on makes it a new one again."""

    def __init__(self, seat: Seat, centre: Callable[[], UUID | None]) -> None:
        super().__init__("", _("Name, or a document number of someone known"))
        self._seat, self._centre = seat, centre
        self.known: Subject | None = None
        self._asked = 0
        self._taking = False
        self._drop = Drop(self, _("Has been here before"), 6)
        self._drop.chosen.connect(self.take)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._look)
        self.edited.connect(self._typed)

    @property
    def name(self) -> str:
        """The name as it will be kept."""
        return clean_name(self.value())

    @property
    def kind(self) -> str:
        """A person, or an organisation by its name."""
        if self.known is not None:
            return self.known.subject_kind
        return ORGANISATION if looks_like_organisation(self.name) else PERSON

    def draft(self) -> Any:
        """What stands in it, as JSON."""
        return {"name": self.text(), "known": str(self.known.id) if self.known else ""}

    def take(self, known: Known) -> None:
        """It is this one."""
        self._drop.hide()
        self.known = known.subject
        self.setText(known.subject.name)
        self._changed = False
        self.remark("")
        self.say_aside(_("known, {cases} cases").format(cases=known.cases))
        self._pause.stop()
        self._taking = True
        self.edited.emit()
        self._taking = False

    def _typed(self) -> None:
        if self._taking:
            return
        self.known = None
        self.say_aside(_("an organisation") if self.kind == ORGANISATION else "")
        self._pause.start()

    def _look(self) -> None:
        centre, typed = self._centre(), self.name
        self._asked += 1
        number = self._asked
        if centre is None:
            return

        def work(_progress: Progress) -> list[Known]:
            return known_subjects(self._seat, centre, typed)

        def found(known: list[Known]) -> None:
            if number == self._asked and self.hasFocus():
                self._offer(known)

        run(work, found, lambda _problem: None, self)

    def _offer(self, known: Sequence[Known]) -> None:
        if not known:
            self._drop.hide()
            return
        self._drop.open([Entry(k, k.subject.name, detail=_about(k)) for k in known])
        self._drop.list.setCurrentIndex(QModelIndex())  # nobody is taken for another unless one says so

    def commit(self) -> None:
        """Say what is odd about the name."""
        self._drop.hide()
        findings = name_findings(self.name) if self.known is None and self.kind == PERSON else ()
        self.remark("\n".join(say(f) for f in findings))
        super().commit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, opened = event.key(), self._drop.isVisible()
        current = self._drop.list.current() if opened else None
        if opened and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._drop.list.step(1 if key == Qt.Key.Key_Down else -1)
        elif current is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.take(current.key)
        elif opened and key == Qt.Key.Key_Escape:
            self._drop.hide()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._drop.hide()
        super().focusOutEvent(event)


def _about(known: Known) -> str:
    """What tells him from another of the same name, numbers masked."""
    subject = known.subject
    sex = table("sex").name_zh(subject.sex) if subject.sex else ""
    born = str(subject.born_on.year) if subject.born_on else ""
    number = mask_identity(subject.document_number) if subject.document_number else subject.credit_code
    parts = filter(None, (sex, born, number, _("{cases} cases").format(cases=known.cases)))
    return "　".join(parts)
