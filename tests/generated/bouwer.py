"""Puts messages and their lines in the monitor's tables, as lists of dicts."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

from paraplu.monitor.tabellen import KOLOMMEN

Rij = dict[str, Any]

#: Columns that a line shares with every other line.
VAN_BERICHT = ("batch", "bericht", "gemeente", "aanbieder")


def rij_van(tabel: str, **velden: Any) -> Rij:
    """A row with every column of `tabel`; what is not given is empty."""
    kolommen = [naam for naam, _ in KOLOMMEN[tabel]]
    onbekend = set(velden) - set(kolommen)
    if onbekend:
        raise KeyError(f"{tabel} heeft geen {onbekend}")
    return {naam: velden.get(naam) for naam in kolommen}


class Bouwer:
    """A world in the making. All choices come from one seeded source."""

    def __init__(self, zaad: int) -> None:
        self.kans = random.Random(zaad)
        self.tabellen: dict[str, list[Rij]] = {naam: [] for naam in KOLOMMEN}
        self._nummer = zaad * 10_000

    def nummer(self) -> int:
        """A number that was not given before."""
        self._nummer += 1
        return self._nummer

    def soms(self, deel: float) -> bool:
        """True in this part of the cases."""
        return self.kans.random() < deel

    def bericht(
        self,
        soort: str,
        *,
        gemeente: str,
        aanbieder: str,
        dagtekening: date,
        release: str = "3.2",
        sleutel: str | None = None,
        **velden: Any,
    ) -> Rij:
        """A message of its own, delivered one to three times, on days that may lie far apart."""
        nummer = self.nummer()
        naam = f"b{self.kans.randrange(10**6):06d}{nummer:05d}"
        velden.setdefault("identificatie", f"id{nummer}")
        kop = rij_van(
            "bericht",
            batch=f"batch{nummer % 7}",
            bericht=naam,
            sleutel=sleutel or f"sleutel{nummer}",
            soort=soort,
            release=release,
            gemeente=gemeente,
            aanbieder=aanbieder,
            dagtekening=dagtekening,
            **velden,
        )
        self.tabellen["bericht"].append(kop)
        for _keer in range(self.kans.choice((1, 1, 1, 2, 3))):
            self.lever_aan(kop, dagtekening + timedelta(days=self.kans.choice((0, 1, 20, 90, 400))))
        return kop

    def lever_aan(self, kop: Rij, dag: date) -> None:
        """One delivery of a message."""
        self.tabellen["aanlevering"].append(
            rij_van(
                "aanlevering",
                batch=kop["batch"],
                levering=f"levering-{dag}",
                dag=dag,
                bestand=f"bestand-{kop['bericht']}",
                bericht=kop["bericht"],
            )
        )

    def regel(self, tabel: str, kop: Rij, kind: str | None, **velden: Any) -> Rij:
        """A line of message `kop`."""
        volgnummer = 1 + sum(1 for rij in self.tabellen[tabel] if rij["bericht"] == kop["bericht"])
        rij = rij_van(
            tabel,
            **{naam: kop[naam] for naam in VAN_BERICHT},
            kind=kind,
            volgnummer=volgnummer,
            regel=10 * volgnummer,
            **velden,
        )
        self.tabellen[tabel].append(rij)
        return rij

    def wees(self, tabel: str) -> None:
        """Leave a line of a run that was killed: its batch is not that of the message."""
        if self.tabellen[tabel]:
            rij = self.kans.choice(self.tabellen[tabel])
            self.tabellen[tabel].append({**rij, "batch": "afgebroken"})

    def zelfde_sleutel(self, tabel: str, kop: Rij, **anders: Any) -> None:
        """The same message once more with other content (P48)."""
        eigen = ("batch", "bericht", "soort")
        velden = {naam: waarde for naam, waarde in kop.items() if naam not in eigen}
        ander = self.bericht(kop["soort"], **velden)
        for rij in list(self.tabellen[tabel]):
            if rij["bericht"] == kop["bericht"]:
                eigen = {naam: ander[naam] for naam in VAN_BERICHT}
                self.tabellen[tabel].append({**rij, **eigen, **anders})

    def antwoord(self, soort: str, kop: Rij, rijen: list[Rij], *, na: int = 3) -> None:
        """A retour message that accepts, refuses all, refuses the client or refuses one line."""
        wat = self.kans.choice(("goed", "goed", "alles", "client", "regel"))
        antwoord = self.bericht(
            soort,
            gemeente=kop["gemeente"],
            aanbieder=kop["aanbieder"],
            dagtekening=kop["dagtekening"],
            release=kop["release"],
            identificatie=kop["identificatie"],
            identificatie_retour=f"r{self.nummer()}",
            dagtekening_retour=kop["dagtekening"] + timedelta(days=na),
            retourcodes="0001" if wat == "alles" else "0200",
            retourcodes_klasse={"client": "9022", "alles": None}.get(wat, "0200"),
        )
        if wat == "alles":
            return
        fout = self.kans.randrange(len(rijen))
        for nummer, rij in enumerate(rijen):
            kolommen = {naam for naam, _ in KOLOMMEN["retour"]} - {
                *VAN_BERICHT,
                "kind",
                "volgnummer",
                "regel",
            }
            velden = {naam: waarde for naam, waarde in rij.items() if naam in kolommen}
            self.regel(
                "retour",
                antwoord,
                rij["kind"],
                **velden
                | {
                    "retourcodes": "9019" if wat == "regel" and nummer == fout else "0200",
                    "retourcodes_client": "9022" if wat == "client" else "0200",
                },
            )
