"""What the tests of the returns share: two GI's, and somebody of each kind who has to do with them."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from paraplu.web.models import Gebruiker, Organisatie, Soort
from tests.casussen.bouwen import make_organisatie
from tests.web.inrichting import statisch, statische_map, voet_zonder_monitor

__all__ = ["statisch", "statische_map", "voet_zonder_monitor"]

EIK, ES = "99900001", "99900002"
WIE = {
    "gi": (Soort.GI, Organisatie.GI, EIK),
    "andere_gi": (Soort.GI, Organisatie.GI, ES),
    "jeugdbeschermer": (Soort.JEUGDBESCHERMER, Organisatie.GI, EIK),
    "contractmanager": (Soort.CONTRACTMANAGER, Organisatie.REGIO, "FV"),
    "andere_regio": (Soort.REGIO, Organisatie.REGIO, "CG"),
    "backoffice": (Soort.BACKOFFICE, Organisatie.GEMEENTE, "0228"),
    "andere_gemeente": (Soort.BACKOFFICE, Organisatie.GEMEENTE, "0202"),
    "raadslid": (Soort.RAADSLID, Organisatie.GEMEENTE, "0228"),
    "beheerder": (Soort.BEHEERDER, Organisatie.BEHEER, ""),
}


class Kring:
    """`k.wie["gi"]` is an account, `k.als("gi")` a browser in which it is logged in."""

    def __init__(self) -> None:
        for code in (EIK, ES):
            gi = make_organisatie(f"GI-{code}", "gi", code=code)
            gi.vanaf = date(2015, 1, 1)
            gi.save(update_fields=["vanaf"])
        self.wie = {
            naam: Gebruiker.objects.create(
                gebruikersnaam=naam, naam=naam, soort=soort, organisatie_soort=waarvan,
                organisatie_code=code, organisatie_naam=naam, is_demo=True,
            )
            for naam, (soort, waarvan, code) in WIE.items()
        }  # fmt: skip

    def als(self, naam: str) -> Client:
        client = Client()
        client.force_login(self.wie[naam])
        return client


@pytest.fixture
def k(db: None) -> Kring:
    return Kring()
