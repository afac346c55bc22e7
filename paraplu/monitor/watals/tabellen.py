"""The derived tables under a proposed rule, made from those that hold and kept beside them."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Final

import pyarrow.parquet as pq
from ibis.expr.types import Table

from paraplu.monitor import referentie
from paraplu.monitor.afgeleid import Afgeleid, Versie
from paraplu.monitor.bladen import Bladen
from paraplu.monitor.motor import Motor, Verbinding
from paraplu.monitor.opslag import Opslag
from paraplu.monitor.trajecten import KOLOMMEN, maatregelen
from paraplu.monitor.trajecten.producten import met_product
from paraplu.monitor.watals.wijziging import Wijziging

#: Tables with a place in the tussentaal, and the day that decides which one.
MET_PLAATS: Final = {
    "toewijzingen": "ingangsdatum",
    "zorgperioden": "begindatum",
    "declaratieregels": "begindatum",
}
#: What `met_product` gives.
VAN_PRODUCT: Final = ("soort_maatregel", "groep", "tussentaal", "is_maatregel", "is_jeugdhulp")


class AndersAfgeleid(Afgeleid):
    """Gives the folder with the tables under `wijziging`; they follow each new version of the data."""

    def __init__(
        self,
        opslag: Opslag,
        bladen: Bladen,
        wijziging: Wijziging,
        *,
        bekend_op: date | None,
        motor: Motor,
    ) -> None:
        super().__init__(opslag, bladen, bekend_op=bekend_op, motor=motor)
        self.wijziging = wijziging
        self.basis = Afgeleid(opslag, bladen, bekend_op=bekend_op, motor=motor)

    def versie(self) -> Versie:
        """The name of the present version and of what is proposed."""
        nu = super().versie()
        naam = f"{nu.naam}-watals-{self.wijziging.naam}"
        return Versie(naam, self.map / f"{naam}{self.motor.achtervoegsel}", nu.versies)

    def zorg_voor(self) -> Versie:
        """The tables that hold are made first: these are made from them."""
        self.basis.zorg_voor()
        return super().zorg_voor()

    def _maak(self, versie: Versie) -> None:
        with tempfile.TemporaryDirectory(dir=self.map, prefix="bezig-") as werkmap:
            doel = Path(werkmap) / "tabellen"
            doel.mkdir()
            verbinding = self.motor.connect(werkmap=Path(werkmap))
            try:
                write_anders(verbinding, self.basis.versie().map, doel, self.wijziging)
            finally:
                verbinding.close()
            doel.replace(versie.map)


def write_anders(verbinding: Verbinding, bron: Path, doel: Path, wijziging: Wijziging) -> None:
    """Write in `doel` what becomes another, and copy what stays the same."""
    tabellen = {
        naam: verbinding.open_parquet(bron / f"{naam}.parquet", naam=f"nu_{naam}")
        for naam in ("producten", *MET_PLAATS)
    }
    anders: dict[str, Table] = {}
    if wijziging.tussentaal is not None:
        plaatsen = _write_plaatsen(verbinding, bron, doel, wijziging)
        for naam, dag in MET_PLAATS.items():
            anders[naam] = _place(tabellen[naam], tabellen["producten"], plaatsen, naam, dag)
    for naam, tabel in anders.items():
        verbinding.write(verbinding.compile(tabel), doel / f"{naam}.parquet")
    if wijziging.hoogstens_tussen != maatregelen.HOOGSTENS_TUSSEN:
        _write_delen(tabellen, wijziging, verbinding, doel)
    _copy_rest(bron, doel)


def _write_plaatsen(verbinding: Verbinding, bron: Path, doel: Path, wijziging: Wijziging) -> Table:
    """The proposed place of each product that occurs."""
    voorkomend = [
        (rij["productcategorie"], rij["productcode"])
        for rij in pq.read_table(bron / "producten.parquet").to_pylist()
    ]
    plek = doel / "tussentaal.parquet"
    pq.write_table(referentie.tussentaal_tabel(voorkomend, wijziging.tussentaal or ()), plek)
    return verbinding.open_parquet(plek, naam="anders_tussentaal")


def _place(tabel: Table, producten: Table, plaatsen: Table, naam: str, dag: str) -> Table:
    """The rows with their proposed place; the rest of what a product says stays the same."""
    zonder = tabel.drop(*(kolom for kolom in VAN_PRODUCT if kolom in tabel.columns))
    return met_product(zonder, producten, plaatsen, dag=dag).select(*KOLOMMEN[naam])


def _write_delen(
    tabellen: Mapping[str, Table], wijziging: Wijziging, verbinding: Verbinding, doel: Path
) -> None:
    """Measures in all readings, each table written before the next one reads it."""

    def houd(naam: str, tabel: Table) -> Table:
        plek = doel / f"{naam}.parquet"
        verbinding.write(verbinding.compile(tabel.select(*KOLOMMEN[naam])), plek)
        return verbinding.open_parquet(plek, naam=f"anders_{naam}")

    perioden, toewijzingen = tabellen["zorgperioden"], tabellen["toewijzingen"]
    delen = houd(
        "maatregeldelen",
        maatregelen.maatregeldelen(
            perioden, toewijzingen, hoogstens_tussen=wijziging.hoogstens_tussen
        ),
    )
    standen = houd("maatregelstanden", maatregelen.maatregelstanden(delen))
    houd("maatregelen", maatregelen.maatregelen(delen, standen, perioden, toewijzingen))


def _copy_rest(bron: Path, doel: Path) -> None:
    """What stays the same, as a second name of the same file where the disk can."""
    for oud in bron.glob("*.parquet"):
        nieuw = doel / oud.name
        if nieuw.exists():
            continue
        if oud.is_dir():
            shutil.copytree(oud, nieuw)
        else:
            _link(oud, nieuw)


def _link(oud: Path, nieuw: Path) -> None:
    try:
        nieuw.hardlink_to(oud)
    except OSError:
        shutil.copy2(oud, nieuw)
