"""Text messages: through a gateway when one is set, else into a file. Only ever a code, never a case.

PARAPLU_SMS_ADRES is the address of the gateway (https), PARAPLU_SMS_SLEUTEL its key and
PARAPLU_SMS_AFZENDER who it comes from. Another provider: a class of its own in SMS_KANAAL.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Protocol

import requests
from django.conf import settings
from django.utils.module_loading import import_string

#: Seconds in which a gateway takes the message; somebody waits on the page.
GEDULD = 10


class SmsNietBezorgd(RuntimeError):
    """The gateway did not take it. Names neither number nor text."""


class SmsKanaal(Protocol):
    """Takes a text message to a number such as +31612345678. Raises SmsNietBezorgd."""

    def stuur(self, nummer: str, tekst: str) -> None:
        """Send it now: it is queued nowhere, so the code is kept nowhere."""


class Bestand:
    """For the demo and for tests: every message is a line of a file that only its owner reads."""

    def stuur(self, nummer: str, tekst: str) -> None:
        """Add it to the file."""
        pad = Path(settings.SMS_BESTAND)
        pad.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        plek = os.open(pad, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        with os.fdopen(plek, "a", encoding="utf-8") as bestand:
            bestand.write(f"{nummer}\t{' '.join(tekst.split())}\n")


class Poort:
    """A gateway that takes JSON: to, from and body, with its key in the header."""

    def stuur(self, nummer: str, tekst: str) -> None:
        """Hand it over; an answer outside 200–299 is a refusal, and nothing is followed elsewhere."""
        if not settings.SMS_ADRES.startswith("https://"):
            raise SmsNietBezorgd("het adres van de sms-dienst begint niet met https")
        try:
            antwoord = requests.post(
                settings.SMS_ADRES,
                json={"to": nummer, "from": settings.SMS_AFZENDER, "body": tekst},
                headers={"Authorization": f"Bearer {settings.SMS_SLEUTEL}"},
                timeout=GEDULD,
                allow_redirects=False,
            )
        except requests.RequestException as fout:
            # The text of the error may hold the address with its key: only its kind is told.
            raise SmsNietBezorgd(type(fout).__name__) from None
        if not 200 <= antwoord.status_code < 300:
            raise SmsNietBezorgd(f"de sms-dienst antwoordt {antwoord.status_code}")


def stuur(nummer: str, tekst: str) -> None:
    """Send through the channel of this installation."""
    kanaal: SmsKanaal = import_string(settings.SMS_KANAAL)()
    kanaal.stuur(nummer, tekst)


def clean_nummer(tekst: str) -> str:
    """A mobile number as +316…, or of abroad as +…; "" when it is none that a message can go to.

    >>> clean_nummer("06 - 12 34 56 78")
    '+31612345678'
    """
    kaal = re.sub(r"[\s().-]", "", tekst)
    kaal = re.sub(r"^00", "+", kaal)
    kaal = re.sub(r"^0(?=6)", "+31", kaal)
    kaal = re.sub(r"^\+310(?=6)", "+31", kaal)
    goed = r"\+316[1-9]\d{7}" if kaal.startswith("+31") else r"\+[1-9]\d{7,14}"
    return kaal if re.fullmatch(goed, kaal) else ""
