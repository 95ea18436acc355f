"""A desk of one centre, with a clock in hand."""

from tests.desk_fixtures import clock, desk, seat

__all__ = ["clock", "desk", "seat"]
