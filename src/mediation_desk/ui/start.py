"""``mediation-desk`` without a command: the window. Lean, as a person waits for its first paint."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from datetime import datetime
from pathlib import Path

from mediation_desk.domain.dates import CHINA
from mediation_desk.records.profile import Profile, default_folder
from mediation_desk.reference.language import choose
from mediation_desk.ui.apology import Apology
from mediation_desk.ui.app import make_application
from mediation_desk.ui.remembered import Remembered
from mediation_desk.ui.window import LANGUAGE, Window

PASSPHRASE_FILE = "MEDIATION_DESK_PASSPHRASE_FILE"


def main(options: Namespace) -> int:
    """Show the window until it is closed. ``options``: ``profile`` and ``passphrase_file``, both may be None."""
    profile = Profile(Path(options.profile).expanduser() if options.profile else default_folder())
    named = options.passphrase_file or os.environ.get(PASSPHRASE_FILE)
    language = Remembered(profile.folder / "window.json").text(LANGUAGE)
    if language:
        choose(language)
    app = make_application([sys.argv[0]])
    window = Window(profile, Path(named) if named else None)
    Apology(
        profile.folder / "reports",
        window.keep_everything,
        window.apologise,
        lambda: datetime.now(CHINA),
    ).install()
    window.begin()
    window.show()
    return app.exec()
