"""Bank account numbers: kept without spaces, shown by their last four digits."""

from __future__ import annotations

from mediation_desk.domain.typed import compact


def normalise_account(text: str) -> str:
    """``6228 4800 …`` without its spaces, in ASCII digits."""
    return compact(text)


def mask_account(text: str) -> str:
    """``****0011``: the last four digits, with no hint of the length. Shorter numbers show nothing."""
    number = normalise_account(text)
    return f"****{number[-4:]}" if len(number) > 4 else "*" * len(number)
