"""The forms of this room."""

from .stap import RedenForm, UitkomstForm

__all__ = ["RedenForm", "UitkomstForm"]
