"""The look: colours that can be read, one scale for everything, a focus line that moves nothing."""

from __future__ import annotations

import dataclasses

import pytest
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from mediation_desk.ui.look.fonts import face, families
from mediation_desk.ui.look.gaps import column
from mediation_desk.ui.look.look import look
from mediation_desk.ui.look.scale import STEPS, Scale
from mediation_desk.ui.look.tokens import DARK, LIGHT, Colours, Tone
from mediation_desk.ui.parts.badge import Badge
from mediation_desk.ui.parts.button import Button
from mediation_desk.ui.parts.text_field import TextField
from mediation_desk.ui.parts.words import Words

SCHEMES = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])


def _luminance(value: str) -> float:
    parts = [QColor(value).redF(), QColor(value).greenF(), QColor(value).blueF()]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """WCAG's ratio of two colours."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@SCHEMES
def test_words_can_be_read_on_every_ground(colours: Colours) -> None:
    """Every pair of words and ground that occurs reaches 4.5 : 1."""
    pairs = [(colours.ink, g) for g in (colours.sheet, colours.desk, colours.rail, colours.hover, colours.teal_tint)]
    pairs += [(colours.muted, g) for g in (colours.sheet, colours.desk, colours.rail, colours.curtain)]
    pairs += [(colours.text(tone), colours.tint(tone)) for tone in Tone]
    pairs += [(colours.text(tone), colours.sheet) for tone in Tone]
    pairs += [(colours.on_teal, colours.act), (colours.on_teal, colours.teal_strong)]
    assert {pair: round(contrast(*pair), 2) for pair in pairs if contrast(*pair) < 4.5} == {}


@SCHEMES
def test_edges_and_focus_can_be_seen(colours: Colours) -> None:
    """What outlines a field, and the focus line, reach 3 : 1 on the sheet."""
    assert contrast(colours.edge, colours.sheet) >= 3
    assert contrast(colours.teal, colours.sheet) >= 3
    assert contrast(colours.teal, colours.desk) >= 3


def test_dark_names_the_same_meanings_as_light() -> None:
    """Both schemes are whole: every token is a colour in each."""
    for scheme in (LIGHT, DARK):
        assert all(QColor(value).isValid() for value in dataclasses.astuple(scheme))


def test_the_scale_steps_and_stops_at_its_ends() -> None:
    """A+ and A− never leave the three steps."""
    scale = Scale()
    seen = []
    for act in (scale.smaller, scale.larger, scale.larger, scale.larger, scale.smaller):
        act()
        seen.append(scale.factor)
    assert seen == [1.0, 1.35, 1.8, 1.8, 1.35]


def test_the_scale_is_remembered_only_when_a_person_chose_it() -> None:
    """Taking up the size of last time is no choice to be written again."""
    scale, kept = Scale(), list[float]()
    scale.remember_with(1.35, kept.append)
    assert (scale.factor, kept) == (1.35, [])
    scale.larger()
    assert kept == [1.8]


def test_large_type_grows_words_fully_and_gaps_by_half() -> None:
    """The screen is spent on what is read."""
    scale = Scale()
    scale.choose(1.8)
    assert (scale.type(15), scale.gap(10), scale.type(0)) == (27, 14, 0)


@pytest.mark.parametrize("step", STEPS)
def test_everything_changes_at_once(qtbot: QtBot, step: float) -> None:
    """Words, fields and gaps of a window that is open follow the scale."""
    window = QWidget()
    qtbot.addWidget(window)
    lines = column(window, 8, 16)
    word, field = Words("调解"), QLineEdit()
    lines.addWidget(word)
    lines.addWidget(field)
    window.show()
    small = field.sizeHint().height()
    look().scale.choose(step)
    assert word.font().pixelSize() == round(13 * step)
    assert lines.spacing() == look().gap(16)
    assert lines.contentsMargins().left() == look().gap(8)
    assert field.sizeHint().height() >= small
    assert field.sizeHint().height() >= round(13 * step) + 8


@pytest.mark.parametrize("make", [QLineEdit, lambda: TextField(2), lambda: Button("打印"), lambda: QPushButton("打印")])
def test_focus_moves_nothing(qtbot: QtBot, make: type[QWidget]) -> None:
    """The teal line takes its width from the padding."""
    window = QWidget()
    qtbot.addWidget(window)
    widget, other = make(), QLineEdit()
    lines = column(window)
    lines.addWidget(other)
    lines.addWidget(widget)
    window.show()
    other.setFocus()
    before = widget.sizeHint()
    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus)
    assert widget.sizeHint() == before


def test_our_own_sans_serves_where_the_system_has_none() -> None:
    """Without a system sans the list still ends with faces for rare characters, and begins with one that has Chinese."""
    known = {"Noto Sans SC", "HanaMinB", "Noto Serif SC", "DejaVu Sans"}
    assert families(known) == ["Noto Sans SC", "HanaMinB", "Noto Serif SC"]
    assert families(known | {"Microsoft YaHei"})[0] == "Microsoft YaHei"


def test_a_font_has_the_size_asked_for() -> None:
    """Sizes are pixels, not points, so that all machines agree."""
    font = face(["Noto Sans SC"], 21, bold=True)
    assert (font.pixelSize(), font.bold(), font.families()) == (21, True, ["Noto Sans SC"])
    assert isinstance(font, QFont)


def test_a_badge_wraps_and_is_never_cut(qtbot: QtBot) -> None:
    """A badge in a narrow column becomes taller, not shorter."""
    badge = Badge("证据3 缺“与原件核对无异”，请补盖章", Tone.SOON)
    qtbot.addWidget(badge)
    wide = badge.sizeHint()
    assert badge.heightForWidth(wide.width() // 2) > wide.height()
    assert badge.accessibleName() == badge.text
