"""Fields: what is typed is kept, read, shown again in the right form, and remarked on without stopping anybody."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from mediation_desk.domain.capital import to_capital
from mediation_desk.domain.codes import Code
from mediation_desk.domain.dates import CHINA, parse_date, parse_moment
from mediation_desk.domain.identity import mask_identity, read_identity
from mediation_desk.domain.money import format_amount, parse_amount
from mediation_desk.ui.look.tokens import Tone
from mediation_desk.ui.parts.code_field import CodeField, rank
from mediation_desk.ui.parts.line_field import LineField
from mediation_desk.ui.parts.masked_field import MaskedField
from mediation_desk.ui.parts.text_field import TextField
from mediation_desk.ui.parts.typed_field import DateField, MomentField, MoneyField, weekday
from mediation_desk.ui.reveal import reveal

TODAY = date(2026, 9, 8)
NUMBER = "410823196803121212"
KINDS = (
    Code("07", "邻里纠纷", "Neighbours"),
    Code("01", "婚姻家庭纠纷", "Family"),
    Code("12", "拖欠农民工工资纠纷", "Wages"),
)


def _type(qtbot: QtBot, field: QLineEdit, text: str) -> None:
    """Type Latin by keys, and Chinese as an input method does."""
    field.setFocus()
    if text.isascii():
        qtbot.keyClicks(field, text)
        return
    composed = QInputMethodEvent()
    composed.setCommitString(text)
    QApplication.sendEvent(field, composed)


def test_a_line_keeps_every_character_and_tells_once(qtbot: QtBot) -> None:
    """Rare characters are one character each; a change is told when the line is left, and only if there was one."""
    field = LineField()
    qtbot.addWidget(field)
    field.show()
    told: list[str] = []
    field.committed.connect(lambda: told.append(field.value()))
    field.set_value("王𠮷")
    field.commit()
    assert told == []
    field.end(False)
    _type(qtbot, field, "𬱖")
    field.commit()
    field.commit()
    assert told == ["王𠮷𬱖"]


def test_backspace_takes_a_rare_character_whole(qtbot: QtBot) -> None:
    """𠮷 is two units inside Qt and one character to everybody else."""
    field = LineField("王𠮷")
    qtbot.addWidget(field)
    field.end(False)
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    assert field.value() == "王"


@pytest.mark.parametrize(
    ("typed", "day"), [("20260902", date(2026, 9, 2)), ("9-2", date(2026, 9, 2)), ("+30", date(2026, 10, 8))]
)
def test_a_date_is_typed_and_shown_in_one_form(qtbot: QtBot, typed: str, day: date) -> None:
    """However it was typed, the field then says which day it understood, and which day of the week."""
    field = DateField(lambda text: parse_date(text, TODAY))
    qtbot.addWidget(field)
    field.show()
    _type(qtbot, field, typed)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert (field.value(), field.text()) == (day, day.isoformat())
    assert field.accessibleDescription() == weekday(day)


def test_a_date_that_cannot_be_read_stays_as_typed(qtbot: QtBot) -> None:
    """Nothing typed is thrown away: the rule's sentence stands beneath, the words stay."""
    field = DateField(lambda text: parse_date(text, TODAY))
    qtbot.addWidget(field)
    field.show()
    notes: list[tuple[str, str]] = []
    field.noted.connect(lambda text, tone: notes.append((text, tone)))
    _type(qtbot, field, "three")
    field.commit()
    assert field.text() == "three"
    assert field.value() is None
    assert not field.readable
    assert notes[-1][0]
    assert notes[-1][1] == Tone.STOP


def test_the_arrow_keys_go_a_day_on(qtbot: QtBot) -> None:
    """Up is later, over the end of a month; the change is told when the field is left."""
    field = DateField(lambda text: parse_date(text, TODAY))
    qtbot.addWidget(field)
    field.show()
    field.set_value(date(2026, 8, 31))
    with qtbot.waitSignal(field.committed):
        qtbot.keyClick(field, Qt.Key.Key_Up)
        field.commit()
    assert field.value() == date(2026, 9, 1)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert field.text() == "2026-08-31"


def test_a_moment_is_shown_by_the_wall_clock(qtbot: QtBot) -> None:
    """A day and a time in one line."""
    field = MomentField(lambda text: parse_moment(text, TODAY))
    qtbot.addWidget(field)
    _type(qtbot, field, "0905 0930")
    field.commit()
    assert field.text() == "2026-09-05 09:30"
    assert field.value() == datetime(2026, 9, 5, 9, 30, tzinfo=CHINA)


def test_an_amount_shows_its_capitals(qtbot: QtBot) -> None:
    """6007.14 becomes 6,007.14, with 大写 beneath."""
    field = MoneyField(parse_amount, format_amount, to_capital)
    qtbot.addWidget(field)
    with qtbot.waitSignal(field.noted, check_params_cb=lambda text, tone: text == "人民币陆仟零柒元壹角肆分"):
        _type(qtbot, field, "6007.14")
        field.commit()
    assert (field.text(), field.value()) == ("6,007.14", 600714)


