"""What the window itself remembers from one day to the next: type size, place on the screen. Nothing personal."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


class Remembered:
    """A small file of choices. One that cannot be read or written is done without: nothing depends on it."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._choices = self._read()

    def _read(self) -> dict[str, Any]:
        try:
            read = json.loads(self._file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return read if isinstance(read, dict) else {}

    def number(self, name: str, otherwise: float) -> float:
        """A number chosen earlier."""
        value = self._choices.get(name, otherwise)
        return float(value) if isinstance(value, int | float) else otherwise

    def text(self, name: str, otherwise: str = "") -> str:
        """A word chosen earlier."""
        value = self._choices.get(name, otherwise)
        return value if isinstance(value, str) else otherwise

    def keep(self, name: str, value: float | str) -> None:
        """Remember a choice."""
        if self._choices.get(name) == value:
            return
        self._choices[name] = value
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            self._file.write_text(json.dumps(self._choices, indent=1), encoding="utf-8")
        except OSError:
            return
