"""The world itself: the same for the same seed, and calm at its edges."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pytest

from paraplu.afspraken import producten as afspraken_producten
from paraplu.afspraken.gebieden import gemeenten
from paraplu.afspraken.tussentaal import plaats
from paraplu.demo.gegevens import lees_tabel
from paraplu.demo.leveringen import schrijf_wereld
from paraplu.demo.wereld import wereld as wereldmodule
from paraplu.demo.wereld.begrippen import Instelling, Levering
from paraplu.demo.wereld.land import land, organisaties, producten
from paraplu.demo.wereld.simulatie import maak_wereld
from paraplu.demo.wereld.toeval import Quotum, Toeval
from paraplu.demo.wereld.wereld import Wereld
from tests.demo.kleine_wereld import Geschreven

HEEL_KLEIN = Instelling(schaal=0.001, eerste_jaar=2021, laatste_jaar=2021, seed=3)


def _vingerafdruk(map_: Path) -> dict[str, str]:
    return {
        str(pad.relative_to(map_)): hashlib.sha256(pad.read_bytes()).hexdigest()
        for pad in sorted(map_.rglob("*"))
        if pad.is_file()
    }


def _schrijf(instelling: Instelling, map_: Path) -> dict[str, str]:
    schrijf_wereld(maak_wereld(instelling), map_)
    return _vingerafdruk(map_)


def test_dezelfde_seed_geeft_dezelfde_bytes(tmp_path: Path) -> None:
    eerste, tweede = (_schrijf(HEEL_KLEIN, tmp_path / naam) for naam in ("een", "twee"))
    assert eerste == tweede
    assert len(eerste) == 12 + 2 + 4 + 1


def test_een_andere_seed_geeft_andere_berichten(tmp_path: Path) -> None:
    ander = Instelling(schaal=0.001, eerste_jaar=2021, laatste_jaar=2021, seed=4)
    eerste, tweede = _schrijf(HEEL_KLEIN, tmp_path / "een"), _schrijf(ander, tmp_path / "twee")
    verschillend = [naam for naam in eerste if eerste[naam] != tweede.get(naam)]
    assert len([naam for naam in verschillend if naam.endswith(".zip")]) == 14


def test_een_quotum_blijft_binnen_een_van_het_doel() -> None:
    quotum, gegeven = Quotum(), 0
    for maand in range(1, 61):
        gegeven += quotum.neem(0.37)
        assert abs(gegeven - 0.37 * maand) <= 0.5


def test_elk_bsn_komt_uit_de_testreeks_en_voldoet_aan_de_elfproef(geschreven: Geschreven) -> None:
    bsns = [int(kind.bsn) for kind in geschreven.wereld.kinderen]
    assert len(set(bsns)) == len(bsns)
    assert all(999900006 <= bsn <= 999999990 and wereldmodule.voldoet(bsn) for bsn in bsns)


def test_is_de_testreeks_op_dan_volgen_andere_nummers_die_met_een_9_beginnen() -> None:
    nummers = wereldmodule.nummers(Toeval("x"))
    werk = set(wereldmodule.werk_nummers())
    test = [next(nummers) for _ in range(9091 - len(werk))]
    daarna = [next(nummers) for _ in range(50)]
    assert len(werk) > 200
    assert werk.isdisjoint(test)
    assert all("999900006" <= bsn <= "999999990" for bsn in werk)
    assert all("999900006" <= bsn <= "999999990" for bsn in test)
    assert all(bsn.startswith("9") and bsn not in test for bsn in daarna)
    assert all(wereldmodule.voldoet(int(bsn)) for bsn in daarna)


@pytest.mark.parametrize(
    ("nummer", "goed"), [(123456782, True), (999900006, True), (123456789, False)]
)
def test_elfproef(nummer: int, goed: bool) -> None:
    assert wereldmodule.voldoet(nummer) is goed


def test_elke_gemeente_heeft_een_gewicht_en_elk_aanbod_een_aanbieder() -> None:
    gewichten = {rij["gemeente"] for rij in lees_tabel("gewichten")}
    assert gewichten == {gemeente.code for gemeente in gemeenten()}
    regios = {gemeente.regio for gemeente in gemeenten()}
    assert {(r, t) for r in regios for t in range(11)} <= land().aanbod.keys() | {
        (r, t) for r in regios for t in range(11) if t not in land().hulp
    }
    assert len([o for o in organisaties() if o.soort == "GI"]) == 4
    assert len(organisaties()) == 44


def test_de_producten_van_de_demo_staan_zo_in_de_afspraken() -> None:
    for product in producten().values():
        soort = afspraken_producten.soort_maatregel(product.code, product.categorie)
        assert (product.soort_maatregel or "geen maatregel") == soort
        assert product.groep == (afspraken_producten.groep(soort) or "")
        if not product.soort_maatregel:
            assert plaats(product.categorie, product.code, date(2022, 1, 1)) == product.tussentaal


def test_voor_de_jeugdwet_wijst_geen_gemeente_iets_toe(geschreven: Geschreven) -> None:
    starts = [lev.begin for t in geschreven.wereld.toewijzingen for lev in t.leveringen]
    assert date(2015, 1, 1) <= min(starts) < date(2018, 1, 1)


def test_een_ots_en_een_voogdij_eindigen_bij_achttien_jaar(geschreven: Geschreven) -> None:
    for traject in geschreven.wereld.trajecten:
        if traject.soort in {"OTS", "voogdij"} and traject.einde:
            geboren = traject.kind.geboren
            assert traject.einde <= date(geboren.year + 18, 12, 31)


def test_leveringen_van_een_toewijzing_volgen_op_elkaar(geschreven: Geschreven) -> None:
    def klopt(eerste: Levering, tweede: Levering) -> bool:
        return eerste.einde is not None and eerste.einde < tweede.begin

    for toewijzing in geschreven.wereld.toewijzingen:
        paren = zip(toewijzing.leveringen, toewijzing.leveringen[1:], strict=False)
        assert all(klopt(*paar) for paar in paren)
        assert all(lev.einde is None or lev.einde >= lev.begin for lev in toewijzing.leveringen)


def _soorten(wereld: Wereld) -> set[str]:
    return {stuk.soort for stuk in wereld.post}


def test_in_een_kleine_wereld_komt_elke_soort_bericht_voor(geschreven: Geschreven) -> None:
    verwacht = {"301", "302", "303", "304", "305", "306", "307", "308", "315", "316", "323", "325"}
    assert verwacht <= _soorten(geschreven.wereld)
