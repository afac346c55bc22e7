"""The tables of this room."""

from .overdragen import (
    Aanwezig,
    Opvolging,
    Overdrachtsgesprek,
    Overdrachtsvraag,
    Overnemer,
    Voornemen,
)
from .voogd import Voogdvraag

__all__ = [
    "Aanwezig",
    "Opvolging",
    "Overdrachtsgesprek",
    "Overdrachtsvraag",
    "Overnemer",
    "Voogdvraag",
    "Voornemen",
]
