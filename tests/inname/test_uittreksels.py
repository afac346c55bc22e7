"""Een uittreksel komt met zijn afbeelding in de kast en geeft rijen zoals berichten dat doen."""

from __future__ import annotations

import json
from datetime import date

import pyarrow.parquet as pq
import pytest

from paraplu.afspraken.plaats import tabellen_map, var_map
from paraplu.inname.actions import neem_in
from paraplu.inname.fouten import GeenBestanden
from paraplu.inname.herbouw import herbouw
from paraplu.inname.uittreksels import UittrekselFout, packed
from paraplu.monitor.opslag import Opslag
from paraplu.project.opdracht import main
from tests.berichten.uittreksel import tabellen as t

DAG = date(2023, 6, 1)


def _neem(pad, afbeelding="starts"):
    with packed([pad], afbeelding=afbeelding, op=DAG) as paden:
        return neem_in(paden, op=DAG, brenger="proef")


def _starts():
    opslag = Opslag(tabellen_map())
    return sorted(
        (rij["gemeente"], rij["aanbieder"], rij["begindatum"], rij["toewijzing_nummer"])
        for pad in opslag.bestanden("start")
        for rij in pq.read_table(pad).to_pylist()
    )


def test_rijen_van_een_uittreksel_worden_regels(tmp_path):
    blad = tmp_path / "starts.csv"
    blad.write_text(t.tabel("starts", t.RIJEN["starts"], t.met("starts", BSN=t.ANDER_BSN)))
    bon = _neem(blad)

    assert (bon.total("nieuw"), bon.total("regels"), bon.total("geweigerd")) == (2, 2, 0)
    assert _starts() == [("0221", "12345678", date(2023, 5, 1), 1)] * 2
    assert bon.bestanden[0].naam == "starts.csv"


def test_hetzelfde_uittreksel_nog_eens_verandert_niets(tmp_path):
    blad = tmp_path / "starts.csv"
    blad.write_text(t.tabel("starts"))

    assert not _neem(blad).al_genomen
    assert _neem(blad).al_genomen


def test_de_tabellen_zijn_opnieuw_te_maken_ook_als_de_afbeelding_weg_is(tmp_path):
    blad = tmp_path / "starts.csv"
    blad.write_text(t.tabel("starts"))
    _neem(blad)
    voor = _starts()
    for pad in (var_map() / "afbeeldingen").iterdir():
        pad.unlink()
    herbouw()

    assert _starts() == voor


def test_fouten_in_cellen_staan_op_de_bon(tmp_path, capsys):
    blad = tmp_path / "starts.csv"
    blad.write_text(t.tabel("starts", t.RIJEN["starts"], t.met("starts", Begindatum="31-02-2023")))
    opdracht = ["lees", str(blad), "--afbeelding", "starts", "--op", "2023-06-01"]

    assert main([*opdracht, "--formaat", "json"]) == 1
    bon = json.loads(capsys.readouterr().out)
    (fout,) = [b for b in bon["bevindingen"] if b["code"] == "PAR012"]
    assert (fout["naam"], fout["regel"], fout["geweigerd"]) == ("starts.csv", 3, True)


def test_er_blijft_niets_open_op_schijf_staan(tmp_path):
    blad = tmp_path / "starts.csv"
    blad.write_text(t.tabel("starts"))
    _neem(blad)

    for pad in (var_map() / "run").rglob("*"):
        assert pad.is_dir() or t.BSN.encode() not in pad.read_bytes()
    assert not list((var_map() / "run").glob("uittreksel-*"))


def test_een_afbeelding_zonder_uittreksel_wordt_geweigerd(tmp_path):
    (tmp_path / "a.xml").write_bytes(b"<a/>")
    with pytest.raises(GeenBestanden, match="hoort bij een uittreksel"):
        _neem(tmp_path / "a.xml")


@pytest.mark.parametrize(
    ("inhoud", "afbeelding", "stukje"),
    [(b"a;b", "geen", "geen afbeelding"), (b"PK\x03\x04", "starts", "beschadigd")],
)
def test_wat_niet_te_gebruiken_is_stopt_de_levering(tmp_path, inhoud, afbeelding, stukje):
    (tmp_path / "a.csv").write_bytes(inhoud)
    with pytest.raises(UittrekselFout, match=stukje):
        _neem(tmp_path / "a.csv", afbeelding)
