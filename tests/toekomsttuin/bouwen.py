"""Builds a garden for tests: its four members, its groups, people beside it, and a household."""

from __future__ import annotations

from datetime import timedelta

from django.test import Client
from django.utils.timezone import localdate

from paraplu.netwerk.models import Medewerker, Soort
from paraplu.toekomsttuin.actions import huishoudens, leden, tuinen
from paraplu.toekomsttuin.models import Bestuursgroep, Huisgenoot, Huishouden, Laag, Lid, Tuin
from paraplu.toekomsttuin.queries import groepen_over
from tests.casussen.bouwen import BEGIN, make_medewerker, make_organisatie

VANDAAG = localdate()
GISTEREN = VANDAAG - timedelta(days=1)
#: Role, key of the organisation and its kind, for who works in the garden.
VIER = {
    "lokaal_team": ("LT-0228", Soort.LOKAAL_TEAM),
    "jeugdbeschermer": ("GI-1", Soort.GI),
    "raad": ("RVDK-1", Soort.RVDK),
    "veilig_thuis": ("VT-GM", Soort.VEILIG_THUIS),
}


class Tuinwereld:
    """`w.tuin` with `w.leden["raad"]`; `w.wie["regio"]` and others stand beside it."""

    def __init__(self) -> None:
        self.gemeente = make_organisatie(
            "GEM-0228", Soort.GEMEENTE, code="0228", gemeente="0228", regio="FV"
        )
        self.regio = make_organisatie("REG-FV", Soort.REGIO, regio="FV")
        elders = make_organisatie("REG-CG", Soort.REGIO, regio="CG")
        self.wie: dict[str, Medewerker] = {
            rol: make_medewerker(rol, self._organisatie(*waar)) for rol, waar in VIER.items()
        }
        self.wie["regio"] = make_medewerker("regionaal_contactpersoon", self.regio)
        # Accounts of the builder are of gemeente 0228: who is elsewhere gets an address there.
        self.wie["andere_regio"] = self._move(
            make_medewerker("regionaal_contactpersoon", elders), "0202"
        )
        self.wie["wethouder"] = make_medewerker("bestuurder", self.gemeente)
        self.wie["buiten"] = make_medewerker("lokaal_team", self.wie["lokaal_team"].organisatie)
        self.tuin: Tuin = tuinen.open_tuin(
            naam="Tuin Ede",
            regio="FV",
            gemeente="0228",
            initiatiefnemer=self.gemeente,
            by=self.wie["regio"],
            on=BEGIN,
        )
        self.leden: dict[str, Lid] = {
            rol: leden.add_lid(tuin=self.tuin, medewerker=self.wie[rol], vanaf=BEGIN)
            for rol in VIER
        }

    @staticmethod
    def _organisatie(sleutel: str, soort: Soort):
        velden = {"gemeente": "0228", "regio": "FV"} if soort == Soort.LOKAAL_TEAM else {}
        return make_organisatie(sleutel, soort, **velden)

    @staticmethod
    def _move(wie: Medewerker, gemeente: str) -> Medewerker:
        wie.gebruiker.organisatie_code = gemeente
        wie.gebruiker.save(update_fields=["organisatie_code"])
        return wie

    def groep(self, laag: str) -> Bestuursgroep:
        """The group of this layer over the garden."""
        return groepen_over(self.tuin).get(laag=laag)

    def bestuur(self) -> dict[str, Medewerker]:
        """Somebody in each of the three groups, who works in none of the gardens."""
        mensen = {
            laag: make_medewerker("leidinggevende", self.wie["raad"].organisatie)
            for laag in Laag.values
        }
        for laag, wie in mensen.items():
            leden.add_bestuurslid(groep=self.groep(laag), medewerker=wie, vanaf=BEGIN)
        return mensen

    def huishouden(self, **velden) -> Huishouden:
        """A household with a mother and a child."""
        gegeven = {
            "soort": Huishouden.Soort.KINDEREN,
            "gemeente": "0228",
            "instroom_via": Huishouden.Instroom.VEILIG_THUIS,
            "on": BEGIN,
            **velden,
        }
        huishouden = huishoudens.take_in(
            tuin=self.tuin,
            aanspreekpunt=self.leden["lokaal_team"],
            by=self.wie["lokaal_team"],
            **gegeven,
        )
        for naam, rol in (
            ("Mirjam Zonnebloem", Huisgenoot.Rol.OUDER),
            ("Fenna Zonnebloem", Huisgenoot.Rol.KIND),
        ):
            huishoudens.add_huisgenoot(huishouden=huishouden, naam=naam, rol=rol)
        return huishouden

    def als(self, rol: str) -> Client:
        """A browser in which this person is logged in."""
        return self.als_mens(self.wie[rol])

    @staticmethod
    def als_mens(wie: Medewerker) -> Client:
        """The same for somebody who is not in `wie`."""
        client = Client()
        client.force_login(wie.gebruiker)
        return client
