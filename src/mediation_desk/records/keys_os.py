"""The operating system's keyring, used only where it is known to keep what it is given.

The ``keyring`` package would take whatever back end is configured, a null one included, which loses the secret while
saying that it saved it. So: four back ends by name, a secret written and read back, and a limit on the waiting (a
locked keyring asks its owner, who may not be there).
"""

from __future__ import annotations

import base64
import importlib
import threading
from binascii import Error as NotBase64
from collections.abc import Callable
from typing import Any, TypeVar

SERVICE = "mediation-desk"
WAIT_SECONDS = 20.0

T = TypeVar("T")

_BACKENDS = {
    "keyring.backends.SecretService": "Keyring",
    "keyring.backends.kwallet": "DBusKeyring",
    "keyring.backends.Windows": "WinVaultKeyring",
    "keyring.backends.macOS": "Keyring",
}


class OsKeys:
    """Secrets in this account's keyring. Where there is none, ``keep`` says no and ``fetch`` finds nothing."""

    def __init__(self, wait_seconds: float = WAIT_SECONDS) -> None:
        self._wait = wait_seconds

    def keep(self, entry: str, secret: bytes) -> bool:
        """Store ``secret`` under ``entry``; True once it has been read back equal."""

        def store(backend: Any) -> bool:
            text = base64.b64encode(secret).decode()
            backend.set_password(SERVICE, entry, text)
            return bool(backend.get_password(SERVICE, entry) == text)

        return self._ask(store) or False

    def fetch(self, entry: str) -> bytes | None:
        """The secret under ``entry``; None when it is not there, not readable or the keyring does not answer."""
        text = self._ask(lambda backend: backend.get_password(SERVICE, entry))
        try:
            return None if text is None else base64.b64decode(text, validate=True)
        except NotBase64:
            return None

    def forget(self, entry: str) -> None:
        """Remove ``entry`` if it is there."""
        self._ask(lambda backend: backend.delete_password(SERVICE, entry))

    def available(self) -> bool:
        """Whether one of the known keyrings answers here."""
        return self._ask(lambda _backend: True) or False

    def _ask(self, question: Callable[[Any], T]) -> T | None:
        """The keyring's answer, or None when there is no keyring, it refuses, or the time is up."""
        answers: list[T] = []

        def work() -> None:
            backend = _backend()
            if backend is None:
                return
            try:
                answers.append(question(backend))
            except _refusals():
                return

        # A daemon, and not a pool: a prompt that nobody answers must not keep the program from ending.
        thread = threading.Thread(target=work, name="keyring", daemon=True)
        thread.start()
        thread.join(self._wait)
        return answers[0] if answers else None


def _backend() -> Any | None:
    """The first known keyring that works in this session."""
    refusals = _refusals()
    for module, name in _BACKENDS.items():
        try:
            backend = getattr(importlib.import_module(module), name)
            if backend.viable:
                return backend()
        except refusals:
            continue
    return None


def _refusals() -> tuple[type[Exception], ...]:
    """What the back ends raise when a keyring is absent, locked, refused or gone."""
    known: list[type[Exception]] = [importlib.import_module("keyring.errors").KeyringError, OSError, RuntimeError]
    for module, name in (
        ("secretstorage.exceptions", "SecretStorageException"),
        ("jeepney.wrappers", "DBusErrorResponse"),
        ("dbus.exceptions", "DBusException"),
    ):
        try:
            known.append(getattr(importlib.import_module(module), name))
        except ImportError:
            continue  # the packages of other platforms
    return tuple(known)
