"""Why a mediation ended (人民法院在线调解规则 Art. 25), as boxes to tick."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum

from mediation_desk.documents.compose import Compose, by_hand, ticked
from mediation_desk.documents.layout import Block


class TerminationReason(StrEnum):
    """The codes of the table ``termination_reason``."""

    AGREED = "agreed"
    SETTLED = "settled"
    UNREACHABLE = "unreachable"
    UNWILLING = "unwilling"
    FAR_APART = "far_apart"
    EXPIRED = "expired"
    REFUSED_TO_SIGN = "refused_to_sign"
    OTHER = "other"


def reason_boxes(reasons: Sequence[TerminationReason], other: str, page: Compose) -> Iterator[Block]:
    """Every reason with its box, two a line; the last says what else."""
    *named, last = TerminationReason
    boxes = [ticked(reason in reasons) + page.words(reason.value) for reason in named]
    boxes.append(ticked(last in reasons) + page.words(last.value, text=by_hand(other, 8)))
    for start in range(0, len(boxes), 2):
        yield page.written("　　".join(boxes[start : start + 2]))
