"""Allocation, start, stop, request and answer: 301, 305, 307, 315, 319."""

from __future__ import annotations

from datetime import date

from paraplu.demo.berichten.delen import Inhoud, client, contact, omvang, product_van
from paraplu.demo.wereld.begrippen import Toewijzing, Versie
from paraplu.demo.wereld.post import Stuk

#: 2.3 does not know 36 and later; its closest word is 35 (external circumstances).
REDEN_2_3 = {"36": "35", "37": "35", "38": "35", "39": "35"}
#: Who refers, where a name is asked for (CD067).
VERWIJZERS = {
    "02": "Huisartsenpraktijk (demo)",
    "03": "Jeugdarts (demo)",
    "04": "Jeugdbeschermer (demo)",
    "05": "Kliniek (demo)",
}


def toewijzing_3_2(stuk: Stuk, plaats: str, actueel: list[tuple[Toewijzing, Versie]]) -> Inhoud:
    """All live allocations of the child at this provider; only the new one names its request."""
    assert stuk.kind is not None
    inhoud = client(stuk.kind, volledig=True)
    inhoud["Contactgegevens"] = contact(stuk.kind, plaats)
    producten = [
        _toegewezen(toewijzing, versie, eigen=versie is stuk.versie, release="3.2")
        for toewijzing, versie in actueel
    ]
    inhoud["ToegewezenProducten"] = {"ToegewezenProduct": producten}
    return {"Client": inhoud}


def toewijzing_2_3(stuk: Stuk, plaats: str) -> Inhoud:
    """One allocation under its decision."""
    toewijzing, versie = stuk.toewijzing, stuk.versie
    assert stuk.kind is not None and toewijzing is not None and versie is not None
    inhoud = client(stuk.kind, volledig=True)
    inhoud["Contactgegevens"] = contact(stuk.kind, plaats)
    eerste = toewijzing.versies[0]
    beschikking: Inhoud = {
        "BeschikkingNummer": str(toewijzing.beschikking),
        "Afgiftedatum": eerste.datum.isoformat(),
        "Ingangsdatum": eerste.ingang.isoformat(),
    }
    beschikking["ToegewezenProducten"] = {
        "ToegewezenProduct": [_toegewezen(toewijzing, versie, eigen=True, release="2.3")]
    }
    inhoud["Beschikking"] = beschikking
    return {"Client": inhoud}


def _toegewezen(toewijzing: Toewijzing, versie: Versie, *, eigen: bool, release: str) -> Inhoud:
    uit: Inhoud = {
        "Product": product_van(toewijzing),
        "Toewijzingsdatum": versie.datum.isoformat(),
        "Toewijzingstijd": versie.tijd,
        "Ingangsdatum": versie.ingang.isoformat(),
    }
    if not toewijzing.zonder_nummer:
        uit["ToewijzingNummer"] = str(toewijzing.nummer)
    if toewijzing.verzoek and eigen and versie is toewijzing.versies[0]:
        uit["ReferentieAanbieder"] = toewijzing.verzoek.referentie
    if versie.einde:
        uit["Einddatum"] = versie.einde.isoformat()
    if versie.reden:
        uit["RedenWijziging"] = versie.reden
    if release == "3.2" or versie.volume is not None:
        uit.update(omvang(toewijzing.product, versie))
    return uit


def start(stuk: Stuk, release: str) -> Inhoud:
    """A 305: its lines are (begin, status)."""
    assert stuk.kind is not None and stuk.toewijzing is not None
    inhoud = client(stuk.kind)
    if release == "2.3":
        inhoud["StatusAanlevering"] = "9"
    regels = []
    for begin, status in stuk.regels:
        assert isinstance(begin, date)
        regels.append(
            {
                **_sleutel(stuk.toewijzing, release),
                "Begindatum": begin.isoformat(),
                "StatusAanlevering": str(status),
            }
        )
    inhoud["StartProducten"] = {"StartProduct": regels}
    return {"Client": inhoud}


def stop(stuk: Stuk, release: str) -> Inhoud:
    """A 307: its lines are (begin, einde, reden, status)."""
    assert stuk.kind is not None and stuk.toewijzing is not None
    inhoud = client(stuk.kind)
    if release == "2.3":
        inhoud["StatusAanlevering"] = "9"
    regels = []
    for begin, einde, reden, status in stuk.regels:
        assert isinstance(begin, date) and isinstance(einde, date)
        regels.append(
            {
                **_sleutel(stuk.toewijzing, release),
                "Begindatum": begin.isoformat(),
                "RedenBeeindiging": reden_van(str(reden), release),
                "Einddatum": einde.isoformat(),
                "StatusAanlevering": str(status),
            }
        )
    inhoud["StopProducten"] = {"StopProduct": regels}
    return {"Client": inhoud}


def reden_van(reden: str, release: str) -> str:
    """The reason as this release knows it."""
    return REDEN_2_3.get(reden, reden) if release == "2.3" else reden


def _sleutel(toewijzing: Toewijzing, release: str) -> Inhoud:
    if toewijzing.taakgericht:
        return {"Product": product_van(toewijzing)}
    sleutel: Inhoud = {
        "Product": product_van(toewijzing),
        "ToewijzingIngangsdatum": toewijzing.versies[0].ingang.isoformat(),
    }
    if not toewijzing.zonder_nummer:
        sleutel["ToewijzingNummer"] = str(toewijzing.nummer)
    if release == "2.3":
        sleutel["BeschikkingNummer"] = str(toewijzing.beschikking)
    return sleutel


def verzoek(stuk: Stuk, release: str) -> Inhoud:
    """A 315 for one product."""
    toewijzing, gevraagd = stuk.toewijzing, stuk.verzoek
    assert stuk.kind is not None and toewijzing is not None and gevraagd is not None
    versie = toewijzing.versies[0]
    verwijzer = {"Type": gevraagd.verwijzer}
    if gevraagd.verwijzer in VERWIJZERS:
        verwijzer["Naam"] = VERWIJZERS[gevraagd.verwijzer]
    product: Inhoud = {
        "ReferentieAanbieder": gevraagd.referentie,
        "Product": product_van(toewijzing),
        "ToewijzingIngangsdatum": versie.ingang.isoformat(),
        "Verwijzer": verwijzer,
    }
    if versie.einde:
        product["ToewijzingEinddatum"] = versie.einde.isoformat()
    if release == "3.2" or versie.volume is not None:
        product.update(omvang(toewijzing.product, versie))
    inhoud = client(stuk.kind)
    inhoud["AangevraagdeProducten"] = {"AangevraagdProduct": [product]}
    return {"Client": inhoud}


def antwoord(stuk: Stuk) -> Inhoud:
    """A 319 that rejects: 4 does not fit the contract, 9 other (CD085)."""
    assert stuk.verzoek is not None
    return {
        "Antwoord": {
            "ReferentieAanbieder": stuk.verzoek.referentie,
            "VerzoekAntwoord": "1",
            "RedenAfwijzingVerzoek": stuk.code,
        }
    }
