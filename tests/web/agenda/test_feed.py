"""A calendar that agendas accept: read back by two readers that know nothing of each other."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from paraplu.web.agenda.feed import Agendapunt, OngeldigAgendapunt, Status, maak_feed

NU = datetime(2026, 4, 2, 9, 30, tzinfo=ZoneInfo("Europe/Amsterdam"))
DAG = date(2026, 4, 9)
BSN = "999900006"


def punt(**velden) -> Agendapunt:
    return Agendapunt(**{"uid": "stap-12", "titel": "Casus C12: bepaling", "dag": DAG, **velden})


def feed(*punten: Agendapunt) -> bytes:
    return maak_feed("Paraplu, mijn termijnen", punten, op=NU)


def lees(ruw: bytes) -> icalendar.Event:
    (event,) = icalendar.Calendar.from_ical(ruw).walk("VEVENT")
    return event


def lees_ook(ruw: bytes):
    return vobject.readOne(ruw.decode()).vevent


def test_een_termijn_is_een_hele_dag_en_maakt_u_niet_bezet():
    event, ook = lees(feed(punt())), lees_ook(feed(punt()))
    assert event["DTSTART"].dt == ook.dtstart.value == DAG
    assert event["DTEND"].dt == ook.dtend.value == DAG + timedelta(days=1)
    assert event["TRANSP"] == ook.transp.value == "TRANSPARENT"


def test_een_overleg_heeft_een_tijd_die_in_elke_zone_dezelfde_is():
    begin = datetime(2026, 4, 9, 14, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
    ruw = feed(punt(dag=None, begin=begin, einde=begin + timedelta(hours=1)))
    assert lees(ruw)["DTSTART"].dt == lees_ook(ruw).dtstart.value == begin
    assert b"DTSTART:20260409T120000Z" in ruw
    assert "TRANSP" not in lees(ruw)


@pytest.mark.parametrize(
    ("status", "staat_er"),
    [(Status.VAST, "CONFIRMED"), (Status.VOORLOPIG, "TENTATIVE"), (Status.VERVALLEN, "CANCELLED")],
)
def test_de_status_is_die_van_de_standaard(status, staat_er):
    ruw = feed(punt(status=status))
    assert lees(ruw)["STATUS"] == lees_ook(ruw).status.value == staat_er


def test_de_agenda_heeft_een_naam_en_zegt_hoe_vaak_er_gekeken_wordt():
    agenda = icalendar.Calendar.from_ical(feed())
    assert agenda["X-WR-CALNAME"] == agenda["NAME"] == "Paraplu, mijn termijnen"
    assert agenda["REFRESH-INTERVAL"].dt == timedelta(hours=1)
    assert agenda["METHOD"] == "PUBLISH"


def test_een_agenda_zonder_punten_kan():
    assert list(icalendar.Calendar.from_ical(feed()).walk("VEVENT")) == []
    assert vobject.readOne(feed().decode()).name == "VCALENDAR"


def test_de_link_gaat_naar_de_bladzijde_die_meer_zegt(settings):
    settings.WEBADRES = "https://paraplu.voorbeeld.example"
    ruw = feed(punt(adres="/casussen/C12/"))
    verwacht = "https://paraplu.voorbeeld.example/casussen/C12/"
    assert lees(ruw)["URL"] == lees_ook(ruw).url.value == verwacht


def test_dezelfde_punten_op_hetzelfde_moment_geven_hetzelfde_bestand():
    assert feed(punt()) == feed(punt())
    assert lees(feed(punt()))["DTSTAMP"].dt == NU.astimezone(UTC)


def test_tekens_met_een_betekenis_komen_heel_aan():
    tekst = "komma, punt; schuin \\ en\nBEGIN:VEVENT\nSUMMARY:ander – ź 😀 " + "lang " * 40
    ruw = feed(punt(titel=tekst, omschrijving=tekst))
    assert lees(ruw)["SUMMARY"] == lees_ook(ruw).summary.value == tekst
    assert lees(ruw)["DESCRIPTION"] == lees_ook(ruw).description.value == tekst
    assert max(map(len, ruw.split(b"\r\n"))) <= 75


@given(st.text(st.characters(codec="utf-8", categories=("L", "M", "P", "S", "Zs")), min_size=1))
def test_wat_iemand_ook_typt_twee_lezers_lezen_hetzelfde(tekst):
    ruw = feed(punt(titel=f"Casus {tekst}", omschrijving=tekst))
    assert lees(ruw)["SUMMARY"] == lees_ook(ruw).summary.value == f"Casus {tekst}"


@given(st.text())
def test_geen_tekst_maakt_een_tweede_punt(tekst):
    assert lees(feed(punt(titel=f"Casus {tekst}", omschrijving=tekst)))["UID"] == "stap-12@paraplu"


@pytest.mark.parametrize("veld", ["uid", "titel", "omschrijving", "adres"])
def test_een_bsn_komt_niet_in_een_agenda(veld):
    with pytest.raises(OngeldigAgendapunt, match="BSN") as fout:
        punt(**{veld: f"Casus {BSN}"})
    assert BSN not in str(fout.value)


def test_een_punt_heeft_een_dag_of_een_tijd_en_niet_beide():
    for velden in ({"dag": None}, {"begin": NU, "einde": NU}, {"dag": None, "begin": NU}):
        with pytest.raises(OngeldigAgendapunt, match="dag"):
            punt(**velden)


def test_een_tijd_heeft_een_zone_en_loopt_vooruit():
    los = datetime(2026, 4, 9, 14, 0)
    with pytest.raises(OngeldigAgendapunt, match="tijdzone"):
        punt(dag=None, begin=los, einde=los)
    with pytest.raises(OngeldigAgendapunt, match="eindigt"):
        punt(dag=None, begin=NU, einde=NU - timedelta(minutes=1))


def test_twee_punten_met_een_kenmerk_vallen_op():
    with pytest.raises(OngeldigAgendapunt, match="hetzelfde kenmerk"):
        feed(punt(), punt(titel="Casus C13: bepaling"))
