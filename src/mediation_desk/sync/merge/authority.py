"""What roles an actor had at a centre, as far as he could know when he wrote."""

from __future__ import annotations

from mediation_desk.domain.records import RoleGrant
from mediation_desk.domain.roles import PERMITTED, SET_UP, permits
from mediation_desk.journal.op import CREATE, VOID, Op
from mediation_desk.sync.merge.answers import Answer
from mediation_desk.sync.merge.groups import COUNTS
from mediation_desk.sync.merge.lines import Author
from mediation_desk.sync.merge.record import Stamp


class Grants:
    """The roles granted and withdrawn in one centre's log, in the order of their revisions."""

    def __init__(self) -> None:
        self._steps: dict[str, list[tuple[Stamp, bool]]] = {}
        self._granted: dict[str, list[tuple[str, str]]] = {}

    def write(self, op: Op, answer: Answer, stamp: Stamp) -> None:
        """Take in an op; one that is about no role is passed over."""
        if op.kind != RoleGrant.kind or not answer.stands(COUNTS):
            return
        if op.action == CREATE:
            account, role = (str(op.changes.get(name, ("", ""))[1]) for name in ("account_id", "role"))
            self._granted.setdefault(account, []).append((op.record_id, role))
        self._steps.setdefault(op.record_id, []).append((stamp, op.action != VOID))

    def roles(self, account: str, author: Author, seen: int) -> set[str]:
        """The roles of an account at revision ``seen``, with what its desk had itself written since."""
        return {role for record_id, role in self._granted.get(account, ()) if self._stood(record_id, author, seen)}

    def _stood(self, record_id: str, author: Author, seen: int) -> bool:
        stood = False
        for stamp, granted in self._steps[record_id]:
            if stamp.revision <= seen or author.wrote(stamp.at):
                stood = granted
        return stood


def may(op: Op, grants: Grants, author: Author, pulled: int, *, sets_up: bool) -> bool:
    """Whether the actor of an op had the right to its purpose at revision ``pulled``.

    ``sets_up``: its unit begins the chain of a desk that goes on from no other; only such a unit may bring the centre
    and its first accounts. A purpose of a newer version needs any role at the centre.
    """
    if op.purpose == SET_UP:
        return sets_up
    roles = grants.roles(op.actor, author, pulled)
    return permits(roles, op.purpose) if op.purpose in PERMITTED else bool(roles)
