"""Laying things out with the desk's own gaps."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from mediation_desk.ui.look.look import look
from mediation_desk.ui.look.space import fit, note

L = TypeVar("L", bound=QLayout)


def spaced(layout: L, margins: int | Sequence[int] = 0, gap: int = 8) -> L:
    """The same layout with gaps of ``tokens.SPACES`` that follow the type size from now on."""
    note(layout, margins, gap)
    fit(layout, look().scale)
    return layout


def column(parent: QWidget | None = None, margins: int | Sequence[int] = 0, gap: int = 8) -> QVBoxLayout:
    """Things one beneath the other."""
    return spaced(QVBoxLayout(parent) if parent else QVBoxLayout(), margins, gap)


def row(parent: QWidget | None = None, margins: int | Sequence[int] = 0, gap: int = 8) -> QHBoxLayout:
    """Things side by side."""
    return spaced(QHBoxLayout(parent) if parent else QHBoxLayout(), margins, gap)
