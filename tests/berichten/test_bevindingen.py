"""Elke fout krijgt haar eigen zin, met plek, regel, code en wat zij kost; alle fouten samen."""

from __future__ import annotations

from random import Random

import pytest
from lxml import etree

from paraplu.berichten import Bericht, Bevinding, codes, lees, schrijf, standaard
from paraplu.berichten.plaats import REGELKLASSEN
from tests.berichten.maak import ALLE_SOORTEN, maak_volledig
from tests.berichten.plekken import plekken, tekst, volledige_boom
from tests.berichten.structuur import INHOUDSREGELS, controleer

MET_SCHEMA = [soort for soort in ALLE_SOORTEN if soort.release in ("3.2", "2.3")]
JW305 = standaard.release("3.2").berichtsoorten["JW305"]
JW323 = standaard.release("3.2").berichtsoorten["JW323"]
LEEG = {codes.LEEG, codes.LEEG_COMMENTAAR}


def bericht(soort=JW305, nummer: int = 1) -> Bericht:
    return maak_volledig(soort, Random(nummer))


def start(gemaakt: Bericht) -> dict[str, str]:
    """The first line of a 305."""
    return gemaakt.inhoud["Client"]["StartProducten"]["StartProduct"][0]


def een(inhoud: bytes) -> Bevinding:
    """The only finding."""
    (bevinding,) = controleer(inhoud)
    return bevinding


def test_geen_regel_op_inhoud_heeft_een_code_van_de_structuur():
    """What these tests leave out, is never what they look at."""
    van_structuur = {
        waarde for naam, waarde in vars(codes).items() if naam.isupper() and isinstance(waarde, str)
    }
    van_typen = {*codes.HOOGSTENS.values(), *codes.LANGST.values(), *codes.PATROON.values()}

    assert INHOUDSREGELS & (van_structuur | van_typen) == set()


@pytest.mark.parametrize("soort", MET_SCHEMA, ids=str)
def test_elk_verplicht_element_dat_ontbreekt_wordt_genoemd(soort):
    wortel = volledige_boom(soort)
    for knoop, element, pad in list(plekken(soort, wortel)):
        ouder, plek = knoop.getparent(), knoop.getparent().index(knoop)
        weg = [kind for kind in ouder if kind.tag == knoop.tag]
        for kind in weg:
            ouder.remove(kind)
        gevonden = controleer(tekst(wortel))
        for kind in reversed(weg):
            ouder.insert(plek, kind)
        if element.minimum == 0:
            assert gevonden == ()
            continue
        (bevinding,) = gevonden
        assert (bevinding.code, bevinding.pad) == (codes.ONTBREEKT, pad.removesuffix("[1]"))
        assert f"ontbreekt het verplichte element {element.naam}." in bevinding.tekst


@pytest.mark.parametrize("soort", MET_SCHEMA, ids=str)
def test_elk_leeg_element_wordt_genoemd(soort):
    wortel = volledige_boom(soort)
    for knoop, element, pad in plekken(soort, wortel):
        if element.type is None:
            continue
        was, knoop.text = knoop.text, ""
        bevinding = een(tekst(wortel))
        knoop.text = was
        assert (bevinding.code in LEEG, bevinding.pad) == (True, pad)
        assert bevinding.remedie.startswith(f"Vul {element.naam} in")
        assert ("laat het element weg" in bevinding.remedie) == (element.minimum == 0)


@pytest.mark.parametrize("soort", MET_SCHEMA, ids=str)
def test_elk_element_dat_te_vaak_staat_wordt_genoemd(soort):
    wortel = volledige_boom(soort)
    for knoop, element, pad in list(plekken(soort, wortel)):
        if element.is_lijst:
            continue
        dubbel = etree.fromstring(etree.tostring(knoop, with_tail=False))
        knoop.addnext(dubbel)
        bevinding = een(tekst(wortel))
        knoop.getparent().remove(dubbel)
        assert (bevinding.code, bevinding.pad) == (codes.TE_VAAK, pad)


