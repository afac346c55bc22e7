"""Two organisations around one family, with everybody who can take part in an escalation."""

from __future__ import annotations

from datetime import date

from django.test import Client

from paraplu.casussen.actions import start_maatregel
from paraplu.casussen.models import CasusStap
from paraplu.escalatie import actions
from paraplu.escalatie.models import Escalatie
from paraplu.netwerk.models import Afwezigheid, Functie, Medewerker, Soort
from tests.casussen.bouwen import BEGIN, Wereld, make_medewerker, make_organisatie

EIGEN, ANDER = "eigen", "ander"


class Toneel:
    """A jeugdbeschermer of a GI and somebody of the lokaal team who come to a standstill."""

    def __init__(self) -> None:
        self.wereld = Wereld()
        w = self.wereld
        self.jb, self.lt = w.wie["jeugdbeschermer"], w.wie["lokaal_team"]
        self.gw = {EIGEN: self._in("gedragswetenschapper", w.gi)}
        self.gw[ANDER] = self._in("gedragswetenschapper", w.lokaal_team)
        self.leiding = {EIGEN: self._in("leidinggevende", w.gi)}
        self.leiding[ANDER] = self._in("leidinggevende", w.lokaal_team)
        self.wethouder = self._in("bestuurder", w.gemeente)
        self.vt = make_organisatie("VT-1", Soort.VEILIG_THUIS)
        self.gezin, self.kind = w.gezin()

    @staticmethod
    def _in(rol: str, organisatie) -> Medewerker:
        return make_medewerker(rol, organisatie)

    def maatregel(self) -> None:
        """A measure runs for the child: the compulsory frame."""
        start_maatregel(
            persoon=self.kind, soort="ots", gi=self.wereld.gi, uitspraak_op=BEGIN, vanaf=BEGIN
        )

    def begin(self, situatie: str = "1", **velden) -> Escalatie:
        """What the jeugdbeschermer brings in against the lokaal team."""
        alles = {
            "gezin": self.gezin,
            "situatie": situatie,
            "grond": "huiselijk_geweld",
            "vraag": "De begeleiding bij het contact komt niet van de grond.",
            "wederpartij": self.wereld.lokaal_team,
            "geen_contact": False,
            "tegen_besluit": False,
            "by": self.jb,
            "on": BEGIN,
            **velden,
        }
        return actions.begin_escalatie(**alles)

    def overleg(self, escalatie: Escalatie, ingelicht: str = "vooraf") -> Escalatie:
        """They spoke each other first, and the family knows."""
        return actions.write_eigen_overleg(
            escalatie=escalatie,
            overleg_op=BEGIN,
            overleg_uitkomst="Wij zien het anders.",
            ingelicht=ingelicht,
            ingelicht_op=BEGIN if ingelicht == "vooraf" else None,
            ingelicht_uitleg="" if ingelicht == "vooraf" else "Het was nu niet veilig.",
        )

    def stap(self, escalatie: Escalatie) -> CasusStap:
        """The open step, read anew."""
        return CasusStap.objects.get(casus=escalatie.casus_id, afgerond_op=None)

    def naar_stap_1(self, escalatie: Escalatie) -> CasusStap:
        """Both behavioural scientists take part."""
        self.overleg(escalatie)
        actions.go_to_gedragswetenschappers(
            stap=self.stap(escalatie),
            by=self.jb,
            on=BEGIN,
            eigen=self.gw[EIGEN],
            ander=self.gw[ANDER],
            collega=self.lt,
        )
        return self.stap(escalatie)

    def naar_stap_2(self, escalatie: Escalatie) -> CasusStap:
        """The leidinggevenden are on the move, by the way of the situation."""
        wie = {"by": self.jb, "on": BEGIN, **self.leiding}
        if escalatie.situatie == "1":
            actions.hold_gedragswetenschappers(
                stap=self.naar_stap_1(escalatie), **self.gesprek(False), erkend=True, **wie
            )
        else:
            self.overleg(escalatie)
            actions.go_to_leidinggevenden(stap=self.stap(escalatie), **wie)
        return self.stap(escalatie)

    def naar_stap_3(self, escalatie: Escalatie, uitkomst: str = "niet_opgeheven") -> CasusStap:
        """The board is on the move."""
        actions.hold_leidinggevenden(
            stap=self.naar_stap_2(escalatie),
            by=self.leiding[EIGEN],
            on=BEGIN,
            uitkomst=uitkomst,
            bestuurders=[self.wethouder],
            ambtenaar="Ambtenaar Jeugd",
            **self.gesprek(None),
        )
        return self.stap(escalatie)

    def naar_verslag(self, escalatie: Escalatie) -> CasusStap:
        """Both leidinggevenden lifted the stagnation."""
        actions.hold_leidinggevenden(
            stap=self.naar_stap_2(escalatie),
            by=self.leiding[EIGEN],
            on=BEGIN,
            uitkomst="opgeheven",
            **self.gesprek(None),
        )
        return self.stap(escalatie)

    def verslag(self, escalatie: Escalatie, lessen: str = "Bel elkaar eerder."):
        """The report is submitted."""
        return actions.write_verslag(
            escalatie=escalatie,
            besproken="Wie wat doet.",
            afspraken="Samen naar het gezin.",
            lessen=lessen,
            by=self.jb,
            on=BEGIN,
        )

    @staticmethod
    def gesprek(gelukt: bool | None) -> dict:
        """What a talk writes down."""
        velden = {"gehouden_op": BEGIN, "kern": "Wie doet wat.", "oplossing": "Samen op pad."}
        return velden if gelukt is None else {**velden, "gelukt": gelukt}


def als(medewerker: Medewerker) -> Client:
    """A browser in which this person is logged in."""
    client = Client()
    client.force_login(medewerker.gebruiker)
    return client


def vervang(medewerker: Medewerker, door: Medewerker, on: date) -> None:
    """Somebody is away and this one stands in."""
    Afwezigheid.objects.create(
        medewerker=medewerker, vervanger=door, vanaf=on, tot=None, reden="ziekte"
    )


def collega_van(medewerker: Medewerker) -> Medewerker:
    """Somebody else with the same role at the same organisation."""
    functie = Functie.objects.get(medewerker=medewerker)
    return make_medewerker(functie.rol, functie.organisatie)
