"""Builds a table with everybody around it, and a request brought to a step: `t.aan("plannen")`."""

from __future__ import annotations

from datetime import date, time
from typing import Any

from django.test import Client

from paraplu.casussen import actions
from paraplu.casussen.models import Casus, CasusStap, Gezin, Persoon
from paraplu.netwerk.models import Functie, Medewerker, Soort
from paraplu.tafel.actions import beginnen, instellen, plannen, uitnodigen, verzoek, volledigheid
from paraplu.tafel.deelnemers import tafel_of
from paraplu.tafel.forms.delen import as_data, bind_delen, to_inhoud
from paraplu.tafel.models import Gesprek, Slot, Tafel
from paraplu.tafel.momenten import list_momenten
from paraplu.tafel.queries import slots_of, taken
from paraplu.tafel.stukken.verzoek import list_personen
from tests.casussen.bouwen import BEGIN, make_medewerker, make_organisatie

#: A Monday; two weeks later is 19 January.
DAG = BEGIN
KIND_VAN_15, KIND_VAN_6 = date(2010, 6, 1), date(2019, 6, 1)


class Tafelwereld:
    """Two regions with a table each, a gemeente, a lokaal team, a GI, Veilig Thuis and the Raad."""

    def __init__(self, *, slots: bool = True) -> None:
        self.gemeente = make_organisatie(
            "GEM-0228", Soort.GEMEENTE, code="0228", gemeente="0228", regio="FV"
        )
        self.lokaal_team = make_organisatie(
            "LT-0228", Soort.LOKAAL_TEAM, gemeente="0228", regio="FV"
        )
        self.gi = make_organisatie("GI-1", Soort.GI, code="90000001")
        self.veilig_thuis = make_organisatie("VT-1", Soort.VEILIG_THUIS)
        self.raad = make_organisatie("RVDK", Soort.RVDK)
        self.jbt = make_organisatie("JBT-FV", Soort.TAFEL, regio="FV")
        self.buur_jbt = make_organisatie("JBT-CG", Soort.TAFEL, regio="CG")
        waar = {
            "lokaal_team": self.lokaal_team,
            "jeugdbeschermer": self.gi,
            "veilig_thuis": self.veilig_thuis,
            "raad": self.raad,
            "ambtenaar": self.gemeente,
        }
        self.wie = {rol: make_medewerker(rol, organisatie) for rol, organisatie in waar.items()}
        self.wie["voorzitter"] = self.voorzitter(self.jbt)
        self.wie["buur"] = self.voorzitter(self.buur_jbt)
        instellen.open_tafels(on=DAG)
        self.tafel = tafel_of("0228", "FV", on=DAG)
        self.buurtafel = tafel_of("0202", "CG", on=DAG)
        if slots:
            self.slot(self.tafel, weekdag=4)
        for nummer, medewerker in enumerate(self.wie.values()):
            medewerker.gebruiker.e_mail = f"mens{nummer}@voorbeeld.test"
            medewerker.gebruiker.save()

    def voorzitter(self, jbt) -> Medewerker:
        """An independent chair: the table is of the gemeenten."""
        return make_medewerker("voorzitter", jbt)

    def slot(self, tafel: Tafel, *, weekdag: int, begin: int = 9, **velden: Any) -> Slot:
        """A weekly moment of an hour."""
        return instellen.add_slot(
            tafel=tafel, weekdag=weekdag, begin=time(begin), einde=time(begin + 1),
            plaats="Gemeentehuis, kamer 2", vanaf=velden.pop("vanaf", DAG),
        )  # fmt: skip

    def gezin(self) -> Gezin:
        """Two children, of whom one is heard, and two parents; the lokaal team directs."""
        gezin = actions.open_gezin(gemeente="0228", regio="FV", on=DAG)
        actions.set_regisseur(gezin=gezin, medewerker=self.wie["lokaal_team"], on=DAG)
        for rol, naam, geboren in (
            (Persoon.Rol.KIND, "Fenna", KIND_VAN_15),
            (Persoon.Rol.KIND, "Sem", KIND_VAN_6),
            (Persoon.Rol.OUDER, "Loes", None),
            (Persoon.Rol.OUDER, "Karel", None),
        ):
            actions.add_persoon(
                gezin=gezin, rol=rol, voornamen=naam, achternaam="Testgezin",
                geboortedatum=geboren, by=self.wie["lokaal_team"], on=DAG,
            )  # fmt: skip
        return gezin

    def begin(self, *, soort: str = Gesprek.VIJF, on: date = DAG, **velden: Any) -> Casus:
        """A case of the table that has just begun, held by the lokaal team."""
        houder = velden.pop("houder", self.wie["lokaal_team"])
        gezin = velden.pop("gezin", None) or self.gezin()
        aanmelder = velden.pop("aanmelder", "lokaal_team")
        return beginnen.begin_tafel(
            gezin=gezin, soort=soort, aanmelder=aanmelder, houder=houder, by=houder, on=on, **velden
        )

    def ingevuld(self, casus: Casus) -> dict[str, dict[str, Any]]:
        """Every part of the request as it is filled in well."""
        oud, jong = casus.gezin.personen.filter(rol="kind").order_by("geboortedatum")
        tekst = "Zo is het."
        return {
            "aanleiding": dict.fromkeys(("reden", "waarom_nu", "vraag", "verwachting"), tekst),
            "gezin": dict.fromkeys(("situatie", "netwerk", "geschiedenis"), tekst),
            "zorgen": dict.fromkeys(
                ("feiten_kinderen", "feiten_ouders", "mening", "bedreiging", "grootste_zorg", "gedeeld"),
                tekst,
            ),
            "hulp": {
                "stagnatie": tekst, "benut": "ja", "benut_uitleg": tekst, "nodig": tekst,
                "hulp_1": "Gezinscoach", "periode_1": "voorjaar", "resultaat_1": "te weinig",
            },
            "veiligheid": {"plan": "nee", "geen_plan": tekst, "stappen": tekst},
            "ouders": {
                "besproken_op": "2026-01-05", "verstuurd_op": "2026-01-05",
                "gevraagd_op": "2026-01-05", "reactie": "Wij zien het anders.",
                "steun_1": "Oma", "steun_mail_1": "oma@voorbeeld.test",
            },
            "kinderen": {
                f"visie_{oud.pk}": "Ik wil dat het stopt.", f"wijze_{oud.pk}": "aan_tafel",
                f"voorbereid_door_{oud.pk}": "de jeugdwerker", f"visie_{jong.pk}": "",
            },
            "versturen": {"grond_raad": "toestemming"},
        }  # fmt: skip

    def dien_in(self, casus: Casus, *, on: date = DAG, **anders: dict[str, Any]) -> None:
        """Fix and send the request; `anders` replaces answers, per part."""
        ingevuld = self.ingevuld(casus)
        for deel, velden in anders.items():
            ingevuld[deel] |= velden
        delen = bind_delen(casus.tafelverzoek.soort, ingevuld, casus=casus, on=on)
        fouten = {deel.sleutel: deel.errors for deel in delen if not deel.is_valid()}
        assert not fouten, fouten
        verzoek.submit_verzoek(
            stap=self.stap(casus, "verzoek"),
            delen={deel.sleutel: to_inhoud(deel) for deel in delen},
            personen=list_personen(casus, op=on),
            besproken_op=on,
            grond_raad="De ouders vinden het goed",
            by=casus.houder,
            on=on,
        )

    def plan(self, casus: Casus, *, on: date = DAG, slot: Slot | None = None, dag=None, **velden):
        """Plan the talk at the earliest free moment, or the one that is given."""
        if slot is None:
            eerste = list_momenten(
                slots_of(self.tafel, op=on), vanaf=date.fromordinal(on.toordinal() + 1),
                tot=date.fromordinal(on.toordinal() + 60), bezet=taken(self.tafel),
            )[0]  # fmt: skip
            slot, dag = eerste.slot, eerste.dag
        return plannen.plan_zitting(
            stap=self.stap(casus, "plannen"), slot=slot, dag=dag,
            voorzitter=velden.pop("voorzitter", self.wie["voorzitter"]),
            by=self.wie["voorzitter"], on=on, **velden,
        )  # fmt: skip

    def nodig_uit(self, casus: Casus, *, on: date = DAG):
        """Plan and invite everybody."""
        zitting = self.plan(casus, on=on)
        uitnodigen.invite_all(
            stap=self.stap(casus, "plannen"), zitting=zitting, by=self.wie["voorzitter"], on=on
        )
        zitting.refresh_from_db()
        return zitting

    def vraag(self, casus: Casus, **vragen: str) -> None:
        """The chair asks something back."""
        volledigheid.ask_aanvulling(
            stap=self.stap(casus, "volledigheid"),
            vragen={naam.replace("__", "."): vraag for naam, vraag in vragen.items()},
            uiterlijk=date(2026, 1, 8), by=self.wie["voorzitter"], on=DAG,
        )  # fmt: skip

    def stap(self, casus: Casus, sleutel: str) -> CasusStap:
        """The open step with this key."""
        return casus.stappen.get(sleutel=sleutel, afgerond_op=None)

    def open(self, casus: Casus) -> set[str]:
        """What is open in a case."""
        return set(casus.stappen.filter(afgerond_op=None).values_list("sleutel", flat=True))

    def client(self, rol: str) -> Client:
        """A browser in which the person with this role is logged in."""
        client = Client()
        client.force_login(self.wie[rol].gebruiker)
        return client

    def geef_rol(self, rol: str, medewerker: Medewerker, organisatie) -> Functie:
        """One more role."""
        return Functie.objects.create(
            medewerker=medewerker, rol=rol, organisatie=organisatie, vanaf=DAG
        )


__all__ = ["DAG", "Tafelwereld", "as_data"]
