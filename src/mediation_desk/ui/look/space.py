"""Gaps that grow with the type: a layout says once how far apart its things are, at 100 %."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QGridLayout, QLayout, QWidget

from mediation_desk.ui.look.scale import Scale

_GAP = "desk_gap"
_MARGINS = "desk_margins"


def note(layout: QLayout, margins: int | Sequence[int], gap: int) -> None:
    """Write the wish on the layout. Margins: one number, (across, down) or (left, top, right, bottom)."""
    sides = [margins] * 4 if isinstance(margins, int) else list(margins)
    layout.setProperty(_MARGINS, sides * 2 if len(sides) == 2 else sides)
    layout.setProperty(_GAP, gap)


def fit(layout: QLayout, scale: Scale) -> None:
    """Give the layout the gaps it wished for, at this scale."""
    gap = layout.property(_GAP)
    if gap is None:
        return
    left, top, right, bottom = (scale.gap(side) for side in layout.property(_MARGINS))
    layout.setContentsMargins(left, top, right, bottom)
    if isinstance(layout, QGridLayout):
        layout.setHorizontalSpacing(scale.gap(gap))
        layout.setVerticalSpacing(scale.gap(gap))
    else:
        layout.setSpacing(scale.gap(gap))


def respace(windows: Iterable[QWidget], scale: Scale) -> None:
    """Renew the gaps of every layout in these windows."""
    for window in windows:
        for layout in window.findChildren(QLayout):
            fit(layout, scale)
