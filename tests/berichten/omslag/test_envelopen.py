"""Een bericht in een envelop wordt gelezen alsof de envelop er niet was; de envelop wordt genoemd."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paraplu.berichten import controleer, lees, schrijf
from paraplu.berichten.omslag import open_omslag
from tests.berichten.maak import berichten
from tests.berichten.omslag import envelopen as env

BERICHT = env.bericht()


def codes_in(inhoud: bytes) -> list[str]:
    """What is wrong with the file; the content of a random message may break rules."""
    gevonden = [bevinding.code for bevinding in controleer(inhoud)]
    return [code for code in gevonden if code.startswith("PAR") or code == "OP192"]


@pytest.mark.parametrize("soort", env.OM)
@pytest.mark.parametrize("vorm", env.IN)
def test_elke_envelop_gaat_open_en_krijgt_haar_naam(soort: str, vorm: str):
    gelezen = lees(env.OM[soort](env.IN[vorm](BERICHT)), bestand="post.xml")

    assert gelezen.bericht == lees(BERICHT).bericht
    assert gelezen.bevindingen[0].code == "PAR040"
    assert gelezen.bevindingen[0].tekst == f"{soort} geopend: er zit één bericht in."


@settings(max_examples=40, deadline=None)
@given(
    gemaakt=berichten(),
    om=st.sampled_from(sorted(env.OM)),
    vorm=st.sampled_from(sorted(env.IN)),
)
def test_inpakken_en_lezen_geeft_hetzelfde_bericht(gemaakt, om: str, vorm: str):
    inhoud = schrijf(gemaakt)
    los, gelezen = lees(inhoud), lees(env.OM[om](env.IN[vorm](inhoud)))

    if vorm in ("in base64", "gezipt in base64"):
        assert gelezen.bericht == los.bericht
    else:
        # A line ending in a text is one LF as soon as it has stood in XML.
        assert schrijf(gelezen.bericht).replace(b"&#13;", b"") == schrijf(los.bericht).replace(
            b"&#13;", b""
        )


@pytest.mark.parametrize("vorm", ["in base64", "gezipt in base64"])
def test_een_bericht_in_base64_komt_er_byte_voor_byte_uit(vorm: str):
    omslag = open_omslag(env.ggk(env.IN[vorm](BERICHT)), bestand="")

    assert [bericht.inhoud for bericht in omslag.berichten] == [BERICHT]


def test_regelnummers_tellen_vanaf_het_bericht_in_de_envelop():
    kapot = BERICHT.replace(b"<jw305:Geslacht>", b"<jw305:Geslacht>9")
    los = [b for b in controleer(kapot) if b.pad.endswith("Geslacht")]
    in_envelop = [
        b
        for b in controleer(b"\n" * 40 + env.ggk(env.b64(kapot)).split(b"?>\n", 1)[1], bestand="a")
        if b.pad.endswith("Geslacht")
    ]

    assert [b.regel for b in in_envelop] == [b.regel for b in los]
    assert in_envelop[0].bestand == "a/bericht in StUF-GGk-envelop"


def test_een_bericht_als_elementen_neemt_alleen_zijn_eigen_namespaces_mee():
    omslag = open_omslag(env.ggk(env.kaal(BERICHT)), bestand="")

    assert env.GGK.encode() not in omslag.berichten[0].inhoud
    assert codes_in(omslag.berichten[0].inhoud) == []


def partijen(inhoud: bytes) -> tuple[str, str]:
    kop = lees(inhoud).bericht.inhoud["Header"]
    return kop["Afzender"], kop["Ontvanger"]


@pytest.mark.parametrize("om", [env.ggk, env.vecozo])
def test_dezelfde_afzender_en_ontvanger_zijn_geen_bevinding(om):
    van, aan = partijen(BERICHT)

    assert codes_in(om(env.b64(BERICHT), van=van, aan=aan)) == ["PAR040"]


@pytest.mark.parametrize("om", [env.ggk, env.vecozo])
def test_een_andere_afzender_op_de_envelop_wordt_genoemd_en_weigert_niets(om):
    _, aan = partijen(BERICHT)
    gelezen = lees(om(env.b64(BERICHT), van="12121212", aan=aan))

    assert [b.code for b in gelezen.bevindingen][:2] == ["PAR040", "PAR042"]
    assert "afzender" in gelezen.bevindingen[1].tekst
    assert "12121212" not in gelezen.bevindingen[1].tekst
    assert gelezen.bericht is not None


def test_bij_een_antwoord_staan_afzender_en_ontvanger_andersom():
    antwoord = env.bericht("JW306")
    van, aan = partijen(antwoord)

    assert codes_in(env.ggk(env.b64(antwoord), van=aan, aan=van, code="Du01")) == ["PAR040"]
    assert codes_in(env.ggk(env.b64(antwoord), van=van, aan=aan, code="Du01")).count("PAR042") == 2


def test_een_knooppunt_op_de_envelop_spreekt_niets_tegen():
    assert codes_in(env.ggk(env.b64(BERICHT), van="IB", aan="GGK")) == ["PAR040"]


@pytest.mark.parametrize(
    ("inhoud", "stukje"),
    [
        (f'<s:Fo01Bericht xmlns:s="{env.STUF}"><s:body/></s:Fo01Bericht>'.encode(), "foutbericht"),
        (
            env.soap(f'<s:Fo03Bericht xmlns:s="{env.STUF}"/>'),
            "foutbericht",
        ),
        (env.soap("<e:Fault><faultcode>e:Server</faultcode></e:Fault>"), "foutmelding van SOAP"),
        (f'<s:Bv03Bericht xmlns:s="{env.STUF}"/>'.encode(), "bevestiging van StUF"),
        (
            env.soap(f'<v:IndienenBerichtResponse xmlns:v="{env.VECOZO}/v3"/>'),
            "bevestiging van VECOZO",
        ),
    ],
)
def test_een_foutbericht_of_bevestiging_wordt_bij_naam_genoemd(inhoud: bytes, stukje: str):
    (bevinding,) = controleer(inhoud)

    assert (bevinding.code, bevinding.weigert) == ("PAR043", "bericht")
    assert stukje in bevinding.tekst


def test_een_lege_envelop_wordt_genoemd():
    (bevinding,) = controleer(env.ggk(""))

    assert (bevinding.code, bevinding.weigert) == ("PAR041", "bericht")


def test_een_bericht_van_de_wmo_in_een_envelop_wordt_genoemd():
    wmo = BERICHT.replace(b"/ijw/3_2/", b"/iwmo/3_2/")
    bevindingen = controleer(env.ggk(env.b64(wmo)))

    assert [b.code for b in bevindingen] == ["PAR040", "PAR004"]
    assert "iWmo 3.2" in bevindingen[1].tekst


def test_een_envelop_mag_in_een_andere_codering_staan_het_bericht_niet():
    envelop = env.ggk(env.b64(BERICHT)).decode().replace("UTF-8", "UTF-16").encode("utf-16")
    anders = BERICHT.decode().replace("UTF-8", "UTF-16").encode("utf-16")

    assert codes_in(envelop) == ["PAR040"]
    assert codes_in(env.ggk(env.b64(anders))) == ["PAR040", "OP192"]


def test_tekst_in_een_envelop_heeft_geen_eigen_codering_meer():
    anders = BERICHT.decode().replace('"UTF-8"', '"ISO-8859-1"')

    assert codes_in(env.eigen(f"<![CDATA[{anders}]]>")) == ["PAR040"]


def test_meer_berichten_in_een_zip_worden_alle_gekeurd():
    doel = io.BytesIO()
    with zipfile.ZipFile(doel, "w") as archief:
        archief.writestr("a.xml", BERICHT)
        archief.writestr("b.xml", b"<a/>")
    bevindingen = controleer(env.vecozo(env.b64(doel.getvalue())), bestand="post.xml")

    assert bevindingen[0].tekst == "VECOZO-envelop geopend: er zitten 2 berichten in."
    assert (bevindingen[-1].bestand, bevindingen[-1].code) == (
        "post.xml/b.xml in VECOZO-envelop",
        "PAR004",
    )


def test_gewone_xml_zonder_bericht_is_geen_envelop():
    assert open_omslag(b"<a><b>tekst</b></a>", bestand="") is None
    assert open_omslag(BERICHT, bestand="") is None
