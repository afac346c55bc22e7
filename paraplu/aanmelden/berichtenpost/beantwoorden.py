"""The retour on a message that came in: made from what the check found, ready for the outbox."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from paraplu.aanmelden.models import Werkbericht
from paraplu.berichten import Bericht, Bevinding, schrijf
from paraplu.berichten.antwoord import GeenAntwoord, Oordeel, antwoord, lees_antwoord

from .nummers import volgende_identificatie
from .uitgaand import Uitgaand

#: The identification was used before for another message (TR056).
AL_GEBRUIKT = Oordeel(pad="Header", code="TR056")


@dataclass(frozen=True, kw_only=True)
class Uitslag:
    """The answer to a message, and the codes in it that refuse something.

    `zonder_antwoord` says why there is none; then the sender must hear it outside the messages.
    """

    retour: Uitgaand | None = None
    codes: tuple[str, ...] = ()
    zonder_antwoord: str = ""


def beantwoord(bericht: Bericht, bevindingen: tuple[Bevinding, ...], *, on: date) -> Uitslag:
    """Answer a 301, 305, 307, 315 or 319 on a day (OP090: within three working days)."""
    kop = bericht.inhoud["Header"]
    oordelen = [*bevindingen, *([AL_GEBRUIKT] if _used_before(bericht) else [])]
    identificatie = volgende_identificatie(kop["Ontvanger"])
    gemaakt = antwoord(bericht, oordelen, identificatie=identificatie, dagtekening=on)
    if isinstance(gemaakt, GeenAntwoord):
        return Uitslag(zonder_antwoord=gemaakt.reden)
    return Uitslag(
        retour=Uitgaand(
            soort=gemaakt.soort,
            afzender=kop["Ontvanger"],
            ontvanger=kop["Afzender"],
            identificatie=identificatie,
            dagtekening=on,
            inhoud=schrijf(gemaakt),
        ),
        codes=tuple(sorted({fout.code for fout in lees_antwoord(gemaakt).fouten})),
    )


def _used_before(bericht: Bericht) -> bool:
    """Whether this sender used the identification for another message of this kind."""
    kop = bericht.inhoud["Header"]
    return (
        Werkbericht.objects.filter(
            richting=Werkbericht.Richting.IN,
            soort=bericht.soort,
            afzender=kop["Afzender"],
            identificatie=kop["BerichtIdentificatie"]["Identificatie"],
        )
        .exclude(status=Werkbericht.Status.AFGEKEURD)
        .exists()
    )
