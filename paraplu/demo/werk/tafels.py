"""Families of the demo at the beschermingstafel, in every step, by the real actions."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date, time, timedelta
from functools import cache
from importlib import resources
from typing import Any, Final

from paraplu.casussen.actions import close_stap
from paraplu.casussen.models import Casus, CasusStap, Persoon
from paraplu.netwerk.models import Medewerker
from paraplu.tafel.actions import (
    beginnen,
    besluiten,
    instellen,
    opvolgen,
    plannen,
    uitnodigen,
    verslagen,
    verzoek,
    volledigheid,
)
from paraplu.tafel.deelnemers import tafel_of
from paraplu.tafel.forms.delen import bind_delen, to_inhoud
from paraplu.tafel.forms.zitting import ZittingForm
from paraplu.tafel.models import Besluit, Genodigde, Tafel, Zitting
from paraplu.tafel.momenten import list_momenten
from paraplu.tafel.queries import slots_of, taken
from paraplu.tafel.regels import is_heard
from paraplu.tafel.stukken.verzoek import list_personen
from paraplu.termijnen.moment import dag_van

from .gezinnen import Gezinnen
from .mensen import BEGIN, person
from .verhalen import workdays_before

GEMEENTE, REGIO = "0228", "FV"
#: Weekly moments: day of the week (Monday is 1) and hour.
SLOTS: Final = ((2, 9), (2, 11), (2, 14), (4, 9), (4, 11), (4, 14))


@cache
def gegevens() -> dict[str, Any]:
    """What stands in `tafels.toml`."""
    blad = resources.files(__package__) / "tafels.toml"
    return tomllib.loads(blad.read_text(encoding="utf-8"))


def fill_tafels(gezinnen: Gezinnen, *, on: date) -> int:
    """Set up the tables and bring families to them; gives how many cases."""
    instellen.open_tafels(on=on)
    for gemeente, regio in ((GEMEENTE, REGIO), ("0202", "CG")):
        _set_up(tafel_of(gemeente, regio, on=on))
    for rij in gegevens()["tafel"]:
        Gesprekken(rij, vandaag=on).tell(gezinnen)
    return len(gegevens()["tafel"])


def _set_up(tafel: Tafel) -> None:
    if tafel.slots.exists():
        return
    for weekdag, uur in SLOTS:
        instellen.add_slot(
            tafel=tafel, weekdag=weekdag, begin=time(uur), einde=time(uur + 1, 30),
            plaats="Gemeentehuis, spreekkamer 2", vanaf=BEGIN,
        )  # fmt: skip


class Gesprekken:
    """One family at the table, from its first day to its state."""

    def __init__(self, rij: Mapping[str, Any], *, vandaag: date) -> None:
        self.rij, self.vandaag = rij, vandaag
        self.begin = workdays_before(vandaag, rij["dagen"])
        self.houder = person(rij.get("houder", "demo-lokaalteam"))
        self.voorzitter = person("demo-voorzitter")
        self.casus: Casus

    def tell(self, gezinnen: Gezinnen) -> Casus:
        """Walk it up to its state."""
        gezin, _kind = gezinnen.make_gezin(
            gemeente=GEMEENTE, regio=REGIO, by=person("demo-lokaalteam"), on=self.begin
        )
        self.casus = beginnen.begin_tafel(
            gezin=gezin, soort=self.rij["soort"], aanmelder=self.rij.get("aanmelder", "lokaal_team"),
            houder=self.houder, by=self.houder, on=self.begin,
        )  # fmt: skip
        stand = self.rij["stand"]
        if stand == "verzoek":
            return self.casus
        self._submit()
        if stand == "volledigheid":
            return self.casus
        if stand == "aanvullen":
            self._ask_back()
            return self.casus
        self._close("volledigheid", "compleet", self.begin)
        if stand == "plannen":
            return self.casus
        zitting = self._invite()
        if self.casus.stappen.filter(sleutel="plannen", afgerond_op=None).exists():
            self._close("plannen", "gepland", self.begin)
        if stand != "bespreken":
            self._after(self._hold(zitting), stand)
        return self.casus

    def _after(self, besluit: Besluit, stand: str) -> None:
        """The report, and what the outcome asks."""
        if stand == "verslag":
            return
        verslagen.send_verslag(
            stap=self._stap("verslag"), besluit=besluit,
            wegen={o.sleutel: o.wegen[0] for o in verslagen.list_ontvangers(besluit)},
            voor_kind=gegevens()["gesprek"]["voor_kind"], by=self.voorzitter, on=self._later(besluit),
        )  # fmt: skip
        if stand == "besluit_raad":
            opvolgen.send_vto(
                stap=self._stap("vto"),
                velden={"gronden": "De ruzies stoppen niet.", "acuut": "nee",
                        "besproken_op": besluit.op, "gi": None},
                by=self.voorzitter, on=self._later(besluit),
            )  # fmt: skip
        if stand == "afgerond":
            self._close("afronden", "afgerond", self._later(besluit))

    def _later(self, besluit: Besluit) -> date:
        return min(besluit.op + timedelta(days=3), self.vandaag)

    def _submit(self) -> None:
        on = self.begin
        delen = bind_delen(self.rij["soort"], self._answers(), casus=self.casus, on=on)
        fouten = {deel.sleutel: deel.errors for deel in delen if not deel.is_valid()}
        if fouten:
            raise ValueError(fouten)
        verzoek.submit_verzoek(
            stap=self._stap("verzoek"), delen={deel.sleutel: to_inhoud(deel) for deel in delen},
            personen=list_personen(self.casus, op=on), besproken_op=on,
            grond_raad="De ouders vinden het goed", by=self.houder, on=on,
        )  # fmt: skip

    def _answers(self) -> dict[str, dict[str, Any]]:
        ingevuld = {deel: dict(velden) for deel, velden in gegevens()["verzoek"].items()}
        dag = self.begin.isoformat()
        ingevuld["ouders"] |= dict.fromkeys(("besproken_op", "verstuurd_op", "gevraagd_op"), dag)
        ingevuld["kinderen"] = {}
        for kind in self.casus.gezin.personen.filter(rol=Persoon.Rol.KIND):
            woorden = {f"visie_{kind.pk}": gegevens()["gesprek"]["kind"]}
            if is_heard(kind, op=self.begin):
                woorden |= {
                    f"wijze_{kind.pk}": "aan_tafel",
                    f"voorbereid_door_{kind.pk}": "de mentor",
                }
            ingevuld["kinderen"] |= woorden
        return ingevuld

    def _ask_back(self) -> None:
        volledigheid.ask_aanvulling(
            stap=self._stap("volledigheid"),
            vragen={"hulp.resultaat_1": "Wat vonden de ouders zelf van deze hulp?"},
            uiterlijk=self.vandaag + timedelta(days=3), by=self.voorzitter,
            on=workdays_before(self.vandaag, 1),
        )  # fmt: skip

    def _invite(self) -> Zitting:
        """The earliest moment after today for a talk to come, else the earliest after the request."""
        tafel = self.casus.tafelverzoek.tafel
        na = self.vandaag if self.rij["stand"] == "bespreken" else self.begin
        moment = list_momenten(
            slots_of(tafel, op=self.begin), vanaf=na + timedelta(days=1),
            tot=na + timedelta(days=60), bezet=taken(tafel),
        )[0]  # fmt: skip
        zitting = plannen.plan_zitting(
            stap=self._stap("plannen"), slot=moment.slot, dag=moment.dag,
            voorzitter=self.voorzitter, by=self.voorzitter, on=self.begin,
        )  # fmt: skip
        uitnodigen.invite_all(
            stap=self._stap("plannen"), zitting=zitting, by=self.voorzitter, on=self.begin
        )
        return Zitting.objects.get(pk=zitting.pk)

    def _hold(self, zitting: Zitting) -> Besluit:
        op = dag_van(zitting.begin)
        form = ZittingForm(self._talk(zitting, op), zitting=zitting, on=op)
        if not form.is_whole():
            raise ValueError(form.errors)
        return besluiten.fix_besluit(
            stap=self._stap("bespreken"), zitting=zitting, velden=form.cleaned_data,
            afspraken=form.list_afspraken(), by=self.voorzitter, on=op,
        )  # fmt: skip

    def _talk(self, zitting: Zitting, op: date) -> dict[str, Any]:
        tekst = gegevens()["gesprek"]
        velden = {**tekst, **self.rij.get("gesprek", {})}
        velden["afspraak_1_uiterlijk"] = (self.vandaag + timedelta(days=28)).isoformat()
        if na := self.rij.get("evaluatie_na"):
            velden["evaluatie_op"] = (op + timedelta(days=na)).isoformat()
        for wie in zitting.genodigden.all():
            velden[f"aanwezig_{wie.pk}"] = "ja"
            if wie.rol == Genodigde.Rol.OUDER:
                velden[f"hulp_{wie.pk}"] = tekst["ouder_hulp"]
                velden[f"thuis_{wie.pk}"] = tekst["ouder_thuis"]
            elif wie.rol == Genodigde.Rol.KIND:
                velden[f"kind_{wie.pk}"] = tekst["kind"]
            elif wie.rol == Genodigde.Rol.AANMELDER:
                velden["afspraak_1_wie"] = str(wie.pk)
        return velden

    def _stap(self, sleutel: str) -> CasusStap:
        return self.casus.stappen.get(sleutel=sleutel, afgerond_op=None)

    def _close(self, sleutel: str, uitkomst: str, on: date, by: Medewerker | None = None) -> None:
        close_stap(stap=self._stap(sleutel), uitkomst=uitkomst, by=by or self.voorzitter, on=on)
