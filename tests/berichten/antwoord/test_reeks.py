"""Veel bestanden achter elkaar, met oordelen over berichten heen van een ander."""

from __future__ import annotations

from pathlib import Path

import pytest

from paraplu.berichten import Bericht, schrijf
from paraplu.berichten.antwoord import Oordeel, lees_antwoord, maak_antwoorden
from paraplu.berichten.antwoord.reeks import Identificaties
from paraplu.berichten.bestanden import open_bestanden
from tests.berichten.antwoord.post import OP, antwoord_op, maak_305
from tests.berichten.antwoord.test_declaratie_antwoord import maak_declaratie
from tests.berichten.maak import BSNS
from tests.berichten.omslag.envelopen import b64, ggk, kaal, soap

START = "Client/StartProducten/StartProduct[1]"


def maak(map_: Path, extra=None) -> list:
    return list(maak_antwoorden(open_bestanden(map_), extra, dagtekening=OP))


def test_wat_een_ander_van_elk_bericht_vindt_komt_in_het_antwoord(tmp_path: Path):
    for nummer in (1, 2):
        (tmp_path / f"{nummer}.xml").write_bytes(schrijf(maak_305(nummer)))

    def dubbel(bericht: Bericht) -> list[Oordeel]:
        aantal = len(bericht.inhoud["Client"]["StartProducten"]["StartProduct"])
        return [Oordeel(pad=START, code="TR326")] if aantal == 2 else []

    een, twee = maak(tmp_path, dubbel)

    assert een.beoordeling.is_goedgekeurd
    assert twee.beoordeling.fouten == (Oordeel(pad=START, code="9326"),)
    assert twee.inhoud == schrijf(twee.uitkomst)


def test_een_eigen_controle_en_een_oordeel_tellen_samen(tmp_path: Path):
    bericht = maak_305()
    bericht.inhoud["Client"]["Bsn"] = "999900007"
    (tmp_path / "a.xml").write_bytes(schrijf(bericht))

    (een,) = maak(tmp_path, lambda _: [Oordeel(pad=START, code="TR326")])

    assert [b.code for b in een.bevindingen] == ["CS002"]
    assert een.beoordeling.fouten == (Oordeel(pad="Header", code="0001"),)


def test_een_bericht_van_morgen_wordt_op_de_dagtekening_van_het_antwoord_beoordeeld(
    tmp_path: Path,
):
    bericht = maak_305()
    bericht.inhoud["Header"]["BerichtIdentificatie"]["Dagtekening"] = "2024-03-07"
    (tmp_path / "a.xml").write_bytes(schrijf(bericht))

    (een,) = maak(tmp_path)

    assert [o.code for o in een.beoordeling.fouten] == ["8848"]


def met_bsn(bsn: str) -> Bericht:
    bericht = maak_305()
    bericht.inhoud["Client"]["Bsn"] = bsn
    return bericht


def test_de_identificatie_zegt_niets_over_het_kind():
    assert Identificaties().geef(met_bsn(BSNS[0])) == Identificaties().geef(met_bsn(BSNS[1]))


def test_twee_berichten_met_een_naam_krijgen_elk_een_eigen_antwoord():
    namen = Identificaties()
    eerste, tweede = namen.geef(met_bsn(BSNS[0])), namen.geef(met_bsn(BSNS[1]))

    assert eerste != tweede
    assert namen.geef(met_bsn(BSNS[0])) == eerste


@pytest.mark.parametrize(
    ("veld", "waarde"),
    [
        ("Afzender", "65656056"),
        ("Ontvanger", "0203"),
        ("BerichtIdentificatie", {"Identificatie": "B2", "Dagtekening": "2024-03-05"}),
    ],
)
def test_wie_en_welk_bericht_bepalen_de_identificatie(veld: str, waarde):
    anders = maak_305()
    anders.inhoud["Header"][veld] = waarde

    assert Identificaties().geef(anders) != Identificaties().geef(maak_305())


def test_een_declaratie_van_duizenden_regels(tmp_path: Path):
    tabel = "\n".join(f"c{n % 600} | L{n} | 1250" for n in range(3000))
    (tmp_path / "a.xml").write_bytes(schrijf(maak_declaratie(tabel)))
    plek = "Declaratie/Clienten/Client[{}]/Prestaties/Prestatie[2]"
    oordelen = [Oordeel(pad=plek.format(nummer), code="TR338") for nummer in range(1, 601)]

    (een,) = maak(tmp_path, lambda _: oordelen)

    assert len(een.beoordeling.fouten) == 600
    assert een.beoordeling.toegekend == 2400 * 1250


def test_een_prestatie_met_een_verkeerd_bedrag_wordt_zonder_hulp_afgewezen(tmp_path: Path):
    bericht = maak_declaratie("a | L1 | 100\nb | L2 | 200")
    tweede = bericht.inhoud["Declaratie"]["Clienten"]["Client"][1]
    tweede["Prestaties"]["Prestatie"][0]["ProductTarief"] = "150"
    (tmp_path / "a.xml").write_bytes(schrijf(bericht))

    (een,) = maak(tmp_path)

    assert [(o.referentie, o.code) for o in een.beoordeling.fouten] == [("L2", "9346")]
    assert een.beoordeling.toegekend == 100


def test_de_oordelen_van_een_325_noemen_de_regel_van_de_declaratie(tmp_path: Path):
    (tmp_path / "a.xml").write_bytes(schrijf(maak_declaratie("a | L1 | 100\nb | L2 | 200")))
    plek = "Declaratie/Clienten/Client[2]/Prestaties/Prestatie[1]"

    (een,) = maak(tmp_path, lambda _: [Oordeel(pad=plek, code="TR338")])

    (fout,) = lees_antwoord(een.uitkomst).fouten
    assert (fout.referentie, fout.code) == ("L2", "9338")


def test_elk_bericht_in_een_envelop_krijgt_zijn_eigen_antwoord(tmp_path: Path):
    berichten = [schrijf(maak_305(1)), schrijf(maak_305(2))]
    (tmp_path / "twee.xml").write_bytes(soap("".join(map(kaal, berichten))))
    (tmp_path / "een.xml").write_bytes(ggk(b64(berichten[0])))

    gemaakt = maak(tmp_path)

    assert [een.soort for een in gemaakt] == ["JW305"] * 3
    assert [een.beoordeling.is_goedgekeurd for een in gemaakt] == [True] * 3
    een, eerste, tweede = (een.inhoud for een in gemaakt)
    assert een == eerste != tweede


def test_een_ander_wordt_alleen_gevraagd_naar_wat_een_antwoord_krijgt(tmp_path: Path):
    (tmp_path / "a.xml").write_bytes(schrijf(maak_305()))
    (tmp_path / "b.xml").write_bytes(schrijf(antwoord_op(maak_305())))
    gevraagd = []

    def onthoud(bericht: Bericht) -> list[Oordeel]:
        gevraagd.append(bericht.soort)
        return []

    een, twee = maak(tmp_path, onthoud)

    assert gevraagd == ["JW305"]
    assert isinstance(een.uitkomst, Bericht)
    assert twee.uitkomst.waarom == "niet nodig"


def test_een_melding_van_een_berichtenbox_hoeft_geen_antwoord(tmp_path: Path):
    (tmp_path / "a.xml").write_bytes(soap("<e:Fault><faultcode>x</faultcode></e:Fault>"))

    (een,) = maak(tmp_path)

    assert een.soort == ""
    assert een.uitkomst.waarom == "niet nodig"
    assert "melding" in een.uitkomst.reden
