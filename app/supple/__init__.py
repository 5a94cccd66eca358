"""Supple: guided hamstring and low-back stretches for desk breaks."""

__version__ = "0.1.0"
APP_ID = "alt.supple.Supple"
"""What desktops know the program by; docs/decisions/0013 says why it reads like this."""
