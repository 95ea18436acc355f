"""From the first paint to a seat: which sheet is shown when.

No desk here: the first run. A desk: its key from the passphrase file named for this start, from the keyring, or from the
passphrase typed; then the desk is opened; then someone signs in. What reads the disk happens in the background, where
the database layer is loaded too, so that the window is there at once.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from mediation_desk.domain.problem import KnownProblem
from mediation_desk.records.profile import Profile
from mediation_desk.reference.language import _, listed
from mediation_desk.ui.conditions import USUAL, Conditions
from mediation_desk.ui.entrance.card import Card
from mediation_desk.ui.entrance.door import PassphraseCard, RecoveryCard
from mediation_desk.ui.entrance.trouble import TroubleCard, WaitingCard
from mediation_desk.ui.work import Progress, run

if TYPE_CHECKING:
    from mediation_desk.actions.desk import Desk
    from mediation_desk.actions.last_account import Greeting
    from mediation_desk.records.vault import Vault

T = TypeVar("T")
PAINTED = 40
"""Milliseconds after which the first paint is over."""


class Entrance(QStackedWidget):
    """``seated`` carries the seat of whoever signed in. ``leave`` closes the window, ``language`` carries the language
    chosen at the welcome."""

    seated = Signal(object)
    leave = Signal()
    language = Signal(str)

    def __init__(self, profile: Profile, passphrase_file: Path | None = None, conditions: Conditions = USUAL) -> None:
        super().__init__()
        self._profile, self._file, self._conditions = profile, passphrase_file, conditions
        self.desk: Desk | None = None

    def begin(self) -> None:
        """Show the first sheet."""
        if not self._profile.exists:
            self._welcome()
        elif self._file is not None:
            self._by_file(self._file)
        else:
            self._by_keyring()

    def again(self, note: str = "") -> None:
        """Someone signed out: the next may sign in."""
        self._sign_in(note=note)

    def to_restore(self) -> None:
        """Show the backups; back from there one begins anew."""
        self._restore(self.begin)

    def apologise(self, sentence: str) -> None:
        """We made a mistake: the sheet can be used again, and says so."""
        card = self.card()
        inner = card.currentWidget() if isinstance(card, QStackedWidget) else card
        if isinstance(inner, Card):
            inner.calm()
            inner.banner.say(sentence)

    def card(self) -> QWidget | None:
        """The sheet that is shown now."""
        return self.currentWidget()

    def _welcome(self) -> None:
        from mediation_desk.ui.entrance.welcome import WelcomeCard

        card = WelcomeCard()
        card.begin.connect(self._first_run)
        card.restore.connect(lambda: self._restore(self._welcome))
        card.language.connect(self.language)
        self._put(card)

    def _first_run(self) -> None:
        from mediation_desk.ui.entrance.first_run import FirstRun

        steps = FirstRun(self._profile, self._conditions)
        steps.back.connect(self._welcome)
        steps.made.connect(self._keep_desk)
        steps.finished.connect(self._sign_in)
        self._put(steps)

    def _keep_desk(self, desk: Desk) -> None:
        self.desk = desk

    def _by_file(self, file: Path) -> None:
        self._put(WaitingCard(_("Opening the desk…")))

        def work(_progress: Progress) -> Vault:
            from mediation_desk.actions.opening import unlocked_by_file

            return unlocked_by_file(self._profile, file)

        self._soon(lambda: self._do(work, self._open, lambda problem: self._passphrase().refuse(problem)))

    def _by_keyring(self) -> None:
        """Ask the keyring; where it has no part in this desk, ask for the passphrase at once."""
        if b'"keyring"' not in _content(self._profile.vault):
            self._passphrase()
            self._load()
            return
        card = WaitingCard(_("Opening the desk…"), _("Type the passphrase instead"))
        card.instead.connect(self._passphrase)
        self._put(card)

        def work(_progress: Progress) -> Vault | None:
            from mediation_desk.actions.opening import unlocked_by_keyring

            return unlocked_by_keyring(self._profile)

        def answered(vault: Vault | None) -> None:
            if self.card() is not card:
                return
            if vault is None:
                self._passphrase(
                    _("This computer's keyring does not give the key. The passphrase of this desk opens it as well.")
                )
            else:
                self._open(vault)

        self._soon(lambda: self._do(work, answered, lambda problem: self._passphrase().refuse(problem)))

    def _load(self) -> None:
        """Load the database layer while the passphrase is typed."""

        def work(_progress: Progress) -> None:
            import mediation_desk.actions.opening
            import mediation_desk.ui.desk_window  # noqa: F401

        self._soon(lambda: self._do(work, lambda _none: None, self._trouble))

    def _passphrase(self, sentence: str = "") -> PassphraseCard:
        card = PassphraseCard(self._profile, sentence)
        card.unlocked.connect(self._open)
        card.forgotten.connect(self._recovery)
        card.restore.connect(lambda: self._restore(self._passphrase))
        self._put(card)
        return card

    def _recovery(self) -> None:
        card = RecoveryCard(self._profile)
        card.unlocked.connect(self._open)
        card.back.connect(lambda: self._passphrase())
        self._put(card)

    def _restore(self, back: Callable[[], object]) -> None:
        from mediation_desk.ui.entrance.restoring import RestoreCard

        card = RestoreCard(self._profile, self._conditions.clock)
        card.back.connect(lambda: back())
        card.restored.connect(self._restored)
        self._put(card)

    def _restored(self, desk: Desk, words: str) -> None:
        self.desk = desk
        self._sign_in(note=words)

    def _open(self, vault: Vault) -> None:
        self._wait()

        def work(_progress: Progress) -> Desk:
            from mediation_desk.actions.opening import opened

            return opened(vault, self._conditions.clock)

        def done(desk: Desk) -> None:
            self.desk = desk
            self._sign_in()

        self._do(work, done, self._trouble)

    def _wait(self) -> None:
        if not isinstance(self.card(), WaitingCard):
            self._put(WaitingCard(_("Opening the desk…")))

    def _sign_in(self, name: str = "", note: str = "") -> None:
        desk = self.desk
        assert desk is not None
        self._wait()  # nobody types on a sheet that is about to go

        def work(_progress: Progress) -> Greeting:
            import mediation_desk.ui.desk_window  # noqa: F401 - all that is shown once somebody is in
            from mediation_desk.actions.last_account import greeting

            return greeting(desk)

        self._do(work, lambda found: self._show_sign_in(desk, found, name, note), self._trouble)

    def _show_sign_in(self, desk: Desk, found: Greeting, name: str, note: str) -> None:
        from mediation_desk.ui.entrance.signing_in import SignInCard

        card = SignInCard(desk, name or found.account, note, listed(found.centres))
        card.seated.connect(self.seated)
        card.forgotten.connect(lambda typed: self._forgotten(desk, typed))
        self._put(card)

    def _forgotten(self, desk: Desk, name: str) -> None:
        from mediation_desk.ui.entrance.forgotten import ForgottenCard

        card = ForgottenCard(desk, name)
        card.back.connect(lambda: self._sign_in(name))
        card.done.connect(lambda known: self._sign_in(known, _("The new password holds. Sign in with it.")))
        self._put(card)

    def _trouble(self, problem: KnownProblem) -> None:
        card = TroubleCard(problem)
        card.again.connect(self.begin)
        card.restore.connect(lambda: self._restore(self.begin))
        card.leave.connect(self.leave)
        self._put(card)

    def _soon(self, act: Callable[[], object]) -> None:
        """Once the window has been painted: loading would hold the paint up."""
        QTimer.singleShot(PAINTED, self, act)

    def _do(
        self, work: Callable[[Progress], T], done: Callable[[T], object], failed: Callable[[KnownProblem], object]
    ) -> None:
        run(work, done, failed, self)

    def _put(self, card: QWidget) -> None:
        """Show a sheet; the one before is gone, with what was typed on it."""
        before = self.currentWidget()
        self.addWidget(card)
        self.setCurrentWidget(card)
        if before is not None:
            self.removeWidget(before)
            before.deleteLater()


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        return b""
