"""Waves on a string and on a membrane."""

from waves.string import energy, pluck, run

__all__ = ["energy", "pluck", "run"]
