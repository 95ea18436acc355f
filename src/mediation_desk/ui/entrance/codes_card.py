"""Setting up, last: the codes that are shown once. They are printed or copied by hand, and one group is typed back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from mediation_desk.reference.language import _
from mediation_desk.ui.case.picks import Pick
from mediation_desk.ui.entrance.card import Card
from mediation_desk.ui.look.gaps import row, spaced
from mediation_desk.ui.look.look import look
from mediation_desk.ui.look.tokens import Tone, Type
from mediation_desk.ui.parts.button import Button
from mediation_desk.ui.parts.form import Form
from mediation_desk.ui.parts.line_field import LineField
from mediation_desk.ui.parts.words import Words, heading, quiet


class CodesCard(Card):
    """Shows the recovery code and the head's one-time codes. Goes on once they are said to be on paper and group
    ``asked`` (from 1) of the recovery code was typed back."""

    def __init__(
        self, over: str, recovery: str, codes: Sequence[str], asked: int, print_: Callable[[], bool],
        on: Callable[[], object],
    ) -> None:  # fmt: skip
        super().__init__(
            _("Keep these codes on paper"),
            _("They are shown this once and kept nowhere. Put the paper where the seal is kept, not at this computer."),
            over=over,
            width=640,
        )
        self._groups = recovery.split("-")
        self._asked, self._on, self._print = asked, on, print_
        self.inside.addWidget(heading(_("Recovery code: opens the desk when the passphrase is forgotten")))
        self.inside.addWidget(code_groups(self._groups, 3))
        if codes:
            self.inside.addWidget(heading(_("One-time codes: each resets one forgotten password, read by telephone")))
            self.inside.addWidget(code_groups(list(codes), 2))
        self.done = Pick(True, _("Printed, or copied by hand"))
        across = row(None, (0, 8, 0, 0), 12)
        printing = Button(_("Print them"))
        printing.clicked.connect(self._print_now)
        across.addWidget(printing)
        across.addWidget(self.done)
        across.addStretch(1)
        self.inside.addLayout(across)
        self.form = Form()
        self.back_typed = self.form.add(
            _("From the paper, group {number}").format(number=asked), LineField(), wide=True, required=True
        )
        self.inside.addWidget(self.form)
        self.inside.addWidget(quiet(_("This makes sure that it can be read."), wrap=True))
        self.begins_with(printing)
        self.goes_on(_("Begin working"), self._check)

    def _print_now(self) -> None:
        if self._print():
            self.done.setChecked(True)

    def _check(self) -> None:
        from mediation_desk.records.recovery_code import plain_letters

        typed = "".join(c for c in plain_letters(self.back_typed.value()) if c.isalnum())
        if not self.done.isChecked():
            self.banner.say(_("First print the codes or copy them by hand, then say so here."), Tone.SOON)
            self.done.setFocus()
        elif typed != self._groups[self._asked - 1]:
            self.form.say(self.back_typed, _("This is not group {number}. Compare it with the paper.").format(
                number=self._asked
            ), Tone.STOP)  # fmt: skip
            self.back_typed.setFocus()
            self.back_typed.selectAll()
        else:
            self._on()


def code_groups(groups: Sequence[str], columns: int) -> QWidget:
    """The groups with their numbers, in type that tells 5 from S."""
    place = QWidget()
    grid = spaced(QGridLayout(place), 0, 8)
    for number, group in enumerate(groups):
        line = row(None, 0, 4)
        line.addWidget(Words(f"{number + 1}", Type.SMALL, quiet=True))
        words = Words(group, Type.HEADING)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        words.setStyleSheet("font-family: 'DejaVu Sans Mono', 'Consolas', 'Menlo', monospace; letter-spacing: 1px;")
        line.addWidget(words)
        line.addStretch(1)
        grid.addLayout(line, number // columns, number % columns)
    place.setMinimumHeight(look().px(24))
    return place
