"""Antwoorden die anderen schreven: met dezelfde oordelen schrijven wij precies hetzelfde."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from paraplu.berichten import Bericht, lees, standaard
from paraplu.berichten.antwoord import antwoord, lees_antwoord
from paraplu.berichten.antwoord.soorten import HEEN

VAN_HET_RETOUR = {"IdentificatieRetour", "DagtekeningRetour", "XsdVersieRetour", "XsltVersie"}


def zonder_codes(waarde: Any) -> Any:
    if isinstance(waarde, list):
        return [zonder_codes(een) for een in waarde]
    if isinstance(waarde, dict):
        return {n: zonder_codes(een) for n, een in waarde.items() if n != "RetourCodes"}
    return waarde


def heenbericht_van(retour: Bericht, voorbeeld: Bericht) -> Bericht:
    """The message that a retour must have been about; content that it does not show is `voorbeeld`."""
    soort = standaard.release(retour.release).berichtsoorten[HEEN[retour.soort]]
    inhoud = zonder_codes(retour.inhoud)
    header = {n: w for n, w in inhoud["Header"].items() if n not in VAN_HET_RETOUR}
    return Bericht(
        soort.naam,
        soort.release,
        voorbeeld.inhoud | inhoud | {"Header": header | {"BerichtCode": soort.code}},
    )


@pytest.mark.parametrize(
    ("naam", "codes"),
    [
        ("JW302", [("Header", "8848")]),
        (
            "JW316",
            [
                ("Header", "0200"),
                ("Client", "0200"),
                ("Client/AangevraagdeProducten/AangevraagdProduct[1]", "9347"),
                ("Client/AangevraagdeProducten/AangevraagdProduct[2]", "0200"),
            ],
        ),
    ],
)
def test_een_echt_retourbericht_maken_wij_precies_zo(shared: Path, naam: str, codes):
    retour = lees(shared / "ijw" / "messages-3.2" / f"{naam}.xml").bericht
    eigen = lees(shared / "ijw" / "messages-3.2" / "JW301.xml").bericht
    assert retour is not None
    assert eigen is not None
    gelezen = lees_antwoord(retour)
    assert [(een.pad, een.code) for een in gelezen.oordelen] == codes

    header = retour.inhoud["Header"]
    gemaakt = antwoord(
        heenbericht_van(retour, eigen if naam == "JW302" else retour),
        gelezen.fouten,
        identificatie=header["IdentificatieRetour"],
        dagtekening=date.fromisoformat(header["DagtekeningRetour"]),
    )

    assert gemaakt == retour


def test_op_elk_echt_heenbericht_maken_wij_een_antwoord(shared: Path):
    gezien = set()
    for release in ("3.2", "2.3"):
        for pad in sorted((shared / "ijw" / f"messages-{release}").glob("*.xml")):
            bericht = lees(pad).bericht
            assert bericht is not None
            gemaakt = antwoord(bericht, (), identificatie="A1", dagtekening=date(2026, 5, 7))
            if isinstance(gemaakt, Bericht):
                gezien.add((release, gemaakt.soort))

    assert gezien == {
        *(("3.2", soort) for soort in ("JW302", "JW306", "JW308", "JW320", "JW325")),
        *(("2.3", soort) for soort in ("JW302", "JW306", "JW308", "JW316")),
    }
