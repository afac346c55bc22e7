"""Het retourbericht: welke code bij welke klasse, per situatie (IV028, IV032)."""

from __future__ import annotations

import pytest

from paraplu.berichten.antwoord import GeenAntwoord, NietTeBeoordelen, Oordeel
from tests.berichten.antwoord.post import (
    antwoord_op,
    bevinding,
    codes,
    maak_305,
    maak_317,
    maak_319,
    tabel,
)

START = "Client/StartProducten/StartProduct"
VERZOEK = "Client/Verzoek"
NIEUW = f"{VERZOEK}/NieuweProducten/NieuwProduct"


def test_alles_goed_geeft_alleen_een_header_zonder_codes():
    retour = antwoord_op(maak_305())

    assert list(retour.inhoud) == ["Header"]
    assert "RetourCodes" not in retour.inhoud["Header"]


def test_de_header_komt_ongewijzigd_terug_met_wat_van_het_retour_is():
    heen = maak_305()
    header = antwoord_op(heen, xslt_versie="2.0.1").inhoud["Header"]

    assert header == heen.inhoud["Header"] | {
        "BerichtCode": "439",
        "IdentificatieRetour": "A1",
        "DagtekeningRetour": "2024-03-06",
        "XsltVersie": "2.0.1",
        "XsdVersieRetour": {"BasisschemaXsdVersie": "1.0.0", "BerichtXsdVersie": "1.0.0"},
    }


#: The example of IV028 comes first.
SITUATIES = {
    "verwijderen zonder eerdere start": (
        maak_305(),
        [Oordeel(pad=f"{START}[1]/StatusAanlevering", code="TR063")],
        """
        Header    | 0200
        Client    | 0200
        {START}[1] | 9063
        """,
    ),
    "een van drie starts past bij geen toewijzing": (
        maak_305(3),
        [Oordeel(pad=f"{START}[2]", code="TR019")],
        """
        Header    | 0200
        Client    | 0200
        {START}[1] | 0200
        {START}[2] | 9019
        {START}[3] | 0200
        """,
    ),
    "twee fouten in een start, een ervan twee keer gevonden": (
        maak_305(2),
        [
            Oordeel(pad=f"{START}[1]", code="TR326"),
            Oordeel(pad=f"{START}[1]/ToewijzingNummer", code="9019"),
            Oordeel(pad=f"{START}[1]", code="TR019"),
        ],
        """
        Header    | 0200
        Client    | 0200
        {START}[1] | 9019 9326
        {START}[2] | 0200
        """,
    ),
    "een niet-unieke identificatie is een fout in de header": (
        maak_305(2),
        [
            Oordeel(pad="Header/BerichtIdentificatie/Identificatie", code="TR056"),
            Oordeel(pad=f"{START}[1]", code="TR019"),
        ],
        "Header | 9056",
    ),
    "een dagtekening in de toekomst en een onbekende gemeente": (
        maak_305(),
        [
            bevinding("TR135", "Header/BerichtIdentificatie/Dagtekening"),
            bevinding("TR378", "Header/Ontvanger"),
        ],
        "Header | 8848 S300",
    ),
    "een fout binnen het bericht geeft alleen 0001": (
        maak_305(),
        [
            bevinding("TR134", f"{START}[1]/Begindatum"),
            Oordeel(pad=f"{START}[1]", code="TR019"),
            bevinding("TR378", "Header/Ontvanger"),
        ],
        "Header | 0001",
    ),
    "een bsn dat niet klopt is ook een fout binnen het bericht": (
        maak_305(),
        [bevinding("CS002", "Client/Bsn", "client")],
        "Header | 0001",
    ),
    "onder een klasse met een fout is niet gekeken": (
        maak_317(),
        [Oordeel(pad=f"{VERZOEK}", code="TR349")],
        """
        Header    | 0200
        Client    | 0200
        {VERZOEK} | 9349
        {VERZOEK}/OngewijzigdeProducten/OngewijzigdProduct[1] | 0233
        {NIEUW}[1] | 0233
        {NIEUW}[2] | 0233
        """,
    ),
    "een onbekende client, en een product waar toch iets over te zeggen is": (
        maak_317(),
        [
            Oordeel(pad="Client/Bsn", code="TR304"),
            Oordeel(pad=f"{VERZOEK}/OngewijzigdeProducten/OngewijzigdProduct", code="TR350"),
        ],
        """
        Header    | 0200
        Client    | 8187
        {VERZOEK} | 0233
        {VERZOEK}/OngewijzigdeProducten/OngewijzigdProduct[1] | 9350
        {NIEUW}[1] | 0233
        {NIEUW}[2] | 0233
        """,
    ),
    "een pad naar een groep hoort bij de klasse erboven": (
        maak_317(),
        [Oordeel(pad=f"{VERZOEK}/NieuweProducten", code="TR361")],
        """
        Header    | 0200
        Client    | 0200
        {VERZOEK} | 9361
        {VERZOEK}/OngewijzigdeProducten/OngewijzigdProduct[1] | 0233
        {NIEUW}[1] | 0233
        {NIEUW}[2] | 0233
        """,
    ),
    "een antwoord op een verzoek dat er niet was": (
        maak_319(),
        [Oordeel(pad="Antwoord/ReferentieAanbieder", code="TR355")],
        """
        Header   | 0200
        Antwoord | 9355
        Antwoord/Woonplaatsbeginsel | 0233
        """,
    ),
    "een onbekende gemeente in het woonplaatsbeginsel": (
        maak_319(),
        [bevinding("TR378", "Antwoord/Woonplaatsbeginsel/Gemeente")],
        """
        Header   | 0200
        Antwoord | 0200
        Antwoord/Woonplaatsbeginsel | S300
        """,
    ),
}


