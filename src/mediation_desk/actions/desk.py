"""The desk, opened: its vault, records and scans, and the clock on its wall."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date

from mediation_desk.actions.infix import spend_infix
from mediation_desk.domain.dates import day_in_china
from mediation_desk.journal.ids import Clock, system_clock
from mediation_desk.records import lock
from mediation_desk.records.blobs import BlobStore
from mediation_desk.records.engine import open_engine
from mediation_desk.records.fork import fork_pending, fork_settled
from mediation_desk.records.profile import Profile
from mediation_desk.records.store import Store
from mediation_desk.records.vault import Vault


@dataclass(slots=True)
class Desk:
    """One desk with everything open. Made by ``open_desk``; ``close`` when done."""

    profile: Profile
    vault: Vault
    store: Store
    blobs: BlobStore
    hold: lock.Hold

    @property
    def today(self) -> date:
        """The day in China."""
        return day_in_china(self.store.clock())

    def close(self) -> None:
        """Close the database and let go of the profile."""
        self.store.close()
        self.hold.release()


def open_desk(profile: Profile, vault: Vault, clock: Clock = system_clock) -> Desk:
    """Open the desk in ``profile`` with its opened vault; a new vault makes a new, empty desk.

    Raises ``KnownProblem`` when the disk, the key or the version of the database refuses. Another process may have
    the same desk open.
    """
    profile.prepare()
    hold = lock.share(profile, Profile.clear_temporary)
    try:
        engine = open_engine(profile.database, vault.key, create=not profile.exists)
        store = Store(engine, clock)
        if fork_pending(profile):
            spend_infix(store)
            store.renew_desk()
            fork_settled(profile)
    except BaseException:
        hold.release()
        raise
    return Desk(profile, vault, store, BlobStore(profile.blobs, vault), hold)


def system_random(size: int) -> bytes:
    """Random bytes from the operating system."""
    return os.urandom(size)
