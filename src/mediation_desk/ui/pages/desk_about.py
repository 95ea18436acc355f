"""This desk: what the program is, what it does not do yet, and whose work is in it."""

from __future__ import annotations

import importlib.metadata

from mediation_desk import __version__
from mediation_desk.reference.language import _
from mediation_desk.ui.pages.section import Section
from mediation_desk.ui.parts.words import Words, heading, quiet

_OTHERS = (
    ("PySide6-Essentials", "LGPL-3.0"),
    ("SQLAlchemy", "MIT"),
    ("sqlcipher3", "Zlib"),
    ("reportlab", "BSD"),
    ("pikepdf", "MPL-2.0"),
    ("pypdfium2", "BSD / Apache-2.0"),
    ("cryptography", "Apache-2.0 / BSD"),
    ("keyring", "MIT"),
    ("msgspec", "BSD"),
    ("pypinyin", "MIT"),
    ("uniseg", "MIT"),
    ("fonttools", "MIT"),
    ("alembic", "MIT"),
)


class AboutSection(Section):
    """Version, limits, licences."""

    def __init__(self) -> None:
        super().__init__(_("About"))
        self.inside.addWidget(Words(_("Mediation Desk {version}, Apache-2.0").format(version=__version__)))
        self.inside.addWidget(heading(_("What this version does not do")))
        for sentence in (
            _("It works on this computer alone: nothing is sent anywhere, and desks do not exchange cases yet."),
            _("What is printed or saved as a file leaves the encryption; keep it as you keep paper."),
            _("Holidays are known to the end of 2026; beyond that, last days count weekends only and say so."),
        ):
            self.inside.addWidget(quiet(sentence, wrap=True))
        self.inside.addWidget(heading(_("Built with")))
        lines = (f"{name} {importlib.metadata.version(name)}　{licence}" for name, licence in _OTHERS)
        self.inside.addWidget(quiet("\n".join(lines), wrap=True))
        self.inside.addWidget(
            quiet(_("Typefaces: Noto (OFL), HanaMin (OFL), Fandol (GPL with font exception)"), wrap=True)
        )
        self.inside.addStretch(1)
