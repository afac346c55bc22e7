"""Which lines of messages count now and did not then, or the other way round: all that can move a
figure, beside the sheets."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import ibis
import pyarrow as pa
from ibis import _
from ibis.expr.types import Table

from paraplu.monitor.bewijs.herkomst import REGELDAGEN, met_sleutel
from paraplu.monitor.geopend import Geopend
from paraplu.monitor.tabellen import SCHEMAS
from paraplu.monitor.trajecten.declaratieregels import PAAR, TOEGEKEND
from paraplu.monitor.trajecten.toewijzingen import VERWIJDERD
from paraplu.monitor.trajecten.zichtbaar import BEANTWOORDT, BERICHTSLEUTEL, geldige_regels
from paraplu.monitor.verschil.soorten import Aanleiding, Oorzaak

#: What a line says of itself that its cause depends on, per table.
KENMERK: Final = {
    "toewijzing": "reden_wijziging",
    "start": "status_aanlevering",
    "stop": "status_aanlevering",
    "verzoek": "soort",
}
ERBIJ, ERAF, ANDERS = "erbij", "eraf", "anders"
KOLOMMEN: Final = (
    "tabel",
    "wat",
    "bericht",
    "volgnummer",
    "kind",
    "aanbieder",
    "sleutel",
    "kenmerk",
    "eerder",
    "telt_nog",
)
REGELSLEUTEL = ["tabel", "bericht", "volgnummer"]
INGETROKKEN = "3"
#: The cause of a line that came later, and of those that say something special.
LATER: Final = {
    "toewijzing": Oorzaak.LATE_TOEWIJZING,
    "start": Oorzaak.LATE_START,
    "stop": Oorzaak.LATE_STOP,
    "declaratie": Oorzaak.LATE_DECLARATIE,
    "verzoek": Oorzaak.VERZOEK,
}
BIJZONDER: Final = {
    ("toewijzing", VERWIJDERD): Oorzaak.INTREKKING,
    ("start", INGETROKKEN): Oorzaak.INTREKKING,
    ("stop", INGETROKKEN): Oorzaak.INTREKKING,
    ("declaratie", "credit"): Oorzaak.CREDIT,
}
ANTWOORD_OP = {heen: terug for terug, heen in BEANTWOORDT.items()}


@dataclass(frozen=True)
class Gebeurtenis:
    """One line that came, went or got another verdict, and why."""

    tabel: str
    bericht: str
    volgnummer: int
    kind: str
    aanbieder: str
    sleutel: str
    oorzaak: Oorzaak


class Tussentijd:
    """Everything that became known, or stopped counting, between two versions of the data."""

    def __init__(self, toen: Geopend, nu: Geopend) -> None:
        self._toen = toen
        self._nu = nu
        self._berichten_nu = self._open(nu, "alle_berichten")
        self._berichten_toen = self._open(toen, "alle_berichten")
        self._tabel = self._nu.lezer.open_parquet(self._zorg_voor(), naam="tussentijd_regels")

    def read(self, kolom: str, waarden: Iterable[str]) -> list[Gebeurtenis]:
        """The events of these children (`kind`) or providers (`aanbieder`)."""
        gekozen = pa.table({kolom: pa.array(sorted(set(waarden)), pa.string())})
        rijen = self._nu.lees(self._tabel.semi_join(ibis.memtable(gekozen), kolom))
        return [
            Gebeurtenis(
                tabel=rij["tabel"],
                bericht=rij["bericht"],
                volgnummer=rij["volgnummer"],
                kind=rij["kind"] or "",
                aanbieder=rij["aanbieder"] or "",
                sleutel=rij["sleutel"] or "",
                oorzaak=find_oorzaak(rij),
            )
            for rij in rijen
        ]

    def aanleidingen(self, gebeurtenissen: Sequence[Gebeurtenis]) -> dict[Gebeurtenis, Aanleiding]:
        """Per event the message that did it: of a refusal the answer, of a replacement the other."""
        eigen = {g.bericht for g in gebeurtenissen}
        daders = self._daders(eigen)
        gegevens = self._berichtgegevens({*eigen, *daders.values()})
        klaar = {}
        for gebeurtenis in gebeurtenissen:
            dader = gebeurtenis.bericht
            if gebeurtenis.oorzaak in {Oorzaak.WEIGERING, Oorzaak.ANTWOORD, Oorzaak.VERVANGEN}:
                dader = daders.get(gebeurtenis.bericht, gebeurtenis.bericht)
            klaar[gebeurtenis] = Aanleiding(
                oorzaak=gebeurtenis.oorzaak, bericht=dader, **gegevens.get(dader, {})
            )
        return klaar

    def _open(self, geopend: Geopend, naam: str) -> Table:
        kant = "nu" if geopend is self._nu else "toen"
        plek = geopend.versie.map / f"{naam}.parquet"
        return self._nu.lezer.open_parquet(plek, naam=f"tussentijd_{kant}_{naam}")

    def _zorg_voor(self) -> Path:
        """The file with all events between these versions, made at the first question."""
        plek = self._nu.versie.map / "verschil" / f"{self._toen.versie.naam}.parquet"
        if not plek.exists():
            plek.parent.mkdir(parents=True, exist_ok=True)
            tijdelijk = plek.with_suffix(f".{threading.get_native_id()}")
            self._nu.lezer.write(self._nu.lezer.compile(self._alles()), tijdelijk)
            tijdelijk.replace(plek)
        return plek

    def _alles(self) -> Table:
        toen = _regels(self._read_tabellen(self._toen), self._berichten_toen)
        nu = _regels(self._read_tabellen(self._nu), self._berichten_nu)
        bekend = toen.filter(_.tabel == "toewijzing").select(eerdere=_.sleutel).distinct()
        erbij = nu.anti_join(toen, REGELSLEUTEL).mutate(wat=ibis.literal(ERBIJ))
        eraf = toen.anti_join(nu, REGELSLEUTEL).mutate(wat=ibis.literal(ERAF))
        samen = erbij.union(eraf).union(self._declaraties().select(*erbij.columns))
        met_eerder = samen.left_join(bekend, samen.sleutel == bekend.eerdere)
        telt = self._berichten_nu.select(telt=_.bericht).distinct()
        klaar = met_eerder.left_join(telt, met_eerder.bericht == telt.telt)
        return klaar.mutate(eerder=_.eerdere.notnull(), telt_nog=_.telt.notnull()).select(*KOLOMMEN)

    def _read_tabellen(self, kant: Geopend) -> dict[str, Table]:
        """The tables of lines of one side, on the connection that reads."""
        return {
            naam: self._nu.lezer.open_delta(
                kant.opslag.bestanden(naam),
                SCHEMAS[naam],
                naam=f"{naam}_{kant.versie.naam}_{self._toen.versie.naam}",
            )
            for naam in (*KENMERK, "retour")
        }

    def _declaraties(self) -> Table:
        """Lines that were declared since, that are gone, or with another verdict."""
        nu = self._open(self._nu, "declaratieregels")
        toen = self._open(self._toen, "declaratieregels").select(
            "bericht", "volgnummer", oordeel_toen=_.oordeel, toegekend_toen=_.toegekend
        )
        plek = ["bericht", "volgnummer"]
        gekomen = nu.anti_join(toen, plek).mutate(
            wat=ibis.literal(ERBIJ), kenmerk=ibis.ifelse(_.credit, "credit", "debet")
        )
        weg = self._open(self._toen, "declaratieregels").anti_join(nu, plek)
        weg = weg.mutate(wat=ibis.literal(ERAF), kenmerk=ibis.literal(""))
        samen = nu.inner_join(toen, plek)
        ander = samen.filter(
            (_.oordeel != _.oordeel_toen) | ~_.toegekend.identical_to(_.toegekend_toen)
        ).mutate(wat=ibis.literal(ANDERS), kenmerk=_.oordeel)
        kolommen = (*plek, "kind", "aanbieder", "sleutel", "kenmerk", "wat")
        delen = [deel.select(*kolommen) for deel in (gekomen, weg, ander)]
        alle = delen[0].union(delen[1]).union(delen[2])
        return alle.mutate(tabel=ibis.literal("declaratie"))

    def _daders(self, berichten: set[str]) -> dict[str, str]:
        """Per message the answer to it, or the one that took its place."""
        nu, toen = self._berichten_nu, self._berichten_toen
        gekozen = ibis.memtable(pa.table({"bericht": pa.array(sorted(berichten), pa.string())}))
        eigen = toen.union(nu).semi_join(gekozen, "bericht").distinct(on="bericht")
        terug = ibis.cases(*((_.soort == heen, terug) for heen, terug in ANTWOORD_OP.items()))
        antwoorden = nu.select(*BERICHTSLEUTEL, soort="soort", dader="bericht")
        op_regel = eigen.select("bericht", *BERICHTSLEUTEL, soort=terug).inner_join(
            antwoorden, [*BERICHTSLEUTEL, "soort"]
        )
        declaratie = ibis.cases((_.soort == "JW303", "JW304"), (_.soort == "JW323", "JW325"))
        op_declaratie = eigen.select("bericht", *PAAR, soort=declaratie).inner_join(
            nu.select(*PAAR, soort="soort", dader="bericht"), [*PAAR, "soort"]
        )
        weg = eigen.anti_join(nu, "bericht").select("bericht", "sleutel")
        vervangen = weg.inner_join(nu.select("sleutel", dader="bericht"), "sleutel")
        delen = [deel.select("bericht", "dader") for deel in (op_regel, op_declaratie, vervangen)]
        paren = delen[0].union(delen[1]).union(delen[2]).group_by("bericht").agg(
            dader=_.dader.min()
        )  # fmt: skip
        return {rij["bericht"]: rij["dader"] for rij in self._nu.lees(paren)}

    def _berichtgegevens(self, berichten: set[str]) -> dict[str, dict[str, Any]]:
        """Per message its kind, the day that it became known and the delivery that brought it."""
        gekozen = ibis.memtable(pa.table({"bericht": pa.array(sorted(berichten), pa.string())}))
        eerste = ibis.row_number().over(group_by="bericht", order_by=[_.dag, _.levering])
        gebracht = (
            self._nu.opslag.lees("aanlevering")
            .semi_join(gekozen, "bericht")
            .mutate(eerste=eerste)
            .filter(_.eerste == 0)
            .select("bericht", "dag", "levering")
        )
        soorten = self._nu.opslag.lees("bericht").semi_join(gekozen, "bericht")
        soorten = soorten.group_by("bericht").agg(soort=_.soort.min())
        rijen = self._nu.lees(gebracht.inner_join(soorten, "bericht"))
        return {
            rij["bericht"]: {
                "dag": rij["dag"],
                "levering": rij["levering"] or "",
                "soort": rij["soort"] or "",
            }
            for rij in rijen
        }


def _regels(tabellen: Mapping[str, Table], berichten: Table) -> Table:
    """Every line that counts (refused ones left out), with the allocation that it is about."""
    retour = tabellen["retour"]
    delen = []
    for tabel, kenmerk in KENMERK.items():
        geldig = geldige_regels(tabel, tabellen[tabel], berichten, retour)
        if tabel in REGELDAGEN:
            geldig = met_sleutel(geldig, REGELDAGEN[tabel])
        else:
            geldig = geldig.mutate(sleutel=ibis.null("string"))
        delen.append(
            geldig.select(
                "bericht",
                "volgnummer",
                "kind",
                "aanbieder",
                "sleutel",
                kenmerk=geldig[kenmerk],
                tabel=ibis.literal(tabel),
            )
        )
    alle = delen[0]
    for deel in delen[1:]:
        alle = alle.union(deel)
    return alle


def find_oorzaak(rij: Mapping[str, Any]) -> Oorzaak:
    """The cause that one line is: what it is about and what happened to it."""
    tabel, wat, kenmerk = rij["tabel"], rij["wat"], rij["kenmerk"] or ""
    if wat == ERAF:
        return Oorzaak.WEIGERING if rij["telt_nog"] else Oorzaak.VERVANGEN
    if wat == ANDERS:
        return Oorzaak.ANTWOORD if kenmerk == TOEGEKEND else Oorzaak.WEIGERING
    if (tabel, kenmerk) in BIJZONDER:
        return BIJZONDER[tabel, kenmerk]
    if tabel == "toewijzing" and rij["eerder"]:
        return Oorzaak.NIEUWE_VERSIE
    return LATER[tabel]
