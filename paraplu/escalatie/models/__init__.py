"""The tables of this room: escalations with who took part, and children not protected enough."""

from .escalatie import Deelnemer, Escalatie, Overleg
from .onbeschermd import BesprekingOnbeschermd, Onbeschermd
from .verslag import Goedkeuring, Verslag

__all__ = [
    "BesprekingOnbeschermd",
    "Deelnemer",
    "Escalatie",
    "Goedkeuring",
    "Onbeschermd",
    "Overleg",
    "Verslag",
]
