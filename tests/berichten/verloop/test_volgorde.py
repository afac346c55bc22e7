"""OP080: the order in which messages come has no meaning; and any sequence gives a state."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from paraplu.berichten import lees, standaard
from paraplu.berichten.verloop import Verloop, volg, volg_gebeurtenissen
from paraplu.berichten.verloop.gebeurtenissen import Bevestigd
from paraplu.berichten.verloop.lezen import lees_gebeurtenissen
from paraplu.berichten.verloop.weergave import show_json, show_tabel
from tests.berichten.maak import ALLE_SOORTEN, BSNS, maak_bericht
from tests.berichten.verloop import test_declaratie, test_levering, test_toewijzing, test_verzoek
from tests.berichten.verloop.post import lees_tabel

VERHALEN = [
    test_toewijzing.HERHAALD,
    test_declaratie.TWEE_ANTWOORDEN,
    *(rij[0] for rij in test_verzoek.GOED.values()),
    *(rij[0] for rij in test_verzoek.FOUT.values()),
    *(rij[0] for rij in test_levering.GOED.values()),
    *(rij[0] for rij in test_levering.FOUT.values()),
    *test_declaratie.GOED.values(),
    *(rij[0] for rij in test_declaratie.FOUT.values()),
    *(
        test_toewijzing.EERSTE + f"2 | 2026-03-01 | 301 | {rij[0]}"
        for rij in test_toewijzing.FOUT.values()
    ),
]
OP = date(2026, 12, 31)
zaden = st.integers(0, 2**32)


@pytest.mark.parametrize("tabel", VERHALEN)
def test_een_andere_volgorde_van_ontvangst_geeft_dezelfde_stand(tabel):
    berichten = lees_tabel(tabel)
    eerste = volg(berichten, op=OP)
    for zaad in range(3):
        Random(zaad).shuffle(berichten)
        assert volg([*berichten, berichten[0]], op=OP) == eerste


def _verhaal(rng: Random) -> str:
    """Any sequence of messages on few keys, allowed or not."""
    regels: list[str] = []
    heen: dict[str, str] = {}
    declaraties: list[str] = []
    for nr in map(str, range(1, rng.randint(1, 14) + 1)):
        soort = rng.choice(["315", "317", "319", "301", "305", "307", "323", "325", "retour"])
        if soort == "retour" and heen:
            op = rng.choice(sorted(heen))
            soort, wat = str(int(heen[op]) + 1), f"{op} {rng.choice(['goed', '0001', '9069'])}"
        elif soort == "325" and declaraties:
            hoe = rng.choice(["goed", "kop 0001", "code 9333", "weigert PR1", "weigert PR2"])
            wat = f"{rng.choice(declaraties)} {hoe}"
        elif soort in ("retour", "325"):
            continue
        else:
            wat = _wat(soort, rng)
            declaraties += [nr] if soort == "323" else []
            heen |= {} if soort == "323" else {nr: soort}
        regels.append(f"{nr} | {_dag(rng)} | {soort} | {wat}")
    return "\n".join(regels)


def _dag(rng: Random) -> str:
    return (date(2026, 1, 5) + timedelta(days=7 * rng.randint(0, 40))).isoformat()


def _wat(soort: str, rng: Random) -> str:
    kind, nummer, ander = rng.choice("12"), rng.choice(["101", "102"]), _dag(rng)
    begin = "2026-01-05" if ander < "2026-06-01" else "2026-06-01"
    if soort in ("315", "317"):
        return f"{rng.choice(['VZ1', 'VZ2'])} kind={kind}"
    if soort == "319":
        hoe = rng.choice(["onderzoek", "afgewezen 3", "afgewezen 8 0268"])
        return f"{rng.choice(['VZ1', 'VZ2'])} {hoe}"
    if soort == "301":
        rest = rng.choice(["", "ref=VZ1", "ref=VZ2", "reden=13", "einde=2026-06-30 reden=03"])
        return f"{nummer} {rest} op={ander} kind={kind}"
    if soort == "305":
        return f"{nummer} begin={begin} status={rng.choice('1123')}"
    if soort == "307":
        hoe = f"status={rng.choice('113')} reden={rng.choice(['02', '20'])}"
        return f"{nummer} begin={begin} einde={ander} {hoe}"
    regel = rng.choice(["PR1 101 5", "PR2 101 5", "C1 101 5 credit=PR1", "C2 101 5 credit=PR1"])
    return f"D{nummer} {ander[:7]}; {regel} maand=2026-01"


def _verloop(zaad: int, *, op: date = OP) -> Verloop:
    tabel = _verhaal(Random(zaad))
    return volg(lees_tabel(tabel) if tabel else [], op=op)


@settings(max_examples=200, deadline=None)
@given(zaden)
def test_elke_reeks_geeft_een_stand_die_niet_van_de_volgorde_afhangt(zaad):
    rng = Random(zaad)
    tabel = _verhaal(rng)
    berichten = lees_tabel(tabel) if tabel else []
    dag = date.fromisoformat(_dag(rng))
    eerste = volg(berichten, op=dag)
    rng.shuffle(berichten)
    assert volg(berichten, op=dag) == eerste
    assert all(een.tekst for een in eerste.alle_afwijkingen)
    assert show_tabel(eerste, bon=True) and show_json(eerste, bon=True)


@pytest.mark.parametrize("tabel", VERHALEN)
def test_ook_gebeurtenissen_mogen_in_elke_volgorde(tabel):
    gebeurtenissen, _ = lees_gebeurtenissen(lees_tabel(tabel))
    eerste = volg_gebeurtenissen(gebeurtenissen, op=OP)
    for zaad in range(3):
        anders = Random(zaad).sample(gebeurtenissen, k=len(gebeurtenissen))
        assert volg_gebeurtenissen(anders, op=OP) == eerste


@settings(max_examples=200, deadline=None)
@given(zaden)
def test_er_loopt_nooit_meer_dan_een_start_op_een_toewijzing(zaad):
    """The starts that were taken and have no stop that was taken: at most the one that runs."""
    verloop = _verloop(zaad)
    for levering in verloop.leveringen:
        gestart = sum(
            een.regel == "OP271" and een.gedaan_op is not None for een in levering.bewakingen
        )
        gestopt = sum(
            een.regel == "OP272" and een.gedaan_op is not None for een in levering.bewakingen
        )
        loopt = levering.stand == "gestart"
        assert gestart - gestopt <= 1
        assert (gestart > 0) == (levering.stand != "niet gestart")
        assert not loopt or (levering.begindatum is not None and levering.einddatum is None)


@settings(max_examples=200, deadline=None)
@given(zaden)
def test_een_verzoek_eindigt_hoogstens_een_keer(zaad):
    verloop = _verloop(zaad)
    for verzoek in verloop.verzoeken:
        is_klaar = verzoek.stand in ("afgewezen", "toegewezen")
        assert is_klaar == (verzoek.beslist_op is not None)
        assert verzoek.loopt == bool({"301", "319 afgewezen"} & set(verzoek.mag_volgen))


@settings(max_examples=200, deadline=None)
@given(zaden)
def test_een_regel_wordt_hoogstens_een_keer_gecrediteerd(zaad):
    verloop = _verloop(zaad)
    regels = [regel for een in verloop.declaraties for regel in een.regels]
    gecrediteerd = [regel for regel in regels if regel.stand == "gecrediteerd"]
    assert len(gecrediteerd) <= sum(regel.prestatie.is_credit for regel in regels)
    assert all(not regel.prestatie.is_credit for regel in gecrediteerd)


@pytest.mark.parametrize("zaad", range(6))
def test_willekeurige_geldige_berichten_geven_een_stand_zonder_bsn(zaad):
    rng = Random(zaad)
    berichten = [maak_bericht(rng.choice(ALLE_SOORTEN), rng) for _ in range(25)]
    verloop = volg(berichten, op=OP)
    rng.shuffle(berichten)
    assert volg(berichten, op=OP) == verloop
    uit = show_tabel(verloop, bon=True) + show_json(verloop, bon=True) + repr(verloop)
    assert [bsn for bsn in BSNS if bsn in uit] == []


def test_elke_soort_die_een_retour_kent_wordt_gevolgd():
    for soort in standaard.release("3.2").berichtsoorten.values():
        gevonden, _ = lees_gebeurtenissen([maak_bericht(soort, Random(1))])
        is_retour = any(isinstance(een, Bevestigd) for een in gevonden)
        assert gevonden, soort
        assert is_retour == (soort.naam[-1] in "268" or soort.naam == "JW320"), soort


def test_de_echte_berichten_van_de_standaard_geven_een_stand(shared):
    map_ = shared / "ijw" / "messages-3.2"
    if not map_.is_dir():
        pytest.skip("de voorbeeldberichten zijn hier niet")
    gelezen = [lees(pad) for pad in sorted(map_.glob("*.xml"))]
    berichten = [een.bericht for een in gelezen if een.bericht is not None]
    verloop = volg(berichten, op=OP)
    assert len(berichten) >= 5
    assert [een.stand for een in verloop.declaraties] == ["ingediend"]
    assert {een.stand for een in verloop.leveringen} == {"gestopt", "niet gestart"}
    # The example declares one line twice, as the description of the standard says.
    assert [een.regel for een in verloop.declaraties[0].afwijkingen] == ["TR314"]


def test_hetzelfde_kenmerk_met_andere_inhoud_telt_een_keer():
    een = lees_tabel("1 | 2026-04-01 | 315 | VZ1")
    ander = lees_tabel("1 | 2026-04-01 | 315 | VZ2")
    verloop = volg([*een, *ander], op=OP)
    assert [afwijking.regel for afwijking in verloop.alle_afwijkingen] == ["TR056"]
    assert volg([*ander, *een], op=OP) == verloop
    assert len(verloop.verzoeken) == 1
