"""Put what the sources hold in the registers, once: actions of 2020, bodies, decisions, states."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from .. import gegevens
from ..models import Actie, Actiedatum, Actiestap, Besluit, Orgaan, Orgaanlid, Regiostand

#: The day of the agenda, and of the memo.
AGENDA_OP = date(2020, 4, 17)
#: The reason why every date of 2020 was preliminary.
VOORBEHOUD = "Alle termijnen van 2020 waren onder voorbehoud, door corona."


@transaction.atomic
def fill_registers() -> int:
    """Everything that is not there yet; gives how many rows are new. Twice gives the same."""
    return _fill_acties() + _fill_organen() + _fill_besluiten() + _fill_standen()


def _fill_acties() -> int:
    nieuw = 0
    bestaand = set(Actie.objects.exclude(sleutel=None).values_list("sleutel", flat=True))
    for rij in gegevens.lees("acties2020")["actie"]:
        if rij["sleutel"] in bestaand:
            continue
        velden = {naam: rij[naam] for naam in ("sleutel", "onderdeel", "onderwerp", "resultaat")}
        rest = {naam: rij.get(naam, "") for naam in ("toelichting", "eigenaar", "partij", "geld")}
        actie = Actie.objects.create(gemaakt_op=AGENDA_OP, **velden, **rest)
        Actiedatum.objects.create(
            actie=actie,
            datum=rij.get("datum"),
            tekst=rij.get("termijn", ""),
            voorlopig=True,
            reden=VOORBEHOUD,
            op=AGENDA_OP,
        )
        Actiestap.objects.create(
            actie=actie, stand=Actiestap.Stand.OPEN, tekst="Overgenomen.", op=AGENDA_OP
        )
        nieuw += 1
    return nieuw


def _fill_organen() -> int:
    nieuw = 0
    for rij in gegevens.lees("organen")["orgaan"]:
        velden = {naam: waarde for naam, waarde in rij.items() if naam not in {"leden", "naam"}}
        orgaan, is_nieuw = Orgaan.objects.get_or_create(naam=rij["naam"], defaults=velden)
        nieuw += is_nieuw
        if is_nieuw:
            Orgaanlid.objects.bulk_create(
                Orgaanlid(orgaan=orgaan, organisatie=naam, vanaf=AGENDA_OP) for naam in rij["leden"]
            )
    return nieuw


def _fill_besluiten() -> int:
    nieuw = 0
    for rij in gegevens.lees("organen")["besluit"]:
        orgaan = Orgaan.objects.get(naam=rij["orgaan"])
        zelfde = {"orgaan": orgaan, "onderwerp": rij["onderwerp"], "datum": rij["datum"]}
        if not Besluit.objects.filter(**zelfde).exists():
            velden = {naam: rij[naam] for naam in ("tekst", "stand", "bron")}
            gebied = rij.get("gebied", "")
            Besluit.objects.create(op=rij["datum"], gebied=gebied, **zelfde, **velden)
            nieuw += 1
    return nieuw


def _fill_standen() -> int:
    nieuw = 0
    for rij in gegevens.lees("organen")["stand"]:
        sleutel: dict[str, Any] = {
            "soort": Regiostand.Soort.BOUWSTEEN,
            "sleutel": rij["sleutel"],
            "regio": rij["regio"],
        }
        if not Regiostand.objects.filter(**sleutel).exists():
            orgaan = Orgaan.objects.filter(naam=rij.get("orgaan", "")).first()
            velden = {naam: rij[naam] for naam in ("stand", "datum", "bewijs")}
            Regiostand.objects.create(op=rij["datum"], orgaan=orgaan, **sleutel, **velden)
            nieuw += 1
    return nieuw
