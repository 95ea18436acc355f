"""Here a desk serves one centre and its clock stands still until it is moved."""

from __future__ import annotations

from tests.desk_fixtures import clock, desk, seat

__all__ = ["clock", "desk", "seat"]
