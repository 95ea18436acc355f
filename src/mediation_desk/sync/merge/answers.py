"""Central's answer to an op: durable, the same for ever, stored and sent as the bytes first written."""

from __future__ import annotations

from typing import Final

import msgspec

APPLIED: Final = "applied"
PARALLEL: Final = "parallel"
"""Applied, while another desk changed other groups of the same record."""
CONFLICTED: Final = "conflicted"
"""Not applied: another desk's value stands that the author had not seen. The op keeps his until someone decides."""

JUDGED: Final = "judged"
REFUSED: Final = "refused"
UNAUTHORISED: Final = "unauthorised"

# Why an op is refused: what no honest desk can write.
WRITTEN_ONCE: Final = "written_once"
OTHER_KIND: Final = "other_kind"
UNSEEN: Final = "unseen"

# What a fact that stands is marked with.
BY_UNAUTHORISED: Final = "unauthorised"
TEXT_CHANGED: Final = "text_changed"
"""What was signed had been changed by another desk, which the one who recorded the signing had not seen."""
TAKEN_OUT: Final = "taken_out"
"""Its case was taken out by another desk, or never taken in."""


class Answer(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What became of an op.

    ``groups`` holds the outcome of each merge group that was not plainly applied; one that is not named was. Refused
    and unauthorised ops are applied in no group, and kept. ``marks``: what somebody should look at, on a fact.
    """

    status: str = JUDGED
    reason: str = ""
    groups: dict[str, str] = {}
    marks: list[str] = []

    def outcome(self, group: str) -> str:
        """Applied, parallel or conflicted; the status where nothing of the op was applied."""
        return self.groups.get(group, APPLIED) if self.status == JUDGED else self.status

    def stands(self, group: str) -> bool:
        """Whether the op's value for this group went into the tables."""
        return self.outcome(group) in (APPLIED, PARALLEL)


_encoder = msgspec.json.Encoder(order="deterministic")
_decoder = msgspec.json.Decoder(Answer)
PLAIN: Final = Answer()


def answer_bytes(answer: Answer) -> bytes:
    """The bytes of an answer. Made once, by central."""
    return b"{}" if answer == PLAIN else _encoder.encode(answer)


def answer_from(body: bytes) -> Answer:
    """Read an answer; ``msgspec.DecodeError`` when the bytes are none."""
    return _decoder.decode(body)
