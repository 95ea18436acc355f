"""Who may do what: one table of purposes and the roles that permit them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from mediation_desk.domain.words import N_

MEDIATOR: Final = "mediator"
REGISTRAR: Final = "registrar"
HEAD: Final = "head"
ADMIN: Final = "admin"
AUDITOR: Final = "auditor"

ROLES: Final[dict[str, str]] = {
    MEDIATOR: N_("Mediator"),
    REGISTRAR: N_("Registrar"),
    HEAD: N_("Head of the centre"),
    ADMIN: N_("Administrator"),
    AUDITOR: N_("Auditor"),
}

# Purposes of a write. Each unit in the journal names one.
SET_UP: Final = "set_up"
REGISTER: Final = "register"
AMEND: Final = "amend"
INQUIRE: Final = "inquire"
MEET: Final = "meet"
AGREE: Final = "agree"
ISSUE: Final = "issue"
SIGN: Final = "sign"
PRINT: Final = "print"
PERFORM: Final = "perform"
FOLLOW_UP: Final = "follow_up"
ENFORCE: Final = "enforce"
REFER: Final = "refer"
END: Final = "end"
FILE: Final = "file"
ATTACH: Final = "attach"
INSPECT: Final = "inspect"
UNDO: Final = "undo"
ACCOUNTS: Final = "accounts"
RESET: Final = "reset"
SETTINGS: Final = "settings"
OWN_ACCOUNT: Final = "own_account"
# Rights that write nothing into the journal.
READ: Final = "read"
HISTORY: Final = "history"
BACKUP: Final = "backup"
CHECK: Final = "check"

PURPOSES: Final[dict[str, str]] = {
    SET_UP: N_("Setting up the desk"),
    REGISTER: N_("Registering a case"),
    AMEND: N_("Amending a record"),
    INQUIRE: N_("Recording an inquiry or evidence"),
    MEET: N_("Recording a meeting"),
    AGREE: N_("Writing the agreement"),
    ISSUE: N_("Issuing a paper"),
    SIGN: N_("Recording a signature or seal"),
    PRINT: N_("Printing a paper"),
    PERFORM: N_("Recording performance"),
    FOLLOW_UP: N_("Recording a visit afterwards"),
    ENFORCE: N_("Recording confirmation or enforcement"),
    REFER: N_("Recording a referral"),
    END: N_("Not accepting or ending a mediation"),
    FILE: N_("Filing the dossier"),
    ATTACH: N_("Attaching a signed copy"),
    INSPECT: N_("Noting who looked into the dossier"),
    UNDO: N_("Undoing one's last change"),
    ACCOUNTS: N_("Keeping accounts and roles"),
    RESET: N_("Resetting a password"),
    SETTINGS: N_("Changing the centre's settings"),
    OWN_ACCOUNT: N_("Changing one's own password"),
    READ: N_("Reading cases"),
    HISTORY: N_("Reading the history of changes"),
    BACKUP: N_("Making a backup"),
    CHECK: N_("Checking the desk"),
}

_CASE_WORK = {MEDIATOR, HEAD}
_COUNTER = {MEDIATOR, HEAD, REGISTRAR}
_EVERYONE = {MEDIATOR, HEAD, REGISTRAR, ADMIN, AUDITOR}

PERMITTED: Final[dict[str, frozenset[str]]] = {
    # Only the set-up of an empty desk, where there is no account yet, and a further centre at an administrator's hand.
    SET_UP: frozenset({ADMIN}),
    REGISTER: frozenset(_COUNTER),
    AMEND: frozenset(_COUNTER),
    INQUIRE: frozenset(_COUNTER),
    MEET: frozenset(_CASE_WORK),
    AGREE: frozenset(_CASE_WORK),
    ISSUE: frozenset(_CASE_WORK),
    SIGN: frozenset(_COUNTER),
    PRINT: frozenset(_COUNTER),
    PERFORM: frozenset(_COUNTER),
    FOLLOW_UP: frozenset(_COUNTER),
    ENFORCE: frozenset(_COUNTER),
    REFER: frozenset(_COUNTER),
    END: frozenset(_CASE_WORK),
    FILE: frozenset(_COUNTER),
    ATTACH: frozenset(_COUNTER),
    INSPECT: frozenset(_COUNTER),
    UNDO: frozenset(_COUNTER),
    ACCOUNTS: frozenset({ADMIN, HEAD}),
    RESET: frozenset({HEAD}),
    SETTINGS: frozenset({ADMIN, HEAD}),
    OWN_ACCOUNT: frozenset(_EVERYONE),
    READ: frozenset({MEDIATOR, HEAD, REGISTRAR, AUDITOR}),
    HISTORY: frozenset({MEDIATOR, HEAD, REGISTRAR, AUDITOR}),
    BACKUP: frozenset(_EVERYONE),
    CHECK: frozenset(_EVERYONE),
}


def permits(roles: Iterable[str], purpose: str) -> bool:
    """Whether any of the roles permits the purpose. An unknown purpose is our mistake and raises ``KeyError``."""
    return not PERMITTED[purpose].isdisjoint(roles)