@pytest.mark.parametrize("situatie", SITUATIES)
def test_elke_klasse_krijgt_de_code_die_erbij_hoort(situatie: str):
    bericht, oordelen, verwacht = SITUATIES[situatie]

    verwacht = verwacht.replace("{START}", START).replace("{NIEUW}", NIEUW)
    assert codes(antwoord_op(bericht, *oordelen)) == tabel(verwacht.replace("{VERZOEK}", VERZOEK))


def test_wat_niets_weigert_geeft_geen_code():
    bom = bevinding("OP192")
    groot = bevinding("OP179")

    assert codes(antwoord_op(maak_305(), bom, groot)) == ""


@pytest.mark.parametrize("code", ["PAR006", "RS033", "CS025", "RS036"])
def test_een_fout_tegen_het_schema_geeft_geen_antwoord_maar_een_melding(code: str):
    geen = antwoord_op(maak_305(), bevinding(code, f"{START}[1]", "regel"))

    assert isinstance(geen, GeenAntwoord)
    assert geen.waarom == "niveau 1"
    assert "buiten het berichtenverkeer om" in geen.reden


def test_het_antwoord_staat_los_van_het_bericht():
    heen = maak_305()
    retour = antwoord_op(heen, Oordeel(pad=f"{START}[1]", code="TR019"))
    retour.inhoud["Client"]["Naam"]["Geslachtsnaam"]["Achternaam"] = "Anders"
    retour.inhoud["Header"]["BerichtIdentificatie"]["Identificatie"] = "Anders"

    assert heen == maak_305()


@pytest.mark.parametrize(
    ("pad", "code"),
    [
        ("Client/StopProducten", "TR019"),
        (f"{START}[3]", "TR019"),
        (f"{START}[0]", "TR019"),
        (START, "TR019"),
        ("Client[2]", "TR019"),
        ("Client/Bsn[", "TR019"),
        (f"{START}[1]/Onbekend", "TR019"),
        ("Client", "TR999"),
        ("Client", "OP090"),
        ("Client", "TR337"),
        ("Client", "0200"),
        ("Client", "PAR006"),
        ("Client", "TR019"),
        ("Header", "9063"),
        (f"{START}[1]", "TR332"),
        (f"{START}[1]", "8187"),
        (f"{START}[1]", "0551"),
    ],
)
def test_een_oordeel_met_een_onbekende_plek_of_code_wordt_niet_stil_vergeten(pad, code):
    with pytest.raises(NietTeBeoordelen):
        antwoord_op(maak_305(2), Oordeel(pad=pad, code=code))


@pytest.mark.parametrize(
    "eigen", [{"xslt_versie": "2"}, {"xsd_versie": ("1.0.0", "1")}, {"xslt_versie": "1.0.0 "}]
)
def test_wat_de_standaard_niet_toelaat_komt_niet_in_een_antwoord(eigen):
    with pytest.raises(ValueError, match="van het antwoord"):
        antwoord_op(maak_305(), **eigen)
