"""The trace of who reads along: by the number of the invitation, never by name."""

from __future__ import annotations

from typing import Final

from paraplu.web.actions import write_spoor

from .models import Uitnodiging

#: How a line of the family begins; what stands behind it is the number of the invitation.
GEZINSLID: Final = "Gezinslid met uitnodiging "
DOEL: Final = "eigen dossier lezen"


def trace(
    uitnodiging: Uitnodiging, handeling: str, *, bij: str = "", resultaat: str = "gelukt"
) -> None:
    """Write what somebody of the family did. `bij` is a kind and number of an item."""
    write_spoor(
        gebruiker=None,
        als=f"{GEZINSLID}{uitnodiging.nummer}",
        handeling=handeling,
        voorwerp=f"{uitnodiging.casus.nummer} {bij}".strip(),
        doel=DOEL,
        resultaat=resultaat,
        gezin=uitnodiging.casus.spoor_gezin,
    )
