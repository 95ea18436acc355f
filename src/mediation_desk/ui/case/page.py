"""The base of every page of the dossier: a sheet bound to records, with its draft, its saving and its differences."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from mediation_desk.actions.case_file import CaseFile
from mediation_desk.actions.drafts import kept_draft
from mediation_desk.domain.dates import CHINA
from mediation_desk.domain.fields import Record, spec_of
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.records.stale import StaleWrite
from mediation_desk.reference.language import _
from mediation_desk.ui.case.as_typed import as_typed
from mediation_desk.ui.case.binding import Binding
from mediation_desk.ui.case.bound_record import BoundRecord
from mediation_desk.ui.case.fields import for_field, label_of
from mediation_desk.ui.case.page_frame import PageFrame
from mediation_desk.ui.case.page_kind import Address
from mediation_desk.ui.case.saving import Saving
from mediation_desk.ui.case.stale import StalePanel
from mediation_desk.ui.keys import Key
from mediation_desk.ui.look.tokens import Tone
from mediation_desk.ui.parts.button import Button, Weight
from mediation_desk.ui.parts.form import Form
from mediation_desk.ui.work import run

if TYPE_CHECKING:
    from mediation_desk.ui.case.page_papers import PagePapers
    from mediation_desk.ui.case.workspace import Workspace

R = TypeVar("R", bound=Record)
Pair = tuple[Any, Any]
"""A record as it is to be, and as it was read (``None``: a new one)."""


class Page(PageFrame):
    """A page gives ``purpose`` (what its writing needs a role for), ``name`` (the end of its draft's key), ``build``
    and ``write``; the rest is here. ``needed``: fields without which nothing is written. ``settled`` follows every
    commit.

    ``build`` makes bound records with ``bound`` and puts fields into ``form``, or widgets into the other places of the
    frame.
    """

    purpose: ClassVar[str]
    needed: ClassVar[tuple[str, ...]] = ()
    settled = Signal()

    def __init__(self, at: Workspace, item: UUID | None = None) -> None:
        super().__init__()
        self.at = at
        self.seat = at.seat
        self.item = item
        self.bounds: list[BoundRecord[Any]] = []
        self.papers: PagePapers | None = None
        self._leaving: Callable[[], object] | None = None
        self._where: dict[QWidget, tuple[BoundRecord[Any], str]] = {}
        self.locked = not self.seat.may(self.purpose, self.file.case.centre_id)
        self.title.setText(self.heading())
        self.build(self.file)
        self.saving = Saving(self, self.seat, self)
        self.saving.kept.connect(self._kept)
        self.saving.saved.connect(self._saved)
        self.saving.failed.connect(self._failed)
        for bound in self.bounds:
            bound.on_edited(self.touched)
        if self.locked:
            self._lock()
        else:
            self._bring_back()

    # What a page gives.

    @property
    def name(self) -> str:
        """The end of the key its draft is kept under: ``meeting:<id>``."""
        raise NotImplementedError

    def heading(self) -> str:
        """What stands above it."""
        raise NotImplementedError

    def build(self, file: CaseFile) -> None:
        """Lay the page out and bind it to the records of the case."""
        raise NotImplementedError

    def write(self, pairs: Sequence[Pair]) -> None:
        """Hand the records to their action; in the background, so no widget may be touched. ``pairs``: as ``bounds``."""
        raise NotImplementedError

    def records_of(self, file: CaseFile) -> Sequence[Record]:
        """The records of a case among which this page's own are found again."""
        raise NotImplementedError

    # What a page uses.

    @property
    def file(self) -> CaseFile:
        """The case as last read."""
        return self.at.file

    def as_typed(self) -> CaseFile:
        """The case as it would be with what is on the screen."""
        return as_typed(self.file, [bound.value() for bound in self.bounds if bound.new or bound.dirty])

    def today(self) -> date:
        """The day in China."""
        return self.seat.desk.today

    def bound(self, base: R, *, new: bool = False) -> BoundRecord[R]:
        """A record on this page."""
        made = BoundRecord(base, new=new)
        self.bounds.append(made)
        return made

    def field(
        self,
        bound: BoundRecord[Any],
        name: str,
        binding: Binding | None = None,
        *,
        label: str = "",
        wide: bool = False,
        form: Form | None = None,
    ) -> Binding:
        """Put a field of a record into the form; its label and its widget come from the record itself unless given."""
        spec = spec_of(type(bound.base)).field(name)
        binding = binding or for_field(spec, self.today)
        (form or self.form).add(label or label_of(spec), binding.widget, wide=wide)
        return self.place(bound, name, binding)

    def place(self, bound: BoundRecord[Any], name: str, binding: Binding) -> Binding:
        """Bind a field whose widget stands elsewhere than in the form."""
        self._where[binding.widget] = (bound, name)
        return bound.bind(name, binding)

    def goes_on(self, does: str, act: Callable[[], object]) -> Button:
        """Add the green button: it commits, and then does ``act``."""
        button = Button(does, Weight.PRIMARY, Key.GO_ON)
        button.clicked.connect(lambda: self.commit(act))
        self.foot_end.addWidget(button)
        return button

    def goes_on_to_next(self) -> None:
        """Add the green button that saves and opens the next page of the dossier, if there is one."""
        following = self.at.next_kind()
        if following is not None:
            to = Address(following.key)
            words = _("Go on: {page}").format(page=_(following.title(self.file)))
            self.goes_on(words, lambda: self.at.go(to))

    def touched(self) -> None:
        """Something was typed."""
        if self.dirty:
            self.mark.writing()
        self.saving.touched()

    def say(self, sentence: str, tone: Tone = Tone.SOON) -> None:
        """Say something across the top of the page."""
        self.banner.say(sentence, tone)

    # What the workspace uses.

    @property
    def draft_key(self) -> str:
        """The name of its draft."""
        return f"case:{self.file.case.id}/{self.name}"

    @property
    def dirty(self) -> bool:
        """Whether the screen holds what the record does not."""
        return not self.locked and any(b.dirty for b in self.bounds)

    def draft(self) -> Any:
        """What is on the screen, as JSON."""
        return [b.draft() for b in self.bounds]

    def begin_write(self) -> tuple[Callable[[], object], Callable[[], object]] | None:
        """What to write, and what follows when it is written."""
        if self.locked:
            return None
        for bound in self.bounds:
            bound.settle()
        if not any(b.changed for b in self.bounds):
            return None
        if self._lacking():
            return None
        taken = [(b, b.value(), b.was) for b in self.bounds]

        def written() -> None:
            for bound, value, _was in taken:
                bound.written(value)

        return lambda: self.write([(value, was) for _bound, value, was in taken]), written

    def commit(self, then: Callable[[], object] = lambda: None) -> None:
        """Write what is on the screen, then go on. When it cannot be written, stay and say why."""
        self.saving.commit(then)

    def do(self, work: Callable[[], object]) -> None:
        """Do something else to the case in the background; what goes wrong is said on the page."""
        run(lambda _progress: work(), lambda _done: None, self._failed, self)

    def leave(self, then: Callable[[], object]) -> None:
        """Commit and go. When it cannot be written, stay; the person may then leave it as a draft."""
        self._leaving = then

        def gone() -> None:
            self._leaving = None
            then()

        self.commit(gone)

    def keep_now(self) -> None:
        """Keep a draft and wait for it. ``KnownProblem`` when the disk refuses."""
        self.saving.keep_now()

    def refresh(self, file: CaseFile) -> None:
        """The case has moved: show what is not being typed, and say so of what is."""
        known = {r.id: r for r in self.records_of(file)}
        crossed: list[str] = []
        for bound in self.bounds:
            fresh = known.get(bound.base.id)
            if fresh is None:
                if not bound.new:
                    self.say(
                        _("This page was taken out meanwhile. What you typed is still here to be copied."), Tone.STOP
                    )
                continue
            crossed += [label_of(spec_of(type(fresh)).field(n)) for n in bound.refresh(fresh)]
        if crossed:
            said = _("Someone else has just written: {fields}. You will see both when you save.")
            self.say(said.format(fields="、".join(dict.fromkeys(crossed))))

    def focus_field(self, name: str = "") -> None:
        """Put the keyboard on a field, or on the first one."""
        for widget, (_bound, field) in self._where.items():
            if name in ("", field) and not widget.isHidden():
                widget.setFocus()
                return
        if name:
            self.focus_field()

    def field_at(self, widget: QWidget | None) -> tuple[Record, str] | None:
        """The record and field that a widget, or something in it, stands for."""
        while widget is not None and widget is not self:
            if widget in self._where:
                bound, name = self._where[widget]
                return bound.base, name
            widget = widget.parentWidget()
        return None

    # Its own.

    def _lacking(self) -> bool:
        """Whether something is missing without which nothing can be written; then say so. A draft keeps the rest."""
        for bound in self.bounds:
            for name in self.needed:
                if name in bound.fields and not bound.fields[name].value():
                    said = _("{field} is missing: without it this page cannot be saved. A draft is kept.")
                    self.say(said.format(field=label_of(spec_of(type(bound.base)).field(name))))
                    self.mark.unsaved()
                    return True
        return False

    def _lock(self) -> None:
        for bound in self.bounds:
            for binding in bound.fields.values():
                binding.lock()

    def _bring_back(self) -> None:
        left = kept_draft(self.seat, self.draft_key)
        if left is None:
            return
        self.saving.adopt()
        self.bring_back(left.content)
        if self.dirty:
            self.banner.say(
                _("What you had typed and not saved last time is back."), Tone.ACT, _("Give it up"), self.give_up
            )
            self.mark.writing()
        else:
            self.saving.forget()

    def bring_back(self, content: Any) -> None:
        """Show what ``draft`` gave."""
        for bound, own in zip(self.bounds, content, strict=False):
            bound.bring_back(own)

    def give_up(self) -> None:
        """Show the records again and forget what was typed."""
        for bound in self.bounds:
            bound.give_up()
        self.saving.forget()
        self.mark.setText("")

    def _kept(self, at: datetime) -> None:
        if self.dirty:
            self.mark.set_tone(Tone.PLAIN)
            self.mark.setText(_("Draft kept {time}").format(time=f"{at.astimezone(CHINA):%H:%M:%S}"))

    def _saved(self, at: datetime) -> None:
        self.mark.saved(at.astimezone(CHINA).time())
        if any(b.unread for b in self.bounds):
            self.mark.unsaved()
        self.settled.emit()

    def _failed(self, problem: KnownProblem) -> None:
        self.mark.unsaved()
        if isinstance(problem, StaleWrite):
            self.at.read_again(lambda: self._show_difference(problem))
        elif self._leaving is not None:
            self.banner.problem(problem, _("Leave it as a draft"), self._leaving)
        else:
            self.banner.problem(problem)
        self._leaving = None

    def _show_difference(self, problem: StaleWrite) -> None:
        known = {r.id: r for r in self.records_of(self.file)}
        panel = StalePanel(self.seat, self.file, problem, self.bounds, known)
        panel.decided.connect(lambda: self._settle(again=True))
        panel.rewrite.connect(lambda name: self._settle(again=False, field=name))
        self.instead(panel)
        panel.begin()

    def _settle(self, *, again: bool, field: str = "") -> None:
        self.back_to_page()
        if again:
            self.commit()
        self.focus_field(field)
