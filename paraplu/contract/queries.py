"""The only reader of this room: what holds on a day, and which scenarios a user may see."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Prefetch, Q, QuerySet

from paraplu.afspraken import gebieden
from paraplu.netwerk.models import Organisatie as Werkgever
from paraplu.netwerk.models import Soort as Werkgeversoort
from paraplu.netwerk.queries import in_force
from paraplu.web.models import Gebruiker, Organisatie

from .models import (
    Bijlage,
    Bijlagebestand,
    Bijlageversie,
    Caseloadstand,
    Indexatie,
    Overeenkomst,
    Partij,
    Product,
    Regioclausule,
    Scenario,
    Toetredingsbesluit,
    Werknorm,
    Werkzaamheid,
    Wie,
)
from .rechten import LEZERS
from .tarieven import Tariefantwoord, find_tarief

#: What a region has when it has nothing otherwise (R156, R157).
ANDERS = {
    Regioclausule.Sleutel.BOETE: "nee",
    Regioclausule.Sleutel.TOETREDING: Wie.SAMEN.value,
}


def overeenkomsten_for(gebruiker: Gebruiker) -> QuerySet[Overeenkomst]:
    """The agreements, for who reads contracts."""
    return Overeenkomst.objects.all() if may_read(gebruiker) else Overeenkomst.objects.none()


def may_read(gebruiker: Gebruiker) -> bool:
    """Whether this kind of user reads contracts."""
    return gebruiker.soort in LEZERS


def bestanden_for(gebruiker: Gebruiker) -> QuerySet[Bijlagebestand]:
    """The files of annexes, for who reads contracts."""
    mag = overeenkomsten_for(gebruiker)
    return Bijlagebestand.objects.filter(versie__bijlage__overeenkomst__in=mag).select_related(
        "versie"
    )


def list_bijlagen(overeenkomst: Overeenkomst) -> list[tuple[Bijlage, list[Bijlageversie]]]:
    """Every annex with its versions, newest first; what is in a file is not read for a list."""
    licht = Bijlagebestand.objects.defer("inhoud")
    versies = Bijlageversie.objects.prefetch_related(Prefetch("bestand", queryset=licht))
    alle = overeenkomst.bijlagen.prefetch_related(Prefetch("versies", queryset=versies))
    return [(bijlage, list(bijlage.versies.all())) for bijlage in alle]


def einde_of(overeenkomst: Overeenkomst, *, op: date | None = None) -> date:
    """The last day, with every extension that was decided (on `op` at the latest)."""
    alle = overeenkomst.verlengingen.all()
    if op is not None:
        alle = alle.filter(besloten_op__lte=op)
    laatste = alle.order_by("-tot").first()
    return laatste.tot if laatste else overeenkomst.einde


def parties_on(overeenkomst: Overeenkomst, *, op: date) -> QuerySet[Partij]:
    """Who takes part on a day."""
    return overeenkomst.partijen.filter(in_force(op))


def clausule_on(overeenkomst: Overeenkomst, regio: str, sleutel: str, *, op: date) -> str:
    """What holds in a region on a day: its own clause, else what all have."""
    rij = (
        overeenkomst.clausules.filter(regio=regio, sleutel=sleutel, vanaf__lte=op)
        .order_by("-vanaf", "-id")
        .first()
    )
    return rij.waarde if rij else ANDERS[Regioclausule.Sleutel(sleutel)]


def overeenkomst_on(op: date) -> Overeenkomst | None:
    """The agreement in force on a day, extensions included; None when there is none."""
    begonnen = Overeenkomst.objects.filter(begin__lte=op).order_by("-begin")
    return next((o for o in begonnen if op <= einde_of(o)), None)


def has_boeteclausule(regio: str, *, op: date) -> bool:
    """Whether this region keeps the passage on penalties on a day (R157); what it costs stands nowhere."""
    overeenkomst = overeenkomst_on(op)
    sleutel = Regioclausule.Sleutel.BOETE
    return overeenkomst is not None and clausule_on(overeenkomst, regio, sleutel, op=op) == "ja"


@dataclass(frozen=True)
class Regiostand:
    """One region in the agreement on a day."""

    code: str
    naam: str
    boete: bool
    toetreding: str


def list_regios(overeenkomst: Overeenkomst, *, op: date) -> list[Regiostand]:
    """What each region has on a day, in one question to the database."""
    gekozen = dict(ANDERS)
    per_regio: dict[str, dict[str, str]] = {}
    for rij in overeenkomst.clausules.filter(vanaf__lte=op).order_by("vanaf", "id"):
        per_regio.setdefault(rij.regio, {})[rij.sleutel] = rij.waarde
    return [
        Regiostand(
            code=regio.code,
            naam=regio.naam,
            boete=(gekozen | per_regio.get(regio.code, {}))["boete"] == "ja",
            toetreding=(gekozen | per_regio.get(regio.code, {}))["toetreding"],
        )
        for regio in gebieden.regios()
    ]


def decisions_about(partij: Partij) -> dict[str, Toetredingsbesluit]:
    """The last decision of each region about a GI that wants to join."""
    return {besluit.regio: besluit for besluit in partij.besluiten.all()}


def works_in(partij: Partij, regio: str, *, op: date) -> bool:
    """Whether a GI takes part in a region on a day: from the beginning, or with a yes (R156)."""
    if not partij.vanaf <= op or (partij.tot and partij.tot < op):
        return False
    if not partij.is_later:
        return True
    besluit = decisions_about(partij).get(regio)
    return besluit is not None and besluit.akkoord and besluit.besloten_op <= op


def indexaties() -> dict[int, Decimal]:
    """Indexation in percent by year."""
    return dict(Indexatie.objects.values_list("jaar", "procent"))


def tarief_on(product: Product, *, op: date) -> Tariefantwoord:
    """What a product costs on a day, with the explanation (R158)."""
    return find_tarief(product.tarieven.all(), indexaties(), op=op)


def list_tarieven(*, op: date) -> list[tuple[Product, Tariefantwoord]]:
    """Every product with its tariff on a day."""
    per_jaar = indexaties()
    alle = Product.objects.prefetch_related("tarieven__delen")
    return [(p, find_tarief(p.tarieven.all(), per_jaar, op=op)) for p in alle]


def sum_eenmalig(*, jaren: Iterable[int]) -> list[tuple[int, Decimal | None, int]]:
    """Per year the one-off costs that are known (None: of no work) and how much work has no amount (R162)."""
    uit = []
    for jaar in jaren:
        bedragen = list(Werkzaamheid.objects.filter(jaar=jaar).values_list("bedrag", flat=True))
        bekend = [bedrag for bedrag in bedragen if bedrag is not None]
        som = sum(bekend, Decimal(0)) if bekend else None
        uit.append((jaar, som, len(bedragen) - len(bekend)))
    return uit


def scenarios_for(gebruiker: Gebruiker) -> QuerySet[Scenario]:
    """Made by this user, or shared with their organisation and not withdrawn."""
    if not may_read(gebruiker):
        return Scenario.objects.none()
    gedeeld = Q(
        delingen__ingetrokken_op=None,
        delingen__organisatie_soort=gebruiker.organisatie_soort,
        delingen__organisatie_code=gebruiker.organisatie_code,
    )
    van_mij = Q(maker=gebruiker)
    sleutels = Scenario.objects.filter(van_mij | gedeeld).values("pk")
    return Scenario.objects.filter(pk__in=sleutels).select_related("maker")


def organisations_to_share_with() -> list[tuple[str, str, str]]:
    """Kind, code and name of every organisation that has somebody who reads contracts."""
    rijen = (
        Gebruiker.objects.filter(soort__in=LEZERS, is_active=True)
        .exclude(organisatie_soort=Organisatie.BEHEER)
        .values_list("organisatie_soort", "organisatie_code", "organisatie_naam")
        .distinct()
    )
    namen = {(soort, code): naam for soort, code, naam in rijen}
    return sorted(((s, c, n) for (s, c), n in namen.items()), key=lambda rij: rij[2])


def gi_of(gebruiker: Gebruiker, *, on: date) -> Werkgever | None:
    """The GI that this user works for; None for who works elsewhere."""
    if gebruiker.organisatie_soort != Organisatie.GI:
        return None
    return Werkgever.objects.filter(
        in_force(on), soort=Werkgeversoort.GI, code=gebruiker.organisatie_code
    ).first()


def gis_on(on: date) -> QuerySet[Werkgever]:
    """Every GI on a day."""
    return Werkgever.objects.filter(in_force(on), soort=Werkgeversoort.GI)


@dataclass(frozen=True)
class Caseloadregel:
    """The caseload of a GI or team as it was, beside the norm; None where there is no norm (R292)."""

    stand: Caseloadstand
    caseload: Decimal
    norm: Werknorm | None

    @property
    def verschil(self) -> Decimal | None:
        """More than the norm is above zero."""
        return (
            None
            if self.norm is None or self.norm.waarde is None
            else self.caseload - self.norm.waarde
        )


def list_caseload(*, op: date) -> list[Caseloadregel]:
    """The last known caseload of every GI and team on a day, beside the norm of that day."""
    laatste: dict[tuple[str, str], Caseloadstand] = {}
    for stand in Caseloadstand.objects.filter(op__lte=op):
        laatste[(stand.gi, stand.team)] = stand
    norm = (
        Werknorm.objects.filter(soort=Werknorm.Soort.CASELOAD, vanaf__lte=op)
        .exclude(waarde=None)
        .order_by("-vanaf", "-id")
        .first()
    )
    return [
        Caseloadregel(s, (s.maatregelen / s.fte).quantize(Decimal("0.01")), norm)
        for s in laatste.values()
    ]
