"""Messages written as a table of one line each, so that a sequence reads like a story.

    nr | dagtekening | bericht | wat erin staat

`wat` per kind of message: words, then name=value; more lines of one message are set apart by ";".
A retourbericht (302 … 320) and a 325 name the number of the line that they answer.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from paraplu.berichten import Bericht, standaard
from paraplu.berichten.verloop import Verloop, volg
from tests.berichten.maak import BSNS

GEMEENTE, AANBIEDER = "0200", "42420001"
RETOUR = {"302": "301", "306": "305", "308": "307", "316": "315", "318": "317", "320": "319"}
VAN_GEMEENTE = ("301", "319", "325")
Waarden = dict[str, str]


def lees_tabel(tabel: str) -> list[Bericht]:
    """The messages of a table, in its order."""
    gemaakt: dict[str, Bericht] = {}
    for regel in tabel.strip().splitlines():
        nr, dag, soort, wat = (deel.strip() for deel in regel.split("|"))
        gemaakt[nr] = _maak(nr, dag, soort, wat, gemaakt)
    return list(gemaakt.values())


def volg_tabel(tabel: str, *, op: str = "2026-12-31") -> Verloop:
    """How the messages of a table stand on a day."""
    return volg(lees_tabel(tabel), op=date.fromisoformat(op))


def codes(deel: Any) -> list[str]:
    """The rules that something breaks, in order."""
    return sorted(een.regel for een in deel.afwijkingen)


def _maak(nr: str, dag: str, soort: str, wat: str, gemaakt: dict[str, Bericht]) -> Bericht:
    if soort in RETOUR:
        return _retour(nr, dag, soort, wat.split(), gemaakt)
    kop = _kop(nr, dag, soort)
    if soort == "325":
        woorden = wat.split()
        heen = gemaakt[woorden[0]].inhoud["Header"]
        kop["DeclaratieIdentificatie"] = heen["BerichtIdentificatie"]
        return Bericht("JW325", "3.2", {"Header": kop, **_antwoord_325(kop, woorden[1:])})
    rijen = [_woorden(rij) for rij in wat.split(";")]
    if wie := rijen[0][1].get("aanbieder"):
        kop["Ontvanger" if soort in VAN_GEMEENTE else "Afzender"] = wie
    return Bericht(f"JW{soort}", "3.2", {"Header": kop, **MAKERS[soort](rijen)})


def _kop(nr: str, dag: str, soort: str) -> dict[str, Any]:
    partijen = [GEMEENTE, AANBIEDER]
    if soort not in VAN_GEMEENTE:
        partijen.reverse()
    return {
        "BerichtCode": standaard.release("3.2").berichtsoorten[f"JW{soort}"].code,
        "Afzender": partijen[0],
        "Ontvanger": partijen[1],
        "BerichtIdentificatie": {"Identificatie": f"B{nr}", "Dagtekening": dag},
    }


def _retour(
    nr: str, dag: str, soort: str, woorden: list[str], gemaakt: dict[str, Bericht]
) -> Bericht:
    heen = gemaakt[woorden[0]]
    assert heen.soort == f"JW{RETOUR[soort]}"
    kop = {**heen.inhoud["Header"], "IdentificatieRetour": f"B{nr}", "DagtekeningRetour": dag}
    if woorden[1] != "goed":
        kop["RetourCodes"] = {"RetourCode": [woorden[1]]}
    return Bericht(f"JW{soort}", "3.2", {"Header": kop})


def _woorden(rij: str) -> tuple[list[str], Waarden]:
    delen = rij.split()
    waarden = dict(deel.split("=", 1) for deel in delen if "=" in deel)
    return [deel for deel in delen if "=" not in deel], waarden


def _client(waarden: Waarden, **erin: Any) -> dict[str, Any]:
    return {"Client": {"Bsn": BSNS[int(waarden.get("kind", "1"))], **erin}}


def _maak_315(rijen: list[tuple[list[str], Waarden]]) -> dict[str, Any]:
    woorden, waarden = rijen[0]
    producten = [{"ReferentieAanbieder": referentie} for referentie in woorden]
    return _client(waarden, AangevraagdeProducten={"AangevraagdProduct": producten})


def _maak_317(rijen: list[tuple[list[str], Waarden]]) -> dict[str, Any]:
    woorden, waarden = rijen[0]
    return _client(waarden, Verzoek={"ReferentieAanbieder": woorden[0], "RedenVerzoek": "1"})


def _maak_319(rijen: list[tuple[list[str], Waarden]]) -> dict[str, Any]:
    referentie, *rest = rijen[0][0]
    if rest == ["onderzoek"]:
        return {"Antwoord": {"ReferentieAanbieder": referentie, "VerzoekAntwoord": "2"}}
    antwoord: dict[str, Any] = {
        "ReferentieAanbieder": referentie,
        "VerzoekAntwoord": "1",
        "RedenAfwijzingVerzoek": rest[1],
    }
    if rest[2:]:
        antwoord["Woonplaatsbeginsel"] = {"Gemeente": rest[2]}
    return {"Antwoord": antwoord}


def _maak_301(rijen: list[tuple[list[str], Waarden]]) -> dict[str, Any]:
    producten = [_toewijzing(woorden[0], waarden) for woorden, waarden in rijen]
    return _client(rijen[0][1], ToegewezenProducten={"ToegewezenProduct": producten})


def _toewijzing(nummer: str, waarden: Waarden) -> dict[str, Any]:
    uit: dict[str, Any] = {
        "ToewijzingNummer": nummer,
        "Product": {"Categorie": "48", "Code": waarden.get("code", "48A01")},
        "Toewijzingsdatum": waarden.get("op", "2026-01-05"),
        "Toewijzingstijd": waarden.get("tijd", "12:00:00"),
        "Ingangsdatum": waarden.get("ingang", "2026-01-01"),
        "Omvang": {
            "Volume": waarden.get("volume", "10"),
            "Eenheid": "82",
            "Frequentie": waarden.get("frequentie", "4"),
        },
    }
    namen = {"einde": "Einddatum", "reden": "RedenWijziging", "ref": "ReferentieAanbieder", "budget": "Budget"}  # fmt: skip
    return uit | {namen[naam]: waarde for naam, waarde in waarden.items() if naam in namen}


def _levering(woorden: list[str], waarden: Waarden) -> dict[str, Any]:
    uit: dict[str, Any] = {
        "Product": {"Categorie": "48", "Code": waarden.get("code", "48A01")},
        "Begindatum": waarden["begin"],
        "StatusAanlevering": waarden.get("status", "1"),
    }
    return uit | ({"ToewijzingNummer": woorden[0]} if woorden else {})


def _maak_305(rijen: list[tuple[list[str], Waarden]]) -> dict[str, Any]:
    producten = [_levering(woorden, waarden) for woorden, waarden in rijen]
    return _client(rijen[0][1], StartProducten={"StartProduct": producten})


def _maak_307(rijen: list[tuple[list[str], Waarden]]) -> dict[str, Any]:
    producten = [
        {
            **_levering(woorden, waarden),
            "Einddatum": waarden["einde"],
            "RedenBeeindiging": waarden.get("reden", "02"),
        }
        for woorden, waarden in rijen
    ]
    return _client(rijen[0][1], StopProducten={"StopProduct": producten})


def _maak_323(rijen: list[tuple[list[str], Waarden]]) -> dict[str, Any]:
    (nummer, maand), waarden = rijen[0]
    prestaties = [_prestatie(woorden, {"maand": maand} | rest) for woorden, rest in rijen[1:]]
    client = _client(waarden, Prestaties={"Prestatie": prestaties})["Client"]
    return {
        "Declaratie": {
            "DeclaratieNummer": nummer,
            "DeclaratiePeriode": {"Begindatum": f"{maand}-01"},
            "Clienten": {"Client": [client]},
        }
    }


def _prestatie(woorden: list[str], waarden: Waarden) -> dict[str, Any]:
    referentie, toewijzing, bedrag = woorden
    begin = date.fromisoformat(f"{waarden['maand']}-01")
    einde = (begin + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    nummers = {"ReferentieNummer": referentie}
    if "credit" in waarden:
        nummers["VorigReferentieNummer"] = waarden["credit"]
    return {
        "ProductReferentie": nummers,
        "ToewijzingNummer": toewijzing,
        "ProductCategorie": "48",
        "ProductCode": "48A01",
        "ProductPeriode": {"Begindatum": begin.isoformat(), "Einddatum": einde.isoformat()},
        "GeleverdVolume": "1",
        "IngediendBedrag": {"Bedrag": bedrag, "DebetCredit": "C" if "credit" in waarden else "D"},
    }


def _antwoord_325(kop: dict[str, Any], woorden: list[str]) -> dict[str, Any]:
    """`goed`, `kop 0001`, `code 9333`, or `weigert PR1 PR2` with the granted cents as `toegekend=`."""
    soort, *rest = woorden
    kop["RetourCodes"] = {"RetourCode": ["0001" if soort == "kop" else "0200"]}
    if soort == "kop":
        return {}
    code = {"goed": "8001", "weigert": "0200"}.get(soort) or rest[0]
    antwoord: dict[str, Any] = {"RetourCodes": {"RetourCode": [code]}}
    if soort == "weigert":
        prestaties = [{"ProductReferentie": {"ReferentieNummer": een}} for een in rest]
        antwoord["Clienten"] = {"Client": [{"Prestaties": {"Prestatie": prestaties}}]}
    return {"DeclaratieAntwoord": antwoord}


MAKERS: dict[str, Callable[[list[tuple[list[str], Waarden]]], dict[str, Any]]] = {
    "301": _maak_301,
    "305": _maak_305,
    "307": _maak_307,
    "315": _maak_315,
    "317": _maak_317,
    "319": _maak_319,
    "323": _maak_323,
}
