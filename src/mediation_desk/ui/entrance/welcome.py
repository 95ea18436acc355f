"""The very first sheet: nothing is here yet."""

from __future__ import annotations

from PySide6.QtCore import Signal

from mediation_desk.reference.language import CHINESE, ENGLISH, _, chosen
from mediation_desk.ui.entrance.card import Card


class WelcomeCard(Card):
    """Nothing is here yet: set a desk up, or take one from a backup. ``language`` carries the other language."""

    begin = Signal()
    restore = Signal()
    language = Signal(str)

    def __init__(self) -> None:
        super().__init__(
            _("Welcome"),
            _(
                "Here disputes are registered, mediated and written up, with or without a network. Setting up takes five "
                "minutes: the centre, its people, your account. Everything stays on this computer, encrypted."
            ),
        )
        self.goes_on(_("Set up a desk"), self.begin.emit)
        self.also(_("Restore from a backup"), self.restore.emit)
        other = ENGLISH if chosen() == CHINESE else CHINESE
        self.also("English" if other == ENGLISH else "中文", lambda: self.language.emit(other))
