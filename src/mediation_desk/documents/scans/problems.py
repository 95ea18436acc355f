"""Why a scan cannot be put on a sheet. The file itself is kept as it is."""

from __future__ import annotations

from mediation_desk.domain.problem import KnownProblem
from mediation_desk.domain.words import N_

ENCRYPTED = N_("the file is encrypted and asks for a password")
DAMAGED = N_("the file is damaged and cannot be opened")
TOO_MANY_POINTS = N_("the picture has too many points ({width} × {height}); scan it at 300 dpi")
NO_SCAN = N_("the file is no PDF, JPEG, PNG or TIFF")
NO_PAGES = N_("the file has no pages")


class ScanRefused(KnownProblem):
    """A scan that cannot be shown, by its reason."""
