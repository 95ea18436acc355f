"""修改记录 as a text to be read: who, when and for what, and beneath it each field with what it was and is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from uuid import UUID

from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from mediation_desk.actions.case_history import Change, Occasion
from mediation_desk.domain.dates import CHINA
from mediation_desk.reference.language import _
from mediation_desk.ui.look.look import look
from mediation_desk.ui.look.tokens import Type


def of_field(occasions: Iterable[Occasion], record_id: UUID, name: str) -> list[Occasion]:
    """What was changed in one field of one record."""
    return _picked(occasions, lambda _o, c: c.record_id == record_id and c.name == name)


def matching(occasions: Iterable[Occasion], typed: str) -> list[Occasion]:
    """What holds all the typed words: in who, when, why, the field or its values."""
    words = typed.casefold().split()

    def holds(occasion: Occasion, change: Change) -> bool:
        whole = f"{head_of(occasion)} {label_of(change)} {values_of(change)}".casefold()
        return all(word in whole for word in words)

    return _picked(occasions, holds)


def _picked(occasions: Iterable[Occasion], wanted: Callable[[Occasion, Change], bool]) -> list[Occasion]:
    left = (replace(o, changes=tuple(c for c in o.changes if wanted(o, c))) for o in occasions)
    return [occasion for occasion in left if occasion.changes]


def head_of(occasion: Occasion) -> str:
    """``2026-09-08 09:30　李国庆　写协议``."""
    return f"{occasion.at.astimezone(CHINA):%Y-%m-%d %H:%M}　{occasion.by}　{_(occasion.purpose)}"


def label_of(change: Change) -> str:
    """``当事人 王𠮷 · 联系方式``."""
    record = " ".join(filter(None, (_(change.record), change.about)))
    return f"{record} · {_(change.field)}" if change.field else record


def values_of(change: Change) -> str:
    """What it was and is, in one line; what was made or taken out says so."""
    if not change.field:
        return _("made") if change.old is None else _("taken out")
    new = change.new or _("(empty)")
    return new if change.old is None else f"{change.old or _('(empty)')}  →  {new}"


def write(document: QTextDocument, occasions: Sequence[Occasion]) -> None:
    """Write them into a document, latest first. Plain words: what people typed is never read as markup."""
    the = look()
    strong, label, value = QTextCharFormat(), QTextCharFormat(), QTextCharFormat()
    for form, colour in ((strong, the.colours.ink), (label, the.colours.muted), (value, the.colours.ink)):
        form.setForeground(the.colour(colour))
        form.setFont(the.font(Type.BODY, bold=form is strong))
    head, line = QTextBlockFormat(), QTextBlockFormat()
    head.setTopMargin(the.gap(12))
    line.setLeftMargin(the.gap(16))
    line.setTopMargin(the.gap(4))
    document.clear()
    cursor = QTextCursor(document)
    for occasion in reversed(occasions):
        _block(cursor, head)
        cursor.insertText(head_of(occasion), strong)
        for change in occasion.changes:
            _block(cursor, line)
            cursor.insertText(f"{label_of(change)}　", label)
            cursor.insertText(values_of(change), value)


def _block(cursor: QTextCursor, form: QTextBlockFormat) -> None:
    if cursor.position():
        cursor.insertBlock(form)
    else:
        cursor.setBlockFormat(form)
