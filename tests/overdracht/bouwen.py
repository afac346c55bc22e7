"""A measure that is to end, brought to the step that a test is about."""

from __future__ import annotations

from datetime import date, timedelta

from django.test import Client
from django.utils.timezone import localdate

from paraplu.casussen import actions
from paraplu.casussen.actions.einde import Reden
from paraplu.casussen.models import Casus, CasusStap, Maatregel, Persoon
from paraplu.overdracht.actions import beeindigen, beginnen, opvolgen, overdragen
from tests.casussen.bouwen import BEGIN, Wereld

#: Everything that the talk asks for.
INHOUD = {
    "veiligheid": "Thuis is het rustig; school ziet dat ook.",
    "zonder_plan": "Het vorige plan is afgerond.",
    "open_afspraken": "Vader belt elke zondag.",
    "hulp": "Ambulante hulp gaat door tot de zomer.",
    "rol_ouders": "Moeder vraagt zelf om hulp als het moet.",
    "bijdragen": "Oma past op woensdag op.",
    "kind_wil": "Blij dat het stopt.",
    "als_het_niet_gaat": "Moeder belt het lokale team.",
    "waarom_niet": "",
    "afspraken": [{"wat": "Belt elke week", "wie": "Lokaal team", "vanaf": ""}],
}


class Loop:
    """Walks a hand-over of today through its steps."""

    def __init__(
        self, soort: str = "ots", *, begin: date = BEGIN, wereld: Wereld | None = None
    ) -> None:
        self.w = wereld or Wereld()
        self.vandaag = localdate()
        self.gezin, self.kind = self.w.gezin()
        self.houder = self.w.wie["jeugdbeschermer"]
        self.lt = self.w.wie["lokaal_team"]
        actions.set_regisseur(gezin=self.gezin, medewerker=self.houder, on=BEGIN)
        self.maatregel = self.nieuwe_maatregel(self.kind, soort, begin=begin)
        self.casus: Casus | None = None

    def nieuwe_maatregel(self, kind: Persoon, soort: str, *, begin: date = BEGIN) -> Maatregel:
        return actions.start_maatregel(
            persoon=kind, soort=soort, gi=self.w.gi, uitspraak_op=begin, vanaf=begin,
            jeugdbeschermer=self.houder,
        )  # fmt: skip

    def begin(self, *maatregelen: Maatregel, on: date | None = None) -> Loop:
        self.casus = beginnen.begin_overdracht(
            maatregelen=maatregelen or (self.maatregel,),
            verwacht_op=(on or self.vandaag) + timedelta(days=30),
            waarom="Het gaat al een half jaar goed.", gezin_weet=True,
            by=self.houder, on=on or self.vandaag,
        )  # fmt: skip
        return self

    def vraag(self, *, on: date | None = None) -> Loop:
        beginnen.ask_lokaal_team(
            stap=self.stap("vragen"), gevraagd_op=on or self.vandaag, wijze="telefoon", vraag="",
            by=self.houder, on=on or self.vandaag,
        )  # fmt: skip
        return self

    def neem_over(self, *, on: date | None = None) -> Loop:
        overdragen.name_overnemer(
            stap=self.stap("beschikbaar"), medewerker=self.lt, by=self.lt, on=on or self.vandaag
        )
        return self

    def bespreek(self, *, on: date | None = None, **velden) -> Loop:
        op = on or self.vandaag
        overdragen.write_gesprek(
            stap=self.stap("gesprek"), by=self.houder, on=op,
            **{"gehouden_op": op, "opvolgen_op": op + timedelta(days=60), "ouders": "erbij",
               "kind": "apart", "aanwezigen": "Ouder Testouder", "inhoud": INHOUD, **velden},
        )  # fmt: skip
        return self

    def aanvaard(self, *, on: date | None = None) -> Loop:
        overdragen.accept_gezin(
            stap=self.stap("aanvaarden"), contactpersoon=self.lt, by=self.lt, on=on or self.vandaag
        )
        return self

    def beeindig(self, reden: str = "volgens_plan", *, on: date | None = None, **velden) -> Loop:
        op = on or self.vandaag
        besluiten = [
            beeindigen.Besluit(einde=einde, op=op, reden=Reden(sleutel=reden, **velden))
            for einde in self.casus.eindes.filter(vervallen_op=None)
        ]
        beeindigen.end_maatregelen(
            stap=self.stap("beeindigen"), besluiten=besluiten, by=self.houder, on=op
        )
        return self

    def volg(self, *, on: date | None = None, **velden) -> Loop:
        op = on or self.vandaag
        opvolgen.write_opvolging(
            stap=self.stap("opvolgen"), by=self.lt, on=op,
            **{"op": op, "in_beeld": True, "hulp": "ja", "veilig": "ja",
               "verslag": "Het gaat goed.", **velden},
        )  # fmt: skip
        return self

    def tot(self, sleutel: str, *, on: date | None = None) -> Loop:
        """Every step before this one, done by who does it."""
        gangen = {
            "vragen": self.begin, "beschikbaar": self.vraag, "gesprek": self.neem_over,
            "aanvaarden": self.bespreek, "beeindigen": self.aanvaard, "opvolgen": self.beeindig,
        }  # fmt: skip
        for naar, doe in gangen.items():
            doe(on=on)
            if naar == sleutel:
                break
        return self

    def stap(self, sleutel: str) -> CasusStap:
        return self.w.stap(self.casus, sleutel)

    def open(self) -> set[str]:
        return set(self.casus.stappen.filter(afgerond_op=None).values_list("sleutel", flat=True))

    def sluit(self, sleutel: str, uitkomst: str, rol: str, *, on: date | None = None, **kw):
        return actions.close_stap(
            stap=self.stap(sleutel), uitkomst=uitkomst, by=self.w.wie[rol],
            on=on or self.vandaag, **kw,
        )  # fmt: skip

    def client(self, rol: str) -> Client:
        client = Client()
        client.force_login(self.w.gebruiker(rol))
        return client

    def doe(self, rol: str, sleutel: str, handeling: str, **velden):
        """Press a button on the page of a step."""
        return self.client(rol).post(
            self.stap(sleutel).get_absolute_url(), {**velden, "handeling": handeling}
        )

    def maatregel_nu(self) -> Maatregel:
        self.maatregel.refresh_from_db()
        return self.maatregel
