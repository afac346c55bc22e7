"""The file of PARAPLU_OIDC: what it may say, and what is refused before anybody logs in."""

from __future__ import annotations

from pathlib import Path

import pytest

from paraplu.web.inloggen.diensten import DienstFout, read_diensten

GOED = """
[dienst.ede]
naam = "Gemeente Ede"
issuer = "https://login.ede.example"
client_id = "paraplu"
geheim_in = "EDE_GEHEIM"
organisaties = ["gemeente:0228"]
"""
OMGEVING = {"EDE_GEHEIM": "niet-echt"}


def read(tmp_path: Path, tekst: str, omgeving: dict[str, str] = OMGEVING):
    pad = tmp_path / "oidc.toml"
    pad.write_text(tekst, encoding="utf-8")
    return read_diensten(str(pad), omgeving)


def test_zonder_bestand_zijn_er_geen_diensten():
    assert read_diensten(None) == {}
    assert read_diensten("") == {}


def test_een_dienst_heeft_haar_geheim_uit_de_omgeving_en_niet_uit_het_bestand(tmp_path):
    dienst = read(tmp_path, GOED)["ede"]
    assert dienst.geheim == "niet-echt"
    assert "niet-echt" not in repr(dienst)
    assert (dienst.identiteit, dienst.koppel, dienst.maakt) == ("sub", "email", None)
    assert dienst.bedient("gemeente", "0228")
    assert not dienst.bedient("gemeente", "0202")
    assert not dienst.bedient("gi", "0228")


def test_meer_diensten_staan_in_de_volgorde_van_het_bestand(tmp_path):
    tweede = GOED.replace("dienst.ede", "dienst.arnhem").replace("login.ede", "login.arnhem")
    assert list(read(tmp_path, GOED + tweede)) == ["ede", "arnhem"]


@pytest.mark.parametrize(
    ("van", "naar", "zin"),
    [
        ('naam = "Gemeente Ede"', "", "naam ontbreekt"),
        ('["gemeente:0228"]', "[]", "organisaties ontbreekt"),
        ('["gemeente:0228"]', '["Ede"]', "organisatie Ede is niet van de vorm"),
        ("https://login", "http://login", "issuer moet met https:// beginnen"),
        ("EDE_GEHEIM", "ANDERS", "omgevingsvariabele ANDERS is leeg"),
        ("client_id", 'geheim = "x"\nclient_id', "geheim bestaat niet"),
        ("dienst.ede", "dienst.Ede", "kleine letters"),
        ("[dienst.ede]", "x = 1\n[dienst.ede]", "x staat buiten"),
        ("[dienst.ede]", "[dienst.ede", "niet te lezen als TOML"),
    ],
)
def test_wat_niet_klopt_wordt_geweigerd_met_de_naam_van_de_dienst(van, naar, zin, tmp_path):
    with pytest.raises(DienstFout, match=zin):
        read(tmp_path, GOED.replace(van, naar, 1))


def test_een_bestand_dat_er_niet_is_is_een_fout_en_geen_lege_lijst(tmp_path):
    with pytest.raises(DienstFout, match="niet te lezen"):
        read_diensten(str(tmp_path / "weg.toml"))


def test_twee_diensten_met_dezelfde_issuer_kan_niet(tmp_path):
    with pytest.raises(DienstFout, match="dezelfde issuer"):
        read(tmp_path, GOED + GOED.replace("dienst.ede", "dienst.arnhem"))


@pytest.mark.parametrize("issuer", ["http://localhost:9000", "http://127.0.0.1:9000"])
def test_op_de_eigen_machine_mag_het_zonder_tls(issuer, tmp_path):
    tekst = GOED.replace("https://login.ede.example", issuer)
    assert read(tmp_path, tekst)["ede"].issuer == issuer


MAAKT = """
[dienst.ede.maakt]
soort = "lokaalteam"
organisatie = "gemeente:0228"
organisatie_naam = "Ede"
"""


def test_accounts_maken_gebeurt_alleen_waar_de_dienst_dat_zegt(tmp_path):
    dienst = read(tmp_path, GOED + MAAKT)["ede"]
    assert dienst.maakt is not None
    assert dienst.maakt.soort == "lokaalteam"


@pytest.mark.parametrize(
    ("van", "naar", "zin"),
    [
        ('"lokaalteam"', '"beheerder"', "nooit vanzelf"),
        ('organisatie = "gemeente:0228"', 'organisatie = "gemeente:0202"', "staat niet bij"),
        ('organisatie_naam = "Ede"', "", "maakt vraagt precies"),
    ],
)
def test_vanzelf_maken_heeft_grenzen(van, naar, zin, tmp_path):
    with pytest.raises(DienstFout, match=zin):
        read(tmp_path, GOED + MAAKT.replace(van, naar, 1))
