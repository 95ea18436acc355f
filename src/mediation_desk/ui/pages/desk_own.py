"""This desk: one's own password, the language, and making way for someone else."""

from __future__ import annotations

from PySide6.QtCore import Signal

from mediation_desk.actions.accounts import change_password
from mediation_desk.actions.seat import Seat
from mediation_desk.reference.language import CHINESE, ENGLISH, _, chosen
from mediation_desk.ui.case.picks import Picks
from mediation_desk.ui.entrance.door import DIFFERENT
from mediation_desk.ui.entrance.secret_field import SecretField
from mediation_desk.ui.look.gaps import row
from mediation_desk.ui.look.look import look
from mediation_desk.ui.look.scale import STEPS
from mediation_desk.ui.look.tokens import Tone
from mediation_desk.ui.pages.section import Section
from mediation_desk.ui.parts.button import Button
from mediation_desk.ui.parts.form import Form
from mediation_desk.ui.parts.words import heading, quiet
from mediation_desk.ui.work import Progress


class OwnSection(Section):
    """``sign_out`` lets someone else sign in; ``language`` carries the language chosen."""

    sign_out = Signal()
    language = Signal(str)

    def __init__(self, seat: Seat) -> None:
        super().__init__(_("You and this window"))
        self._seat = seat
        self._window_choices()
        self._password_form()
        self._leaving()
        self.inside.addStretch(1)

    def _window_choices(self) -> None:
        form = Form()
        self.tongue = form.add(_("Language"), Picks([(CHINESE, "中文"), (ENGLISH, "English")], single=True), wide=True)
        self.tongue.set_value(chosen())
        self.tongue.edited.connect(self._speak)
        sizes = [(step, f"{step:.0%}") for step in STEPS]
        self.size_ = form.add(_("Type size"), Picks(sizes, single=True), wide=True)
        self.size_.set_value(look().scale.factor)
        self.size_.edited.connect(lambda: look().scale.choose(self.size_.value()))
        look().changed.connect(self._show_size)
        self.inside.addWidget(form)
        self._tongue_note = quiet("", wrap=True)
        self._tongue_note.hide()
        self.inside.addWidget(self._tongue_note)

    def _show_size(self) -> None:
        self.size_.set_value(look().scale.factor)

    def _speak(self) -> None:
        self._tongue_note.setText(
            "下次登录起用中文。已打开的页面还是原来的语言。"
            if self.tongue.value() == CHINESE
            else "English from the next sign-in on. Pages that are open stay as they are."
        )
        self._tongue_note.show()
        self.language.emit(self.tongue.value())

    def _password_form(self) -> None:
        self.inside.addWidget(heading(_("Another password")))
        self.form = Form()
        self.old = self.form.add(_("Present password"), SecretField(), wide=True)
        self.new = self.form.add(_("New password"), SecretField(_("At least 8 characters")), wide=True)
        self.again = self.form.add(_("Once more"), SecretField(), wide=True)
        self.inside.addWidget(self.form)
        change = Button(_("Change the password"))
        change.clicked.connect(self._change)
        self.form.finished.connect(self._change)
        line = row(None, 0, 8)
        line.addStretch(1)
        line.addWidget(change)
        self.inside.addLayout(line)

    def _change(self) -> None:
        if self.new.value() != self.again.value():
            self.form.say(self.again, _(DIFFERENT), Tone.STOP)
            self.again.setFocus()
            return
        self.form.say(self.again, "")
        old, new = self.old.value(), self.new.value()

        def work(_progress: Progress) -> None:
            change_password(self._seat, old, new)

        def done(_none: None) -> None:
            for line in (self.old, self.new, self.again):
                line.clear()
            self.said(_("The new password holds from now on."))

        self.do(work, done)

    def _leaving(self) -> None:
        self.inside.addWidget(heading(_("Someone else works here now")))
        self.inside.addWidget(quiet(_("What you typed and did not save waits for you as a draft."), wrap=True))
        leave = Button(_("Sign out"))
        leave.clicked.connect(self.sign_out)
        line = row(None, 0, 8)
        line.addWidget(leave)
        line.addStretch(1)
        self.inside.addLayout(line)
