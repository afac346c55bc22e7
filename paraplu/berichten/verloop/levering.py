"""The delivery on an allocation: started, paused, stopped and started again (305 and 307)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final, Literal

from paraplu.berichten.verloop.bewaking import Bewaking, bewaak
from paraplu.berichten.verloop.correctie import beoordeel, start_sleutel, stop_sleutel
from paraplu.berichten.verloop.gebeurtenissen import (
    Gestart,
    Gestopt,
    Kop,
    Leveringsleutel,
    Toegewezen,
)
from paraplu.berichten.verloop.toewijzing import Toewijzing
from paraplu.berichten.verloop.zinnen import Afwijking, Nee, volgt_niet

Stand = Literal["niet gestart", "gestart", "tijdelijk gestopt", "gestopt"]
Stap = Literal["start", "tijdelijke stop", "stop"]
STAPPEN: Final[tuple[Stap, ...]] = ("start", "tijdelijke stop", "stop")

#: What a step makes of a delivery, or by which rule it may not follow (OP379, TR326, TR413, TR415).
NA: Final[Mapping[Stand, Mapping[Stap, Stand | Nee]]] = {
    "niet gestart": {
        "start": "gestart",
        "tijdelijke stop": Nee("TR382"),
        "stop": Nee("TR382"),
    },
    "gestart": {
        "start": Nee("TR326"),
        "tijdelijke stop": "tijdelijk gestopt",
        "stop": "gestopt",
    },
    "tijdelijk gestopt": {
        "start": "gestart",
        "tijdelijke stop": Nee("TR413"),
        "stop": "gestopt",
    },
    "gestopt": {
        "start": "gestart",
        "tijdelijke stop": Nee("TR415"),
        "stop": Nee("TR415"),
    },
}


def mag_volgen(stand: Stand, stap: Stap) -> Afwijking | None:
    """None when this step may follow, else the rule and the sentence why not.

    >>> mag_volgen("gestart", "start").regel, mag_volgen("gestopt", "start")
    ('TR326', None)
    """
    return volgt_niet(NA[stand][stap])


@dataclass(frozen=True, kw_only=True)
class Levering:
    """One delivery as it stands. `begindatum` is that of the start that holds now or held last."""

    sleutel: Leveringsleutel
    aanbieder: str
    kind: int
    stand: Stand
    begindatum: date | None
    einddatum: date | None
    afwijkingen: tuple[Afwijking, ...]
    bewakingen: tuple[Bewaking, ...]

    @property
    def mag_volgen(self) -> tuple[Stap, ...]:
        """The steps that may follow now."""
        return tuple(stap for stap in STAPPEN if mag_volgen(self.stand, stap) is None)

    @property
    def aan_zet(self) -> str:
        """Who has to send the next message, if anyone."""
        return "niemand" if self.stand == "gestopt" else "aanbieder"


@dataclass
class _Loop:
    """The delivery while its messages are gone through."""

    stand: Stand = "niet gestart"
    begindatum: date | None = None
    einddatum: date | None = None
    starts: list[Gestart] = field(default_factory=list)
    stops: list[Gestopt] = field(default_factory=list)
    afwijkingen: list[Afwijking] = field(default_factory=list)

    def start(self, start: Gestart) -> bool:
        """Take this start, or note why it may not be taken."""
        if not self._stap("start", start, NA[self.stand]["start"]):
            return False
        self.begindatum, self.einddatum = start.begindatum, None
        self.starts.append(start)
        return True

    def stop(self, stop: Gestopt) -> None:
        """Take this stop, or note why it may not be taken; of more stops the latest end holds."""
        stap: Stap = "tijdelijke stop" if stop.is_tijdelijk else "stop"
        nieuw = NA[self.stand][stap]
        te_vroeg = self.einddatum is not None and stop.einddatum < self.einddatum
        if te_vroeg and not isinstance(nieuw, Nee):
            nieuw = Nee("TR414")
        if self._stap(stap, stop, nieuw):
            self.stops.append(stop)
            self.einddatum = stop.einddatum
        elif self.einddatum is not None and self.stand != "gestart":
            self.einddatum = max(self.einddatum, stop.einddatum)

    def _stap(self, stap: Stap, melding: Gestart | Gestopt, nieuw: Stand | Nee) -> bool:
        if isinstance(nieuw, Nee):
            self.afwijkingen.append(Afwijking(regel=nieuw.regel, kop=melding.kop))
            return False
        self.stand = nieuw
        return True


def volg_levering(
    meldingen: Sequence[Gestart | Gestopt], toewijzing: Toewijzing | None = None
) -> Levering:
    """The delivery that these messages on one key tell of, in whatever order they came (OP080).

    First corrections are settled (P49), then the starts are gone through by Begindatum, each with
    the stops that name it. A message or the allocation is given, or both.
    """
    starts = beoordeel((een for een in meldingen if isinstance(een, Gestart)), start_sleutel)
    stops = beoordeel((een for een in meldingen if isinstance(een, Gestopt)), stop_sleutel)
    gestopt = {_begin(stop) for stop in stops.levend}
    # TR071: a start that has a stop cannot be taken back, so it stays.
    vast = [paar for paar in starts.ingetrokken if start_sleutel(paar[0]) in gestopt]
    loop = _loop([*starts.levend, *(start for start, _ in vast)], stops.levend)
    return Levering(
        sleutel=meldingen[0].levering if meldingen else _sleutel(toewijzing),
        aanbieder=_aanbieder(meldingen, toewijzing),
        kind=_kind(meldingen, toewijzing),
        stand=loop.stand,
        begindatum=loop.begindatum,
        einddatum=loop.einddatum,
        afwijkingen=(
            *starts.afwijkingen,
            *stops.afwijkingen,
            *(Afwijking(regel="TR071", kop=weg.kop) for _, weg in vast),
            *loop.afwijkingen,
        ),
        bewakingen=tuple(_bewakingen(loop, toewijzing)),
    )


def _loop(starts: Sequence[Gestart], stops: Sequence[Gestopt]) -> _Loop:
    loop = _Loop()
    over = list(stops)
    for start in sorted(starts, key=lambda start: (start.begindatum, start.kop)):
        if loop.start(start):
            eigen = [stop for stop in over if _begin(stop) == start_sleutel(start)]
            over = [stop for stop in over if stop not in eigen]
            for stop in sorted(eigen, key=_stopvolgorde):
                loop.stop(stop)
    loop.afwijkingen += [Afwijking(regel="TR382", kop=stop.kop) for stop in over]
    return loop


def _begin(stop: Gestopt) -> Hashable:
    """The key of the start that this stop is on."""
    return stop.product.categorie, stop.product.code, stop.begindatum


def _stopvolgorde(stop: Gestopt) -> tuple[bool, date, Kop]:
    """A pause goes before the end, as only that is allowed (OP378)."""
    return not stop.is_tijdelijk, stop.einddatum, stop.kop


def _sleutel(toewijzing: Toewijzing | None) -> Leveringsleutel:
    assert toewijzing is not None
    return Leveringsleutel(gemeente=toewijzing.gemeente, nummer=toewijzing.nummer)


def _aanbieder(meldingen: Sequence[Gestart | Gestopt], toewijzing: Toewijzing | None) -> str:
    if toewijzing is not None:
        return toewijzing.geldt.kop.aanbieder
    return min(melding.kop for melding in meldingen).aanbieder


def _kind(meldingen: Sequence[Gestart | Gestopt], toewijzing: Toewijzing | None) -> int:
    if toewijzing is not None:
        return toewijzing.geldt.kind
    return min(meldingen, key=lambda melding: melding.kop).kind


def _bewakingen(loop: _Loop, toewijzing: Toewijzing | None) -> Iterator[Bewaking]:
    """OP271 on every start and OP272 on every end, also on one that was to be expected."""
    for start in loop.starts:
        gekomen = toewijzing.eerste_dag if toewijzing else start.begindatum
        yield from _bewaak("OP271", max(start.begindatum, gekomen), start, start.kop.dagtekening)
    for stop in loop.stops:
        # When it was known that a pause became the end, no message says.
        if not any(_is_einde_na(stop, pauze) for pauze in loop.stops):
            yield from _bewaak("OP272", stop.einddatum, stop, stop.kop.dagtekening)
    if toewijzing is None or toewijzing.is_verwijderd:
        return
    geldt = toewijzing.geldt
    if loop.stand == "niet gestart" and _met_terugwerkende_kracht(toewijzing):
        yield from _bewaak("OP271", toewijzing.eerste_dag, geldt, None)
    if loop.stand == "gestart" and geldt.einddatum is not None:
        yield from _bewaak("OP272", geldt.einddatum, geldt, None)


def _is_einde_na(stop: Gestopt, pauze: Gestopt) -> bool:
    return not stop.is_tijdelijk and pauze.is_tijdelijk and _begin(stop) == _begin(pauze)


def _met_terugwerkende_kracht(toewijzing: Toewijzing) -> bool:
    """Then the help already runs when the 301 comes; one without a day in it never begins."""
    geldt = toewijzing.geldt
    is_leeg = geldt.einddatum is not None and geldt.einddatum <= geldt.ingangsdatum
    return geldt.ingangsdatum < toewijzing.eerste_dag and not is_leeg


def _bewaak(
    sleutel: str, vanaf: date, melding: Gestart | Gestopt | Toegewezen, gedaan_op: date | None
) -> tuple[Bewaking, ...]:
    nummer = melding.nummer if isinstance(melding, Toegewezen) else melding.levering.nummer
    wat = "start" if sleutel == "OP271" else "stop"
    waar = f"op toewijzing {nummer}" if nummer is not None else "zonder toewijzingsnummer"
    return bewaak(
        sleutel,
        vanaf=vanaf,
        waarop=f"{wat} {waar}",
        gemeente=melding.kop.gemeente,
        aanbieder=melding.kop.aanbieder,
        gedaan_op=gedaan_op,
    )


def volg_leveringen(
    meldingen: Iterable[Gestart | Gestopt], toewijzingen: Iterable[Toewijzing]
) -> tuple[Levering, ...]:
    """Every delivery, and every allocation on which none has begun; a removed one needs none."""
    groepen: dict[Leveringsleutel, list[Gestart | Gestopt]] = defaultdict(list)
    for melding in meldingen:
        groepen[melding.levering].append(melding)
    per_sleutel = {_sleutel(een): een for een in toewijzingen}
    zonder = {sleutel for sleutel, een in per_sleutel.items() if not een.is_verwijderd}
    return tuple(
        volg_levering(groepen.get(sleutel, []), per_sleutel.get(sleutel))
        for sleutel in sorted({*groepen, *zonder}, key=str)
    )
