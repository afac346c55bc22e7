"""Per kind of message: what its content says has happened."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, Final

from paraplu.berichten.regels.lezen import dag, getal, lijst
from paraplu.berichten.verloop.gebeurtenissen import (
    Beantwoord,
    DeclaratieBeantwoord,
    Gebeurtenis,
    Gedeclareerd,
    Gestart,
    Gestopt,
    Kop,
    Leveringsleutel,
    Prestatie,
    Product,
    Toegewezen,
    Verzocht,
)

Inhoud = Mapping[str, Any]


class Kinderen:
    """Numbers for children within one run, in the order in which they are met."""

    def __init__(self) -> None:
        self._nummers: dict[str, int] = {}

    def nummer(self, client: Inhoud) -> int:
        """The number of this child."""
        return self._nummers.setdefault(client.get("Bsn", ""), len(self._nummers) + 1)


def retourcodes(waarde: Any) -> Iterator[str]:
    """Every answer code anywhere in this content."""
    if isinstance(waarde, list):
        for een in waarde:
            yield from retourcodes(een)
    elif isinstance(waarde, Mapping):
        for naam, kind in waarde.items():
            if naam == "RetourCode":
                yield from (code.strip() for code in kind)
            else:
                yield from retourcodes(kind)


def _lees_315(inhoud: Inhoud, kop: Kop, kinderen: Kinderen) -> Iterator[Gebeurtenis]:
    client = inhoud.get("Client", {})
    for rij in lijst(client, "AangevraagdeProducten", "AangevraagdProduct"):
        yield Verzocht(
            kop=kop, kind=kinderen.nummer(client), referentie=rij.get("ReferentieAanbieder", "")
        )


def _lees_317(inhoud: Inhoud, kop: Kop, kinderen: Kinderen) -> Iterator[Gebeurtenis]:
    client = inhoud.get("Client", {})
    verzoek = client.get("Verzoek", {})
    yield Verzocht(
        kop=kop, kind=kinderen.nummer(client), referentie=verzoek.get("ReferentieAanbieder", "")
    )


def _lees_319(inhoud: Inhoud, kop: Kop, _: Kinderen) -> Iterator[Gebeurtenis]:
    antwoord = inhoud.get("Antwoord", {})
    yield Beantwoord(
        kop=kop,
        referentie=antwoord.get("ReferentieAanbieder", ""),
        in_onderzoek=antwoord.get("VerzoekAntwoord") == "2",
        reden=antwoord.get("RedenAfwijzingVerzoek", ""),
        woonplaats_gemeente=antwoord.get("Woonplaatsbeginsel", {}).get("Gemeente", ""),
    )


def _lees_301(inhoud: Inhoud, kop: Kop, kinderen: Kinderen) -> Iterator[Gebeurtenis]:
    client = inhoud.get("Client", {})
    for rij in lijst(client, "ToegewezenProducten", "ToegewezenProduct"):
        ingangsdatum = dag(rij.get("Ingangsdatum"))
        if ingangsdatum is None:
            continue
        omvang = rij.get("Omvang")
        velden = ("Volume", "Eenheid", "Frequentie")
        yield Toegewezen(
            kop=kop,
            kind=kinderen.nummer(client),
            nummer=getal(rij.get("ToewijzingNummer")),
            vastgesteld=f"{rij.get('Toewijzingsdatum', '')} {rij.get('Toewijzingstijd', '')}",
            ingangsdatum=ingangsdatum,
            einddatum=dag(rij.get("Einddatum")),
            product=_product(rij),
            omvang=None if omvang is None else tuple(omvang.get(veld, "") for veld in velden),
            budget=getal(rij.get("Budget")),
            reden=rij.get("RedenWijziging", ""),
            referentie=rij.get("ReferentieAanbieder", ""),
        )


def _product(rij: Inhoud) -> Product:
    product = rij.get("Product", {})
    return Product(categorie=product.get("Categorie", ""), code=product.get("Code", ""))


def _levering(rij: Inhoud, kop: Kop, kind: int, begindatum: date) -> Leveringsleutel:
    nummer = getal(rij.get("ToewijzingNummer"))
    if nummer is not None:
        return Leveringsleutel(gemeente=kop.gemeente, nummer=nummer)
    return Leveringsleutel(
        gemeente=kop.gemeente,
        nummer=None,
        aanbieder=kop.aanbieder,
        kind=kind,
        product=_product(rij),
        begindatum=begindatum,
    )


def _lees_305(inhoud: Inhoud, kop: Kop, kinderen: Kinderen) -> Iterator[Gebeurtenis]:
    client = inhoud.get("Client", {})
    kind = kinderen.nummer(client)
    for rij in lijst(client, "StartProducten", "StartProduct"):
        begindatum = dag(rij.get("Begindatum"))
        if begindatum is not None:
            yield Gestart(
                kop=kop,
                kind=kind,
                levering=_levering(rij, kop, kind, begindatum),
                product=_product(rij),
                begindatum=begindatum,
                status=rij.get("StatusAanlevering", ""),
            )


def _lees_307(inhoud: Inhoud, kop: Kop, kinderen: Kinderen) -> Iterator[Gebeurtenis]:
    client = inhoud.get("Client", {})
    kind = kinderen.nummer(client)
    for rij in lijst(client, "StopProducten", "StopProduct"):
        begindatum, einddatum = dag(rij.get("Begindatum")), dag(rij.get("Einddatum"))
        if begindatum is not None and einddatum is not None:
            yield Gestopt(
                kop=kop,
                kind=kind,
                levering=_levering(rij, kop, kind, begindatum),
                product=_product(rij),
                begindatum=begindatum,
                einddatum=einddatum,
                reden=rij.get("RedenBeeindiging", ""),
                status=rij.get("StatusAanlevering", ""),
            )


def _lees_323(inhoud: Inhoud, kop: Kop, kinderen: Kinderen) -> Iterator[Gebeurtenis]:
    declaratie = inhoud.get("Declaratie", {})
    begin = dag(declaratie.get("DeclaratiePeriode", {}).get("Begindatum"))
    if begin is None:
        return
    yield Gedeclareerd(
        kop=kop,
        nummer=declaratie.get("DeclaratieNummer", ""),
        periode_begin=begin,
        prestaties=tuple(
            _prestatie(rij, kinderen.nummer(client))
            for client in lijst(declaratie, "Clienten", "Client")
            for rij in lijst(client, "Prestaties", "Prestatie")
        ),
    )


def _prestatie(rij: Inhoud, kind: int) -> Prestatie:
    referentie, periode = rij.get("ProductReferentie", {}), rij.get("ProductPeriode", {})
    bedrag = rij.get("IngediendBedrag", {})
    return Prestatie(
        referentie=referentie.get("ReferentieNummer", ""),
        vorige=referentie.get("VorigReferentieNummer", ""),
        kind=kind,
        nummer=getal(rij.get("ToewijzingNummer")),
        product=Product(categorie=rij.get("ProductCategorie", ""), code=rij.get("ProductCode", "")),
        begindatum=dag(periode.get("Begindatum")),
        einddatum=dag(periode.get("Einddatum")),
        volume=getal(rij.get("GeleverdVolume")),
        bedrag=getal(bedrag.get("Bedrag")),
        is_credit=bedrag.get("DebetCredit") == "C",
    )


def _lees_325(inhoud: Inhoud, kop: Kop, _: Kinderen) -> Iterator[Gebeurtenis]:
    header, antwoord = inhoud.get("Header", {}), inhoud.get("DeclaratieAntwoord", {})
    kenmerk = header.get("DeclaratieIdentificatie", {})
    dagtekening = dag(kenmerk.get("Dagtekening"))
    if dagtekening is None:
        return
    yield DeclaratieBeantwoord(
        kop=kop,
        declaratie=(kenmerk.get("Identificatie", ""), dagtekening),
        codes_kop=frozenset(retourcodes(header)),
        codes=frozenset(retourcodes(antwoord.get("RetourCodes"))),
        afgewezen=frozenset(
            rij.get("ProductReferentie", {}).get("ReferentieNummer", "")
            for client in lijst(antwoord, "Clienten", "Client")
            for rij in lijst(client, "Prestaties", "Prestatie")
        ),
        toegekend=_bedrag_met_teken(antwoord.get("TotaalToegekendBedrag", {})),
    )


def _bedrag_met_teken(bedrag: Inhoud) -> int | None:
    getekend = getal(bedrag.get("TotaalBedrag"))
    if getekend is not None and bedrag.get("DebetCredit") == "C":
        return -getekend
    return getekend


LEZERS: Final[dict[str, Callable[[Inhoud, Kop, Kinderen], Iterator[Gebeurtenis]]]] = {
    "JW301": _lees_301,
    "JW305": _lees_305,
    "JW307": _lees_307,
    "JW315": _lees_315,
    "JW317": _lees_317,
    "JW319": _lees_319,
    "JW323": _lees_323,
    "JW325": _lees_325,
}
