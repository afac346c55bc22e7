"""Invitations to a meeting (RFC 5545, 5546), one per guest: an agenda puts them in by itself.

A guest sees the organiser and itself, never the other guests. Times are UTC, so every agenda shows
its own zone. No names of a family belong in the texts, and what could be a BSN is refused.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final, Literal
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.timezone import now
from icalendar import Calendar, Event, vCalAddress

from paraplu.inname.pseudoniem import may_hold_bsn

from .feed import PRODUCT, STUURTEKENS, OngeldigAgendapunt

Methode = Literal["REQUEST", "CANCEL"]
METHODEN: Final = ("REQUEST", "CANCEL")
#: What a person reads in their agenda; the rest are times, numbers and addresses.
TEKSTEN: Final = ("SUMMARY", "LOCATION", "DESCRIPTION")


class OngeldigeUitnodiging(OngeldigAgendapunt):
    """This cannot go out as an invitation; the text names no word of it."""


@dataclass(frozen=True)
class Inhoud:
    """What an invitation says, for who sends it on."""

    methode: str
    uid: str
    reeks: int


def maak_uitnodiging(
    *,
    uid: str,
    reeks: int,
    methode: Methode,
    begin: datetime,
    einde: datetime,
    titel: str,
    plaats: str,
    organisator_naam: str,
    organisator_mail: str,
    genodigde_mail: str,
    tekst: str = "",
    op: datetime | None = None,
) -> bytes:
    """An invitation for one guest, or the word that the meeting is off, as text/calendar.

    `uid` is the meeting's own, the same for every guest and after every change, such as
    "zitting-12". `reeks` is 0 at first and one higher after each change; an agenda ignores a lower
    one, and a cancellation therefore is at least 1. `begin`, `einde` and `op` (when it is sent; now
    when not given) have a time zone. Raises OngeldigeUitnodiging.
    """
    _check_tijd(begin, einde)
    _check_reeks(methode, reeks)
    _check_teksten((uid, titel, plaats, tekst, organisator_naam))
    event = Event()
    event.add("uid", full_uid(uid))
    event.add("sequence", reeks)
    event.add("dtstamp", (op or now()).astimezone(UTC))
    event.add("dtstart", begin.astimezone(UTC))
    event.add("dtend", einde.astimezone(UTC))
    event.add("summary", _clean(_filled(titel)))
    event.add("location", _clean(plaats))
    event.add("description", _clean(tekst))
    event.add("organizer", _adres(organisator_mail, cn=_clean(_filled(organisator_naam))))
    event.add("attendee", _genodigde(genodigde_mail, methode))
    event.add("status", "CONFIRMED" if methode == "REQUEST" else "CANCELLED")
    event.add("class", "PRIVATE")
    event.add("transp", "OPAQUE" if methode == "REQUEST" else "TRANSPARENT")
    return _calendar(methode, event)


def full_uid(uid: str) -> str:
    """The meeting's name in the whole world: neighbouring regions have a meeting 12 too."""
    return f"{_clean(_filled(uid))}@{urlsplit(settings.WEBADRES).hostname}"


def read_uitnodiging(ruw: bytes) -> Inhoud:
    """What this invitation says. Raises OngeldigeUitnodiging when it is none, or may hold a BSN."""
    try:
        agenda = Calendar.from_ical(ruw)
        (event,) = agenda.walk("VEVENT")
        inhoud = Inhoud(str(agenda["METHOD"]), str(event["UID"]), int(event["SEQUENCE"]))
    except (ValueError, KeyError, IndexError, AttributeError):
        raise OngeldigeUitnodiging("Dit is geen uitnodiging voor een agenda.") from None
    if inhoud.methode not in METHODEN:
        raise OngeldigeUitnodiging("Een uitnodiging vraagt of zegt af.")
    namen = [str(event["ORGANIZER"].params.get("CN", ""))] if "ORGANIZER" in event else []
    _check_teksten((inhoud.uid, *(str(event.get(veld, "")) for veld in TEKSTEN), *namen))
    return inhoud


def _calendar(methode: str, event: Event) -> bytes:
    agenda = Calendar()
    agenda.add("prodid", PRODUCT)
    agenda.add("version", "2.0")
    agenda.add("method", methode)
    agenda.add_component(event)
    return bytes(agenda.to_ical())


def _genodigde(mail: str, methode: str) -> vCalAddress:
    adres = _adres(mail)
    adres.params["ROLE"] = "REQ-PARTICIPANT"
    if methode == "REQUEST":
        adres.params["PARTSTAT"] = "NEEDS-ACTION"
        adres.params["RSVP"] = "TRUE"
    return adres


def _adres(mail: str, *, cn: str = "") -> vCalAddress:
    try:
        validate_email(mail)
    except ValidationError:
        raise OngeldigeUitnodiging("Een uitnodiging heeft twee e-mailadressen.") from None
    adres = vCalAddress(f"mailto:{mail}")
    if cn:
        # A quotation mark cannot stand in a parameter (RFC 5545, 3.2).
        adres.params["CN"] = " ".join(cn.replace('"', "'").split())
    return adres


def _check_tijd(begin: datetime, einde: datetime) -> None:
    if not (begin.tzinfo and einde.tzinfo):
        raise OngeldigeUitnodiging("Een tijd in een uitnodiging heeft een tijdzone.")
    if einde <= begin:
        raise OngeldigeUitnodiging("Een bijeenkomst eindigt na het begin.")


def _check_reeks(methode: str, reeks: int) -> None:
    if methode not in METHODEN:
        raise OngeldigeUitnodiging("Een uitnodiging vraagt of zegt af.")
    if reeks < (1 if methode == "CANCEL" else 0):
        raise OngeldigeUitnodiging("Het volgnummer gaat bij elke wijziging met een omhoog.")


def _check_teksten(teksten: Iterable[str]) -> None:
    if may_hold_bsn("\n".join(teksten)):
        raise OngeldigeUitnodiging("In een uitnodiging kan een BSN staan.")


def _filled(tekst: str) -> str:
    if not tekst.strip():
        raise OngeldigeUitnodiging("Een uitnodiging heeft een kenmerk, een titel en een naam.")
    return tekst


def _clean(tekst: str) -> str:
    return STUURTEKENS.sub("", tekst)
