"""Mediation Desk (调解工作台)."""