@pytest.mark.parametrize("soort", MET_SCHEMA, ids=str)
def test_elk_element_in_de_verkeerde_namespace_wordt_genoemd(soort):
    wortel = volledige_boom(soort)
    for knoop, element, pad in list(plekken(soort, wortel)):
        was = knoop.tag
        andere = soort.namespace if element.in_basis else soort.basisnamespace
        knoop.tag = f"{{{andere}}}{element.naam}"
        bevinding = een(tekst(wortel))
        knoop.tag = was
        assert (bevinding.code, bevinding.pad) == (codes.NAMESPACE, pad)


@pytest.mark.parametrize("soort", MET_SCHEMA, ids=str)
def test_wat_een_fout_kost_volgt_uit_haar_plek(soort):
    wortel = volledige_boom(soort)
    for knoop, element, pad in plekken(soort, wortel):
        if element.type is None:
            continue
        was, knoop.text = knoop.text, ""
        bevinding = een(tekst(wortel))
        knoop.text = was
        namen = {stap.partition("[")[0] for stap in pad.split("/")}
        verwacht = "regel" if namen & REGELKLASSEN else "client" if "Client" in namen else "bericht"
        assert bevinding.weigert == verwacht


@pytest.mark.parametrize(
    ("element", "waarde", "code", "zin"),
    [
        (
            "Begindatum",
            "2023-02-29",
            "PAR012",
            "Het element Begindatum bevat geen bestaande datum.",
        ),
        (
            "Begindatum",
            "2023-01-01Z",
            "RS032",
            "Het element Begindatum heeft een tijdzone achter de datum.",
        ),
        (
            "ToewijzingNummer",
            "12a",
            "PAR011",
            "Het element ToewijzingNummer bevat geen geheel getal.",
        ),
        ("ToewijzingNummer", "-1", "RS001", "Het element ToewijzingNummer is kleiner dan 0."),
        (
            "ToewijzingNummer",
            "1000000000",
            "RS006",
            "Het element ToewijzingNummer is groter dan 999999999.",
        ),
        (
            "StatusAanlevering",
            "4",
            "PAR010",
            "Het element StatusAanlevering heeft een code die niet in de codelijst COD467 staat.",
        ),
    ],
)
def test_een_waarde_in_een_regel_die_niet_mag(element, waarde, code, zin):
    gemaakt = bericht()
    start(gemaakt)[element] = waarde
    bevinding = een(schrijf(gemaakt))

    assert (bevinding.code, bevinding.tekst, bevinding.weigert) == (code, zin, "regel")
    assert bevinding.pad == f"Client/StartProducten/StartProduct[1]/{element}"


@pytest.mark.parametrize(
    ("element", "waarde", "code", "remedie"),
    [
        ("BerichtCode", "436", "RS047", "Het moet 438 zijn."),
        ("BerichtVersie", "2", "CS025", "Het moet 3 zijn."),
        ("BerichtSubversie", "1", "CS015", "Het moet 2 zijn."),
        ("Afzender", "1234567", "RS036", "Het moet bestaan uit precies 8 cijfers."),
        ("Afzender", "123456789", "RS014", "Het moet bestaan uit precies 8 cijfers."),
        ("Ontvanger", "363", "RS035", "Het moet bestaan uit precies 4 cijfers."),
    ],
)
def test_een_waarde_in_de_header_die_niet_mag(element, waarde, code, remedie):
    gemaakt = bericht()
    gemaakt.inhoud["Header"][element] = waarde
    bevinding = een(schrijf(gemaakt))

    assert (bevinding.code, bevinding.remedie, bevinding.weigert) == (code, remedie, "bericht")


def test_een_factuur_in_2_3_mag_beide_codes_hebben():
    soort = standaard.release("2.3").berichtsoorten["JW303"]
    gemaakt = bericht(soort)
    for code in ("432", "450"):
        gemaakt.inhoud["Header"]["BerichtCode"] = code
        assert controleer(schrijf(gemaakt)) == ()
    gemaakt.inhoud["Header"]["BerichtCode"] = "433"

    assert een(schrijf(gemaakt)).remedie == "Het moet 432 of 450 zijn."


def test_een_bsn_van_acht_cijfers_heeft_niet_de_juiste_vorm():
    gemaakt = bericht()
    gemaakt.inhoud["Client"]["Bsn"] = "99990000"

    assert (een(schrijf(gemaakt)).code, een(schrijf(gemaakt)).weigert) == ("RS037", "client")


