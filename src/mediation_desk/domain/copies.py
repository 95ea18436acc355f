"""How many copies of an agreement are made, and for whom.

人民调解法 Art. 29: each party has one and the committee keeps one; one more goes to the court where judicial confirmation
(or the filing of a case it assigned) is meant.
"""

from __future__ import annotations

from dataclasses import dataclass

from mediation_desk.domain.numerals import chinese_count

FOR_PARTIES = "当事人"
FOR_COMMITTEE = "人民调解委员会"
FOR_COURT = "人民法院"


@dataclass(frozen=True, slots=True)
class Copies:
    """The copies of one agreement. Agents get none of their own; a fellow party who is an agent counts once."""

    parties: int
    committee: int = 1
    court: int = 0

    @property
    def total(self) -> int:
        """All copies, each signed and sealed."""
        return self.parties + self.committee + self.court

    def breakdown(self) -> tuple[tuple[str, int], ...]:
        """Who holds how many, in printed Chinese; holders of none are left out."""
        holders = ((FOR_PARTIES, self.parties), (FOR_COMMITTEE, self.committee), (FOR_COURT, self.court))
        return tuple((holder, count) for holder, count in holders if count)

    def sentence(self) -> str:
        """``本协议一式八份，当事人六方各一份，人民调解委员会一份，人民法院一份。``"""
        sides = "双方" if self.parties == 2 else f"{chinese_count(self.parties)}方"
        parts = [f"{FOR_PARTIES}{sides}各一份"]
        parts += [f"{holder}{chinese_count(count)}份" for holder, count in self.breakdown()[1:]]
        return f"本协议一式{chinese_count(self.total)}份，{'，'.join(parts)}。"


def copies_for(parties: int, *, court: bool = False) -> Copies:
    """The copies for a number of parties, with one for the court where it will be asked to confirm."""
    return Copies(parties=parties, court=int(court))
