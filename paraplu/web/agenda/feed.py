"""iCalendar (RFC 5545): what somebody must do, as a calendar that any agenda can subscribe to.

Days are whole days, numbers stand for families, and nothing that could be a BSN leaves. A deadline
does not make the day busy. Names are up to the caller: none belong in `titel` or `omschrijving`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

from icalendar import Calendar, Event

from paraplu.inname.pseudoniem import may_hold_bsn

from ..webadres import full_adres

PRODUCT = "-//Paraplu//Agenda//NL"
#: How often an agenda is asked to look again.
VERVERSEN = timedelta(hours=1)
#: Has no place in a calendar; a line break and a tab do.
STUURTEKENS = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


class OngeldigAgendapunt(ValueError):
    """This cannot stand in an agenda; the text names no word of it."""


class Status(StrEnum):
    """How sure it is."""

    VAST = "vast"
    VOORLOPIG = "voorlopig"
    VERVALLEN = "vervallen"


STATUS = {
    Status.VAST: "CONFIRMED",
    Status.VOORLOPIG: "TENTATIVE",
    Status.VERVALLEN: "CANCELLED",
}


@dataclass(frozen=True, kw_only=True)
class Agendapunt:
    """A whole day (`dag`) or a time (`begin`, `einde`, both with a time zone).

    `uid` stays the same when the point moves: so an agenda moves it too. `adres` is the path of the
    page that tells more.
    """

    uid: str
    titel: str
    dag: date | None = None
    begin: datetime | None = None
    einde: datetime | None = None
    omschrijving: str = ""
    adres: str = ""
    status: Status = Status.VAST

    def __post_init__(self) -> None:
        heeft_tijd = self.begin is not None and self.einde is not None
        if (self.dag is None) != heeft_tijd or (self.begin is None) != (self.einde is None):
            raise OngeldigAgendapunt("Een agendapunt heeft een dag, of een begin en een einde.")
        if heeft_tijd and not (self.begin.tzinfo and self.einde.tzinfo):
            raise OngeldigAgendapunt("Een tijd in de agenda heeft een tijdzone.")
        if heeft_tijd and self.einde < self.begin:
            raise OngeldigAgendapunt("Een agendapunt eindigt niet voor het begin.")
        if not self.uid.strip() or not self.titel.strip():
            raise OngeldigAgendapunt("Een agendapunt heeft een kenmerk en een titel.")
        if may_hold_bsn("\n".join((self.uid, self.titel, self.omschrijving, self.adres))):
            raise OngeldigAgendapunt("In een agendapunt kan een BSN staan.")


def maak_feed(naam: str, punten: Iterable[Agendapunt], *, op: datetime) -> bytes:
    """The calendar `naam` with these points, as read at the moment `op` (with a time zone)."""
    agenda = Calendar()
    agenda.add("prodid", PRODUCT)
    agenda.add("version", "2.0")
    agenda.add("method", "PUBLISH")
    agenda.add("name", _clean(naam))
    agenda.add("x-wr-calname", _clean(naam))
    agenda.add("x-wr-timezone", "Europe/Amsterdam")
    agenda.add("refresh-interval", VERVERSEN, parameters={"VALUE": "DURATION"})
    agenda.add("x-published-ttl", "PT1H")
    gezien: set[str] = set()
    for punt in punten:
        if punt.uid in gezien:
            raise OngeldigAgendapunt("Twee agendapunten hebben hetzelfde kenmerk.")
        gezien.add(punt.uid)
        agenda.add_component(_event(punt, op))
    return bytes(agenda.to_ical())


def _event(punt: Agendapunt, op: datetime) -> Event:
    event = Event()
    event.add("uid", f"{punt.uid}@paraplu")
    event.add("dtstamp", op.astimezone(UTC))
    event.add("summary", _clean(punt.titel))
    if punt.dag is not None:
        event.add("dtstart", punt.dag)
        # The end is the first day that it is over.
        event.add("dtend", punt.dag + timedelta(days=1))
        event.add("transp", "TRANSPARENT")
    else:
        event.add("dtstart", punt.begin.astimezone(UTC))
        event.add("dtend", punt.einde.astimezone(UTC))
    event.add("status", STATUS[punt.status])
    event.add("class", "PRIVATE")
    if punt.omschrijving:
        event.add("description", _clean(punt.omschrijving))
    if punt.adres:
        event.add("url", full_adres(punt.adres))
    return event


def _clean(tekst: str) -> str:
    return STUURTEKENS.sub("", tekst)
