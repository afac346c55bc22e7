"""The receipt of a term for a page, a letter or a PDF: sentences, and rows of days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from paraplu.termijnen.datums import show_datum, show_weekdag
from paraplu.termijnen.grond import Termijngrond
from paraplu.termijnen.opschorting import Opschorting
from paraplu.termijnen.termijn import Termijn

ELKE_DAG = "elke dag telt, ook in een weekend of op een feestdag"


@dataclass(frozen=True)
class Bonregel:
    """One day, or days in a row for which the same holds.

    `nummer` is the place of the last of them among the days that count; None when they do not count.
    """

    van: date
    tot: date
    telt: bool
    nummer: int | None
    reden: str

    @property
    def dag(self) -> str:
        """The day or days in words."""
        if self.van == self.tot:
            return show_weekdag(self.van)
        return f"{show_weekdag(self.van)} tot en met {show_weekdag(self.tot)}"

    @property
    def stand(self) -> str:
        """Whether it counts, in words."""
        return f"dag {self.nummer}" if self.telt else "telt niet"


@dataclass(frozen=True, kw_only=True)
class Termijnbon:
    """A receipt: the last day in a sentence, what it rests on, and every day of it."""

    kop: str
    zinnen: tuple[str, ...]
    regels: tuple[Bonregel, ...]

    def als_tekst(self) -> str:
        """The receipt as plain text, for a letter or a mail."""
        breedte = max(len(regel.dag) for regel in self.regels)
        stand = max(len(regel.stand) for regel in self.regels)
        dagen = [
            f"  {regel.dag:<{breedte}}  {regel.stand:<{stand}}  {regel.reden}"
            for regel in self.regels
        ]
        return "\n".join([self.kop, *self.zinnen, "", *dagen])


def make_bon(termijn: Termijn, grond: Termijngrond | None = None) -> Termijnbon:
    """The receipt of this term; `grond` is the rule that it comes from, when it is known."""
    zinnen = [grond.zin] if grond else []
    return Termijnbon(
        kop=_kop(termijn),
        zinnen=(*zinnen, *list_zinnen(termijn)),
        regels=tuple(_neem_samen([*_regels(termijn)])),
    )


def list_zinnen(termijn: Termijn) -> Iterator[str]:
    """What the last day rests on besides the days themselves."""
    kalender = termijn.kalender
    yield f"Geen werkdag: {kalender.titel} ({kalender.bron})."
    if termijn.verlengt:
        yield "Wettelijke termijn: die eindigt op een werkdag (Algemene termijnenwet, artikel 1 en 2)."
    for een in list_geldig(termijn):
        tot = f"tot en met {show_datum(een.tot)}" if een.tot else "zonder einddatum"
        yield f"Opgeschort vanaf {show_datum(een.vanaf)} {tot}: {een.reden}."
    laatste_dag, bekend = termijn.dagen[-1].datum, kalender.laatste_besluit
    if bekend is not None and laatste_dag.year > bekend:
        yield (
            f"Voor de jaren na {bekend} is nog geen besluit over gelijkgestelde dagen bekend; "
            "de uiterste datum kan nog veranderen."
        )


def list_geldig(termijn: Termijn) -> list[Opschorting]:
    """The suspensions that have a day between the event and the last day, the earliest first."""
    eerste, laatste = termijn.dagen[1].datum, termijn.dagen[-1].datum
    geldig = (
        een
        for een in termijn.opschortingen
        if een.vanaf <= laatste and (een.tot is None or een.tot >= eerste)
    )
    return sorted(geldig, key=lambda een: een.vanaf)


def _kop(termijn: Termijn) -> str:
    vanaf = show_weekdag(termijn.vanaf)
    if termijn.loopt_af_op is None:
        return (
            f"De termijn van {termijn.duur} na {vanaf} staat stil. Er is nog geen uiterste datum."
        )
    return f"Uiterlijk {show_weekdag(termijn.loopt_af_op)}: {termijn.duur} na {vanaf}."


def _regels(termijn: Termijn) -> Iterator[Bonregel]:
    per_werkdag = termijn.duur.eenheid == "werkdagen"
    for dag in termijn.dagen:
        reden = ELKE_DAG if dag.telt and not per_werkdag else dag.reden
        yield Bonregel(dag.datum, dag.datum, dag.telt, dag.nummer, reden)


def _neem_samen(regels: Sequence[Bonregel]) -> list[Bonregel]:
    """Days in a row with the same reason as one row; working days keep a row each."""
    samen: list[Bonregel] = []
    for regel in regels:
        vorige = samen[-1] if samen else None
        gelijk = vorige and (vorige.telt, vorige.reden) == (regel.telt, regel.reden)
        if gelijk and (not regel.telt or regel.reden == ELKE_DAG):
            samen[-1] = replace(samen[-1], tot=regel.tot, nummer=regel.nummer)
        else:
            samen.append(regel)
    return samen
