"""Ops written under an older schema, read as today's. The bytes stay as they are; only the reading changes."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from mediation_desk.journal.op import SCHEMA, Op

Step = Callable[[Op], Op]

# STEPS[n] reads an op of schema n as one of schema n + 1. One step for each change of the records' shape.
STEPS: dict[int, Step] = {}


def upcast(op: Op, steps: dict[int, Step] | None = None, to: int = SCHEMA) -> Op:
    """The op as schema ``to`` would have written it. An op from a newer schema is returned as it is."""
    known = STEPS if steps is None else steps
    while op.schema < to:
        step = known.get(op.schema)
        op = msgspec.structs.replace(step(op) if step else op, schema=op.schema + 1)
    return op
