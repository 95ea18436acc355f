"""``mend``: the tables made anew from a journal that holds, in a fresh file that takes the place of the present one."""

from __future__ import annotations

from datetime import UTC

from mediation_desk.actions.checking import chain_faults
from mediation_desk.actions.desk import Desk, open_desk
from mediation_desk.actions.rebuilding import fill_from, fresh_database
from mediation_desk.domain.problem import KnownProblem
from mediation_desk.records import rebuild
from mediation_desk.records.engine import open_engine, reading, writing
from mediation_desk.records.lock import hold_alone
from mediation_desk.records.swap import finish_swap, incoming_folder, swap_in


def mend(desk: Desk) -> Desk:
    """Make the tables anew from the journal in a fresh file and put it in the place of the present one, which is kept
    aside. The desk is closed; returns it opened again.

    Raises ``KnownProblem`` with everything as it was when the journal itself is damaged, or when someone else has the
    desk open. The desk is closed then too.
    """
    profile, vault, clock = desk.profile, desk.vault, desk.store.clock
    try:
        with reading(desk.store.engine) as connection:
            if next(chain_faults(connection), None) is not None:
                raise KnownProblem(
                    "The journal itself is damaged, so the tables cannot be made from it. Nothing was changed. "
                    "Restore the latest backup."
                )
    finally:
        desk.close()
    with hold_alone(profile):
        finish_swap(profile)
        profile.clear_temporary()
        incoming = incoming_folder(profile)
        source = open_engine(profile.database, vault.key)
        try:
            with reading(source) as live, fresh_database(incoming / profile.database.name, vault) as target:
                fill_from(live, target)
                with writing(target) as connection:
                    rebuild.copy_own(live, connection)
        finally:
            source.dispose()
        stamp = clock().astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
        swap_in(profile, incoming, profile.aside / f"mended-{stamp}")
    return open_desk(profile, vault, clock)
