"""One turn: a party of the demo sets one step, with one outcome, at one moment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.timezone import localdate

from paraplu.casussen.actions import close_stap
from paraplu.casussen.models import Casus, CasusStap
from paraplu.netwerk.models import Medewerker, Organisatie

from . import partijen
from .inhoud import teksten


class NietTeSpelen(Exception):
    """Nobody of the demo can play this; the text says why, in Dutch."""


@dataclass(frozen=True)
class Beurt:
    """Who plays (`rol`, `by`), which open step, towards which outcome, when."""

    stap: CasusStap
    uitkomst: str
    rol: str
    by: Medewerker
    nu: datetime

    @property
    def casus(self) -> Casus:
        """The case of the step."""
        return self.stap.casus

    @property
    def on(self) -> date:
        """The day of the turn."""
        return localdate(self.nu)

    def wie(self, rol: str) -> Medewerker:
        """Whoever of the demo has another role in this case; NietTeSpelen when there is nobody."""
        gevonden = partijen.player(self.casus, rol, on=self.on)
        if gevonden is None:
            raise NietTeSpelen(f"In de demo is er niemand met de rol {rol} voor deze casus.")
        return gevonden

    def andere_aanbieder(self) -> Organisatie:
        """A provider that was not asked yet; NietTeSpelen when all refused."""
        for aanbieder in partijen.aanbieders_for(self.casus, on=self.on):
            if aanbieder.pk != self.casus.aanbieder_id:
                return aanbieder
        raise NietTeSpelen("Alle aanbieders van de demo hebben deze vraag al gehad.")

    def aanbieder(self) -> Organisatie:
        """The provider that is asked now, else the first of the demo that can be."""
        kan = partijen.aanbieders_for(self.casus, on=self.on)
        if self.casus.aanbieder in kan:
            return self.casus.aanbieder
        return kan[0] if kan else self.andere_aanbieder()

    def sluit(self, toelichting: str = "", **meer: Any) -> None:
        """Close the step as the pages do, with a reason where the route asks for one."""
        afspraak = self.casus.route.uitkomst(self.stap.sleutel, self.uitkomst)
        if afspraak.toelichting and not toelichting:
            redenen = teksten()["toelichting"]
            sleutel = self.uitkomst if self.uitkomst in redenen else self.stap.sleutel
            toelichting = redenen.get(sleutel, redenen["anders"])
        close_stap(
            stap=self.stap,
            uitkomst=self.uitkomst,
            by=self.by,
            on=self.on,
            toelichting=toelichting,
            **meer,
        )
