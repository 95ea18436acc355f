"""A process that registers cases, for two of them at once: ``python writer.py PROFILE PASSPHRASE COUNT``."""

from __future__ import annotations

import sys
from pathlib import Path
from uuid import UUID

from mediation_desk.actions.cases import NewParty, blank, register
from mediation_desk.actions.desk import open_desk
from mediation_desk.actions.seat import take_seat
from mediation_desk.actions.set_up import CLI_ACCOUNT_FACT
from mediation_desk.domain.records import Account, Subject
from mediation_desk.records.profile import Profile
from mediation_desk.records.vault import open_with_passphrase


def main(folder: str, passphrase: str, count: str) -> None:
    """Register so many cases, one unit each, and print their numbers."""
    profile = Profile(Path(folder))
    desk = open_desk(profile, open_with_passphrase(profile, passphrase))
    noted = desk.store.fact(CLI_ACCOUNT_FACT)
    with desk.store.read() as reader:
        account = reader.get(Account, UUID(noted))
    assert account is not None
    seat = take_seat(desk, account)
    for number in range(int(count)):
        subject = Subject(id=desk.store.ids.new(), centre_id=account.centre_id, name=f"申请人{number}")
        case = register(seat, blank(seat, account.centre_id), [NewParty(subject, "applicant")])
        sys.stdout.write(case.number + "\n")
        sys.stdout.flush()
    desk.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
