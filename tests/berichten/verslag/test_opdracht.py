"""`paraplu controleer`: leesbaar op een scherm, bruikbaar in een CI, en eerlijk over wat niet kan."""

from __future__ import annotations

import io
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from paraplu.afspraken.plaats import WORTEL
from paraplu.berichten.verslag import als_json, keur_paden, keuren
from paraplu.berichten.verslag.als_tabel import schrijf_tabel
from paraplu.project.opdracht import main

DOCUMENTATIE = WORTEL / "docs" / "controleren.md"


def controleer(capsys, *woorden) -> tuple[int, str, str]:
    status = main(["controleer", *map(str, woorden)])
    uit = capsys.readouterr()
    return status, uit.out, uit.err


def test_zonder_bevindingen_is_de_uitkomst_nul(post, capsys):
    status, uit, _ = controleer(capsys, post / "goed.xml")
    assert status == 0
    assert uit.endswith("1 bestand: 1 goed, 0 met opmerkingen, 0 geweigerd. 0 bevindingen.\n")


def test_met_bevindingen_is_de_uitkomst_een_en_staat_alles_bij_het_bestand(post, capsys):
    status, uit, _ = controleer(capsys, post)
    assert status == 1
    fout = uit.split(f"{post}/sub/post.zip/fout.xml (JW301 iJW 2.3)\n")[1].split("\n\n")[0]
    assert re.match(r"  regel \d+  PAR010  deze regel wordt geweigerd\n", fout)
    assert "staat niet\n" in fout or "codelijst" in fout
    assert "    → Gebruik een van deze codes" in fout
    assert "  Oordeel: met opmerkingen, 1 bevinding." in fout


def test_geen_regel_van_de_tabel_is_breder_dan_tachtig_tekens(post, monkeypatch, capsys):
    monkeypatch.chdir(post)
    _, uit, _ = controleer(capsys, "sub", "goed.xml", "z-leeg.xml")
    assert [regel for regel in uit.splitlines() if len(regel) > 80] == []


def test_een_lange_naam_verliest_in_de_samenvatting_haar_begin(post):
    uit = io.StringIO()
    schrijf_tabel(keur_paden([post]), uit, breedte=60)
    overzicht = uit.getvalue().split("Per bestand")[1].split("\n\n")[0]
    assert "…" in overzicht
    assert "goed.xml" in overzicht


@pytest.mark.parametrize("naam", ["bestaat-niet.xml", "leeg"])
def test_wat_niet_te_lezen_is_geeft_uitkomst_twee_en_de_rest_wordt_gecontroleerd(
    naam, post, capsys
):
    (post / "leeg").mkdir()
    status, uit, fout = controleer(capsys, post / naam, post / "goed.xml")
    assert status == 2
    assert "1 goed" in uit
    assert "Niet te lezen: 1." in fout


def test_een_code_die_niet_bestaat_is_een_vergissing(post, capsys):
    status, uit, fout = controleer(capsys, post, "--code", "CS002,XX999")
    assert (status, uit) == (2, "")
    assert "XX999" in fout
    assert "CS002" not in fout


def test_alleen_gevraagde_codes(post, capsys):
    status, uit, _ = controleer(capsys, post, "--code", "CS002,PAR010", "--formaat", "json")
    codes = {b["code"] for f in json.loads(uit)["bestanden"] for b in f["bevindingen"]}
    assert (status, codes) == (1, {"PAR010"})
    assert controleer(capsys, post, "--code", "CS002")[0] == 0


def test_de_json_is_een_document_dat_klopt_met_de_documentatie(post, capsys):
    _, uit, _ = controleer(capsys, post, post / "weg.xml", "--formaat", "json")
    document = json.loads(uit)
    schema = json.loads(re.search(r"```json\n(.*?)```", DOCUMENTATIE.read_text(), re.S)[1])
    assert list(fouten(document, schema)) == []
    assert list(fouten({**document, "versie": "1"}, schema)) == [".versie: str"]
    assert document["versie"] == als_json.VERSIE
    assert document["totaal"] == {
        "bestanden": 4, "goed": 1, "met_opmerkingen": 1, "geweigerd": 2, "niet_gelezen": 1,
        "bevindingen": 3,
    }  # fmt: skip
    assert [f["oordeel"] for f in document["bestanden"]] == [
        "goed", "geweigerd", "met opmerkingen", "geweigerd",
    ]  # fmt: skip
    assert document["bestanden"][2]["weigert"] == {"bericht": 0, "client": 0, "regel": 1}


SOORTEN = {"object": dict, "array": list, "string": str, "integer": int, "boolean": bool, "null": type(None)}  # fmt: skip