def _identity(qtbot: QtBot) -> MaskedField:
    field = MaskedField(lambda text: read_identity(text, TODAY), mask_identity)
    qtbot.addWidget(field)
    field.show()
    return field


def test_a_number_is_masked_until_the_key_is_held(qtbot: QtBot) -> None:
    """Over a shoulder one reads the masked number; holding F8 shows it, letting go hides it."""
    field = _identity(qtbot)
    field.set_value(NUMBER)
    assert field.text() == "410823********1212"
    field.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is field)
    qtbot.keyPress(field, Qt.Key.Key_F8)
    assert (reveal().shown, field.text()) == (True, NUMBER)
    qtbot.keyRelease(field, Qt.Key.Key_F8)
    assert (field.text(), field.value()) == ("410823********1212", NUMBER)


def test_typing_over_a_masked_number_replaces_it_whole(qtbot: QtBot) -> None:
    """Stars never become part of a number; the reading fills sex and birth."""
    field = _identity(qtbot)
    field.set_value(NUMBER)
    readings: list[object] = []
    field.understood.connect(readings.append)
    field.setFocus()
    qtbot.keyClicks(field, "41082219751102212x")
    assert field.text() == "41082219751102212x"
    field.commit()
    assert field.value() == "41082219751102212X"
    assert [getattr(r, "sex", None) for r in readings] == ["女"]


def test_a_wrong_check_digit_warns_and_stays(qtbot: QtBot) -> None:
    """The number on the card is kept as it is."""
    field = _identity(qtbot)
    notes: list[str] = []
    field.noted.connect(lambda text, tone: notes.append(f"{tone}:{bool(text)}"))
    _type(qtbot, field, "410823196803121211")
    field.commit()
    assert (field.value(), notes[-1]) == ("410823196803121211", "soon:True")


@pytest.mark.parametrize(("typed", "best"), [("邻", "07"), ("lljf", "07"), ("hy", "01"), ("12", "12"), ("nmg", "12")])
def test_a_code_is_found_by_chinese_initials_or_code(typed: str, best: str) -> None:
    """Whichever way one knows it."""
    found = sorted((rank(kind, typed), kind.code) for kind in KINDS if rank(kind, typed) >= 0)
    assert found[0][1] == best


def test_a_code_is_chosen_with_the_keyboard_alone(qtbot: QtBot) -> None:
    """Letters narrow the list, Enter takes the line, and the field holds the code."""
    field = CodeField(KINDS)
    qtbot.addWidget(field)
    field.show()
    _type(qtbot, field, "lljf")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert (field.text(), field.value()) == ("邻里纠纷", "07")
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.value() == "01"


def test_esc_takes_back_what_was_typed_over_a_code(qtbot: QtBot) -> None:
    """The choice that stood before stands again."""
    field = CodeField(KINDS)
    qtbot.addWidget(field)
    field.show()
    field.set_value("07")
    field.selectAll()
    _type(qtbot, field, "hy")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert (field.text(), field.value()) == ("邻里纠纷", "07")


def test_a_code_from_an_older_table_is_shown_and_kept(qtbot: QtBot) -> None:
    """A case keeps the code it was made with, though the table has it no more."""
    field = CodeField(KINDS)
    qtbot.addWidget(field)
    field.set_value("99")
    field.commit()
    assert (field.text(), field.value()) == ("99", "99")


def test_a_word_on_no_list_is_refused_or_kept_as_the_field_allows(qtbot: QtBot) -> None:
    """A closed table says so; a free one keeps what was typed."""
    closed, free = CodeField(KINDS), CodeField(KINDS, free=True)
    for field in (closed, free):
        qtbot.addWidget(field)
        field.show()
        _type(qtbot, field, "qqq")
        field.commit()
    assert (closed.value(), free.value(), closed.text()) == ("", "qqq", "qqq")


def test_a_page_counts_characters_and_takes_words_only(qtbot: QtBot) -> None:
    """𠮷 counts once; what is pasted brings no colours along."""
    field = TextField()
    qtbot.addWidget(field)
    field.set_value("王𠮷、李㛃")
    assert field.length == 5
    assert not field.acceptRichText()


def test_a_page_grows_with_what_is_written(qtbot: QtBot) -> None:
    """From its least height on, by what stands in it."""
    field = TextField(least=3)
    qtbot.addWidget(field)
    field.resize(400, 200)
    field.show()
    least = field.sizeHint().height()
    field.set_value("\n".join(["可以。"] * 20))
    qtbot.waitUntil(lambda: field.sizeHint().height() > 3 * least)


def test_composing_does_not_unmask_a_number(qtbot: QtBot) -> None:
    """Only a committed character replaces the number."""
    field = _identity(qtbot)
    field.set_value(NUMBER)
    field.setFocus()
    QApplication.sendEvent(field, QInputMethodEvent("ni", []))
    assert field.value() == NUMBER
