"""What a mail says: text only, in plain Dutch, and never a number that could be a BSN."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse

from paraplu.inname.pseudoniem import may_hold_bsn

from ..webadres import full_adres

LANGSTE_ONDERWERP = 120


class MailMetBSN(ValueError):
    """Nine digits in this mail pass the elfproef. It is not sent; the text of it is not repeated."""


def check_zonder_bsn(*teksten: str) -> None:
    """Raise MailMetBSN when one of these texts may hold a BSN; our own address does not count."""
    if any(may_hold_bsn(tekst.replace(settings.WEBADRES, "")) for tekst in teksten):
        raise MailMetBSN("In deze mail kan een BSN staan. De mail is niet verzonden.")


def one_line(onderwerp: str) -> str:
    """A subject of one line: a line break in it would begin a new header."""
    return " ".join(onderwerp.split())[:LANGSTE_ONDERWERP]


def render_direct(tekst: str, adres: str) -> str:
    """A mail about one thing that cannot wait."""
    return _render("direct", {"tekst": tekst.strip(), "adres": full_adres(adres)})


def render_gast(tekst: str, adres: str) -> str:
    """A mail to someone without an account; an empty `adres` gives no link."""
    return _render("gast", {"tekst": tekst.strip(), "adres": full_adres(adres) if adres else ""})


def render_overzicht(regels: Sequence[str], *, weggelaten: int, on: date) -> str:
    """The digest of one day."""
    return _render(
        "overzicht",
        {"regels": regels, "weggelaten": weggelaten, "dag": on, "adres": full_adres("/")},
    )


def _render(naam: str, inhoud: dict) -> str:
    keuze = full_adres(reverse("meldingen"))
    return render_to_string(f"web/post/{naam}.txt", {**inhoud, "keuze": keuze}).strip() + "\n"
