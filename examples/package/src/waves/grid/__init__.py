"""Waves in two dimensions."""
