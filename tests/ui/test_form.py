"""A form: two columns become one, labels stay beside their fields, Enter goes on."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from mediation_desk.ui.case.instalments_field import InstalmentsField
from mediation_desk.ui.look.gaps import column
from mediation_desk.ui.look.look import look
from mediation_desk.ui.look.scale import STEPS
from mediation_desk.ui.look.tokens import Tone
from mediation_desk.ui.parts.flow import FlowLayout
from mediation_desk.ui.parts.form import Form
from mediation_desk.ui.parts.line_field import LineField
from mediation_desk.ui.parts.sheet import Scrolled
from mediation_desk.ui.parts.text_field import TextField
from mediation_desk.ui.parts.words import Words


def _form(qtbot: QtBot, width: int) -> tuple[Form, list[LineField]]:
    form = Form()
    qtbot.addWidget(form)
    fields = [form.add(label, LineField()) for label in ("时间", "地点", "调解员", "记录人")]
    form.resize(width, 400)
    form.show()
    QApplication.processEvents()
    return form, fields


def _at(widget: QWidget, form: Form) -> QPoint:
    return widget.mapTo(form, QPoint(0, 0))


def test_two_columns_where_there_is_room(qtbot: QtBot) -> None:
    """Fields of one line stand level, aligned to each other."""
    form, (when, where, who, _writer) = _form(qtbot, 800)
    assert _at(when, form).y() == _at(where, form).y()
    assert _at(when, form).x() == _at(who, form).x() < _at(where, form).x()


def test_one_column_when_narrow_or_large(qtbot: QtBot) -> None:
    """The same form re-flows: by the window's width, or by the size of the type alone."""
    form, (when, where, *_rest) = _form(qtbot, 800)
    look().scale.choose(1.8)
    QApplication.processEvents()
    assert _at(where, form).x() == _at(when, form).x()
    assert _at(where, form).y() > _at(when, form).y()
    look().scale.choose(1.0)
    form.resize(420, 400)
    QApplication.processEvents()
    assert _at(where, form).x() == _at(when, form).x()


@pytest.mark.parametrize("step", STEPS)
def test_labels_end_where_fields_begin(qtbot: QtBot, step: float) -> None:
    """Right-aligned, level with the field's own line, never cut."""
    look().scale.choose(step)
    form, fields = _form(qtbot, 1200)
    for field in fields:
        label = form.row(field).label
        end = _at(label, form).x() + label.width()
        assert 0 < _at(field, form).x() - end <= 2 * look().gap(12)
        assert label.width() >= label.sizeHint().width()
        assert abs(label.geometry().center().y() - (_at(field, form).y() + field.height() // 2)) <= 2


def test_very_narrow_puts_labels_above(qtbot: QtBot) -> None:
    """On the least of screens a field keeps the whole width."""
    form, (when, *_rest) = _form(qtbot, 260)
    assert _at(form.row(when).label, form).y() < _at(when, form).y()


def test_enter_goes_on_and_says_when_it_is_the_last(qtbot: QtBot) -> None:
    """Through a form by Enter alone."""
    form, fields = _form(qtbot, 800)
    fields[0].setFocus()
    for field in fields[:-1]:
        assert QApplication.focusWidget() is field
        qtbot.keyClick(field, Qt.Key.Key_Return)
    with qtbot.waitSignal(form.finished):
        qtbot.keyClick(fields[-1], Qt.Key.Key_Return)


def test_enter_passes_over_what_is_hidden(qtbot: QtBot) -> None:
    """A field that does not apply is not on the way."""
    form, fields = _form(qtbot, 800)
    form.show_field(fields[1], False)
    fields[0].setFocus()
    qtbot.keyClick(fields[0], Qt.Key.Key_Return)
    assert QApplication.focusWidget() is fields[2]
    assert form.row(fields[1]).label.isHidden()


def test_enter_in_a_page_writes_a_line(qtbot: QtBot) -> None:
    """In a text of many lines Enter belongs to the text."""
    form = Form()
    qtbot.addWidget(form)
    text = form.add("记录", TextField())
    form.show()
    text.setFocus()
    for _line in range(2):
        qtbot.keyClick(text, Qt.Key.Key_Return)
    assert text.toPlainText() == "\n\n"


def test_a_remark_stands_beneath_its_field_and_is_read_aloud(qtbot: QtBot) -> None:
    """With its tone; screen readers get the label as the field's name and the remark as its description."""
    form, (when, *_rest) = _form(qtbot, 800)
    when.remark("没有这一天", Tone.STOP)
    QApplication.processEvents()
    note = form.row(when).note
    assert (note.text(), note.property("tone"), note.isVisible()) == ("没有这一天", "stop", True)
    assert (when.accessibleName(), when.accessibleDescription()) == ("时间", "没有这一天")
    when.remark("")
    assert not note.isVisible()


def test_a_flow_goes_on_beneath(qtbot: QtBot) -> None:
    """What does not fit on a line begins the next; nothing is cut or hidden."""
    window = QWidget()
    qtbot.addWidget(window)
    flow = FlowLayout(window)
    words = [Words("调解期限 剩 30 日") for _ in range(6)]
    flow.add(*words)
    window.resize(300, 300)
    window.show()
    QApplication.processEvents()
    assert max(w.geometry().right() for w in words) < 300
    assert len({w.y() for w in words}) > 1
    assert flow.heightForWidth(10_000) < flow.heightForWidth(300)


def test_a_field_that_grows_is_given_its_height(qtbot: QtBot) -> None:
    """Instalments are added row by row: none is squeezed into the height that the field had before."""
    form = Form()
    form.add("款项", LineField(), wide=True)
    rows = form.add("分期", InstalmentsField(lambda: date(2026, 9, 8), lambda: 600_714), wide=True)
    form.add("付款方式", LineField(), wide=True)
    contents = QWidget()
    column(contents, 0, 12).addWidget(form)
    scrolled = Scrolled(contents)
    qtbot.addWidget(scrolled)
    scrolled.resize(560, 300)
    scrolled.show()
    qtbot.wait(20)
    for _row in range(3):
        rows.more.click()
    qtbot.waitUntil(lambda: rows.height() >= rows.minimumSizeHint().height())
