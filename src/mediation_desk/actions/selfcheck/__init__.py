"""卷宗自查 (domain §4.15): what a county reviewer would send a dossier back for, found before it goes there."""

from mediation_desk.actions.selfcheck.check import self_check
from mediation_desk.actions.selfcheck.checked import Checked

__all__ = ["Checked", "self_check"]
