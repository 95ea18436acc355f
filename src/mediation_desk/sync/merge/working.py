"""The records that judging a batch touches, as the log and the ops judged so far make them."""

from __future__ import annotations

from mediation_desk.domain.records import RoleGrant, Signing, Term
from mediation_desk.journal.op import Op
from mediation_desk.sync.merge.answers import Answer
from mediation_desk.sync.merge.authority import Grants
from mediation_desk.sync.merge.groups import SIGNED_CONTENT
from mediation_desk.sync.merge.held import Log
from mediation_desk.sync.merge.lines import Author
from mediation_desk.sync.merge.record import RecordState, Stamp, fold

RETRACTED = "retracted"


class Working:
    """States read from a log when first asked for, and written on with each op that is judged."""

    def __init__(self, log: Log) -> None:
        self._log = log
        self._records: dict[str, RecordState] = {}
        self._cases: dict[str, set[str]] = {}
        self.grants = Grants()
        for entry in log.of_kind(RoleGrant.kind):
            self.grants.write(entry.op, entry.answer, Stamp(entry.revision, entry.at))

    def record(self, record_id: str) -> RecordState:
        """A record; an empty state when the log has none."""
        if record_id not in self._records:
            self._records[record_id] = fold(self._log.of_record(record_id))
        return self._records[record_id]

    def write(self, op: Op, answer: Answer, stamp: Stamp) -> None:
        """Take in an op that was judged."""
        self.record(op.record_id).write(op, answer, stamp)
        self.grants.write(op, answer, stamp)
        if op.case_id is not None:
            self._of_case(op.case_id).add(op.record_id)

    def case_counts(self, op: Op) -> bool:
        """Whether the case of an op counts; true for what belongs to no case, and for the case itself."""
        return op.case_id in (None, op.record_id) or self.record(str(op.case_id)).counts

    def last_other_in_case(self, case_id: str, author: Author) -> int:
        """The newest revision at which another desk wrote anything in a case; 0 for none."""
        return max((self.record(r).last_other_of_any(author) for r in self._of_case(case_id)), default=0)

    def signed(self, op: Op) -> bool:
        """Whether an op is about the content of an agreement that carries a fact of signing which was not taken back."""
        if op.kind not in SIGNED_CONTENT or op.case_id is None:
            return False
        facts = {r: s for r in self._of_case(op.case_id) if (s := self.record(r)).kind == Signing.kind}
        back = {s.value("retracts") for s in facts.values()}
        agreement = self._agreement(op)
        return any(
            s.value("agreement_id") == agreement and s.value("fact") != RETRACTED and r not in back
            for r, s in facts.items()
        )

    def last_other_in_text(self, op: Op, author: Author) -> int:
        """The newest revision at which another desk wrote the agreement that a fact of signing names, or its terms."""
        agreement = op.changes.get("agreement_id", ("", ""))[1]
        texts = [
            state
            for record_id in self._of_case(op.case_id or "")
            if (state := self.record(record_id)).kind in SIGNED_CONTENT
            and agreement in (record_id, state.value("agreement_id"))
        ]
        return max((state.last_other_of_any(author) for state in texts), default=0)

    def _agreement(self, op: Op) -> object:
        if op.kind != Term.kind:
            return op.record_id
        named = op.changes.get("agreement_id")
        return named[1] if named else self.record(op.record_id).value("agreement_id")

    def _of_case(self, case_id: str) -> set[str]:
        if case_id not in self._cases:
            self._cases[case_id] = {entry.op.record_id for entry in self._log.of_case(case_id)}
        return self._cases[case_id]
