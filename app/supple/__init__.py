"""Supple: guided hamstring and low-back stretches for desk breaks."""

__version__ = "0.1.0"
