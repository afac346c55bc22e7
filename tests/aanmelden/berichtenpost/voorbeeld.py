"""One child, one provider, one gemeente: none of them exists as told here."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from paraplu.aanmelden.berichtenpost import (
    AangevraagdProduct,
    Adres,
    Jeugdige,
    Omvang,
    Persoonsnaam,
    Product,
    Start,
    Stop,
    ToegewezenProduct,
    Verzending,
    verwijzer_gi,
)
from paraplu.berichten import Bericht, lees

BSN = "999900006"
GEMEENTE, AANBIEDER = "0202", "98000001"
DAG = date(2026, 3, 2)
ADRES = Adres(straat="Testweg", huisnummer=1, postcode="6811 AB", plaats="Arnhem")
JEUGDIGE = Jeugdige(
    bsn=BSN,
    geboortedatum=date(2014, 5, 6),
    geslacht="2",
    naam=Persoonsnaam(achternaam="Voorbeeld", voorvoegsel="van", voorletters="S.J."),
    adres=ADRES,
)
TOEWIJZING = ToegewezenProduct(
    nummer=70000011,
    ingangsdatum=date(2026, 3, 1),
    einddatum=date(2026, 12, 31),
    vastgesteld_op=datetime(2026, 3, 2, 9, 30),
    product=Product(categorie="45", code="45A04"),
    omvang=Omvang(volume=4, eenheid="04", frequentie="2"),
)
VERZOEK = AangevraagdProduct(
    referentie="REF-1",
    ingangsdatum=date(2026, 3, 1),
    einddatum=date(2026, 12, 31),
    product=Product(categorie="45", code="45A04"),
    omvang=Omvang(volume=4, eenheid="04", frequentie="2"),
    verwijzer=verwijzer_gi(naam="Jeugdbescherming Voorbeeld"),
)
START = Start(toewijzing_nummer=70000011, begindatum=date(2026, 3, 2), product=TOEWIJZING.product)
STOP = Stop(start=START, einddatum=date(2026, 3, 2), reden="31")


def verzending(identificatie: str = "PPL-00000001", dag: date = DAG, **anders: Any) -> Verzending:
    """From or to the gemeente and the provider of the examples."""
    basis = Verzending(
        gemeente=GEMEENTE, aanbieder=AANBIEDER, identificatie=identificatie, dagtekening=dag
    )
    return replace(basis, **anders)


def gelezen(inhoud: bytes) -> Bericht:
    """The message as its receiver reads it; it must have no finding at all."""
    uitkomst = lees(inhoud, vandaag=date(2200, 1, 1))
    assert uitkomst.bevindingen == ()
    assert uitkomst.bericht is not None
    return uitkomst.bericht
