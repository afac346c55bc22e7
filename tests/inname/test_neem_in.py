"""Taking a delivery: what is new, known and refused, and that the order never matters."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from paraplu.afspraken.plaats import tabellen_map
from paraplu.berichten.stroom import lees_stroom
from paraplu.inname.actions import neem_in
from paraplu.inname.fouten import GeenBestanden, PadOntbreekt
from paraplu.inname.levering import Bron, Voortgang
from paraplu.inname.ontvangst import Ontvangst, findings_of
from paraplu.monitor.opslag import Opslag
from tests.inname.post import SOORTEN, anders_geschreven, bericht, kapot, maak_zip, schrijf_map
from tests.inname.zichtbaar import ontvangsten, zichtbaar, zonder_leveringen

DAG = date(2024, 5, 31)


def neem(plaats: Path, bestanden: dict[str, bytes], *, op: date = DAG, brenger: str = "Ede"):
    return neem_in([schrijf_map(plaats, bestanden)], op=op, brenger=brenger)


def geteld(ontvangst: Ontvangst) -> tuple[int, int, int, int]:
    return tuple(ontvangst.total(n) for n in ("berichten", "nieuw", "al_bekend", "geweigerd"))


def test_een_levering_geeft_een_ontvangst(tmp_path: Path):
    ontvangst = neem(tmp_path, {f"{soort}.xml": bericht(soort, 1) for soort in SOORTEN})
    assert geteld(ontvangst) == (8, 8, 0, 0)
    assert (ontvangst.dag, ontvangst.brenger, ontvangst.al_genomen) == (DAG, "Ede", False)
    assert ontvangst.total("regels") == sum(
        len(Opslag(tabellen_map()).arrow(t)) for t in ("toewijzing", "start", "stop", "retour")
    ) + sum(
        len(Opslag(tabellen_map()).arrow(t))
        for t in ("declaratie", "declaratieantwoord", "verzoek", "antwoord")
    )


def test_dezelfde_levering_nog_eens_verandert_niets(tmp_path: Path):
    eerst = neem(tmp_path, {"a.xml": bericht("JW301", 1), "b.xml": kapot(bericht("JW305", 2))})
    stand = zichtbaar(tabellen_map())
    daarna = neem(tmp_path, {})
    assert daarna.al_genomen
    assert daarna.levering == eerst.levering
    assert zichtbaar(tabellen_map()) == stand


def test_hetzelfde_bericht_van_een_ander_telt_een_keer(tmp_path: Path):
    inhoud = bericht("JW323", 3)
    neem(tmp_path / "a", {"a.xml": inhoud}, op=date(2024, 5, 1), brenger="aanbieder")
    stand = zonder_leveringen(zichtbaar(tabellen_map()))
    tweede = neem(tmp_path / "b", {"b.xml": anders_geschreven(inhoud)}, brenger="gemeente")
    assert geteld(tweede) == (1, 0, 1, 0)
    assert zonder_leveringen(zichtbaar(tabellen_map())) == stand


def test_dezelfde_identiteit_met_andere_inhoud_is_tr056(tmp_path: Path):
    inhoud = bericht("JW319", 4)
    ander = inhoud.replace(b"VerzoekAntwoord>1<", b"VerzoekAntwoord>2<")
    if ander == inhoud:
        ander = inhoud.replace(b"VerzoekAntwoord>2<", b"VerzoekAntwoord>1<")
    assert ander != inhoud
    eerste = neem(tmp_path / "a", {"a.xml": inhoud}, op=date(2024, 5, 1))
    tweede = neem(tmp_path / "b", {"b.xml": ander})
    assert "TR056" not in {soort.code for soort in eerste.soorten}
    assert {soort.code: soort.geweigerd for soort in tweede.soorten}["TR056"] == 1


def test_een_geweigerd_bericht_is_een_bevinding_en_komt_niet_in_de_tabellen(tmp_path: Path):
    ontvangst = neem(tmp_path, {"a.xml": b"<geen", "b.xml": bericht("JW305", 5)})
    assert geteld(ontvangst) == (2, 1, 0, 1)
    assert len(Opslag(tabellen_map()).arrow("bericht")) == 1
    (gevonden, *_rest) = findings_of(
        ontvangst.levering, opslag=Opslag(tabellen_map()), hoogstens=None
    )
    assert gevonden.naam == "a.xml"
    assert gevonden.geweigerd


def test_een_bericht_waar_de_lezer_over_struikelt_houdt_de_rest_niet_op(
    tmp_path: Path, monkeypatch, caplog
):
    def struikel(bron, *, bestand: str, vandaag: date):
        if bestand == "a.xml":
            raise ValueError("Jansen 999900006")
        yield from lees_stroom(bron, bestand=bestand, vandaag=vandaag)

    monkeypatch.setattr("paraplu.inname.inlezen.lees_stroom", struikel)
    ontvangst = neem(tmp_path, {"a.xml": bericht("JW301", 1), "b.xml": bericht("JW305", 2)})
    assert geteld(ontvangst) == (2, 1, 0, 1)
    assert {soort.code for soort in ontvangst.soorten} == {"PAR091"}
    assert "ValueError" in caplog.text
    assert "Jansen" not in caplog.text + repr(ontvangst)


def test_een_zip_is_een_bestand_met_veel_berichten(tmp_path: Path):
    los = {f"{n}.xml": bericht(SOORTEN[n % 8], n) for n in range(20)}
    ontvangst = neem(tmp_path, {"mei.zip": maak_zip({**los, "stuk.xml": b"niets"})})
    (bestand,) = ontvangst.bestanden
    assert (bestand.naam, bestand.berichten, bestand.nieuw, bestand.geweigerd) == (
        "mei.zip",
        21,
        20,
        1,
    )
    (gevonden, *_rest) = findings_of(
        ontvangst.levering, opslag=Opslag(tabellen_map()), hoogstens=None
    )
    assert gevonden.naam == "mei.zip/stuk.xml"


def test_los_of_in_een_zip_geeft_dezelfde_regels(tmp_path: Path, monkeypatch):
    los = {f"{n}.xml": bericht(SOORTEN[n % 8], n) for n in range(16)}
    neem(tmp_path / "los", los)
    stand = zonder_leveringen(zichtbaar(tabellen_map()))
    neem(tmp_path / "zip", {"a.zip": maak_zip(los)}, brenger="ander")
    assert zonder_leveringen(zichtbaar(tabellen_map())) == stand


def test_een_bestand_dat_twee_keer_in_de_levering_zit_wordt_een_keer_bewaard(tmp_path: Path):
    ontvangst = neem(tmp_path, {"a.xml": bericht("JW307", 1), "b.xml": bericht("JW307", 1)})
    assert len(ontvangst.bestanden) == 1
    assert geteld(ontvangst) == (1, 1, 0, 0)


def test_een_upload_houdt_de_naam_die_hij_had(tmp_path: Path):
    (tmp_path / "upload-1").write_bytes(bericht("JW307", 1))
    ontvangst = neem_in([Bron(tmp_path / "upload-1", "stop.xml")], op=DAG, brenger="Ede")
    assert [bestand.naam for bestand in ontvangst.bestanden] == ["stop.xml"]


def test_de_voortgang_loopt_tot_het_einde(tmp_path: Path):
    stappen: list[Voortgang] = []
    plaats = schrijf_map(tmp_path, {"a.xml": bericht("JW301", 1), "b.xml": bericht("JW301", 2)})
    neem_in([plaats], op=DAG, brenger="Ede", voortgang=stappen.append)
    assert stappen[0].stap == "Bewaren"
    assert stappen[-1].gedaan <= stappen[-1].totaal


@pytest.mark.parametrize(
    ("maak", "fout", "zin"),
    [
        (lambda p: p / "weg.xml", PadOntbreekt, "bestaat niet"),
        (lambda p: p, GeenBestanden, "geen berichten"),
    ],
)
def test_een_pad_zonder_berichten_krijgt_een_duidelijke_zin(tmp_path: Path, maak, fout, zin: str):
    (tmp_path / "leesmij.txt").write_text("hallo")
    with pytest.raises(fout, match=zin):
        neem_in([maak(tmp_path)], op=DAG, brenger="Ede")


def test_grote_en_kleine_batches_geven_hetzelfde(tmp_path: Path, monkeypatch):
    post = {f"{n}.xml": bericht(SOORTEN[n % 8], n) for n in range(12)}
    post["groot.xml"] = bericht("JW323", 99, hoogstens=9)
    post["kapot.xml"] = kapot(bericht("JW323", 98, hoogstens=9))
    plaats = schrijf_map(tmp_path / "post", post)
    monkeypatch.setenv("PARAPLU_SLEUTEL_KIND", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
    neem_in([plaats], op=DAG, brenger="Ede")
    stand = zonder_leveringen(zichtbaar(tabellen_map()))
    for drempel, berichten in ((1, 1), (7, 3)):
        monkeypatch.setenv("PARAPLU_VAR", str(tmp_path / f"var{drempel}"))
        monkeypatch.setattr("paraplu.inname.wachtkamer.DREMPEL", drempel)
        monkeypatch.setattr("paraplu.inname.batch.DREMPEL", drempel)
        monkeypatch.setattr("paraplu.inname.batch.HOOGSTENS_BERICHTEN", berichten)
        neem_in([plaats], op=DAG, brenger="Ede")
        assert zonder_leveringen(zichtbaar(tabellen_map())) == stand


#: Messages that come in several deliveries: some twice, in other bytes, or with other content.
POST = [bericht(SOORTEN[n % 8], n) for n in range(8)]
POST += [anders_geschreven(POST[1]), anders_geschreven(POST[6]), kapot(POST[0]), b"<niets/>"]


@pytest.mark.traag
@settings(max_examples=3, deadline=None, suppress_health_check=list(HealthCheck))
@given(verdeling=st.lists(st.integers(0, 2), min_size=12, max_size=12), data=st.data())
def test_de_volgorde_van_leveringen_maakt_niet_uit(tmp_path_factory, verdeling, data):
    """Up to three deliveries in two orders, one of them twice: the same tables and receipts.

    All together in one delivery: the same messages and lines.
    """
    stapel = tmp_path_factory.mktemp("post")
    for plek, nummer in enumerate(verdeling):
        schrijf_map(stapel / str(nummer), {f"{plek}.xml": POST[plek]})
    nummers = sorted(set(verdeling))
    volgorde = data.draw(st.permutations([*nummers, nummers[0]]))
    standen = []
    with pytest.MonkeyPatch.context() as omgeving:
        var = tmp_path_factory.mktemp("var")
        omgeving.setenv("PARAPLU_VAR", str(var))
        for nummer in nummers:
            neem_in([stapel / str(nummer)], op=date(2024, 5, 1 + nummer), brenger="Ede")
        standen.append((zichtbaar(tabellen_map()), ontvangsten(tabellen_map())))
        (var / "tabellen").rename(var / "tabellen-een")
        for nummer in volgorde:
            neem_in([stapel / str(nummer)], op=date(2024, 5, 1 + nummer), brenger="Ede")
        standen.append((zichtbaar(tabellen_map()), ontvangsten(tabellen_map())))
        (var / "tabellen").rename(var / "tabellen-twee")
        neem_in([stapel], op=DAG, brenger="Tiel")
        samen = zonder_leveringen(zichtbaar(tabellen_map()))
    assert standen[0] == standen[1]
    assert zonder_leveringen(standen[0][0]) == samen
