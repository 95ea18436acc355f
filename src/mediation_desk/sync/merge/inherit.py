"""What an op says its author had seen: how a desk fills ``seen`` when it writes one."""

from __future__ import annotations

from collections.abc import Iterable

from mediation_desk.journal.op import RESTORE, VOID, Op
from mediation_desk.sync.merge.groups import ALL, COUNTS, FACT, groups_of, seen


def seen_by(op: Op, read_at: int, waiting: Iterable[Op], built_on: Iterable[Op] = ()) -> dict[str, int]:
    """The ``seen`` of an op that is being written.

    ``read_at``: the revision of the log that was pulled when the record was *read*, not when it is written.
    ``waiting``: one's own earlier ops about the same record that are not in the pulled log, in their order. What was
    shown of a group with such an op was the value of the last of them, built on what *its* author had seen; so that is
    inherited, and nothing that came by a pull in between counts as seen. Leave out the ops of a group of which both
    values (``projection.moved``) were shown when this op was written. ``built_on``: for a fact of signing, one's own
    waiting ops about the agreement and its terms.
    """
    groups = groups_of(op)
    shown = {group: seen(earlier, group) for earlier in waiting for group in groups_of(earlier)}
    if op.action in (VOID, RESTORE):
        # Taking a record out undoes all of its groups at once.
        shown = {COUNTS: min(shown.values(), default=read_at)}
    texts = {(text.record_id, group): seen(text, group) for text in built_on for group in groups_of(text)}
    if texts:
        shown[FACT] = min(texts.values())
    return {ALL: read_at} | {group: at for group, at in shown.items() if group in groups and at < read_at}