@pytest.mark.parametrize("bsn", ["999900007", "000000000"])
def test_een_bsn_dat_de_elfproef_niet_doorstaat_kost_de_regels_van_dat_kind(bsn):
    gemaakt = bericht(JW323)
    gemaakt.inhoud["Declaratie"]["Clienten"]["Client"][1]["Bsn"] = bsn
    bevinding = een(schrijf(gemaakt))

    assert (bevinding.code, bevinding.weigert) == ("CS002", "client")
    assert bevinding.pad == "Declaratie/Clienten/Client[2]/Bsn"
    assert bsn not in repr(bevinding)


def test_een_gemeentecode_buiten_de_lijst_van_het_cbs_kost_niets():
    gemaakt = bericht()
    gemaakt.inhoud["Header"]["Ontvanger"] = "9999"
    bevinding = een(schrijf(gemaakt))

    assert (bevinding.code, bevinding.weigert, bevinding.pad) == ("TR378", "", "Header/Ontvanger")
    assert lees(schrijf(gemaakt)).bericht == gemaakt


def test_elementen_in_de_verkeerde_volgorde_worden_zo_weinig_mogelijk_genoemd():
    wortel = volledige_boom(JW305)
    regel = wortel.find(".//{*}StartProduct")
    regel.insert(0, regel[-1])
    bevinding = een(tekst(wortel))

    assert (bevinding.code, bevinding.weigert) == (codes.VOLGORDE, "regel")
    assert (
        bevinding.tekst == "Het element StatusAanlevering staat niet op zijn plek in StartProduct."
    )
    assert "Begindatum, StatusAanlevering" in bevinding.remedie


def test_een_onbekend_element_wordt_geweigerd_zonder_zijn_naam_te_herhalen():
    wortel = volledige_boom(JW305)
    etree.SubElement(wortel.find(".//{*}StartProduct"), f"{{{JW305.namespace}}}Jansen_999900006")
    bevinding = een(tekst(wortel))

    assert (bevinding.code, bevinding.weigert) == (codes.ONBEKEND_ELEMENT, "regel")
    assert "Jansen" not in repr(bevinding)
    assert "999900006" not in repr(bevinding)


def test_een_element_van_een_andere_release_wordt_bij_naam_genoemd():
    wortel = volledige_boom(JW305)
    etree.SubElement(
        wortel.find(".//{*}StartProduct"), f"{{{JW305.namespace}}}BeschikkingNummer"
    ).text = "1"

    assert een(tekst(wortel)).tekst == (
        "Het element BeschikkingNummer hoort niet in StartProduct van een JW305 in iJW 3.2."
    )


def test_tekst_tussen_elementen_en_elementen_in_tekst_worden_genoemd():
    wortel = volledige_boom(JW305)
    regel = wortel.find(".//{*}StartProduct")
    regel[0].tail = "los"
    etree.SubElement(regel.find("{*}Begindatum"), "x")

    assert [een.code for een in controleer(tekst(wortel))] == [
        codes.TEKST_TUSSEN,
        codes.ELEMENT_IN_TEKST,
    ]


@pytest.mark.parametrize("naam", ["type", "nil", "schemaLocation", "noNamespaceSchemaLocation"])
@pytest.mark.parametrize(
    ("plek", "weigert"), [("", "bericht"), ("Client", "client"), ("StartProduct", "regel")]
)
def test_elk_attribuut_wordt_geweigerd(naam, plek, weigert):
    wortel = volledige_boom(JW305)
    knoop = wortel.find(f".//{{*}}{plek}") if plek else wortel
    knoop.set(f"{{http://www.w3.org/2001/XMLSchema-instance}}{naam}", "false")
    bevindingen = [een for een in controleer(tekst(wortel)) if een.code == codes.ATTRIBUUT]

    assert [(een.weigert, f"(xsi:{naam})" in een.tekst) for een in bevindingen] == [(weigert, True)]


