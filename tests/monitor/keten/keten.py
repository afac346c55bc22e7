"""A few messages about one child, as the rules across messages see them.

What a test does not say has a value that keeps every rule: child `kind`, allocation 1 of output care
(82, per month 1) from 2023-01-01, declared per month.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import duckdb
import pyarrow as pa

from paraplu.monitor.keten.toetsing import Toetsing, register_tabellen
from paraplu.monitor.keten.vragen import BRONNEN

GEMEENTE, AANBIEDER, ANDERE = "0200", "60000001", "70000001"
ALTIJD = date(9999, 12, 31)
PRODUCT = {"productcategorie": "48", "productcode": "48A01"}
KOP = ("gemeente", "aanbieder", "dagtekening", "release", "identificatie", "op", "afzender")
Rij = dict[str, Any]
Plek = tuple[str, int]


def dag(tekst: str) -> date:
    """`dag("03-15")` is in 2023; a whole date is taken as it is."""
    return date.fromisoformat(tekst if len(tekst) > 5 else f"2023-{tekst}")


class Keten:
    """Messages by their id, in the order in which they were written here."""

    def __init__(self) -> None:
        self.tabellen: dict[str, list[Rij]] = {naam: [] for naam in BRONNEN}
        self.koppen: dict[str, Rij] = {}

    def bericht(self, soort: str, op_dag: str, **velden: Any) -> str:
        """A message dated and delivered on `op_dag`; another day of delivery is `op`."""
        naam = f"b{len(self.koppen) + 1:03d}"
        van_gemeente = soort in ("JW301", "JW319", "JW325")
        kop = {
            "batch": "batch",
            "bericht": naam,
            "soort": soort,
            "release": "3.2",
            "gemeente": GEMEENTE,
            "aanbieder": AANBIEDER,
            "identificatie": naam,
            "dagtekening": dag(op_dag),
        } | velden
        kop.setdefault("afzender", kop["gemeente" if van_gemeente else "aanbieder"])
        kop.setdefault("sleutel", f"{soort}{kop['afzender']}{kop['identificatie']}{op_dag}")
        geleverd = dag(kop.pop("op", op_dag))
        self.koppen[naam] = kop
        self.tabellen["bericht"].append(kop)
        self.tabellen["aanlevering"].append(
            {"batch": "batch", "levering": f"{geleverd}", "dag": geleverd, "bericht": naam}
        )
        return naam

    def regel(self, tabel: str, bericht: str, **velden: Any) -> str:
        """A line of a message; texts in columns of days are read as days."""
        kop = self.koppen[bericht]
        eigen = [rij for rij in self.tabellen[tabel] if rij["bericht"] == bericht]
        van_kop = {naam: kop[naam] for naam in ("batch", "bericht", "gemeente", "aanbieder")}
        nummer = len(eigen) + 1
        rij = {**van_kop, "volgnummer": nummer, "regel": 10 * nummer, "kind": "kind"} | {
            naam: _waarde(BRONNEN[tabel].field(naam).type, waarde)
            for naam, waarde in velden.items()
        }
        self.tabellen[tabel].append(rij)
        return bericht

    def toewijzing(self, nummer: int = 1, op: str = "01-01", **velden: Any) -> str:
        """A 301 with one allocation; further ones with `bericht=`."""
        return self._met_regel(
            "JW301",
            "toewijzing",
            op,
            velden,
            toewijzing_nummer=nummer,
            **PRODUCT,
            toewijzingsdatum=op,
            toewijzingstijd="09:00:00",
            ingangsdatum="01-01",
            volume=1,
            eenheid="82",
            frequentie="4",
        )

    def start(self, nummer: int | None = 1, op: str = "01-02", **velden: Any) -> str:
        """A 305 with one start."""
        return self._zorg("JW305", "start", nummer, op, velden)

    def stop(self, nummer: int | None = 1, op: str = "06-02", **velden: Any) -> str:
        """A 307 with one definitive stop."""
        velden = {"einddatum": "06-01", "reden_beeindiging": "19"} | velden
        return self._zorg("JW307", "stop", nummer, op, velden)

    def verzoek(self, referentie: str = "ref1", op: str = "01-01", **velden: Any) -> str:
        """A 315 for one product."""
        vast = {"soort": "nieuw", **PRODUCT, "ingangsdatum": "01-01"}
        return self._met_regel(
            "JW315", "verzoek", op, velden, referentie_aanbieder=referentie, **vast
        )

    def wijziging(
        self, soort: str, nummer: int | None = 1, op: str = "03-01", **velden: Any
    ) -> str:
        """A 317 with one product: ongewijzigd, wijzigen or nieuw."""
        vast = {"referentie_aanbieder": "ref1"}
        if soort == "wijzigen":
            vast |= {"ingangsdatum": "05-01", "volume": 2, "eenheid": "82", "frequentie": "4"}
        if soort == "nieuw":
            vast |= {**PRODUCT, "ingangsdatum": "05-01"}
        return self._met_regel(
            "JW317", "verzoek", op, velden, soort=soort, toewijzing_nummer=nummer, **vast
        )

    def antwoord(
        self, referentie: str = "ref1", wat: str = "1", op: str = "01-10", **velden: Any
    ) -> str:
        """A 319: `wat` is 1 (refused) or 2 (in onderzoek)."""
        velden = {"kind": None} | velden
        return self._met_regel(
            "JW319", "antwoord", op, velden, referentie_aanbieder=referentie, verzoek_antwoord=wat
        )

    def retour(self, bericht: str, **velden: Any) -> str:
        """The answer (302, 306 …) to a message: by itself one that refuses it as a whole."""
        kop = self.koppen[bericht]
        soort = f"JW{int(kop['soort'][2:]) + 1}"
        gelijk = {
            naam: kop[naam] for naam in ("gemeente", "aanbieder", "identificatie", "afzender")
        }
        velden = {"retourcodes": "0001"} | velden
        return self.bericht(soort, f"{kop['dagtekening']}", **gelijk, **velden)

    def declaratie(self, maand: int = 1, op: str | None = None, **velden: Any) -> str:
        """A 323 of a month with one line, the whole month of allocation 1."""
        begin = date(2023, maand, 1)
        einde = (begin + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        if "bericht" not in velden:
            kop = {naam: velden.pop(naam) for naam in KOP if naam in velden}
            nummer = velden.pop("declaratie_nummer", f"D{len(self.koppen) + 1}")
            velden["bericht"] = self.bericht(
                "JW323",
                op or f"{einde + timedelta(days=3)}",
                declaratie_nummer=nummer,
                periode_begin=begin,
                periode_einde=einde,
                **kop,
            )
        bericht = velden.pop("bericht")
        regel = {
            "toewijzing_nummer": 1,
            **PRODUCT,
            "referentie": f"P{len(self.tabellen['declaratie']) + 1}",
            "declaratie_nummer": self.koppen[bericht]["declaratie_nummer"],
            "begindatum": begin,
            "einddatum": einde,
            "volume": 1,
            "eenheid": "82",
            "tarief": 5000,
            "bedrag": 5000,
            "credit": False,
        }
        return self.regel("declaratie", bericht, **regel | velden)

    def credit(self, van: str, op: str, **velden: Any) -> str:
        """A 323 that takes the (first) line of another back."""
        eerder = next(rij for rij in self.tabellen["declaratie"] if rij["bericht"] == van)
        gelijk = {
            naam: eerder[naam]
            for naam in ("toewijzing_nummer", "begindatum", "einddatum", "volume", "eenheid")
        }
        vast = {"vorige_referentie": eerder["referentie"], "credit": True, "bedrag": -5000}
        return self.declaratie(dag(op).month - 1, op, **gelijk | vast | velden)

    def antwoord_325(self, op_declaratie: str, op: str, **velden: Any) -> str:
        """The 325 to a declaration: by itself one that grants everything."""
        kop = self.koppen[op_declaratie]
        standaard = {
            "gemeente": kop["gemeente"],
            "aanbieder": kop["aanbieder"],
            "declaratie_nummer": kop["declaratie_nummer"],
            "identificatie_retour": kop["identificatie"],
            "dagtekening_retour": kop["dagtekening"],
            "retourcodes": "0200",
            "retourcodes_klasse": "8001",
        }
        return self.bericht("JW325", op, **standaard | velden)

    def keur_af(self, op_declaratie: str, op: str, **anders: Any) -> str:
        """A 325 that refuses the (first) line of a declaration, repeating it; `anders` deviates."""
        antwoord = self.antwoord_325(op_declaratie, op, retourcodes_klasse="0200")
        rij = next(r for r in self.tabellen["declaratie"] if r["bericht"] == op_declaratie)
        velden = {
            naam: rij[naam]
            for naam in BRONNEN["declaratieantwoord"].names
            if naam in rij and naam not in ("batch", "bericht", "volgnummer", "regel")
        }
        vast = {"retourcodes": "9321", "retourcodes_client": "0200"}
        return self.regel("declaratieantwoord", antwoord, **velden | vast | anders)

    def gebroken(
        self, code: str, *, op: date = ALTIJD, opnieuw: tuple[str, ...] = ()
    ) -> list[Plek]:
        """Who breaks the rule: (bericht, volgnummer)."""
        rijen = self.toetsing(op=op, opnieuw=opnieuw).bevindingen([code]).to_pylist()
        assert all(rij["klasse"] for rij in rijen)
        return sorted((rij["bericht"], rij["volgnummer"]) for rij in rijen)

    def toetsing(self, *, op: date = ALTIJD, opnieuw: tuple[str, ...] = ()) -> Toetsing:
        """The rules over these messages."""
        con = duckdb.connect()
        register_tabellen(con, self.arrow())
        return Toetsing(con, op=op, opnieuw=opnieuw)

    def arrow(self) -> dict[str, pa.Table]:
        """The tables of the monitor with these messages in them."""
        return {
            naam: pa.Table.from_pylist(rijen, schema=BRONNEN[naam])
            for naam, rijen in self.tabellen.items()
            if rijen
        }

    def kolommen(self, tabel: str) -> list[str]:
        """The columns of a table."""
        return list(BRONNEN[tabel].names)

    def _zorg(self, soort: str, tabel: str, nummer: int | None, op: str, velden: Rij) -> str:
        vast = {**PRODUCT, "begindatum": "01-01", "status_aanlevering": "1"}
        return self._met_regel(soort, tabel, op, velden, toewijzing_nummer=nummer, **vast)

    def _met_regel(self, soort: str, tabel: str, op: str, velden: Rij, /, **vast: Any) -> str:
        kop = {naam: velden.pop(naam) for naam in KOP if naam in velden}
        bericht = velden.pop("bericht", None) or self.bericht(soort, op, **kop)
        return self.regel(tabel, bericht, **vast | velden)


def _waarde(soort: pa.DataType, waarde: Any) -> Any:
    return dag(waarde) if soort == pa.date32() and isinstance(waarde, str) else waarde
