"""From a row to its messages: which count, which were replaced, withdrawn or refused, and why."""

from __future__ import annotations

from datetime import date

import pytest

from paraplu.monitor import Monitor, Periode
from paraplu.monitor.bewijs import merk_rij

JAAR = Periode.jaar(2023)


@pytest.fixture
def achter(post, opslag):
    """The messages behind the one row of V2a: (soort, status, reden)."""

    def lees() -> list[tuple[str, str, str]]:
        post.bewaar(opslag)
        monitor = Monitor(opslag.map)
        [rij] = monitor.lijst("V2a", periode=JAAR)
        berichten = monitor.berichten_achter("V2a", rij, periode=JAAR)
        return [(bericht.soort, bericht.status, bericht.reden) for bericht in berichten]

    return lees


def test_van_elk_bericht_staat_er_of_het_telt_en_waarom(post, achter):
    post.toewijzing(toewijzingsdatum=date(2022, 12, 1), dagtekening=date(2022, 12, 1))
    post.toewijzing(einddatum=date(2023, 9, 1), dagtekening=date(2023, 1, 1))
    post.start(dagtekening=date(2023, 1, 2))
    fout = post.start(begindatum=date(2023, 2, 1), dagtekening=date(2023, 2, 1))
    weg = post.stop(einddatum=date(2023, 3, 1), dagtekening=date(2023, 3, 1))
    post.stop(einddatum=date(2023, 3, 1), status_aanlevering="3", dagtekening=date(2023, 3, 2))
    post.antwoord(fout, retourcodes="0001")
    assert weg
    assert achter() == [
        ("JW301", "vervangen", "een latere versie van deze toewijzing geldt"),
        ("JW301", "telt", "de versie die geldt"),
        ("JW305", "telt", "de melding die geldt"),
        ("JW305", "afgekeurd", "het antwoord (306) keurde deze regel af"),
        ("JW306", "beslist", "antwoord met retourcode 0001"),
        ("JW307", "ingetrokken", "een later bericht trok deze melding in (status 3)"),
        ("JW307", "ingetrokken", "trekt een eerdere melding in (status 3)"),
    ]


def test_van_twee_einden_geldt_het_laatste(post, achter):
    post.toewijzing()
    post.start()
    post.stop(einddatum=date(2023, 5, 1), dagtekening=date(2023, 5, 1))
    post.stop(einddatum=date(2023, 6, 1), dagtekening=date(2023, 6, 1))
    stops = [status for soort, status, _reden in achter() if soort == "JW307"]
    assert stops == ["vervangen", "telt"]


def test_in_een_maatregel_van_meer_delen_staan_de_berichten_van_alle_delen(post, achter):
    for nummer, begin, eind in ((1, date(2023, 1, 1), date(2023, 3, 1)), (2, date(2023, 3, 2), date(2023, 8, 1))):  # fmt: skip
        post.toewijzing(nummer, ingangsdatum=begin, toewijzingsdatum=begin)
        post.start(nummer, begindatum=begin, dagtekening=begin)
        post.stop(nummer, begindatum=begin, einddatum=eind, dagtekening=eind)
    assert sorted(soort for soort, *_ in achter()) == ["JW301"] * 2 + ["JW305"] * 2 + ["JW307"] * 2


def test_wat_na_de_dag_kwam_staat_er_niet(post, opslag):
    post.toewijzing(op=date(2023, 1, 5))
    post.start(op=date(2023, 1, 5))
    post.stop(op=date(2023, 7, 1))
    post.bewaar(opslag)
    monitor = Monitor(opslag.map, bekend_op=date(2023, 4, 15))
    [rij] = monitor.lijst("V2a", periode=JAAR)
    berichten = monitor.berichten_achter("V2a", rij, periode=JAAR)
    assert [bericht.soort for bericht in berichten] == ["JW301", "JW305"]
    assert {bericht.leverdag for bericht in berichten} == {date(2023, 1, 5)}


@pytest.mark.parametrize(("code", "soorten"), [("V1", {"JW323", "JW303"}), ("V7", {"JW301"})])
def test_ook_achter_geld_en_hulp_staan_berichten(wereld, code, soorten):
    rij = wereld.lijst(code, periode=JAAR, hoogstens=1)[0]
    gevonden = {b.soort for b in wereld.berichten_achter(code, rij, periode=JAAR)}
    assert gevonden & soorten


@pytest.mark.parametrize("code", ["V1", "V2a", "V3", "V4", "V6", "V6b", "V7"])
def test_elke_regel_van_een_lijst_heeft_een_eigen_merk_dat_niets_verraadt(wereld, code):
    lijst = wereld.lijst(code, periode=JAAR, hoogstens=None)
    merken = [merk_rij(rij) for rij in lijst]
    assert len(set(merken)) == len(lijst) > 0
    assert not any(rij["kind"][:8] in merk for rij, merk in zip(lijst, merken, strict=True))