def fouten(waarde, schema, waar=""):
    """The part of JSON Schema that the documentation uses; a field it does not name is a fault."""
    if "enum" in schema and waarde not in schema["enum"]:
        yield f"{waar}: {waarde!r}"
    soorten = schema.get("type", [])
    soorten = [soorten] if isinstance(soorten, str) else soorten
    if soorten and not any(type(waarde) is SOORTEN[soort] for soort in soorten):
        yield f"{waar}: {type(waarde).__name__}"
    elif isinstance(waarde, dict):
        velden = schema["properties"]
        yield from (f"{waar}: {n}" for n in waarde.keys() ^ velden.keys() | set(schema["required"]) - waarde.keys())  # fmt: skip
        for naam in waarde.keys() & velden.keys():
            yield from fouten(waarde[naam], velden[naam], f"{waar}.{naam}")
    elif isinstance(waarde, list):
        for nummer, deel in enumerate(waarde):
            yield from fouten(deel, schema["items"], f"{waar}[{nummer}]")


def test_een_lege_controle_is_ook_een_document():
    uit = io.StringIO()
    als_json.schrijf_json([], uit)
    assert json.loads(uit.getvalue())["bestanden"] == []


class Lezer(HTMLParser):
    """What is in a page, and whether every element is closed."""

    LEEG = {"meta"}

    def __init__(self, tekst: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.gezien: list[tuple[str, dict[str, str | None]]] = []
        self.tekst = ""
        self.feed(tekst)

    def handle_starttag(self, tag, attrs):
        self.gezien.append((tag, dict(attrs)))
        if tag not in self.LEEG:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.tekst += data


@pytest.fixture
def pagina(post, capsys) -> tuple[str, Lezer]:
    (post / "a<script>&.xml").write_bytes(b"")
    _, uit, _ = controleer(capsys, post, "--formaat", "html")
    return uit, Lezer(uit)


def test_de_pagina_is_heel_en_heeft_niets_van_buiten_nodig(pagina):
    tekst, lezer = pagina
    assert lezer.open == []
    tags = [tag for tag, _ in lezer.gezien]
    assert not {"script", "link", "img", "iframe"} & set(tags)
    assert "http" not in tekst
    assert tags.count("h1") == tags.count("main") == tags.count("title") == 1
    assert dict(lezer.gezien)["html"] == {"lang": "nl"}


def test_de_pagina_zegt_het_oordeel_vooraf_en_heeft_koppen_bij_elke_tabel(pagina):
    tekst, lezer = pagina
    assert "<h1>Van 4 bestanden: 2 geweigerd en 1 met opmerkingen</h1>" in tekst
    tags = [tag for tag, _ in lezer.gezien]
    assert tags.count("table") == tags.count("caption") == tags.count("thead") == 4
    assert all("scope" in kenmerken for tag, kenmerken in lezer.gezien if tag == "th")
    assert "a<script>&.xml" in lezer.tekst


def test_een_verslag_in_een_bestand_is_heel_of_is_er_niet(post, tmp_path, capsys, monkeypatch):
    doel = tmp_path / "verslag.json"
    status, uit, fout = controleer(capsys, post, "--formaat", "json", "--uit", doel)
    assert (status, uit) == (1, "")
    assert "Het verslag staat in" in fout
    assert json.loads(doel.read_text())["totaal"]["bestanden"] == 3

    def stuk(*args, **kwargs):
        raise KeyboardInterrupt

    monkeypatch.setattr(keuren, "controleer", stuk)
    ander = tmp_path / "ander.json"
    assert controleer(capsys, post, "--formaat", "json", "--uit", ander)[0] == 130
    assert sorted(p.name for p in tmp_path.iterdir()) == ["post", "verslag.json"]


def test_waar_niet_te_schrijven_is_staat_in_een_zin(post, capsys):
    status, _, fout = controleer(capsys, post, "--uit", post / "bestaat-niet" / "v.txt")
    assert status == 2
    assert fout.startswith("Paraplu kan niet schrijven in ")


def test_de_hulp_noemt_de_drie_uitkomsten(capsys):
    with pytest.raises(SystemExit):
        main(["controleer", "--help"])
    assert "0 niets gevonden, 1 bevindingen, 2" in " ".join(capsys.readouterr().out.split())


def test_elke_bevinding_van_een_voorbeeld_staat_in_de_tabel(post, capsys):
    _, als_json_, _ = controleer(capsys, post, "--formaat", "json")
    _, tabel, _ = controleer(capsys, post)
    plat = " ".join(tabel.split())
    for bestand in json.loads(als_json_)["bestanden"]:
        for bevinding in bestand["bevindingen"]:
            assert {bevinding["code"], Path(bestand["bestand"]).name} <= set(
                re.split(r"[\s/]+", tabel)
            )
            assert " ".join(bevinding["tekst"].split()) in plat
