"""The one style sheet and palette, made from tokens and scale.

Every line that thickens on focus gives the same width back from its padding, so focus never moves the layout.
"""

from __future__ import annotations

from string import Template

from PySide6.QtGui import QColor, QPalette

from mediation_desk.ui.look.scale import Scale
from mediation_desk.ui.look.tokens import FOCUS, RADIUS, SIZES, Colours, Tone, Type

_SHEET = Template("""
* { outline: 0; }
QToolTip { background: $ink; color: $sheet; border: 0; padding: ${g4}px ${g8}px; }
QMainWindow, QDialog, QWidget[part="desk"] { background: $desk; }
QWidget[part="rail"] { background: $rail; border-right: 1px solid $line; }
QWidget[part="bottom"] { background: $rail; border-top: 1px solid $line; }
QFrame[part="sheet"] { background: $sheet; border: 1px solid $line; border-radius: ${r}px; }
QFrame[part="drop"] { background: $sheet; border: 1px solid $edge; border-radius: ${r}px; }
QScrollArea, QScrollArea > QWidget, QWidget[part="scrolled"] { background: transparent; }
QScrollArea { border: 0; }
QScrollArea[part="drawer"] { background: $desk; border-right: 1px solid $line; }

QLabel { background: transparent; color: $ink; }
QLabel[type="title"] { font-size: ${title}px; font-weight: bold; }
QLabel[type="heading"] { font-size: ${heading}px; font-weight: bold; }
QLabel[type="small"] { font-size: ${small}px; }
QLabel[quiet="true"] { color: $muted; }
QLabel[tone="act"] { color: $teal; }
QLabel[tone="soon"] { color: $amber; }
QLabel[tone="stop"] { color: $cinnabar; }

QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox, QComboBox {
  background: $sheet; color: $ink; border: 1px solid $edge; border-radius: ${r}px;
  padding: ${v}px ${g8}px; selection-background-color: $teal; selection-color: $on_select;
  min-height: ${line_height}px;
}
QTextEdit, QPlainTextEdit { padding: ${g4}px ${g4}px; font-size: ${heading}px; }
QLineEdit:focus, QTextEdit:focus, QPlainTextEdit:focus, QAbstractSpinBox:focus, QComboBox:focus {
  border: ${f}px solid $teal; padding: ${v_f}px ${g8_f}px;
}
QTextEdit:focus, QPlainTextEdit:focus { padding: ${g4_f}px ${g4_f}px; }
QLineEdit[tone="stop"], QTextEdit[tone="stop"] { border-color: $cinnabar; }
QLineEdit[tone="soon"], QTextEdit[tone="soon"] { border-color: $amber; }
QLineEdit[tone="stop"]:focus, QLineEdit[tone="soon"]:focus,
QTextEdit[tone="stop"]:focus, QTextEdit[tone="soon"]:focus { border-color: $teal; }
QLineEdit:disabled, QTextEdit:disabled, QLineEdit:read-only, QTextEdit:read-only, QComboBox:disabled {
  background: $desk; color: $muted; border-color: $line;
}
QLineEdit[part="bare"], QLineEdit[part="bare"]:focus { border: 0; padding: 0; background: transparent; }

QComboBox { padding-right: ${arrow}px; }
QComboBox:focus { padding-right: ${arrow}px; }
QComboBox::drop-down { border: 0; width: 0; }
QComboBox QAbstractItemView, QMenu {
  background: $sheet; color: $ink; border: 1px solid $edge; padding: ${g4}px 0;
  selection-background-color: $teal_tint; selection-color: $ink;
}
QComboBox QAbstractItemView::item { padding: ${g4}px ${g8}px; }
QMenu::item { padding: ${g4}px ${g24}px; }
QMenu::item:selected { background: $teal_tint; color: $ink; }

QPushButton {
  background: $sheet; color: $ink; border: 1px solid $edge; border-radius: ${r}px;
  padding: ${v}px ${g12}px; min-height: ${line_height}px;
}
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $rail; }
QPushButton:focus { border: ${f}px solid $teal; padding: ${v_f}px ${g12_f}px; }
QPushButton:disabled { color: $muted; background: $desk; border-color: $line; }
QPushButton[part="primary"] { background: $act; color: $on_teal; border-color: $act; font-weight: bold; }
QPushButton[part="primary"]:hover, QPushButton[part="primary"]:pressed { background: $teal_strong; }
QPushButton[part="primary"]:focus { border-color: $focus_on_act; }
QPushButton[part="primary"]:disabled { background: $line; color: $muted; border-color: $line; }
QPushButton[part="danger"] { color: $cinnabar; border-color: $cinnabar; }
QPushButton[part="danger"]:hover { background: $cinnabar_tint; }
QPushButton[part="quiet"] { background: transparent; border-color: transparent; }
QPushButton[part="quiet"]:hover { background: $hover; }
QPushButton[part="quiet"]:focus { border-color: $teal; }

QFrame[part="banner"] { border: 0; border-radius: ${r}px; border-left: ${g4}px solid $muted; background: $rail;
  border-top-left-radius: 0; border-bottom-left-radius: 0; }
QFrame[part="banner"][tone="act"] { background: $teal_tint; border-left-color: $teal; }
QFrame[part="banner"][tone="soon"] { background: $amber_tint; border-left-color: $amber; }
QFrame[part="banner"][tone="stop"] { background: $cinnabar_tint; border-left-color: $cinnabar; }

QProgressBar { background: $line; border: 0; border-radius: 2px; max-height: ${g4}px; color: transparent; }
QProgressBar::chunk { background: $teal; border-radius: 2px; }
QHeaderView { background: $sheet; border: 0; }
QHeaderView::section {
  background: $sheet; color: $muted; border: 0; border-bottom: 1px solid $line; padding: ${g4}px ${g8}px;
}
QHeaderView::section:hover { color: $ink; }
QTableView { background: $sheet; border: 1px solid $line; border-radius: ${r}px; }
QTableView:focus { border: 1px solid $teal; }
QScrollBar { background: transparent; border: 0; margin: 0; }
QScrollBar:vertical { width: ${bar}px; }
QScrollBar:horizontal { height: ${bar}px; }
QScrollBar::handle { background: $handle; border-radius: ${bar_r}px; margin: 2px; }
QScrollBar::handle:vertical { margin-left: ${g4}px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::handle:vertical { min-height: ${g32}px; }
QScrollBar::handle:horizontal { min-width: ${g32}px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: $line; }
""")


