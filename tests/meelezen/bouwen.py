"""Builds families that read along: invited, on a device, with a session."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from django.test import Client
from django.utils.timezone import localdate

from paraplu.casussen import actions as casussen
from paraplu.casussen.models import Casus, Persoon
from paraplu.meelezen import actions
from paraplu.meelezen.actions import Codes
from paraplu.meelezen.models import Uitnodiging
from tests.casussen.bouwen import BEGIN, Wereld

TELEFOON = "06 12345678"
STUK = "/meelezen/stuk/afspraken/nu/"


class Meelezers:
    """A case with a mother, a father, a child of fifteen and a child of eight."""

    def __init__(self, wereld: Wereld, sms: Path) -> None:
        self.wereld, self._sms = wereld, sms
        self.houder = wereld.wie["jeugdbeschermer"]
        self.casus, self.kind = self.nieuw_gezin()
        self.moeder = self.persoon("ouder", "Moeder", telefoon=TELEFOON)
        self.vader = self.persoon("ouder", "Vader", telefoon="06 87654321")
        self.jongste = self.persoon("kind", "Jongste", jaren=8)

    def nieuw_gezin(self) -> tuple[Casus, Persoon]:
        """A case of another family, about a child of fifteen."""
        casus = self.wereld.casus()
        Persoon.objects.filter(pk=casus.kind_id).update(geboortedatum=jaren_oud(15))
        casus.kind.refresh_from_db()
        return casus, casus.kind

    def persoon(
        self, rol: str, naam: str, *, casus: Casus | None = None, jaren: int = 40, **velden
    ):
        """Somebody of the family of the case."""
        return casussen.add_persoon(
            gezin=(casus or self.casus).gezin,
            rol=rol,
            voornamen=naam,
            achternaam="Testouder",
            geboortedatum=jaren_oud(jaren),
            by=self.houder,
            on=BEGIN,
            **velden,
        )

    def nodig_uit(self, persoon: Persoon | None = None, **velden: Any) -> tuple[Uitnodiging, Codes]:
        """Invite, the mother by text message unless told otherwise."""
        keuzes = {
            "persoon": persoon or self.moeder,
            "casus": self.casus,
            "soorten": ["afspraken"],
            "factor": "telefoon" if (persoon or self.moeder).telefoon else "papier",
            "by": self.houder,
            "on": localdate(),
            "tot": localdate() + timedelta(days=30),
        }
        return actions.nodig_uit(**(keuzes | velden))

    def binnen(self, persoon: Persoon | None = None, **velden: Any) -> Client:
        """A browser that gave both proofs."""
        _uitnodiging, codes = self.nodig_uit(persoon, **velden)
        self.papier = codes.papier
        client = Client()
        begin(client, codes)
        antwoord = client.post("/meelezen/code/", {"code": codes.papier or self.laatste_sms()})
        assert antwoord.status_code == 302, antwoord.content.decode()
        return client

    def sms(self) -> list[str]:
        """Every message that went out."""
        return self._sms.read_text().splitlines() if self._sms.exists() else []

    def laatste_sms(self) -> str:
        """The code in the last message."""
        return re.findall(r"\b\d{6}\b", self.sms()[-1])[0]


def begin(client: Client, codes: Codes):
    """Press the button behind the link."""
    return client.post("/meelezen/begin/", {"u": codes.link})


def jaren_oud(jaren: int, *, op: date | None = None) -> date:
    """The day of birth of who turns this old on a day."""
    dag = op or localdate()
    return date(dag.year - jaren, dag.month, min(dag.day, 28))


def tekst(antwoord) -> str:
    """What stands on a page."""
    return antwoord.content.decode()
