"""Small deliveries to try the intake with: real messages of children who do not exist."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from random import Random

from paraplu.berichten import Bericht, schrijf, standaard
from paraplu.berichten.antwoord import Oordeel, antwoord
from tests.berichten.maak import BSNS, maak_bericht
from tests.berichten.regels import voorbeeld

SOORTEN = ("JW301", "JW302", "JW305", "JW307", "JW315", "JW319", "JW323", "JW325")


def bericht(soort: str, zaad: int, *, release: str = "3.2", hoogstens: int = 3) -> bytes:
    """One message that keeps every rule; the same `zaad` gives the same bytes.

    Of an older release, that has no rules here, any valid message.
    """
    if release != "3.2":
        berichtsoort = standaard.release(release).berichtsoorten[soort]
        return schrijf(maak_bericht(berichtsoort, Random(zaad), hoogstens=hoogstens))
    rng = Random(zaad)
    gemaakt = MAKERS[soort](rng.randint(1, hoogstens), BSNS[rng.randrange(len(BSNS))])
    gemaakt.inhoud["Header"]["BerichtIdentificatie"]["Identificatie"] = f"B{zaad}"
    return schrijf(gemaakt)


def _toewijzing(aantal: int, bsn: str) -> Bericht:
    """One category is allocated once at a time."""
    producten = [
        voorbeeld.toegewezen_product(
            ToewijzingNummer=str(nummer),
            Ingangsdatum=f"20{24 + nummer}-01-01",
            Einddatum=f"20{24 + nummer}-12-31",
        )
        for nummer in range(1, aantal + 1)
    ]
    return voorbeeld.toewijzingsbericht(producten=producten, Bsn=bsn)


def _retour(aantal: int, bsn: str) -> Bericht:
    oordeel = Oordeel(pad="Client/ToegewezenProducten/ToegewezenProduct[1]", code="TR332")
    gemaakt = antwoord(
        _toewijzing(aantal, bsn),
        [oordeel],
        identificatie="R1",
        dagtekening=voorbeeld.VANDAAG,
    )
    assert isinstance(gemaakt, Bericht)
    return gemaakt


def _start(aantal: int, bsn: str) -> Bericht:
    nummers = range(1, aantal + 1)
    producten = [voorbeeld.startproduct(ToewijzingNummer=str(nummer)) for nummer in nummers]
    return voorbeeld.startbericht(producten=producten, Bsn=bsn)


def _stop(aantal: int, bsn: str) -> Bericht:
    nummers = range(1, aantal + 1)
    producten = [voorbeeld.stopproduct(ToewijzingNummer=str(nummer)) for nummer in nummers]
    return voorbeeld.stopbericht(producten=producten, Bsn=bsn)


def _declaratie(aantal: int, bsn: str) -> Bericht:
    prestaties = [
        voorbeeld.prestatie(
            ToewijzingNummer=str(nummer),
            ProductReferentie={"ReferentieNummer": f"P{nummer}"},
        )
        for nummer in range(1, aantal + 1)
    ]
    clienten = [voorbeeld.declaratie_client(prestaties=prestaties, Bsn=bsn)]
    return voorbeeld.declaratiebericht(
        clienten=clienten, TotaalIngediendBedrag=voorbeeld.totaal(100000 * aantal)
    )


MAKERS: dict[str, Callable[[int, str], Bericht]] = {
    "JW301": _toewijzing,
    "JW302": _retour,
    "JW305": _start,
    "JW307": _stop,
    "JW315": lambda aantal, bsn: voorbeeld.verzoek_om_toewijzing(Bsn=bsn),
    "JW319": lambda aantal, bsn: voorbeeld.antwoordbericht(),
    "JW323": _declaratie,
    "JW325": lambda aantal, bsn: voorbeeld.declaratieantwoord(),
}


def anders_geschreven(inhoud: bytes) -> bytes:
    """The same message in other bytes: other white space between its elements."""
    return re.sub(rb">\s*<", b">\n\t<", inhoud)


def kapot(inhoud: bytes) -> bytes:
    """The same message with a category that does not exist in its first product."""
    return re.sub(rb"(Categorie>)\d\d<", rb"\g<1>XX<", inhoud, count=1)


def schrijf_map(plaats: Path, bestanden: dict[str, bytes]) -> Path:
    """A folder with these files."""
    for naam, inhoud in bestanden.items():
        (plaats / naam).parent.mkdir(parents=True, exist_ok=True)
        (plaats / naam).write_bytes(inhoud)
    return plaats


def maak_zip(bestanden: dict[str, bytes]) -> bytes:
    """A zip with these files."""
    doel = io.BytesIO()
    with zipfile.ZipFile(doel, "w", zipfile.ZIP_DEFLATED) as zip_:
        for naam, inhoud in bestanden.items():
            zip_.writestr(naam, inhoud)
    return doel.getvalue()
