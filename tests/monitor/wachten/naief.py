"""The waits a second time: in plain loops over one world, without a table of working days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from paraplu.afspraken.termijnen import ijw_termijnen
from tests.generated.naief import zorg
from tests.generated.naief.toewijzingen import sleutel, versie
from tests.generated.naief.zicht import ANTWOORD_OP, Tabellen, zichtbaar

Rij = dict[str, Any]
Melding = tuple[str, str, int, str, date, date | None]

EEN_DAG = timedelta(days=1)
STARTVELDEN = ("productcategorie", "productcode", "begindatum")
STOPVELDEN = (*STARTVELDEN, "reden_beeindiging", "einddatum")


class Wereld:
    """What counts on a day."""

    def __init__(self, tabellen: Tabellen, op: date) -> None:
        self.op = op
        self.zicht = zichtbaar(tabellen, op)
        self.koppen = {rij["bericht"]: rij for rij in self.zicht["bericht"]}
        self.toewijzingen: dict[str, list[Rij]] = {}
        for rij in self.zicht["toewijzing"]:
            naam = sleutel(rij, ingang=rij["ingangsdatum"], begin=rij["ingangsdatum"])
            self.toewijzingen.setdefault(naam, []).append(rij)

    def verstuurd(self, bericht: str) -> date:
        """The dagtekening, or the day of delivery when that came first."""
        kop = self.koppen[bericht]
        return min(d for d in (kop["dagtekening"], kop["bekend_op"]) if d is not None)

    def eerste(self, rijen: list[Rij]) -> Rij:
        """The line that was sent first."""
        return min(
            rijen, key=lambda r: (self.verstuurd(r["bericht"]), r["bericht"], r["volgnummer"])
        )

    def is_nieuw(self, rij: Rij) -> bool:
        """Of release 3.2."""
        return bool(self.koppen[rij["bericht"]]["release"] == "3.2")


def wachten(tabellen: Tabellen, op: date) -> set[tuple]:
    """(soort, bericht, volgnummer, anker, ankerdag, uiterste_datum, gedaan_op, stand, over)."""
    wereld = Wereld(tabellen, op)
    uit = set()
    for soort, bericht, volgnummer, anker, ankerdag, gedaan in alle(wereld):
        if ankerdag > op:
            continue
        regel = ijw_termijnen()[soort]
        uiterste = regel.vanaf(ankerdag).uiterste_datum
        if gedaan is not None:
            stand = "beantwoord op tijd" if gedaan <= uiterste else "te laat beantwoord"
        else:
            stand = "open" if op <= uiterste else "te laat open"
        over, dag = 0, uiterste
        while dag < (gedaan or op):
            dag += EEN_DAG
            over += regel.kalender.is_werkdag(dag)
        uit.add((soort, bericht, volgnummer, anker, ankerdag, uiterste, gedaan, stand, over))
    return uit


def alle(wereld: Wereld) -> Iterator[Melding]:
    """Every kind of wait."""
    yield from op_bericht(wereld)
    yield from op_declaratie(wereld)
    yield from op_verzoek(wereld)
    yield from op_start(wereld)
    yield from op_stop(wereld)


def op_bericht(wereld: Wereld) -> Iterator[Melding]:
    """OP090."""
    for kop in wereld.koppen.values():
        if kop["release"] != "3.2" or kop["soort"] not in ANTWOORD_OP.values():
            continue
        dagen = [
            min(d for d in (retour["dagtekening_retour"], retour["bekend_op"]) if d is not None)
            for retour in wereld.koppen.values()
            if ANTWOORD_OP.get(retour["soort"]) == kop["soort"]
            and all(
                retour[v] == kop[v]
                for v in ("gemeente", "aanbieder", "identificatie", "dagtekening")
            )
        ]
        verstuurd = wereld.verstuurd(kop["bericht"])
        yield "OP090", kop["bericht"], 0, "dagtekening", verstuurd, min(dagen, default=None)


def op_declaratie(wereld: Wereld) -> Iterator[Melding]:
    """OP090x4."""
    for kop in wereld.koppen.values():
        if kop["release"] != "3.2" or kop["soort"] != "JW323":
            continue
        dagen = []
        for ander in wereld.koppen.values():
            if ander["soort"] != "JW325" or any(
                ander[v] != kop[v] for v in ("gemeente", "aanbieder")
            ):
                continue
            if ander["identificatie_retour"] is not None:
                past = (ander["identificatie_retour"], ander["dagtekening_retour"]) == (
                    kop["identificatie"],
                    kop["dagtekening"],
                )
            else:
                past = ander["declaratie_nummer"] == kop["declaratie_nummer"]
            if past:
                dagen.append(wereld.verstuurd(ander["bericht"]))
        verstuurd = wereld.verstuurd(kop["bericht"])
        yield "OP090x4", kop["bericht"], 0, "dagtekening", verstuurd, min(dagen, default=None)


def op_verzoek(wereld: Wereld) -> Iterator[Melding]:
    """OP274, OP346, their eight weeks, and OP359."""
    groepen: dict[tuple, list[Rij]] = {}
    for rij in wereld.zicht["verzoek"]:
        if rij["referentie_aanbieder"] is not None:
            groepen.setdefault(van(rij), []).append(rij)
    for naam, rijen in groepen.items():
        rij = wereld.eerste(rijen)
        if not wereld.is_nieuw(rij):
            continue
        soort = "OP274" if rij["bericht_soort"] == "JW315" else "OP346"
        onderzoek, besluit, woonplaats = [], [], []
        for antwoord in wereld.zicht["antwoord"]:
            if van(antwoord) != naam:
                continue
            dag = wereld.verstuurd(antwoord["bericht"])
            if antwoord["verzoek_antwoord"] == "2":
                onderzoek.append(dag)
            if antwoord["verzoek_antwoord"] == "1":
                besluit.append(dag)
                if antwoord["reden_afwijzing"] == "8":
                    woonplaats.append(dag)
        for toewijzing in wereld.zicht["toewijzing"]:
            if van(toewijzing) == naam:
                besluit.append(wereld.verstuurd(toewijzing["bericht"]))
        begin = (rij["bericht"], rij["volgnummer"], "dagtekening", wereld.verstuurd(rij["bericht"]))
        klaar = min(besluit, default=None)
        yield soort, *begin, min(onderzoek + besluit, default=None)
        if onderzoek and (klaar is None or min(onderzoek) <= klaar):
            yield f"{soort}-onderzoek", *begin, klaar
        if woonplaats and min(woonplaats) == klaar:
            yield "OP359", *begin, klaar


def van(rij: Rij) -> tuple:
    """What makes it one request."""
    return rij["gemeente"], rij["aanbieder"], rij["referentie_aanbieder"]


def gemeld(wereld: Wereld, naam: str, velden: tuple[str, ...]) -> Iterator[tuple[str, Rij]]:
    """Each start or stop that lives, with the line that told it first."""
    levend = zorg.tel_levend(wereld.zicht[naam], velden)
    for een in levend:
        eigen = [
            rij
            for rij in wereld.zicht[naam]
            if rij["status_aanlevering"] in ("1", "2")
            and naam_van(rij) == een["toewijzing"]
            and all(rij[veld] == een[veld] for veld in velden)
        ]
        yield een["toewijzing"], wereld.eerste(eigen)


def naam_van(rij: Rij) -> str:
    """The allocation that a start or stop points to."""
    return sleutel(rij, ingang=rij["toewijzing_ingangsdatum"], begin=rij["begindatum"])


def plek(wereld: Wereld, toewijzing: str, rij: Rij) -> tuple[str, int]:
    """The first 301 of the allocation, else the line itself."""
    versies = wereld.toewijzingen.get(toewijzing)
    eerste = wereld.eerste(versies) if versies else rij
    return eerste["bericht"], eerste["volgnummer"]


def geldend(wereld: Wereld) -> Iterator[tuple[str, Rij, date]]:
    """Allocations that starts and stops name by number, as they hold, and when the first 301 came."""
    for toewijzing, versies in wereld.toewijzingen.items():
        geldt = max(versies, key=versie)
        if geldt["toewijzing_nummer"] is None or not wereld.is_nieuw(geldt):
            continue
        if geldt["reden_wijziging"] != "13":
            yield toewijzing, geldt, wereld.verstuurd(wereld.eerste(versies)["bericht"])


def op_start(wereld: Wereld) -> Iterator[Melding]:
    """OP271."""
    gestart = set()
    for toewijzing, rij in gemeld(wereld, "start", STARTVELDEN):
        gestart.add(toewijzing)
        if not wereld.is_nieuw(rij):
            continue
        anker, dag = "start", rij["begindatum"]
        if versies := wereld.toewijzingen.get(toewijzing):
            gekomen = wereld.verstuurd(wereld.eerste(versies)["bericht"])
            if gekomen > dag:
                anker, dag = "301", gekomen
        gedaan = wereld.verstuurd(rij["bericht"])
        yield "OP271", *plek(wereld, toewijzing, rij), anker, dag, gedaan
    for toewijzing, geldt, gekomen in geldend(wereld):
        leeg = geldt["einddatum"] is not None and geldt["einddatum"] <= geldt["ingangsdatum"]
        if toewijzing not in gestart and geldt["ingangsdatum"] < gekomen and not leeg:
            yield "OP271", *plek(wereld, toewijzing, geldt), "301", gekomen, None


def op_stop(wereld: Wereld) -> Iterator[Melding]:
    """OP272."""
    stops = list(gemeld(wereld, "stop", STOPVELDEN))

    def zorg_van(toewijzing: str, rij: Rij) -> tuple:
        return toewijzing, *(rij[veld] for veld in STARTVELDEN)

    gepauzeerd = {zorg_van(t, rij) for t, rij in stops if rij["reden_beeindiging"] == "20"}
    for toewijzing, rij in stops:
        if not wereld.is_nieuw(rij):
            continue
        if rij["reden_beeindiging"] == "20" or zorg_van(toewijzing, rij) not in gepauzeerd:
            gedaan = wereld.verstuurd(rij["bericht"])
            yield "OP272", *plek(wereld, toewijzing, rij), "einde", rij["einddatum"], gedaan
    laatste: dict[str, date] = {}
    for toewijzing, rij in gemeld(wereld, "start", STARTVELDEN):
        laatste[toewijzing] = max(laatste.get(toewijzing, date.min), rij["begindatum"])
    gestopt = {(toewijzing, rij["begindatum"]) for toewijzing, rij in stops}
    for toewijzing, geldt, _gekomen in geldend(wereld):
        begin = laatste.get(toewijzing)
        if begin and (toewijzing, begin) not in gestopt and geldt["einddatum"] is not None:
            yield "OP272", *plek(wereld, toewijzing, geldt), "einde", geldt["einddatum"], None
