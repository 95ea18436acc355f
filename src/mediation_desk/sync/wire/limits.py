"""How much may travel at once. Both sides keep to these, and central refuses what is beyond them before reading it."""

from __future__ import annotations

from typing import Final

PROTOCOL: Final = 1
"""The version of this conversation. A desk that speaks one that central does not is told so; its outbox stays."""

MOST_BODY: Final = 16 << 20
"""Bytes of one request or answer as it travels, packed."""
MOST_UNPACKED: Final = 128 << 20
"""Bytes of one request or answer once unpacked; what would be larger is never unpacked whole."""
MOST_OP: Final = 1 << 20
"""Bytes of one op."""
MOST_OPS: Final = 20_000
"""Ops of one batch, hence of one unit."""
MOST_DEPTH: Final = 32
"""How deep lists and objects may stand in one another inside an op."""
MOST_FIELDS: Final = 500
"""Fields that one op changes, groups it names as seen, or ops it decides about."""
MOST_NAME: Final = 200
"""Characters of a kind, a field, a group, an action or a purpose."""
MOST_COURIER: Final = 256 << 20
"""Bytes of a courier file."""
MOST_COURIER_UNPACKED: Final = 512 << 20
"""Bytes of a courier file's content."""
MOST_BLOB: Final = 256 << 20
"""Bytes of one blob."""
MOST_LEASE: Final = 500
"""Numbers in one leased block."""

BATCH_OPS: Final = 2_000
"""Ops after which a desk closes a batch at the next end of a unit."""
BATCH_BYTES: Final = 4 << 20
"""The same, in bytes of its ops."""
PAGE_OPS: Final = 2_000
"""Entries of one page of the log."""
PAGE_BYTES: Final = 4 << 20
"""The same, in bytes of its ops."""
PART: Final = 1 << 20
"""Bytes of one part of a blob."""

TOKEN_SECONDS: Final = 3_600
CODE_SECONDS: Final = 24 * 3_600
REQUESTS_A_MINUTE: Final = 600
"""Requests of one desk in one minute before it is told to wait."""