def stylesheet(colours: Colours, scale: Scale) -> str:
    """The whole application's style sheet."""
    gap, focus = scale.gap, FOCUS
    thicker = focus - 1
    values: dict[str, object] = {name: getattr(colours, name) for name in colours.__dataclass_fields__}
    values |= {f"g{n}": gap(n) for n in (4, 8, 12, 16, 24, 32)}
    values |= {f"g{n}_f": gap(n) - thicker for n in (4, 8, 12)}
    values |= {kind.value: scale.type(SIZES[kind]) for kind in Type}
    return _SHEET.substitute(
        values,
        r=RADIUS,
        f=focus,
        v=gap(5),
        v_f=gap(5) - thicker,
        line_height=scale.type(round(SIZES[Type.BODY] * 1.5)),
        arrow=gap(24) + gap(4),
        bar=gap(8) + gap(4),
        bar_r=gap(8) // 2 - 1,
        handle=colours.handle,
        on_select=colours.sheet,
        focus_on_act=colours.ink,
    )


def palette(colours: Colours) -> QPalette:
    """The same tokens for what the style draws by itself."""
    made = QPalette()
    role = QPalette.ColorRole
    for name, value in (
        (role.Window, colours.desk),
        (role.WindowText, colours.ink),
        (role.Base, colours.sheet),
        (role.AlternateBase, colours.hover),
        (role.Text, colours.ink),
        (role.Button, colours.sheet),
        (role.ButtonText, colours.ink),
        (role.Highlight, colours.teal),
        (role.HighlightedText, colours.sheet),
        (role.PlaceholderText, colours.muted),
        (role.ToolTipBase, colours.ink),
        (role.ToolTipText, colours.sheet),
        (role.Link, colours.text(Tone.ACT)),
        (role.Mid, colours.line),
        (role.Dark, colours.edge),
        (role.Light, colours.sheet),
    ):
        made.setColor(name, QColor(value))
    for name in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, name, QColor(colours.muted))
    return made
