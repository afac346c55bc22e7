"""The only readers of this room: for the family by session, for professionals by account."""

from .lezer import Lezer, find_lezer, find_toestel, list_stukken, read_stuk, render_stuk
from .werk import (
    gelezen_op,
    inbreng_of,
    list_unseen,
    list_wachtend,
    uitnodigingen_for,
    uitnodigingen_of,
)

__all__ = [
    "Lezer",
    "find_lezer",
    "find_toestel",
    "gelezen_op",
    "inbreng_of",
    "list_stukken",
    "list_unseen",
    "list_wachtend",
    "read_stuk",
    "render_stuk",
    "uitnodigingen_for",
    "uitnodigingen_of",
]
