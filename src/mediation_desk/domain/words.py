"""Sentences before they are spoken: an English source text with its values, translated where it is shown."""

from __future__ import annotations

from dataclasses import dataclass, field


def N_(text: str) -> str:
    """Mark a source text for translation without translating it here."""
    return text


@dataclass(frozen=True, slots=True)
class Say:
    """A sentence in English with named places (``"No printer named {name}."``) and the values for them.

    Values that are themselves ``Say`` are translated too. ``str()`` gives the English sentence.
    """

    text: str
    values: dict[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.text.format(**self.values) if self.values else self.text
