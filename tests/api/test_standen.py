"""De resultaatafspraken in de API: dezelfde stand als op het scherm, door dezelfde ogen (R205, R210)."""

from __future__ import annotations

from paraplu.web.models import Soort, Spoor

RA = "/resultaatafspraken"
GI = "gi-90000001"


def test_de_elf_afspraken_zijn_openbaar(vraag):
    """R172: each with its norm per year and what each side does."""
    items = vraag(RA).json()["items"]
    assert [item["code"] for item in items] == [f"RA{nummer}" for nummer in range(1, 12)]
    verloop = vraag(f"{RA}/RA4").json()
    assert verloop["nulmeting"]["waarde"] == 0.2
    assert [norm["waarde"] for norm in verloop["normen"]] == [-2.5, None]
    assert {plicht["kant"] for plicht in verloop["plichten"]} == {"gi", "regio"}


def test_een_stand_heeft_pad_norm_en_bewijs(vraag, sleutel_van, nep):
    stand = vraag(f"{RA}/RA7/standen/gelderland?jaar=2023", sleutel_van(Soort.WETHOUDER)).json()
    assert (stand["status"], stand["cijfer"]["waarde"]) == ("niet gehaald", 1326)
    # One more in 2022, and five percent less was asked.
    assert round(stand["grens"]["waarde"], 2) == 1260.65
    assert [punt["gemeten"]["waarde"] for punt in stand["pad"]][-2:] == [1327, 1326]
    assert stand["links"]["bewijs"].endswith("/bewijs/V2a/?jaar=2023")
    assert stand["links"]["pagina"].endswith("/afspraken/RA7/?jaar=2023")


def test_de_partijen_staan_naast_elkaar(vraag, sleutel_van, nep):
    items = vraag(f"{RA}/RA4/standen?jaar=2022", sleutel_van(Soort.GI)).json()["items"]
    partijen = {item["partij"]: item for item in items}
    assert {"gelderland", GI} <= partijen.keys()
    assert partijen[GI]["status"] == "nog niet bekend"
    assert partijen[GI]["ontbreekt"][0]["van"] == "Jeugdbescherming Gelderland"


def test_een_raadslid_krijgt_van_een_instelling_het_woord_verborgen(vraag, sleutel_van, nep):
    stand = vraag(f"{RA}/RA4/standen/{GI}?jaar=2022", sleutel_van(Soort.RAADSLID)).json()
    assert (stand["status"], stand["cijfer"]["waarde"]) == ("verborgen", None)
    assert stand["cijfer"]["verborgen"] == "niet-gedeeld"
    assert stand["herkomst"] == []


def test_zonder_sleutel_is_geen_stand_te_lezen(vraag, sleutel_van, nep):
    assert vraag(f"{RA}/RA7/standen").status_code == 401
    assert vraag(f"{RA}/RA7/standen/gelderland").status_code == 401
    assert not Spoor.objects.filter(handeling="uitvoer via de API").exists()
    vraag(f"{RA}/RA7/standen", sleutel_van(Soort.GI))
    assert "RA7/standen" in Spoor.objects.get(handeling="uitvoer via de API").voorwerp


def test_wat_er_niet_is(vraag, sleutel_van, nep):
    sleutel = sleutel_van(Soort.GI)
    for pad in (
        "/RA12", "/RA4/standen/regio-CG", "/RA4/standen/gi-12345678", "/RA7/standen/straat",
        "/RA7/standen?bekendOp=2020-01-01", "/RA7/standen?bekendOp=2999-01-01",
    ):  # fmt: skip
        assert vraag(RA + pad, sleutel).status_code == 404, pad
    assert vraag(f"{RA}/RA7/standen?jaar=1999", sleutel).status_code == 400


def test_zoals_bekend_op_een_dag(vraag, sleutel_van, nep):
    pad = f"{RA}/RA7/standen/regio-CG?jaar=2023&bekendOp=2024-02-01"
    stand = vraag(pad, sleutel_van(Soort.GI)).json()
    assert stand["bekendOp"] == "2024-02-01"
    assert "bekendOp=2024-02-01" in stand["links"]["self"]
    assert "bekend=2024-02-01" in stand["links"]["pagina"]