def test_een_eigen_attribuut_wordt_niet_herhaald():
    wortel = volledige_boom(JW305)
    wortel.set("Jansen", "999900006")

    assert "Jansen" not in repr(controleer(tekst(wortel)))
    assert een(tekst(wortel)).code == codes.ATTRIBUUT


def test_alle_fouten_van_een_bestand_komen_samen():
    """In one line, in two lines of one client, in two clients, and in the header."""
    gemaakt = bericht(JW323)
    gemaakt.inhoud["Header"]["BerichtVersie"] = "9"
    clienten = gemaakt.inhoud["Declaratie"]["Clienten"]["Client"]
    eerste, tweede = clienten[0]["Prestaties"]["Prestatie"], clienten[1]["Prestaties"]["Prestatie"]
    clienten[0]["Prestaties"]["Prestatie"] = [dict(eerste[0]), dict(eerste[0])]
    clienten[1]["Prestaties"]["Prestatie"] = [dict(tweede[0])]
    clienten[1]["Bsn"] = "999900007"
    del clienten[0]["Prestaties"]["Prestatie"][0]["ToewijzingNummer"]
    clienten[0]["Prestaties"]["Prestatie"][0]["Eenheid"] = "99"
    clienten[0]["Prestaties"]["Prestatie"][0]["ProductCode"] = "TELANG"
    clienten[0]["Prestaties"]["Prestatie"][1]["GeleverdVolume"] = "x"
    clienten[1]["Prestaties"]["Prestatie"][0]["ProductTarief"] = ""
    gevonden = [
        (een.pad.removeprefix("Declaratie/Clienten/"), een.code, een.weigert)
        for een in controleer(schrijf(gemaakt))
    ]

    assert gevonden == [
        ("Header/BerichtVersie", "CS025", "bericht"),
        ("Client[1]/Prestaties/Prestatie[1]/ToewijzingNummer", "PAR006", "regel"),
        ("Client[1]/Prestaties/Prestatie[1]/ProductCode", "RS012", "regel"),
        ("Client[1]/Prestaties/Prestatie[1]/Eenheid", "PAR010", "regel"),
        ("Client[1]/Prestaties/Prestatie[2]/GeleverdVolume", "PAR011", "regel"),
        ("Client[2]/Bsn", "CS002", "client"),
        ("Client[2]/Prestaties/Prestatie[1]/ProductTarief", "RS033", "regel"),
    ]


def test_elke_bevinding_noemt_de_regel_in_het_bestand_ook_voorbij_65535():
    gemaakt = bericht(JW323)
    client = gemaakt.inhoud["Declaratie"]["Clienten"]["Client"][0]
    goed = client["Prestaties"]["Prestatie"][0]
    zonder = {naam: waarde for naam, waarde in goed.items() if naam != "Eenheid"}
    client["Prestaties"]["Prestatie"] = ([goed] * 48 + [goed | {"Eenheid": "99"}, zonder]) * 100
    gemaakt.inhoud["Declaratie"]["Clienten"]["Client"] = [client]
    inhoud = schrijf(gemaakt)
    regels = [*enumerate(inhoud.split(b"\r\n"), 1)]
    prestaties = [nummer for nummer, regel in regels if regel == b"<jw323:Prestatie>"]
    verwacht = [nummer for nummer, regel in regels if b">99</jw323:Eenheid>" in regel]
    gevonden = controleer(inhoud)

    assert prestaties[-1] > 80_000
    assert [een.regel for een in gevonden if een.code == codes.CODELIJST] == verwacht
    assert [een.regel for een in gevonden if een.code == codes.ONTBREEKT] == prestaties[49::50]


def test_een_geweigerd_bericht_is_er_niet_en_een_geweigerde_regel_laat_het_staan():
    gemaakt = bericht()
    start(gemaakt)["Begindatum"] = "morgen"
    assert lees(schrijf(gemaakt)).bericht == gemaakt

    gemaakt.inhoud["Header"]["BerichtCode"] = "1"
    assert lees(schrijf(gemaakt)).bericht is None


def test_de_bevinding_noemt_het_bestand():
    gemaakt = bericht()
    del start(gemaakt)["Begindatum"]

    assert controleer(schrijf(gemaakt), bestand="maart.xml")[0].bestand == "maart.xml"
