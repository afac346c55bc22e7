"""Builds people, families and cases for tests, by state: `casus_at(route, "expertteam")`."""

from __future__ import annotations

from datetime import date
from itertools import count

from paraplu.afspraken.routes import ROLLEN
from paraplu.casussen import actions
from paraplu.casussen.models import Casus, CasusStap, Gezin, Persoon
from paraplu.netwerk.models import Functie, Medewerker, Organisatie, Soort
from paraplu.web.models import Gebruiker
from paraplu.web.models import Organisatie as OrganisatieSoort
from paraplu.web.models import Soort as GebruikerSoort

BEGIN = date(2026, 1, 5)
_tel = count(1)

#: Which kind of account goes with a role.
ACCOUNT = {
    "jeugdbeschermer": GebruikerSoort.JEUGDBESCHERMER,
    "gedragswetenschapper": GebruikerSoort.GEDRAGSWETENSCHAPPER,
    "teamleider": GebruikerSoort.TEAMLEIDER,
    "lokaal_team": GebruikerSoort.LOKAALTEAM,
    "backoffice": GebruikerSoort.BACKOFFICE,
    "zorgaanbieder": GebruikerSoort.AANBIEDER,
    "regionaal_contactpersoon": GebruikerSoort.REGIO,
    "functionaris": GebruikerSoort.REGIO,
    "zorgbemiddelaar": GebruikerSoort.REGIO,
    "expertteam": GebruikerSoort.EXPERTTEAM,
    "voorzitter": GebruikerSoort.VOORZITTER,
    "raad": GebruikerSoort.RAAD,
    "veilig_thuis": GebruikerSoort.VEILIG_THUIS,
    "leidinggevende": GebruikerSoort.LEIDINGGEVENDE,
    "bestuurder": GebruikerSoort.WETHOUDER,
    "ambtenaar": GebruikerSoort.REGIO,
}


def make_organisatie(sleutel: str, soort: Soort, **velden) -> Organisatie:
    """An organisation, made once."""
    return Organisatie.objects.get_or_create(
        sleutel=sleutel, defaults={"soort": soort, "naam": sleutel, "vanaf": BEGIN, **velden}
    )[0]


def make_medewerker(rol: str, organisatie: Organisatie, naam: str = "", team=None) -> Medewerker:
    """A person at work with an account and one role."""
    nummer = next(_tel)
    assert rol in ROLLEN
    gebruiker = Gebruiker.objects.create_user(
        f"{rol}-{nummer}",
        naam=naam or f"{rol} {nummer}",
        soort=ACCOUNT[rol],
        organisatie_soort=OrganisatieSoort.GEMEENTE,
        organisatie_code=organisatie.gemeente or "0228",
        organisatie_naam=organisatie.naam,
    )
    medewerker = Medewerker.objects.create(
        gebruiker=gebruiker, organisatie=organisatie, naam=naam or f"{rol} {nummer}", vanaf=BEGIN
    )
    Functie.objects.create(
        medewerker=medewerker, rol=rol, organisatie=organisatie, team=team, vanaf=BEGIN
    )
    return medewerker


class Wereld:
    """One region with everybody who has a part in a route: `w.wie["lokaal_team"]`."""

    def __init__(self, regio: str = "FV", gemeente: str = "0228") -> None:
        self.regio, self.gemeente_code = regio, gemeente
        self.gi = make_organisatie("GI-1", Soort.GI, code="90000001")
        self.lokaal_team = make_organisatie(
            f"LT-{gemeente}", Soort.LOKAAL_TEAM, gemeente=gemeente, regio=regio
        )
        self.gemeente = make_organisatie(
            f"GEM-{gemeente}", Soort.GEMEENTE, code=gemeente, gemeente=gemeente, regio=regio
        )
        self.aanbieder = make_organisatie("ZA-1", Soort.AANBIEDER, code="90000101")
        self.regio_organisatie = make_organisatie(f"REG-{regio}", Soort.REGIO, regio=regio)
        self.expertteam = make_organisatie(f"RET-{regio}", Soort.EXPERTTEAM, regio=regio)
        waar = {
            "jeugdbeschermer": self.gi,
            "teamleider": self.gi,
            "lokaal_team": self.lokaal_team,
            "backoffice": self.gemeente,
            "zorgaanbieder": self.aanbieder,
            "regionaal_contactpersoon": self.regio_organisatie,
            "functionaris": self.regio_organisatie,
            "zorgbemiddelaar": self.regio_organisatie,
            "expertteam": self.expertteam,
        }
        self.wie = {rol: make_medewerker(rol, organisatie) for rol, organisatie in waar.items()}

    def gebruiker(self, rol: str) -> Gebruiker:
        """The account of who has this role."""
        return self.wie[rol].gebruiker

    def gezin(self) -> tuple[Gezin, Persoon]:
        """A family with one child and one parent."""
        gezin = actions.open_gezin(gemeente=self.gemeente_code, regio=self.regio, on=BEGIN)
        kind = actions.add_persoon(
            gezin=gezin,
            rol=Persoon.Rol.KIND,
            voornamen="Fenna",
            achternaam="Testkind",
            geboortedatum=date(2014, 3, 2),
            bsn="",
            by=self.wie["jeugdbeschermer"],
            on=BEGIN,
        )
        actions.add_persoon(
            gezin=gezin,
            rol=Persoon.Rol.OUDER,
            voornamen="Ouder",
            achternaam="Testouder",
            by=self.wie["jeugdbeschermer"],
            on=BEGIN,
        )
        return gezin, kind

    def casus(self, route: str = "aanmeldroute-301", *, on: date = BEGIN, **velden) -> Casus:
        """A case that has just begun, with the provider known."""
        gezin, kind = self.gezin()
        casus = actions.open_casus(
            gezin=gezin,
            kind=kind,
            route=route,
            houder=self.wie["jeugdbeschermer"],
            gi=self.gi,
            lokaal_team=self.lokaal_team,
            gemeente=self.gemeente,
            by=self.wie["jeugdbeschermer"],
            on=on,
            **velden,
        )
        return actions.set_aanbieder(casus=casus, aanbieder=self.aanbieder)

    def stap(self, casus: Casus, sleutel: str) -> CasusStap:
        """The open step with this key."""
        return casus.stappen.get(sleutel=sleutel, afgerond_op=None)
