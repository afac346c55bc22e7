"""What can go wrong with an invitation, for the professional; the text is Dutch and says what to do."""

from __future__ import annotations

from paraplu.casussen.fouten import CasusFout


class MagNietMeelezen(CasusFout):
    """This person may not be invited to this case, or not in this way."""
