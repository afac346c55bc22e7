"""Data classes of a 323 for `xsdata`, as its generator makes them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from gegevens import BASIS

# ruff: noqa: RUF009

BERICHT = "http://www.istandaarden.nl/ijw/3_2/jw323/schema"


def _element(naam: str, *, lijst: bool = False, basis: bool = False) -> Any:
    gegevens = {"name": naam, "type": "Element", "namespace": BASIS if basis else BERICHT}
    if lijst:
        return field(default_factory=list, metadata=gegevens)
    return field(default=None, metadata=gegevens)


@dataclass
class Referentie:
    nummer: str | None = _element("ReferentieNummer", basis=True)
    vorig: str | None = _element("VorigReferentieNummer", basis=True)


@dataclass
class Periode:
    begin: str | None = _element("Begindatum", basis=True)
    einde: str | None = _element("Einddatum", basis=True)


@dataclass
class Bedrag:
    bedrag: int | None = _element("Bedrag", basis=True)
    teken: str | None = _element("DebetCredit", basis=True)


@dataclass
class Prestatie:
    referentie: Referentie | None = _element("ProductReferentie")
    toewijzing: int | None = _element("ToewijzingNummer")
    categorie: str | None = _element("ProductCategorie")
    code: str | None = _element("ProductCode")
    periode: Periode | None = _element("ProductPeriode")
    volume: int | None = _element("GeleverdVolume")
    eenheid: str | None = _element("Eenheid")
    tarief: int | None = _element("ProductTarief")
    bedrag: Bedrag | None = _element("IngediendBedrag")


@dataclass
class Prestaties:
    prestatie: list[Prestatie] = _element("Prestatie", lijst=True)


@dataclass
class Client:
    bsn: str | None = _element("Bsn")
    prestaties: list[Prestaties] = _element("Prestaties", lijst=True)


@dataclass
class Clienten:
    client: list[Client] = _element("Client", lijst=True)


@dataclass
class Totaal:
    bedrag: int | None = _element("TotaalBedrag", basis=True)
    teken: str | None = _element("DebetCredit", basis=True)


@dataclass
class Declaratie:
    nummer: str | None = _element("DeclaratieNummer")
    periode: Periode | None = _element("DeclaratiePeriode")
    dagtekening: str | None = _element("DeclaratieDagtekening")
    totaal: Totaal | None = _element("TotaalIngediendBedrag")
    clienten: Clienten | None = _element("Clienten")


@dataclass
class Identificatie:
    identificatie: str | None = _element("Identificatie", basis=True)
    dagtekening: str | None = _element("Dagtekening", basis=True)


@dataclass
class Versie:
    basis: str | None = _element("BasisschemaXsdVersie", basis=True)
    bericht: str | None = _element("BerichtXsdVersie", basis=True)


@dataclass
class Header:
    code: str | None = _element("BerichtCode")
    versie: str | None = _element("BerichtVersie")
    subversie: str | None = _element("BerichtSubversie")
    afzender: str | None = _element("Afzender")
    ontvanger: str | None = _element("Ontvanger")
    identificatie: Identificatie | None = _element("BerichtIdentificatie")
    xsd: Versie | None = _element("XsdVersie")


@dataclass
class Bericht:
    class Meta:
        namespace = BERICHT

    header: Header | None = _element("Header")
    declaratie: Declaratie | None = _element("Declaratie")
