"""An invitation that agendas accept: read back by two readers that know nothing of each other."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from paraplu.web.agenda.uitnodiging import (
    OngeldigeUitnodiging,
    maak_uitnodiging,
    read_uitnodiging,
)

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
BEGIN = datetime(2026, 10, 22, 14, 0, tzinfo=AMSTERDAM)
NU = datetime(2026, 10, 8, 9, 30, tzinfo=AMSTERDAM)
BSN = "999900006"


def uitnodiging(**velden) -> bytes:
    gewoon = {
        "uid": "zitting-12", "reeks": 0, "methode": "REQUEST",
        "begin": BEGIN, "einde": BEGIN + timedelta(minutes=90),
        "titel": "Gesprek aan tafel", "plaats": "Gemeentehuis, kamer 3",
        "organisator_naam": "Jeugdbeschermingstafel", "organisator_mail": "tafel@regio.example",
        "genodigde_mail": "gast@thuis.example", "op": NU,
    }  # fmt: skip
    return maak_uitnodiging(**{**gewoon, **velden})


def lees(ruw: bytes) -> dict:
    agenda = icalendar.Calendar.from_ical(ruw)
    (event,) = agenda.walk("VEVENT")
    return {
        "methode": str(agenda["METHOD"]), "uid": str(event["UID"]), "reeks": int(event["SEQUENCE"]),
        "begin": event["DTSTART"].dt, "einde": event["DTEND"].dt, "gemaakt": event["DTSTAMP"].dt,
        "titel": str(event["SUMMARY"]), "plaats": str(event["LOCATION"]),
        "van": str(event["ORGANIZER"]), "aan": str(event["ATTENDEE"]),
        "naam": event["ORGANIZER"].params["CN"], "status": str(event["STATUS"]),
    }  # fmt: skip


def lees_ook(ruw: bytes) -> dict:
    agenda = vobject.readOne(ruw.decode())
    event = agenda.vevent
    return {
        "methode": agenda.method.value, "uid": event.uid.value, "reeks": int(event.sequence.value),
        "begin": event.dtstart.value, "einde": event.dtend.value, "gemaakt": event.dtstamp.value,
        "titel": event.summary.value, "plaats": event.location.value,
        "van": event.organizer.value, "aan": event.attendee.value,
        "naam": event.organizer.params["CN"][0], "status": event.status.value,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("methode", "reeks", "status"),
    [("REQUEST", 0, "CONFIRMED"), ("REQUEST", 3, "CONFIRMED"), ("CANCEL", 4, "CANCELLED")],
)
def test_twee_lezers_lezen_hetzelfde(methode, reeks, status):
    gelezen = lees(ruw := uitnodiging(methode=methode, reeks=reeks))
    assert gelezen == lees_ook(ruw)
    assert (gelezen["methode"], gelezen["reeks"], gelezen["status"]) == (methode, reeks, status)
    assert (gelezen["begin"], gelezen["einde"]) == (BEGIN, BEGIN + timedelta(minutes=90))
    assert gelezen["gemaakt"] == NU
    assert (gelezen["van"], gelezen["aan"]) == (
        "mailto:tafel@regio.example",
        "mailto:gast@thuis.example",
    )


@given(
    begin=st.datetimes(datetime(2021, 1, 1), datetime(2035, 1, 1)),
    minuten=st.integers(1, 600),
    reeks=st.integers(1, 99),
)
def test_ook_rond_de_zomertijd_is_het_overal_dezelfde_tijd(begin, minuten, reeks):
    van = begin.replace(microsecond=0, tzinfo=AMSTERDAM).astimezone(UTC)
    tot = van + timedelta(minutes=minuten)
    ruw = uitnodiging(begin=van.astimezone(AMSTERDAM), einde=tot, reeks=reeks)
    gelezen = lees(ruw)
    assert gelezen == lees_ook(ruw)
    assert (gelezen["begin"], gelezen["einde"], gelezen["reeks"]) == (van, tot, reeks)


@given(st.text(st.characters(codec="utf-8", categories=("L", "M", "P", "S", "Zs")), min_size=1))
def test_wat_iemand_ook_typt_twee_lezers_lezen_hetzelfde(tekst):
    ruw = uitnodiging(titel=f"Gesprek {tekst}", plaats=f"Kamer {tekst}", tekst=tekst)
    assert lees(ruw)["titel"] == lees_ook(ruw)["titel"] == f"Gesprek {tekst}"
    assert lees(ruw)["plaats"] == lees_ook(ruw)["plaats"] == f"Kamer {tekst}"


@given(st.text())
def test_geen_tekst_maakt_een_tweede_punt_of_een_andere_gast(tekst):
    ruw = uitnodiging(titel=f"Gesprek {tekst}", organisator_naam=f"Tafel {tekst}", tekst=tekst)
    assert lees(ruw)["aan"] == "mailto:gast@thuis.example"
    assert read_uitnodiging(ruw).uid == lees(ruw)["uid"]


def test_het_kenmerk_blijft_bij_elke_wijziging_en_voor_elke_gast(settings):
    settings.WEBADRES = "https://paraplu.voorbeeld.example"
    later = uitnodiging(reeks=1, begin=BEGIN, einde=BEGIN + timedelta(hours=2))
    ander = uitnodiging(genodigde_mail="ander@school.example")
    weg = uitnodiging(reeks=2, methode="CANCEL")
    kenmerken = {lees(ruw)["uid"] for ruw in (uitnodiging(), later, ander, weg)}
    assert kenmerken == {"zitting-12@paraplu.voorbeeld.example"}


def test_een_gast_ziet_alleen_zichzelf_en_kan_antwoorden():
    agenda = icalendar.Calendar.from_ical(uitnodiging())
    (event,) = agenda.walk("VEVENT")
    assert event["ATTENDEE"].params["RSVP"] == "TRUE"
    assert event["ATTENDEE"].params["PARTSTAT"] == "NEEDS-ACTION"
    assert "CN" not in event["ATTENDEE"].params


def test_na_een_afzegging_is_het_blok_in_de_agenda_weer_vrij():
    agenda = icalendar.Calendar.from_ical(uitnodiging(methode="CANCEL", reeks=1))
    (event,) = agenda.walk("VEVENT")
    assert event["TRANSP"] == "TRANSPARENT"
    assert "RSVP" not in event["ATTENDEE"].params


@pytest.mark.parametrize("veld", ["uid", "titel", "plaats", "tekst", "organisator_naam"])
def test_een_bsn_komt_niet_in_een_uitnodiging(veld):
    with pytest.raises(OngeldigeUitnodiging, match="BSN") as fout:
        uitnodiging(**{veld: f"Gesprek 9999 00 006 of {BSN}"})
    assert BSN not in str(fout.value)


@pytest.mark.parametrize("veld", ["SUMMARY", "DESCRIPTION", "LOCATION", "UID"])
def test_wie_een_uitnodiging_doorstuurt_kijkt_opnieuw(veld):
    agenda = icalendar.Calendar.from_ical(uitnodiging())
    agenda.walk("VEVENT")[0][veld] = icalendar.vText(f"nummer {BSN}")
    with pytest.raises(OngeldigeUitnodiging, match="BSN"):
        read_uitnodiging(agenda.to_ical())


@pytest.mark.parametrize("ruw", [b"", b"%PDF-1.7", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"])
def test_iets_anders_is_geen_uitnodiging(ruw):
    with pytest.raises(OngeldigeUitnodiging, match="geen uitnodiging"):
        read_uitnodiging(ruw)


def test_een_feed_is_geen_uitnodiging():
    with pytest.raises(OngeldigeUitnodiging, match="vraagt of zegt af"):
        read_uitnodiging(uitnodiging().replace(b"METHOD:REQUEST", b"METHOD:PUBLISH"))


@pytest.mark.parametrize(
    ("velden", "reden"),
    [
        ({"begin": datetime(2026, 10, 22, 14, 0)}, "tijdzone"),
        ({"einde": BEGIN}, "eindigt"),
        ({"reeks": -1}, "volgnummer"),
        ({"methode": "CANCEL"}, "volgnummer"),
        ({"methode": "PUBLISH"}, "vraagt of zegt af"),
        ({"titel": " "}, "titel"),
        ({"genodigde_mail": "gast"}, "e-mailadressen"),
        ({"genodigde_mail": "gast@thuis.example\r\nATTENDEE:mailto:x@y.nl"}, "e-mailadressen"),
        ({"organisator_mail": ""}, "e-mailadressen"),
    ],
    ids=["zone", "einde", "reeks", "afzegging", "methode", "titel", "gast", "regeleinde", "van"],
)
def test_wat_geen_uitnodiging_kan_zijn_gaat_niet_weg(velden, reden):
    with pytest.raises(OngeldigeUitnodiging, match=reden):
        uitnodiging(**velden)
