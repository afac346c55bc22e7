"""Nothing personal leaves the kept files: not to the tables, not to the screen, not to a log."""

from __future__ import annotations

import logging
import re
from datetime import date
from pathlib import Path
from random import Random

import pyarrow.parquet as pq
import pytest

from paraplu.berichten import Bericht, schrijf, standaard
from paraplu.berichten.standaard import Element
from paraplu.project.opdracht import main
from tests.berichten.maak import maak_volledig
from tests.inname.post import maak_zip, schrijf_map

BSN = "999900006"
NAAM = "Zwartewaterbroek"
#: Types whose values a sender fills in freely and that are long enough for a name.
VRIJ = re.compile(r"LDT_(Naam|NaamVerwijzer|Organisatienaam|Straatnaam|Plaatsnaam|Commentaar)$")
#: Types of identifiers: they are kept, and a BSN in them is masked.
KENMERK = re.compile(
    r"LDT_(IdentificatieBericht|IdentificatieDeclaratie|ReferentieNummer|Referentie)$"
)
SOORTEN = [
    soort
    for release in ("2.3", "3.2")
    for soort in standaard.release(release).berichtsoorten.values()
]


def plant(inhoud: dict, klasse: Element) -> None:
    """Put a name in every free text and a BSN in every identifier."""
    for element in klasse.kinderen:
        if element.naam not in inhoud:
            continue
        waarden = inhoud[element.naam] if element.is_lijst else [inhoud[element.naam]]
        if element.type is None:
            for waarde in waarden:
                plant(waarde, element)
        elif nieuw := _geplant(element):
            inhoud[element.naam] = [nieuw for _ in waarden] if element.is_lijst else nieuw


def _geplant(element: Element) -> str | None:
    soort = element.type.naam
    ruimte = element.type.maximum or 200
    if soort == "LDT_BurgerServicenummer":
        return BSN
    if VRIJ.search(soort) and ruimte >= len(NAAM):
        return NAAM
    if KENMERK.search(soort) and ruimte >= 12:
        return f"AB{BSN}"
    return None


def maak_post(plaats: Path) -> Path:
    """Every kind of message with something personal in every place, whole and broken, and a zip."""
    post = {}
    for nummer, soort in enumerate(SOORTEN):
        bericht = maak_volledig(soort, Random(nummer))
        plant(bericht.inhoud, soort.wortel)
        inhoud = schrijf(Bericht(soort.naam, soort.release, bericht.inhoud))
        naam = f"{soort.release}-{soort.naam}"
        post[f"{naam}.xml"] = inhoud
        post[f"kapot/{naam}-{BSN}.xml"] = re.sub(
            rb"(Afzender|Eenheid|Begindatum)>[^<]*<", NAAM.encode().join((rb"\1>", b"<")), inhoud
        )
        post[f"stuk/{naam}.xml"] = inhoud[: len(inhoud) // 2]
    return schrijf_map(plaats, {**post, f"zip-{BSN}.zip": maak_zip(post)})


@pytest.fixture
def gelezen(tmp_path: Path, var: Path, capfd, caplog) -> str:
    """All that was said while everything was taken, shown and rotated."""
    caplog.set_level(logging.DEBUG)
    post = maak_post(tmp_path / "post")
    uit = []
    for opdracht in (
        ["lees", str(post), "--op", str(date(2023, 5, 31)), "--hoogstens", "0"],
        ["lees", str(post), "--formaat", "json", "--hoogstens", "0"],
        ["leveringen"],
    ):
        main(opdracht)
        gezegd = capfd.readouterr()
        uit += [gezegd.out, gezegd.err]
    return "\n".join([*uit, caplog.text])


def test_er_staat_niets_persoonlijks_buiten_de_kast(gelezen: str, var: Path):
    assert "geweigerd" in gelezen
    assert NAAM not in gelezen
    assert BSN not in gelezen
    gezien = 0
    for pad in var.rglob("*"):
        assert NAAM not in pad.name
        assert BSN not in pad.name
        if not pad.is_file():
            continue
        inhoud = pad.read_bytes()
        if pad.suffix == ".parquet":
            inhoud += repr(pq.read_table(pad).to_pylist()).encode()
            gezien += pq.read_metadata(pad).num_rows
        assert NAAM.encode() not in inhoud, pad
        assert BSN.encode() not in inhoud, pad
    assert gezien > 100

    assert waarden(var, "declaratie", "referentie") == {"#"}
    (kind,) = waarden(var, "start", "kind", tekens=99)
    assert re.fullmatch(r"[A-Za-z0-9_-]{12}", kind)


def waarden(var: Path, tabel: str, kolom: str, *, tekens: int = 1) -> set[str]:
    """The first characters of what stands in a column, in every file of a table."""
    alle = (pq.read_table(pad)[kolom] for pad in (var / "tabellen" / tabel).rglob("*.parquet"))
    return {waarde[:tekens] for deel in alle for waarde in deel.to_pylist() if waarde}
