"""Taking back one's own last change, and saying what it was."""

from __future__ import annotations

from collections.abc import Sequence

from mediation_desk.actions.seat import Seat
from mediation_desk.domain.fields import spec_of
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.records import BY_KIND
from mediation_desk.domain.words import N_, Say
from mediation_desk.journal.op import CREATE, Op
from mediation_desk.records.history import ops_of_unit
from mediation_desk.records.undo import NOTHING, last_unit, undo

KINDS = {
    "case": N_("Case"),
    "stage_change": N_("Stage"),
    "subject": N_("Party's particulars"),
    "party": N_("Party"),
    "claim": N_("Claim"),
    "inquiry": N_("Record of inquiry"),
    "evidence": N_("Evidence"),
    "meeting": N_("Meeting"),
    "agreement": N_("Agreement"),
    "term": N_("Term"),
    "signing": N_("Fact of signing"),
    "performance": N_("Performance"),
    "paper": N_("Paper"),
    "printing": N_("Printing"),
    "mandate": N_("Power of attorney"),
    "service_address": N_("Address for service"),
    "undisputed": N_("Facts not in dispute"),
    "disclosure": N_("Disclosure by a mediator"),
    "non_acceptance": N_("Notice of non-acceptance"),
    "termination": N_("End without agreement"),
    "referral": N_("Referral"),
    "follow_up": N_("Visit afterwards"),
    "confirmation": N_("Confirmation or enforcement"),
    "volume": N_("Dossier"),
    "signed_copy": N_("Signed copy"),
    "inspection": N_("Inspection of the dossier"),
}
"""What a record of a case is called, by kind."""

# Follows from another change of the same unit; naming it would only puzzle.
_FOLLOWS = frozenset({"stage_change"})
_NAMED = 3


def undo_last(seat: Seat) -> tuple[Say, ...]:
    """Take back the seat's last change at this desk. Says what was taken back, one sentence a record, at most three.

    ``StaleWrite`` when someone changed the same since, ``KnownProblem`` when there is nothing or it cannot be.
    """
    store = seat.desk.store
    with store.read() as reader:
        unit_id = last_unit(reader.connection, store.desk_id, seat.account.id)
        ops = ops_of_unit(reader.connection, unit_id) if unit_id else []
    if unit_id is None or not ops:
        raise KnownProblem(NOTHING)
    undo(store, seat.actor, unit_id)
    return told(ops)


def told(ops: Sequence[Op]) -> tuple[Say, ...]:
    """What the ops of a unit changed, in words: the record and its fields, or that it was new."""
    named = [op for op in ops if op.kind not in _FOLLOWS] or list(ops)
    return tuple(_told(op) for op in named[:_NAMED])


def _told(op: Op) -> Say:
    kind = Say(KINDS.get(op.kind, op.kind))
    if op.action == CREATE:
        return Say(N_("{kind} (new)"), {"kind": kind})
    fields = {f.name: f for f in spec_of(BY_KIND[op.kind])}
    labels = [Say(fields[name].facet.label) for name in op.changes if name in fields]
    if not labels:
        return kind
    if len(labels) == 1:
        return Say(N_("{kind}: {field}"), {"kind": kind, "field": labels[0]})
    return Say(N_("{kind}: {field} and {more} more"), {"kind": kind, "field": labels[0], "more": len(labels) - 1})
