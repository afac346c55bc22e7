"""Families of the demo: invented people, with BSN's that nobody in the Netherlands has."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any, Final

from paraplu.casussen.actions import add_persoon, open_gezin, set_regisseur, start_maatregel
from paraplu.casussen.models import Gezin, Maatregel, Persoon
from paraplu.demo.gegevens import lees_toml
from paraplu.demo.wereld.wereld import werk_nummers
from paraplu.netwerk.models import Medewerker, Organisatie

#: Most children of the demo are under supervision; every so many has another measure.
SOORTEN: Final = ("ots", "ots", "ots", "vots", "voogdij", "jr")


class Gezinnen:
    """Makes one family after the other, from one chance."""

    def __init__(self, toeval: Random, plaatsen: dict[str, list[str]]) -> None:
        self.toeval = toeval
        self.plaatsen = plaatsen
        self._bsn: Iterator[str] = werk_nummers()

    def make(
        self,
        *,
        gemeente: str,
        regio: str,
        gi: Organisatie,
        jeugdbeschermer: Medewerker | None,
        by: Medewerker,
        on: date,
        uitspraak_op: date | None = None,
    ) -> tuple[Gezin, Persoon, Maatregel]:
        """A family and a measure for its first child."""
        gezin, kind = self.make_gezin(gemeente=gemeente, regio=regio, by=by, on=on)
        uitspraak = uitspraak_op or on - timedelta(days=self.toeval.randint(10, 300))
        maatregel = start_maatregel(
            persoon=kind,
            soort=self.toeval.choice(SOORTEN),
            gi=gi,
            uitspraak_op=uitspraak,
            vanaf=uitspraak,
            jeugdbeschermer=jeugdbeschermer,
        )
        return gezin, kind, maatregel

    def make_gezin(
        self, *, gemeente: str, regio: str, by: Medewerker, on: date
    ) -> tuple[Gezin, Persoon]:
        """A family with one or more children and one or two parents, and its first child."""
        gezin = open_gezin(gemeente=gemeente, regio=regio, on=on)
        namen = lees_toml("namen")
        achternaam = self.toeval.choice(namen["achternamen"])
        samen = {
            "gezin": gezin,
            "achternaam": achternaam,
            "voorvoegsel": self.toeval.choice(namen["voorvoegsels"]),
            "adres": self._adres(gemeente, namen),
            "by": by,
            "on": on,
        }
        kind = self._kind(samen, namen, on)
        for _broer_of_zus in range(self.toeval.choice((0, 1, 1, 2))):
            self._kind(samen, namen, on)
        for nummer in range(self.toeval.choice((1, 2))):
            self._ouder(samen, namen, nummer)
        set_regisseur(gezin=gezin, medewerker=by, on=on)
        return gezin, kind

    def _kind(self, samen: dict[str, Any], namen: dict[str, Any], on: date) -> Persoon:
        geslacht = self.toeval.choice("12")
        lijst = "voornamen_jongen" if geslacht == "1" else "voornamen_meisje"
        return add_persoon(
            rol=Persoon.Rol.KIND,
            bsn=next(self._bsn),
            voornamen=self.toeval.choice(namen[lijst]),
            geslacht=geslacht,
            geboortedatum=on - timedelta(days=self.toeval.randint(4 * 365, 16 * 365)),
            **samen,
        )

    def _ouder(self, samen: dict[str, Any], namen: dict[str, Any], nummer: int) -> Persoon:
        lijst = "voornamen_meisje" if nummer == 0 else "voornamen_jongen"
        return add_persoon(
            rol=Persoon.Rol.OUDER,
            voornamen=self.toeval.choice(namen[lijst]),
            geslacht="2" if nummer == 0 else "1",
            geboortedatum=date(1985, 1, 1) + timedelta(days=self.toeval.randint(0, 3650)),
            gezag=True,
            telefoon=f"085 000 {self.toeval.randint(2000, 9999)}",
            **samen,
        )

    def _adres(self, gemeente: str, namen: dict[str, Any]) -> str:
        postcode, plaats = self.plaatsen[gemeente]
        straat = self.toeval.choice(namen["straten"])
        return f"{straat} {self.toeval.randint(1, 180)}, {postcode} {plaats}"
