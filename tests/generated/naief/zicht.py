"""What is known on a day: which messages count, and which of their lines the answer refused."""

from __future__ import annotations

from datetime import date
from typing import Any

Rij = dict[str, Any]
Tabellen = dict[str, list[Rij]]

LIJNEN = (
    "toewijzing",
    "start",
    "stop",
    "declaratie",
    "declaratieantwoord",
    "verzoek",
    "antwoord",
    "retour",
)

#: Which message answers which.
ANTWOORD_OP = {
    "JW302": "JW301",
    "JW306": "JW305",
    "JW308": "JW307",
    "JW316": "JW315",
    "JW318": "JW317",
    "JW320": "JW319",
}

#: The fields by which a refused line is found again in the message that was answered.
SLEUTELVELDEN = {
    "JW301": (
        "toewijzing_nummer",
        "beschikking_nummer",
        "productcategorie",
        "productcode",
        "toewijzingsdatum",
        "toewijzingstijd",
    ),
    "JW305": (
        "toewijzing_nummer",
        "beschikking_nummer",
        "productcategorie",
        "productcode",
        "begindatum",
        "status_aanlevering",
    ),
    "JW307": (
        "toewijzing_nummer",
        "beschikking_nummer",
        "productcategorie",
        "productcode",
        "begindatum",
        "einddatum",
        "reden_beeindiging",
        "status_aanlevering",
    ),
    "JW315": ("referentie_aanbieder",),
    "JW317": ("referentie_aanbieder",),
    "JW319": ("referentie_aanbieder",),
}


def codes(tekst: str | None) -> set[str]:
    """Answer codes as they are stored, space separated."""
    return set((tekst or "").split())


def dagen_bekend(tabellen: Tabellen) -> dict[str, date]:
    """The earliest day on which each message was delivered."""
    eerste: dict[str, date] = {}
    for rij in tabellen["aanlevering"]:
        bericht = rij["bericht"]
        if bericht not in eerste or rij["dag"] < eerste[bericht]:
            eerste[bericht] = rij["dag"]
    return eerste


def berichten_die_tellen(tabellen: Tabellen, bekend_op: date | None) -> list[Rij]:
    """One message per identity (P48): of different contents the first stays."""
    dagen = dagen_bekend(tabellen)
    beste: dict[str, Rij] = {}
    for rij in tabellen["bericht"]:
        dag = dagen.get(rij["bericht"])
        if dag is None or (bekend_op is not None and dag > bekend_op):
            continue
        nieuw = {**rij, "bekend_op": dag}
        oud = beste.get(rij["sleutel"])
        if oud is None or (dag, rij["bericht"]) < (oud["bekend_op"], oud["bericht"]):
            beste[rij["sleutel"]] = nieuw
    return list(beste.values())


def afgekeurd(berichten: list[Rij], retour: list[Rij]) -> tuple[set[str], set[tuple]]:
    """Messages and (message, key fields) that an answer refused (P49)."""
    hele: set[str] = set()
    regels: set[tuple] = set()
    for antwoord in berichten:
        heen = ANTWOORD_OP.get(antwoord["soort"])
        if heen is None:
            continue
        eigen = [rij for rij in retour if rij["bericht"] == antwoord["bericht"]]
        for bericht in berichten:
            if bericht["soort"] != heen:
                continue
            if any(
                bericht[veld] != antwoord[veld] or bericht[veld] is None
                for veld in ("gemeente", "aanbieder", "identificatie", "dagtekening")
            ):
                continue
            client = codes(antwoord["retourcodes_klasse"])
            for rij in eigen:
                client |= codes(rij["retourcodes_client"])
            if "0001" in codes(antwoord["retourcodes"]) or client - {"0200"}:
                hele.add(bericht["bericht"])
            for rij in eigen:
                if codes(rij["retourcodes"]) - {"0200"}:
                    velden = tuple(rij[veld] for veld in SLEUTELVELDEN[heen])
                    regels.add((bericht["bericht"], velden))
    return hele, regels


def zichtbaar(tabellen: Tabellen, bekend_op: date | None) -> Tabellen:
    """The tables as they count on `bekend_op` (None: all that is known)."""
    berichten = berichten_die_tellen(tabellen, bekend_op)
    kop = {(rij["bericht"], rij["batch"]): rij for rij in berichten}
    alle: Tabellen = {"bericht": berichten}
    for naam in LIJNEN:
        alle[naam] = []
        for rij in tabellen[naam]:
            bericht = kop.get((rij["bericht"], rij["batch"]))
            if bericht is not None:
                eigen = {
                    "bericht_soort": bericht["soort"],
                    "dagtekening": bericht["dagtekening"],
                }
                alle[naam].append({**rij, **eigen})

    hele, regels = afgekeurd(berichten, alle["retour"])
    over: Tabellen = {"bericht": berichten}
    for naam in LIJNEN:
        over[naam] = []
        for rij in alle[naam]:
            if rij["bericht"] in hele:
                continue
            velden = SLEUTELVELDEN.get(rij["bericht_soort"], ())
            if naam == "retour":
                velden = ()
            if velden and (rij["bericht"], tuple(rij[veld] for veld in velden)) in regels:
                continue
            over[naam].append(rij)
    return over
