"""A password or passphrase: hidden while it is typed, looked at while the key that shows numbers is held."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from mediation_desk.ui.parts.line_field import LineField
from mediation_desk.ui.reveal import reveal


class SecretField(LineField):
    """A line of dots. Its value is as typed: space around it belongs to it."""

    def __init__(self, hint: str = "") -> None:
        super().__init__("", hint)
        self._look()
        reveal().changed.connect(self._look)

    def value(self) -> str:
        return self.text()

    def _look(self) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Normal if reveal().shown else QLineEdit.EchoMode.Password)
