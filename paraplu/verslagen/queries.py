"""The only reader of this room: which reports may this user see, and which version holds."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet

from paraplu.inzage.kijker import kring_van
from paraplu.web.models import Gebruiker, Soort
from paraplu.web.rechten import KIJKERS

from .models import Aanvraag, Rapport, Toestand
from .opzet import Kring
from .rechten import MAAKT

#: Large and not needed in a list.
GROOT = ("opzet", "stand", "kijk", "definities", "gereedschap", "cijfers", "inhoud")


def rapporten_for(gebruiker: Gebruiker) -> QuerySet[Rapport]:
    """Those of the own organisation, and what was published for the user's circle (`mag_zien`)."""
    alle = Rapport.objects.select_related("gepubliceerd_door")
    if Soort(gebruiker.soort) not in KIJKERS:
        return alle.none()
    eigen = Q(
        organisatie_soort=gebruiker.organisatie_soort, organisatie_code=gebruiker.organisatie_code
    )
    kringen = {Kring.PUBLIEK, kring_van(gebruiker)}
    gedeeld = Q(gepubliceerd_op__isnull=False, kring__in=kringen)
    return alle.filter(eigen | gedeeld if Kring.PARTIJEN in kringen else gedeeld)


def list_for(
    gebruiker: Gebruiker, *, gebied: str = "", soort: str = "", jaar: str = ""
) -> QuerySet[Rapport]:
    """The list of a page; `gebied` as in an address (regio-CG, gelderland), empty for all."""
    gevonden = rapporten_for(gebruiker).defer(*GROOT)
    if gebied:
        soort_gebied, _streep, code = gebied.partition("-")
        gevonden = gevonden.filter(
            gebied_soort="" if gebied == "gelderland" else soort_gebied, gebied_code=code
        )
    if soort:
        gevonden = gevonden.filter(soort=soort)
    if jaar:
        gevonden = gevonden.filter(periode__startswith=jaar)
    return gevonden


def versies_of(gebruiker: Gebruiker, rapport: Rapport) -> list[Rapport]:
    """All versions of this report that the user may see, the newest first."""
    reeks = rapporten_for(gebruiker).filter(
        soort=rapport.soort,
        gebied_soort=rapport.gebied_soort,
        gebied_code=rapport.gebied_code,
        periode=rapport.periode,
        kring=rapport.kring,
    )
    return list(reeks.defer(*GROOT).order_by("-versie"))


def geldende_versie(versies: list[Rapport]) -> Rapport | None:
    """The highest version that is published; None where there are concepts only."""
    return next((rapport for rapport in versies if rapport.is_gepubliceerd), None)


def find_rapport(nummer: str) -> Rapport | None:
    """The report of this number, as the command line names it: verslag-12 or 12."""
    pk = nummer.removeprefix("verslag-")
    return Rapport.objects.filter(pk=int(pk)).first() if pk.isdecimal() else None


def all_rapporten(*, jaar: str = "") -> QuerySet[Rapport]:
    """Every report, without figures: for who keeps the machine running."""
    return Rapport.objects.defer(*GROOT).filter(periode__startswith=jaar)


def aanvragen_for(gebruiker: Gebruiker) -> QuerySet[Aanvraag]:
    """What the own organisation asked for."""
    if Soort(gebruiker.soort) not in MAAKT:
        return Aanvraag.objects.none()
    return Aanvraag.objects.filter(
        organisatie_soort=gebruiker.organisatie_soort, organisatie_code=gebruiker.organisatie_code
    )


def open_aanvragen(gebruiker: Gebruiker) -> list[Aanvraag]:
    """Those that are being made, the newest first."""
    onderweg = (Toestand.WACHT, Toestand.BEZIG)
    return list(aanvragen_for(gebruiker).filter(toestand__in=onderweg))


def kept_standen() -> list[dict[str, Any]]:
    """The data behind every report, as `Stand.als_dict` kept it: what a clean-up must leave."""
    return list(Rapport.objects.values_list("stand", flat=True))
