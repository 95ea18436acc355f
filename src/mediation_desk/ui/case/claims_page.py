"""申请事项: what is asked for, an ordered list, with the sum of its amounts."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence
from typing import Any, ClassVar
from uuid import UUID

from PySide6.QtWidgets import QWidget

from mediation_desk.actions.case_file import CaseFile
from mediation_desk.actions.parties import save_claims
from mediation_desk.domain.capital import to_capital
from mediation_desk.domain.fields import Record
from mediation_desk.domain.money import format_amount
from mediation_desk.domain.records import Claim
from mediation_desk.domain.roles import AMEND
from mediation_desk.domain.words import N_
from mediation_desk.reference.language import _
from mediation_desk.ui.case.claim_row import ClaimRow
from mediation_desk.ui.case.page import Page
from mediation_desk.ui.case.page_kind import PageKind
from mediation_desk.ui.keys import Key
from mediation_desk.ui.look.gaps import column
from mediation_desk.ui.look.marks import Mark
from mediation_desk.ui.parts.button import Button
from mediation_desk.ui.parts.words import Words

TITLE = N_("Claims")


class ClaimsPage(Page):
    """The list is written as a whole. A new row without words is not written."""

    purpose: ClassVar[str] = AMEND

    @property
    def name(self) -> str:
        return "claims"

    def heading(self) -> str:
        return _(TITLE)

    def build(self, file: CaseFile) -> None:
        self.rows: list[ClaimRow] = []
        self._gone: list[Claim] = []
        self.form.hide()
        listed = QWidget()
        self._listed = column(listed, 0, 16)
        self.body.addWidget(listed)
        self._add_button = Button(_("One more claim"), key=Key.ADD)
        self._add_button.clicked.connect(self._add_and_go)
        self._sum = Words("", wrap=True)
        self.body.addWidget(self._sum)
        self.body.addStretch(1)
        self.foot.addWidget(self._add_button)
        for claim in file.claims:
            self._add(claim, new=False)
        if not self.rows:
            self._add(self._blank(), new=True)
        self._number()
        self.goes_on_to_next()

    def _blank(self) -> Claim:
        case = self.file.case
        return Claim(
            id=self.seat.desk.store.ids.new(),
            centre_id=case.centre_id,
            case_id=case.id,
            position=len(self.rows),
            text="",
        )

    def _add(self, claim: Claim, *, new: bool) -> ClaimRow:
        row = ClaimRow(self.bound(claim, new=new))
        self._where[row.text.widget] = (row.bound, "text")
        self._where[row.amount.widget] = (row.bound, "amount")
        row.bound.on_edited(self._show_sum)
        row.up.connect(lambda r: self._move(r, -1))
        row.down.connect(lambda r: self._move(r, 1))
        row.removed.connect(self._take_out)
        self.rows.append(row)
        self._listed.addWidget(row)
        return row

    def _add_and_go(self) -> None:
        row = self._add(self._blank(), new=True)
        row.bound.on_edited(self.touched)
        self._number()
        row.text.widget.setFocus()

    def _move(self, row: ClaimRow, by: int) -> None:
        now = self.rows.index(row)
        to = now + by
        if not 0 <= to < len(self.rows):
            return
        self.rows.insert(to, self.rows.pop(now))
        self._listed.insertWidget(to, row)
        self._number()
        self.touched()

    def _take_out(self, row: ClaimRow) -> None:
        self._drop(row)
        if not self.rows:
            self._add(self._blank(), new=True).bound.on_edited(self.touched)
        self._number()
        self.touched()
        self.rows[0].text.widget.setFocus()

    def _drop(self, row: ClaimRow) -> None:
        self.rows.remove(row)
        self.bounds.remove(row.bound)
        for widget in (row.text.widget, row.amount.widget):
            del self._where[widget]
        if not row.bound.new:
            self._gone.append(row.bound.base)
        self._listed.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _number(self) -> None:
        for place, row in enumerate(self.rows):
            row.number.setText(f"{place + 1}.")
            if self.locked:
                row.lock()
        self._add_button.setVisible(not self.locked)
        self._show_sum()

    def _show_sum(self) -> None:
        amounts = [a for r in self.rows if (a := r.amount.value()) is not None]
        self._sum.setVisible(bool(amounts))
        total = sum(amounts)
        self._sum.setText(
            _("Together {sum} yuan ({capitals})").format(sum=format_amount(total), capitals=to_capital(total))
        )

    # A list differs in more than its rows: in their order, and in what was taken out.

    @property
    def dirty(self) -> bool:
        return not self.locked and (bool(self._gone) or any(r.bound.dirty for r in self.rows) or bool(self._moved()))

    def _kept_rows(self) -> list[ClaimRow]:
        return [r for r in self.rows if not r.bound.new or r.text.value().strip() or r.amount.value() is not None]

    def _moved(self) -> list[ClaimRow]:
        return [r for place, r in enumerate(self._kept_rows()) if r.bound.base.position != place]

    def begin_write(self) -> tuple[Callable[[], object], Callable[[], object]] | None:
        for row in self.rows:
            row.bound.settle()
        if not self.dirty:
            return None
        rows, gone = self._kept_rows(), list(self._gone)
        taken = [
            (r.bound, dataclasses.replace(r.bound.value(), position=place), r.bound.was) for place, r in enumerate(rows)
        ]

        def written() -> None:
            self._gone = [c for c in self._gone if c not in gone]
            for bound, value, _was in taken:
                bound.written(value)

        case = self.file.case
        pairs = [(value, was) for _bound, value, was in taken]
        return lambda: save_claims(self.seat, case, pairs, gone), written

    def draft(self) -> Any:
        return {
            "rows": [r.bound.draft() for r in self.rows],
            "gone": [str(c.id) for c in self._gone],
        }

    def bring_back(self, content: Any) -> None:
        gone = {UUID(i) for i in content["gone"]}
        for row in [r for r in self.rows if r.bound.base.id in gone or r.bound.new]:
            self._drop(row)
        known: dict[UUID, ClaimRow] = {r.bound.base.id: r for r in self.rows}
        ordered: list[ClaimRow] = []
        for own in content["rows"]:
            own_id = UUID(own["id"])
            if own_id in known:
                row = known.pop(own_id)
            else:
                row = self._add(dataclasses.replace(self._blank(), id=own_id), new=True)
                row.bound.on_edited(self.touched)
            row.bound.bring_back(own)
            ordered.append(row)
        self.rows = [*ordered, *known.values()]
        for place, row in enumerate(self.rows):
            self._listed.insertWidget(place, row)
        self._number()

    def give_up(self) -> None:
        self._begin_again(self.file)
        super().give_up()

    # What others do to the list meanwhile.

    def records_of(self, file: CaseFile) -> Sequence[Record]:
        return file.claims

    def refresh(self, file: CaseFile) -> None:
        shown = [r.bound.base for r in self.rows if not r.bound.new]
        if not self.dirty and shown != list(file.claims):
            self._begin_again(file)
            return
        super().refresh(file)
        known = {r.bound.base.id for r in self.rows} | {c.id for c in self._gone}
        for claim in file.claims:
            if claim.id not in known:
                self._add(claim, new=False).bound.on_edited(self.touched)
        self._number()

    def _begin_again(self, file: CaseFile) -> None:
        for row in list(self.rows):
            self._drop(row)
        self._gone = []
        for claim in file.claims:
            self._add(claim, new=False).bound.on_edited(self.touched)
        if not self.rows:
            self._add(self._blank(), new=True).bound.on_edited(self.touched)
        self._number()


def _state(file: CaseFile) -> Mark:
    return Mark.DONE if file.claims else Mark.NOT_YET


CLAIMS = PageKind(
    "claims", lambda _file: TITLE, lambda at, _item: ClaimsPage(at), _state, lambda f: len(f.claims) or None
)
