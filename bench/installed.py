"""A process as it is on a desk where the program is installed: what Python compiles is kept, as an installer keeps it."""

from __future__ import annotations

import os
from pathlib import Path


def installed(folder: Path, **more: str) -> dict[str, str]:
    """The environment of such a process; compiled modules lie in ``folder``, so the first start makes them."""
    own = {n: v for n, v in os.environ.items() if n != "PYTHONDONTWRITEBYTECODE"}
    return own | {"PYTHONPYCACHEPREFIX": str(folder / "compiled"), **more}
