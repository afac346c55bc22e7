"""De antwoorden op een levering: wat de controle vond en wat Paraplu van eerdere berichten weet."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from paraplu.berichten import Bericht, schrijf
from paraplu.berichten.antwoord import lees_antwoord
from paraplu.inname.actions import neem_in
from paraplu.inname.antwoorden import answer_delivery, count_received
from paraplu.project.opdracht import main
from tests.berichten.regels.voorbeeld import (
    AANBIEDER,
    GEMEENTE,
    VANDAAG,
    startbericht,
    startproduct,
    toewijzingsbericht,
)
from tests.inname.post import bericht, kapot, maak_zip, schrijf_map


def lever(plaats: Path, naam: str, *berichten: Bericht | bytes, op: date = VANDAAG) -> str:
    """Take these messages as one delivery; gives its number."""
    inhoud = {
        f"{nummer}.xml": een if isinstance(een, bytes) else schrijf(een)
        for nummer, een in enumerate(berichten)
    }
    return neem_in([schrijf_map(plaats / naam, inhoud)], op=op, brenger=naam).levering


def codes(nummer: str, **keuze) -> list[list[tuple[str, str]]]:
    """Of each answer the places and codes that refuse something."""
    antwoorden = answer_delivery(nummer, op=VANDAAG, **keuze)
    return [
        [(fout.pad, fout.code) for fout in een.beoordeling.fouten]
        for een in antwoorden
        if een.beoordeling is not None
    ]


def test_een_start_zonder_toewijzing_krijgt_9019(tmp_path):
    nummer = lever(tmp_path, "aanbieder", startbericht())

    assert codes(nummer) == [[("Client/StartProducten/StartProduct[1]", "9019")]]


def test_een_start_op_een_toewijzing_van_eerder_is_goed(tmp_path):
    lever(tmp_path, "gemeente", toewijzingsbericht())
    nummer = lever(tmp_path, "aanbieder", startbericht())

    assert codes(nummer) == [[]]


def test_een_toewijzing_die_later_binnenkomt_maakt_het_antwoord_goed(tmp_path):
    nummer = lever(tmp_path, "aanbieder", startbericht())
    assert codes(nummer) != [[]]

    lever(tmp_path, "gemeente", toewijzingsbericht())

    assert codes(nummer) == [[]]


def test_een_regel_binnen_het_bericht_gaat_voor_met_0001(tmp_path):
    fout = startbericht(producten=[startproduct(StatusAanlevering="3", Begindatum="2030-01-01")])
    nummer = lever(tmp_path, "aanbieder", fout)

    assert codes(nummer) == [[("Header", "0001")]]


def test_alleen_berichten_aan_mij_krijgen_mijn_antwoord(tmp_path):
    nummer = lever(tmp_path, "samen", toewijzingsbericht(), startbericht())

    assert [een.soort for een in answer_delivery(nummer, op=VANDAAG)] == ["JW301", "JW305"]
    aan_gemeente = answer_delivery(nummer, op=VANDAAG, ontvangers={GEMEENTE})
    assert [een.soort for een in aan_gemeente] == ["JW305"]
    assert count_received(nummer, {GEMEENTE}) == 1
    assert count_received(nummer, {GEMEENTE, AANBIEDER}) == 2
    assert count_received(nummer, {"9999"}) == 0


def test_een_antwoord_zelf_krijgt_geen_antwoord(tmp_path):
    nummer = lever(tmp_path, "gemeente", bericht("JW302", 1), bericht("JW325", 2), startbericht())

    assert [een.soort for een in answer_delivery(nummer, op=VANDAAG)] == ["JW305"]
    assert count_received(nummer, {GEMEENTE, AANBIEDER}) == 1


def test_een_zip_en_een_kapot_bericht_gaan_mee(tmp_path):
    ingepakt = maak_zip({"a.xml": schrijf(toewijzingsbericht()), "b.xml": b"<geen bericht"})
    plaats = tmp_path / "post"
    schrijf_map(plaats, {"alles.zip": ingepakt, "c.xml": kapot(bericht("JW305", 1))})
    nummer = neem_in([plaats], op=VANDAAG, brenger="x").levering

    alle = {een.bestand: een for een in answer_delivery(nummer, op=VANDAAG)}

    assert alle["alles.zip/a.xml"].beoordeling is not None
    assert alle["alles.zip/b.xml"].beoordeling is None
    assert alle["c.xml"].beoordeling is None, "een fout in de vorm krijgt geen antwoord"


def test_twee_keer_vragen_geeft_dezelfde_bytes(tmp_path):
    nummer = lever(tmp_path, "aanbieder", startbericht(), toewijzingsbericht())

    eerste, tweede = ([een.inhoud for een in answer_delivery(nummer, op=VANDAAG)] for _ in "12")

    assert eerste == tweede


def test_de_opdracht_schrijft_de_antwoorden_en_zegt_wat_ze_zeggen(tmp_path, capsys):
    nummer = lever(tmp_path, "aanbieder", startbericht())

    status = main(["antwoorden", nummer[:6], "--uit", str(tmp_path / "uit"), "--formaat", "json"])

    (regel,) = json.loads(capsys.readouterr().out)
    assert status == 1
    assert regel["oordeel"] == "afgekeurd (9019)"
    (geschreven,) = (tmp_path / "uit").iterdir()
    assert geschreven.name == regel["antwoord"]


@pytest.mark.parametrize("begin", ["", "bestaat-niet"])
def test_een_onbekende_levering_wordt_gezegd(begin, tmp_path, capsys):
    lever(tmp_path, "een", startbericht())
    lever(tmp_path, "twee", toewijzingsbericht())

    assert main(["antwoorden", begin, "--uit", str(tmp_path / "uit")]) == 2
    assert "levering met nummer" in capsys.readouterr().err


def test_een_antwoord_is_zelf_te_lezen_als_antwoord_op_dat_bericht(tmp_path):
    nummer = lever(tmp_path, "aanbieder", startbericht())

    (een,) = answer_delivery(nummer, op=VANDAAG)

    assert een.uitkomst.soort == "JW306"
    assert lees_antwoord(een.uitkomst).fouten[0].code == "9019"
