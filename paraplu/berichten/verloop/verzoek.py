"""A request (315 per product, 317 as a whole) from its sending to an allocation or a refusal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from paraplu.berichten.verloop.bewaking import Bewaking, bewaak
from paraplu.berichten.verloop.gebeurtenissen import Beantwoord, Kop, Verzocht
from paraplu.berichten.verloop.zinnen import Afwijking, Nee, volgt_niet

Stand = Literal[
    "niet gezien",
    "technisch afgekeurd",
    "ontvangen",
    "in behandeling",
    "in onderzoek",
    "afgewezen",
    "toegewezen",
]
Stap = Literal["verzoek", "319 in onderzoek", "319 afgewezen", "301"]
STAPPEN: Final[tuple[Stap, ...]] = ("verzoek", "319 in onderzoek", "319 afgewezen", "301")

_LOOPT: Final[dict[Stap, Stand | Nee]] = {
    "verzoek": Nee("TR347"),
    "319 in onderzoek": "in onderzoek",
    "319 afgewezen": "afgewezen",
    "301": "toegewezen",
}
_ZONDER: Final[dict[Stap, Stand | Nee]] = {
    "verzoek": "ontvangen",
    "319 in onderzoek": Nee("TR355"),
    "319 afgewezen": Nee("TR355"),
    "301": Nee("TR379"),
}
#: What a step makes of a request, or by which rule it may not follow (TR359, TR360, TR365, OP344).
NA: Final[Mapping[Stand, Mapping[Stap, Stand | Nee]]] = {
    "niet gezien": _ZONDER,
    "technisch afgekeurd": _ZONDER,
    "ontvangen": _LOOPT,
    "in behandeling": _LOOPT,
    "in onderzoek": {**_LOOPT, "319 in onderzoek": Nee("TR360")},
    "afgewezen": {
        "verzoek": Nee("TR347"),
        "319 in onderzoek": Nee("TR360"),
        "319 afgewezen": Nee("TR365"),
        "301": Nee("OP344"),
    },
    "toegewezen": {
        "verzoek": Nee("TR347"),
        "319 in onderzoek": Nee("TR359"),
        "319 afgewezen": Nee("TR359"),
        "301": Nee("TR379"),
    },
}
AAN_ZET: Final[Mapping[Stand, str]] = {
    "niet gezien": "aanbieder",
    "technisch afgekeurd": "aanbieder",
    "ontvangen": "gemeente",
    "in behandeling": "gemeente",
    "in onderzoek": "gemeente",
    "afgewezen": "niemand",
    "toegewezen": "aanbieder",
}
#: Reason 8 of a refusal: another gemeente is responsible.
WOONPLAATSBEGINSEL: Final = "8"


def mag_volgen(stand: Stand, stap: Stap) -> Afwijking | None:
    """None when this step may follow, else the rule and the sentence why not.

    >>> mag_volgen("toegewezen", "319 afgewezen").regel, mag_volgen("in onderzoek", "301")
    ('TR359', None)
    """
    return volgt_niet(NA[stand][stap])


@dataclass(frozen=True, kw_only=True)
class Honorering:
    """A 301 that names the reference of a request."""

    kop: Kop
    referentie: str


@dataclass(frozen=True, kw_only=True)
class Verzoek:
    """One request as it stands. `soort` is 315 or 317; `beslist_op` the day it ended, if it did."""

    gemeente: str
    aanbieder: str
    referentie: str
    soort: str
    kind: int | None
    stand: Stand
    verzonden: Kop | None
    beslist_op: date | None
    reden: str
    woonplaats_gemeente: str
    afwijkingen: tuple[Afwijking, ...]
    bewakingen: tuple[Bewaking, ...]

    @property
    def sleutel(self) -> tuple[str, str, str]:
        """What makes it one request (TR347)."""
        return self.gemeente, self.aanbieder, self.referentie

    @property
    def loopt(self) -> bool:
        """Whether it waits for its end (OP350)."""
        return self.stand in ("ontvangen", "in behandeling", "in onderzoek")

    @property
    def mag_volgen(self) -> tuple[Stap, ...]:
        """The steps that may follow now."""
        return tuple(stap for stap in STAPPEN if mag_volgen(self.stand, stap) is None)


Zet = Verzocht | Beantwoord | Honorering


def stap_van(zet: Zet) -> Stap:
    """Which step an event is."""
    if isinstance(zet, Verzocht):
        return "verzoek"
    if isinstance(zet, Beantwoord):
        return "319 in onderzoek" if zet.in_onderzoek else "319 afgewezen"
    return "301"


def _volgorde(zet: Zet) -> tuple[bool, date, int, Kop]:
    """The request first, then by date; on one day as the standard wants it (OP080)."""
    stap = STAPPEN.index(stap_van(zet))
    return stap > 0, zet.kop.dagtekening, stap, zet.kop


def volg_verzoek(
    zetten: Sequence[Zet],
    *,
    bevestigd: frozenset[Kop] = frozenset(),
    afgekeurd: Sequence[Verzocht] = (),
) -> Verzoek:
    """The request that these messages with one reference tell of (at least one in all).

    `bevestigd` are the messages that their retourbericht accepted; `afgekeurd` requests that were
    refused: those count as not sent (OP286).
    """
    stand: Stand = "technisch afgekeurd" if afgekeurd else "niet gezien"
    verzocht: Verzocht | None = None
    gevolgd: list[Zet] = []
    afwijkingen = []
    for zet in sorted(zetten, key=_volgorde):
        nieuw = NA[stand][stap_van(zet)]
        if isinstance(nieuw, Nee):
            afwijkingen.append(Afwijking(regel=nieuw.regel, kop=zet.kop))
            continue
        stand = nieuw
        if isinstance(zet, Verzocht):
            verzocht = zet
            stand = "in behandeling" if zet.kop in bevestigd else stand
        else:
            gevolgd.append(zet)
    return _maak(zetten, stand, verzocht or next(iter(afgekeurd), None), gevolgd, afwijkingen)


def _maak(
    zetten: Sequence[Zet],
    stand: Stand,
    verzocht: Verzocht | None,
    gevolgd: list[Zet],
    afwijkingen: list[Afwijking],
) -> Verzoek:
    een = verzocht or zetten[0]
    slot = gevolgd[-1] if stand in ("afgewezen", "toegewezen") else None
    afwijzing = slot if isinstance(slot, Beantwoord) else None
    is_gezien = stand not in ("niet gezien", "technisch afgekeurd")
    return Verzoek(
        gemeente=een.kop.gemeente,
        aanbieder=een.kop.aanbieder,
        referentie=een.referentie,
        soort=verzocht.kop.soort.removeprefix("JW") if verzocht else "",
        kind=verzocht.kind if verzocht else None,
        stand=stand,
        verzonden=verzocht.kop if verzocht else None,
        beslist_op=slot.kop.dagtekening if slot else None,
        reden=afwijzing.reden if afwijzing else "",
        woonplaats_gemeente=afwijzing.woonplaats_gemeente if afwijzing else "",
        afwijkingen=tuple(afwijkingen),
        bewakingen=tuple(_bewakingen(verzocht, gevolgd, slot)) if verzocht and is_gezien else (),
    )


def _bewakingen(verzocht: Verzocht, gevolgd: list[Zet], slot: Zet | None) -> Iterator[Bewaking]:
    """OP274 and OP346 on the first answer, the eight weeks after in onderzoek, OP359 on reason 8."""
    kop = verzocht.kop
    regel = "OP274" if kop.soort == "JW315" else "OP346"
    beslist_op = slot.kop.dagtekening if slot else None
    klokken = [(regel, gevolgd[0].kop.dagtekening if gevolgd else None)]
    if any(stap_van(zet) == "319 in onderzoek" for zet in gevolgd):
        klokken.append((f"{regel}-onderzoek", beslist_op))
    if isinstance(slot, Beantwoord) and slot.reden == WOONPLAATSBEGINSEL:
        klokken.append(("OP359", beslist_op))
    for sleutel, gedaan_op in klokken:
        yield from bewaak(
            sleutel,
            vanaf=kop.dagtekening,
            waarop=f"antwoord op verzoek {verzocht.referentie}",
            gemeente=kop.gemeente,
            aanbieder=kop.aanbieder,
            gedaan_op=gedaan_op,
        )
