"""De tabellen van de standaard: releases, berichten, elementen, codes."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from paraplu.berichten import standaard
from paraplu.berichten.standaard import Element
from tests.berichten.maak import ALLE_SOORTEN

SOORTEN_3_2 = "JW301 JW302 JW305 JW306 JW307 JW308 JW315 JW316 JW317 JW318 JW319 JW320 JW323 JW325"
SOORTEN_2_3 = "JW301 JW302 JW303 JW304 JW305 JW306 JW307 JW308 JW315 JW316"


def test_de_vier_releases_hebben_hun_berichten():
    namen = {
        release: " ".join(standaard.release(release).berichtsoorten)
        for release in standaard.releases()
    }

    assert namen == {"2.3": SOORTEN_2_3, "3.0": SOORTEN_3_2, "3.1": SOORTEN_3_2, "3.2": SOORTEN_3_2}


def test_een_onbekende_release_bestaat_niet():
    with pytest.raises(KeyError):
        standaard.release("2.4")


@pytest.mark.parametrize("soort", ALLE_SOORTEN, ids=str)
def test_een_bericht_wordt_herkend_aan_zijn_namespace(soort):
    assert standaard.herken(soort.namespace) is soort


def test_een_vreemde_namespace_wordt_niet_herkend():
    assert standaard.herken("http://www.istandaarden.nl/ijw/3_2/basisschema/schema") is None


def test_declaratie_en_factuur_delen_een_bericht():
    jw303 = standaard.release("2.3").berichtsoorten["JW303"]

    assert jw303.codes == ("432", "450")
    assert jw303.code == "432"
    assert jw303.wortel.kind("Header", "BerichtCode").type.patroon == "432|450"


@pytest.mark.parametrize(
    ("release", "versie", "subversie"), [("3.0", "3", "0"), ("3.1", "3", "1"), ("2.3", "2", "3")]
)
def test_elke_release_heeft_zijn_eigen_versie_in_de_header(release, versie, subversie):
    header = standaard.release(release).berichtsoorten["JW301"].wortel.kind("Header")

    assert header.kind("BerichtVersie").type.patroon == versie
    assert header.kind("BerichtSubversie").type.patroon == subversie


def test_de_kinderen_van_een_samengesteld_type_horen_bij_het_basisschema():
    product = (
        standaard.release("3.2")
        .berichtsoorten["JW315"]
        .wortel.kind("Client", "AangevraagdeProducten", "AangevraagdProduct", "Product")
    )

    assert not product.in_basis
    assert product.samengesteld == "CDT_Product"
    assert product.kind("Categorie").in_basis


def test_een_codelijst_heeft_codes_met_namen():
    assert standaard.codelijst("3.2", "COD327")["04"] == "Gecertificeerde instelling"
    assert "07" not in standaard.codelijst("3.2", "COD327")
    assert "07" in standaard.codelijst("2.3", "COD327")


def test_een_onbekende_codelijst_is_een_fout():
    with pytest.raises(KeyError):
        standaard.codelijst("3.2", "COD999")


@pytest.mark.parametrize("release", ["3.2", "2.3"])
def test_elk_element_staat_zoals_de_verzamelde_specificatie_het_heeft(shared: Path, release: str):
    with (shared / "ijw" / f"elements-{release}.csv").open(encoding="utf-8") as bestand:
        verwacht = {
            (rij["bericht"], rij["pad"]): (
                rij["kardinaliteit"],
                rij["type"] if rij["soort"] != "class" else "",
            )
            for rij in csv.DictReader(bestand)
        }
    gevonden = {
        (soort.naam, pad): (f"{element.minimum}..{element.maximum or 'n'}", _type(element))
        for soort in standaard.release(release).berichtsoorten.values()
        for pad, element in _alle(soort.wortel)
    }

    assert gevonden == verwacht


def test_geen_zin_uit_de_documentatie_van_de_standaard_staat_in_de_tabellen(shared: Path):
    zinnen = set()
    for release in ("3.2", "2.3"):
        with (shared / "ijw" / f"elements-{release}.csv").open(encoding="utf-8") as bestand:
            zinnen |= {
                rij["documentatie_xsd"]
                for rij in csv.DictReader(bestand)
                if rij["documentatie_xsd"]
            }
    with (shared / "ijw" / "codelists.csv").open(encoding="utf-8") as bestand:
        zinnen |= {
            rij["waarde"]
            for rij in csv.DictReader(bestand)
            if rij["lijst_id"] == "WJ001" and rij["waarde"]
        }
    map_ = Path(standaard.__file__).parent
    alles = "\n".join(pad.read_text(encoding="utf-8") for pad in map_.rglob("*.tsv"))

    assert len(zinnen) > 150
    assert not [zin for zin in zinnen if zin in alles]


def _alle(element: Element, boven: str = ""):
    for kind in element.kinderen:
        pad = f"{boven}/{kind.naam}" if boven else kind.naam
        yield pad, kind
        yield from _alle(kind, pad)


def _type(element: Element) -> str:
    return element.samengesteld or (element.type.naam if element.type else "")
