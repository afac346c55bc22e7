"""Organisations, teams, people and accounts of the demo. Twice gives the same."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Any, Final

from django.db import transaction
from django.utils.text import slugify

from paraplu.aanmelden.models import Netwerklid
from paraplu.afspraken import gebieden
from paraplu.demo.gegevens import lees_tabel
from paraplu.netwerk.actions.mensen import add_functie, add_medewerker, add_team
from paraplu.netwerk.models import Medewerker, Organisatie, Soort, Team
from paraplu.netwerk.seed import inrichten
from paraplu.web.actions import DEMO_DOMEIN, save_demo_account
from paraplu.web.models import Gebruiker

from .rollen import ACCOUNT, code_of

#: Everybody of the demo works there since this day.
BEGIN: Final = date(2022, 1, 1)
REGIOS: Final = ("FV", "CG")


@dataclass(frozen=True)
class Mens:
    """One person of the demo; `account` is "" for a colleague who is not on the login page."""

    naam: str
    rol: str
    organisatie: str
    team: str = ""
    account: str = ""
    weergave: str = ""

    @property
    def e_mail(self) -> str:
        """An address that no mail server reaches; it also tells who is of the demo."""
        return f"{self.account or slugify(f'{self.naam}-{self.organisatie}')}@{DEMO_DOMEIN}"


@cache
def gegevens() -> dict[str, Any]:
    """What stands in `mensen.toml`."""
    blad = resources.files(__package__) / "mensen.toml"
    return tomllib.loads(blad.read_text(encoding="utf-8"))


def is_demo_mens(medewerker: Medewerker | None) -> bool:
    """Whether somebody is invented by the demo: the account says so, or an unreachable address."""
    if medewerker is None:
        return False
    if medewerker.gebruiker:
        return medewerker.gebruiker.is_demo
    return medewerker.e_mail.endswith(f"@{DEMO_DOMEIN}")


@transaction.atomic
def make_mensen(*, on: date, by: Gebruiker) -> int:
    """Make whatever is not there yet; gives how many people are new. `by` is the administrator."""
    inrichten(on)
    _make_organisaties()
    teams = _make_teams(by)
    return sum(_make_mens(mens, teams, by) for mens in [*_named(), *_colleagues()])


def _make_organisaties() -> None:
    """The GI's and providers of the monitor's demo, and who is part of the networks (R279)."""
    for rij in lees_tabel("organisaties"):
        gi = rij["soort"] == "GI"
        regios = rij["regios"].split()
        aanbieder, _nieuw = Organisatie.objects.get_or_create(
            sleutel=f"{'GI' if gi else 'ZA'}-{rij['agb']}",
            defaults={
                "soort": Soort.GI if gi else Soort.AANBIEDER,
                "naam": rij["naam"],
                "code": rij["agb"],
                "regio": regios[0] if len(regios) == 1 else "",
                "vanaf": BEGIN,
            },
        )
        for regio in regios:
            netwerk = Organisatie.objects.get(sleutel=f"NET-{regio}")
            Netwerklid.objects.get_or_create(
                netwerk=netwerk, aanbieder=aanbieder, tot=None, defaults={"vanaf": BEGIN}
            )


def _make_teams(by: Gebruiker) -> dict[tuple[str, str], Team]:
    teams = {}
    for sleutel, namen in gegevens()["teams"].items():
        organisatie = Organisatie.objects.get(sleutel=sleutel)
        for naam in namen:
            bestaand = Team.objects.filter(organisatie=organisatie, naam=naam).first()
            teams[sleutel, naam] = bestaand or add_team(
                organisatie=organisatie, naam=naam, vanaf=BEGIN, by=by
            )
    return teams


def _named() -> Iterator[Mens]:
    return (Mens(**velden) for velden in gegevens()["mens"])


def _colleagues() -> Iterator[Mens]:
    """One person at every lokaal team, gemeente and provider of the demo that has nobody named."""
    bezet = {(mens.organisatie, mens.rol) for mens in _named()}
    namen = gegevens()["namen"]
    for nummer, (sleutel, rol) in enumerate(_posts()):
        if (sleutel, rol) not in bezet:
            voor = namen["voor"][nummer % len(namen["voor"])]
            achter = namen["achter"][nummer % len(namen["achter"])]
            yield Mens(f"{voor} {achter}", rol, sleutel)


def _posts() -> Iterator[tuple[str, str]]:
    for gemeente in gebieden.gemeenten():
        if gemeente.regio in REGIOS:
            yield f"LT-{gemeente.code}", "lokaal_team"
            yield f"GEM-{gemeente.code}", "backoffice"
    for rij in lees_tabel("organisaties"):
        if rij["soort"] != "GI":
            yield f"ZA-{rij['agb']}", "zorgaanbieder"
    for regio in REGIOS:
        yield f"NET-{regio}", "zorgaanbieder"


def _make_mens(mens: Mens, teams: dict[tuple[str, str], Team], by: Gebruiker) -> bool:
    organisatie = Organisatie.objects.get(sleutel=mens.organisatie)
    account = _account(mens, organisatie) if mens.account else None
    bestaand = Medewerker.objects.filter(e_mail=mens.e_mail).first()
    if bestaand:
        return False
    medewerker = add_medewerker(
        organisatie=organisatie,
        velden={
            "naam": f"{mens.naam} (demo)",
            "e_mail": mens.e_mail,
            "telefoon": f"085 000 {Medewerker.objects.count() + 1000}",
            "gebruiker": account,
            "vanaf": BEGIN,
        },
        by=by,
    )
    add_functie(
        medewerker=medewerker,
        rol=mens.rol,
        organisatie=organisatie,
        team=teams.get((mens.organisatie, mens.team)),
        vanaf=BEGIN,
        by=by,
    )
    return True


def _account(mens: Mens, organisatie: Organisatie) -> Gebruiker:
    soort, waarvan = ACCOUNT[mens.rol]
    return save_demo_account(
        gebruikersnaam=mens.account,
        soort=soort,
        organisatie_soort=waarvan,
        code=code_of(organisatie, waarvan),
        organisatie_naam=organisatie.naam,
        naam=mens.weergave,
    )


def person(naam: str) -> Medewerker:
    """Somebody of the demo by account, or by name and organisation as in the address."""
    return Medewerker.objects.get(e_mail=f"{naam}@{DEMO_DOMEIN}")
