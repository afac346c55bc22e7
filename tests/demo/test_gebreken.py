"""What goes wrong on the way: refused, double, missing; and what the intake makes of it."""

from __future__ import annotations

from pathlib import Path

from paraplu.demo.gebreken import ZONDER_LAATSTE_MAAND
from paraplu.demo.wereld.feiten import GEWEIGERD
from paraplu.monitor.opslag import Opslag
from tests.demo.kleine_wereld import Geschreven


def test_geen_enkel_goed_bericht_gaat_verloren(geschreven: Geschreven, ingenomen: Path) -> None:
    bestand = Opslag(ingenomen).arrow("bestand").to_pydict()
    assert sum(bestand["berichten_geweigerd"]) == 9
    assert sum(bestand["berichten"]) > len(geschreven.wereld.post) * 0.9


def test_een_bericht_dat_nog_eens_komt_telt_een_keer(ingenomen: Path) -> None:
    opslag = Opslag(ingenomen)
    aangeleverd = opslag.arrow("aanlevering").column("bericht").to_pylist()
    bekend = opslag.arrow("bericht").column("bericht").to_pylist()
    assert len(set(aangeleverd)) == len(bekend)
    assert 30 <= len(aangeleverd) - len(bekend) <= 60


def test_hetzelfde_nummer_met_andere_inhoud_is_een_bevinding(ingenomen: Path) -> None:
    sleutels = Opslag(ingenomen).arrow("bericht").column("sleutel").to_pylist()
    assert len(sleutels) - len(set(sleutels)) == 2


def test_van_drie_gemeenten_ontbreekt_de_laatste_maand(geschreven: Geschreven) -> None:
    laatste = geschreven.wereld.instelling.laatste_jaar * 12 + 11
    declaraties = {
        id(stuk.declaratie): stuk.declaratie for stuk in geschreven.wereld.post if stuk.declaratie
    }
    weg = [d for d in declaraties.values() if not d.gebracht]
    assert weg
    assert {d.gemeente for d in weg} <= set(ZONDER_LAATSTE_MAAND)
    assert {d.maand for d in weg} == {laatste}


def test_een_deel_van_de_gis_meldt_geen_start(geschreven: Geschreven) -> None:
    maatregelen = [t for t in geschreven.wereld.toewijzingen if t.product.groep]
    zonder = [t for t in maatregelen if not t.meldt]
    assert 0.04 < len(zonder) / len(maatregelen) < 0.4
    assert all(not lev.starts for t in zonder for lev in t.leveringen)


def test_een_geweigerde_toewijzing_komt_opnieuw(geschreven: Geschreven) -> None:
    versies = [v for t in geschreven.wereld.toewijzingen for v in t.versies]
    opnieuw = [v for v in versies if len(v.zendingen) > 1]
    assert 0.2 * GEWEIGERD < len(opnieuw) / len(versies) < 4 * GEWEIGERD
    for versie in opnieuw:
        eerste, laatste = versie.zendingen
        assert eerste.geweigerd_op is not None
        assert laatste.dag > eerste.geweigerd_op
        assert laatste.geweigerd_op is None
