"""What can be wrong with an act on a report; the text is a sentence for who does it."""

from __future__ import annotations


class RapportFout(ValueError):
    """The act cannot be done; nothing was changed."""


class AlGepubliceerd(RapportFout):
    """Someone published this version already: what is published stays as it is."""


class MagNietPubliceren(RapportFout):
    """This area, or this report, is not for this organisation to publish."""


class NietEigen(RapportFout):
    """Only the organisation of an area makes a report of it in full."""
