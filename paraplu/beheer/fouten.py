"""What can go wrong in running Paraplu; `str()` is the sentence to show."""

from __future__ import annotations


class BeheerFout(Exception):
    """Something that cannot be done; `str()` says what, and what to do."""


class GeenReservekopie(BeheerFout):
    """The folder is not a finished backup, or something in it was changed."""


class NietLeeg(BeheerFout):
    """There is something already where a backup should be put, or should be put back."""


class DatabaseWeigert(BeheerFout):
    """A program of PostgreSQL did not do what was asked."""


class NietGoedgekeurd(BeheerFout):
    """Nobody approved this list yet."""


class AlGedaan(BeheerFout):
    """Somebody did this already."""


class ZelfOpgesteld(BeheerFout):
    """Who drew up a list cannot approve it."""


class AlleenEigenaar(BeheerFout):
    """Only the owner of the tables can do this."""


class BestaatNiet(BeheerFout):
    """There is no dossier with this number."""
