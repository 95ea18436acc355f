"""Mediation Desk (调解工作台)."""

__version__ = "0.1.0"
