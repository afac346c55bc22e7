"""What a version of the plan says, as plain values, and what is still missing in it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from .models import Aanleiding, Fase, MetOuders, Planversie


@dataclass(frozen=True, kw_only=True)
class AfspraakInhoud:
    """Who does what from when; `voor_kind` says the same to a child."""

    tekst: str
    wie: str
    vanaf: date
    tot: date | None = None
    voor_wie: str = "gezin"
    toezicht_door: str = ""
    voor_kind: str = ""


@dataclass(frozen=True, kw_only=True)
class VoorwaardeInhoud:
    """What must happen at least, who asks it, by when, and the agreements that make it happen."""

    wat: str
    gesteld_door: str
    geregeld_op: date
    afspraken: tuple[AfspraakInhoud, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Planinhoud:
    """All of a version (forms §4); the words are explained at `Planversie`."""

    waarom: str
    voorwaarden: tuple[VoorwaardeInhoud, ...]
    als_het_lukt: str
    als_het_niet_lukt: str
    als_ouders_niet_kunnen: str
    toezicht_door: str
    steun_voor_ouders: str
    evaluatie_op: date
    evaluatie_met: str
    aanleiding: str = Aanleiding.BEGIN
    fase: str = Fase.DIRECT
    makers_gezin: str = ""
    makers_netwerk: str = ""
    makers_hulp: str = ""
    met_ouders: str = MetOuders.HELEMAAL
    met_ouders_reden: str = ""
    gezin_besloot: str = ""
    kind_uitleg: str = ""
    kind_bij_wie: str = ""

    def velden(self) -> dict[str, Any]:
        """All but the conditions, by the name of their column."""
        return {naam: getattr(self, naam) for naam in VELDEN}


VELDEN: Final = tuple(naam for naam in Planinhoud.__dataclass_fields__ if naam != "voorwaarden")
NODIG: Final = (
    ("waarom", _("Schrijf op wat er nu niet veilig is.")),
    ("als_het_lukt", _("Schrijf op wat er gebeurt als iedereen zich aan het plan houdt.")),
    ("als_het_niet_lukt", _("Schrijf op wat er gebeurt als iemand zich niet aan het plan houdt.")),
    (
        "als_ouders_niet_kunnen",
        _("Schrijf op welke stappen volgen als de ouders het niet veilig kunnen maken."),
    ),
    ("toezicht_door", _("Schrijf op wie kijkt of de afspraken worden nagekomen.")),
    ("steun_voor_ouders", _("Schrijf op wie de ouders direct helpt.")),
    ("evaluatie_met", _("Schrijf op met wie u terugkijkt.")),
)


def list_missing(inhoud: Planinhoud, *, on: date) -> list[str]:
    """What has to be filled in before this can be a plan: sentences, empty when it is one.

    A plan has conditions with agreements that say who does what from when (R70), which steps follow
    when parents cannot keep it safe (R65), who supervises and who helps the parents (R69), and how
    far the parents made it themselves, with the reason when not wholly (R268).
    """
    mist = [str(zin) for naam, zin in NODIG if not getattr(inhoud, naam).strip()]
    if not any((inhoud.makers_gezin, inhoud.makers_netwerk, inhoud.makers_hulp)):
        mist.append(str(_("Schrijf op wie het plan maakten.")))
    if inhoud.met_ouders != MetOuders.HELEMAAL and not inhoud.met_ouders_reden.strip():
        mist.append(str(_("Schrijf op waarom de ouders het plan niet helemaal zelf maakten.")))
    if inhoud.evaluatie_op < on:
        mist.append(str(_("De dag waarop u terugkijkt, is al geweest.")))
    if not inhoud.voorwaarden:
        mist.append(str(_("Schrijf ten minste een voorwaarde op.")))
    for nummer, voorwaarde in enumerate(inhoud.voorwaarden, start=1):
        mist += _missing_in(nummer, voorwaarde)
    return mist


def _missing_in(nummer: int, voorwaarde: VoorwaardeInhoud) -> list[str]:
    plek = {"nummer": nummer}
    mist = []
    if not (voorwaarde.wat.strip() and voorwaarde.gesteld_door.strip()):
        mist.append(_("Voorwaarde %(nummer)s: schrijf op wat er moet gebeuren en wie dat vraagt."))
    if not voorwaarde.afspraken:
        mist.append(_("Voorwaarde %(nummer)s: schrijf ten minste een afspraak op."))
    if any(not (een.tekst.strip() and een.wie.strip()) for een in voorwaarde.afspraken):
        mist.append(_("Voorwaarde %(nummer)s: schrijf bij elke afspraak op wie wat doet."))
    if any(een.tot and een.tot < een.vanaf for een in voorwaarde.afspraken):
        mist.append(_("Voorwaarde %(nummer)s: een afspraak eindigt niet voor het begin."))
    return [str(zin) % plek for zin in mist]


def read_inhoud(versie: Planversie) -> Planinhoud:
    """What a kept version says."""
    voorwaarden = tuple(
        VoorwaardeInhoud(
            wat=rij.wat,
            gesteld_door=rij.gesteld_door,
            geregeld_op=rij.geregeld_op,
            afspraken=tuple(
                AfspraakInhoud(
                    **{naam: getattr(een, naam) for naam in AfspraakInhoud.__dataclass_fields__}
                )
                for een in rij.afspraken.all()
            ),
        )
        for rij in versie.voorwaarden.prefetch_related("afspraken")
    )
    velden = {naam: getattr(versie, naam) for naam in VELDEN}
    return Planinhoud(voorwaarden=voorwaarden, **velden)


def next_inhoud(versie: Planversie) -> Planinhoud:
    """What the next version begins with: the same words, another reason, a new day to look back."""
    return replace(read_inhoud(versie), aanleiding=Aanleiding.EVALUATIE)
