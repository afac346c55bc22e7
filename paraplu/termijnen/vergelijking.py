"""Why the last day of a term moved, from what was kept of it to how it is computed now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final, Literal

from paraplu.termijnen.datums import show_datum, show_weekdag
from paraplu.termijnen.duur import Duur
from paraplu.termijnen.kalender import Kalender, kalenders
from paraplu.termijnen.opschorting import Opschorting
from paraplu.termijnen.termijn import Termijn

#: `rekenregel`: the same parts gave another day then, so the way of counting itself has changed.
Oorzaak = Literal["kalender", "rekenregel", "begin", "duur", "wettelijk", "opschorting"]
#: So many changed days of a calendar are named; a sentence with more is no longer read.
GENOEMD: Final = 3


@dataclass(frozen=True, kw_only=True)
class Projectie:
    """A term as it is kept: its parts, the last day they gave, and the calendar that gave it.

    The calendar is a name and a `versie`: the days that it had then are not kept.
    """

    duur: Duur
    vanaf: date
    kalender: str
    versie: str
    verlengt: bool
    opschortingen: tuple[Opschorting, ...]
    loopt_af_op: date | None

    @property
    def is_bij(self) -> bool:
        """Whether the calendar of this name still is the one that gave the last day."""
        return self.kalender in kalenders() and kalenders()[self.kalender].versie == self.versie


@dataclass(frozen=True)
class Verschuiving:
    """What one change did: the last day before it and after it, and the change in words."""

    oorzaak: Oorzaak
    zin: str
    was: date | None
    wordt: date | None


@dataclass(frozen=True)
class Termijnverschil:
    """What changed of a term, one change after the other; together they lead from `was` to `wordt`."""

    was: date | None
    wordt: date | None
    verschuivingen: tuple[Verschuiving, ...]

    @property
    def is_verschoven(self) -> bool:
        """Whether the term has another last day."""
        return self.was != self.wordt

    @property
    def oorzaken(self) -> tuple[Oorzaak, ...]:
        """The changes that moved the last day, also when another one moved it back."""
        return tuple(een.oorzaak for een in self.verschuivingen if een.was != een.wordt)

    @property
    def zin(self) -> str:
        """Where the last day went and why, in words."""
        if not self.verschuivingen:
            return f"{_blijft(self.wordt)}; er is niets veranderd."
        if not self.is_verschoven:
            alle = "; ".join(een.zin for een in self.verschuivingen)
            return f"{_blijft(self.wordt)}. Wel is dit veranderd: {alle}."
        redenen = "; ".join(een.zin for een in self.verschuivingen if een.was != een.wordt)
        return f"{_gaat(self.was, self.wordt)}: {redenen}."


def project(termijn: Termijn) -> Projectie:
    """What to keep of a term, so that it can be told later why its last day moved."""
    return Projectie(
        duur=termijn.duur,
        vanaf=termijn.vanaf,
        kalender=termijn.kalender.naam,
        versie=termijn.kalender.versie,
        verlengt=termijn.verlengt,
        opschortingen=termijn.opschortingen,
        loopt_af_op=termijn.loopt_af_op,
    )


def vergelijk(oud: Termijn | Projectie, nieuw: Termijn) -> Termijnverschil:
    """Why `nieuw` ends on another day than `oud`, or that it does not.

    The changes are made one by one, the calendar first, and each is answerable for the days that it
    moved the end: what changed without effect is no cause.

    >>> from paraplu.termijnen.termijn import bereken
    >>> oud = bereken(Duur(3, "werkdagen"), date(2026, 9, 7))
    >>> vergelijk(oud, replace(oud, vanaf=date(2026, 9, 8))).oorzaken
    ('begin',)
    """
    stand = Termijn(
        duur=oud.duur,
        vanaf=oud.vanaf,
        kalender=nieuw.kalender,
        verlengt=oud.verlengt,
        opschortingen=oud.opschortingen,
    )
    verschuivingen, was = [], oud.loopt_af_op
    if _kalender_van(oud) != (nieuw.kalender.naam, nieuw.kalender.versie):
        zin = _zin_kalender(oud, nieuw.kalender, stand.loopt_af_op)
        verschuivingen.append(Verschuiving("kalender", zin, was, stand.loopt_af_op))
    elif was != stand.loopt_af_op:
        zin = "de regel waarmee wij dagen tellen is veranderd nadat deze termijn was berekend"
        verschuivingen.append(Verschuiving("rekenregel", zin, was, stand.loopt_af_op))
    for oorzaak, zin, volgende in _veranderingen(stand, nieuw):
        was, stand = stand.loopt_af_op, volgende
        verschuivingen.append(Verschuiving(oorzaak, zin, was, stand.loopt_af_op))
    return Termijnverschil(oud.loopt_af_op, nieuw.loopt_af_op, tuple(verschuivingen))


def _veranderingen(oud: Termijn, nieuw: Termijn) -> Iterator[tuple[Oorzaak, str, Termijn]]:
    """Each change that is not of the calendar, in words, with the term as it is after it."""
    stand = oud
    if oud.vanaf != nieuw.vanaf:
        stand = replace(stand, vanaf=nieuw.vanaf)
        zin = f"de termijn begint op {show_weekdag(nieuw.vanaf)} in plaats van {show_weekdag(oud.vanaf)}"
        yield "begin", zin, stand
    if oud.duur != nieuw.duur:
        stand = replace(stand, duur=nieuw.duur)
        yield "duur", f"de termijn is {nieuw.duur} in plaats van {oud.duur}", stand
    if oud.verlengt != nieuw.verlengt:
        stand = replace(stand, verlengt=nieuw.verlengt)
        wel = "nu wel" if nieuw.verlengt else "niet meer"
        yield "wettelijk", f"de termijn geldt {wel} als wettelijke termijn", stand
    if set(oud.opschortingen) != set(nieuw.opschortingen):
        stand = replace(stand, opschortingen=nieuw.opschortingen)
        yield "opschorting", _zin_opschorting(oud.opschortingen, nieuw.opschortingen), stand


def _kalender_van(termijn: Termijn | Projectie) -> tuple[str, str]:
    if isinstance(termijn, Projectie):
        return termijn.kalender, termijn.versie
    return termijn.kalender.naam, termijn.kalender.versie


def _zin_kalender(oud: Termijn | Projectie, nieuw: Kalender, einde: date | None) -> str:
    naam, _versie = _kalender_van(oud)
    if naam != nieuw.naam:
        return f"de kalender is “{nieuw.naam}” ({nieuw.titel}) in plaats van “{naam}”"
    if isinstance(oud, Projectie):
        return "de kalender is bijgewerkt nadat deze termijn was berekend"
    dagen = list(_andere_dagen(oud, nieuw, einde))
    if not dagen:
        return "de kalender is veranderd op dagen buiten deze termijn"
    meer = " en andere dagen" if len(dagen) > GENOEMD else ""
    return f"de kalender is veranderd: {', '.join(dagen[:GENOEMD])}{meer}"


def _andere_dagen(oud: Termijn, nieuw: Kalender, einde: date | None) -> Iterator[str]:
    """The days of the term that one calendar has free and the other has not."""
    eindes = [dag for dag in (oud.loopt_af_op, einde) if dag is not None]
    for dag in range((max(eindes, default=oud.vanaf) - oud.vanaf).days):
        datum = oud.vanaf + timedelta(days=dag + 1)
        was, wordt = oud.kalender.reden_vrij(datum), nieuw.reden_vrij(datum)
        if wordt and not was:
            yield f"{show_weekdag(datum)} is geen werkdag meer ({wordt})"
        elif was and not wordt:
            yield f"{show_weekdag(datum)} is nu een werkdag (was: {was})"


def _zin_opschorting(oud: tuple[Opschorting, ...], nieuw: tuple[Opschorting, ...]) -> str:
    """Which suspensions came, got another end, or went."""
    af = {(een.vanaf, een.reden): een for een in oud if een not in nieuw}
    zinnen = []
    for een in sorted((een for een in nieuw if een not in oud), key=lambda een: een.vanaf):
        vorige = af.pop((een.vanaf, een.reden), None)
        zinnen.append(_zin_ander_einde(een) if vorige else f"de termijn is {_periode(een)}")
    zinnen += [f"de termijn is niet meer {_periode(een)}" for een in af.values()]
    return "; ".join(zinnen)


def _zin_ander_einde(een: Opschorting) -> str:
    begin = f"de opschorting vanaf {show_datum(een.vanaf)} ({een.reden})"
    return f"{begin} duurt nu {_tot(een)}" if een.tot else f"{begin} heeft geen einddatum meer"


def _periode(een: Opschorting) -> str:
    tot = f" {_tot(een)}" if een.tot else ", nog zonder einddatum"
    return f"opgeschort vanaf {show_datum(een.vanaf)}{tot} ({een.reden})"


def _tot(een: Opschorting) -> str:
    assert een.tot is not None
    return f"tot en met {show_datum(een.tot)}"


def _blijft(einde: date | None) -> str:
    if einde is None:
        return "De termijn staat nog steeds stil, zonder uiterste datum"
    return f"De uiterste datum blijft {show_weekdag(einde)}"


def _gaat(was: date | None, wordt: date | None) -> str:
    if wordt is None:
        assert was is not None
        return f"De termijn heeft geen uiterste datum meer (die was {show_weekdag(was)})"
    if was is None:
        return f"De termijn heeft weer een uiterste datum, {show_weekdag(wordt)}"
    return f"De uiterste datum gaat van {show_weekdag(was)} naar {show_weekdag(wordt)}"
