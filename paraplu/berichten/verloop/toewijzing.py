"""An allocation (301) through its versions: changed, stretched, withdrawn or removed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Literal

from paraplu.berichten.verloop.gebeurtenissen import Toegewezen
from paraplu.berichten.verloop.zinnen import Afwijking

Stand = Literal["technisch afgekeurd", "verwijderd", "nog niet ingegaan", "actueel", "afgelopen"]
#: What a version changes (OP033x1).
Wijziging = Literal["nieuw", "ingetrokken", "opgerekt", "verwijderd", "volume", "budget", "anders"]
VERWIJDERD: Final = "13"
#: Frequency 6: the volume is for the whole period and may change (OP033x1).
HELE_PERIODE: Final = "6"


@dataclass(frozen=True, kw_only=True)
class Toewijzing:
    """One allocation as its newest version has it.

    `versies` are the versions with what each changed, the oldest first; `eerste_dag` is the date of
    the first message with this number.
    """

    gemeente: str
    nummer: int | None
    stand: Stand
    geldt: Toegewezen
    versies: tuple[tuple[Toegewezen, Wijziging], ...]
    eerste_dag: date
    afwijkingen: tuple[Afwijking, ...]

    @property
    def is_verwijderd(self) -> bool:
        """Whether it counts as never given (P49)."""
        return self.stand in ("verwijderd", "technisch afgekeurd")


def soort_wijziging(vorige: Toegewezen | None, nieuw: Toegewezen) -> Wijziging:
    """What this version does to the one before it."""
    if nieuw.reden == VERWIJDERD:
        return "verwijderd"
    if vorige is None:
        return "nieuw"
    if nieuw.einddatum != vorige.einddatum:
        eerder = _einde(nieuw) < _einde(vorige)
        return "ingetrokken" if eerder else "opgerekt"
    if nieuw.omvang != vorige.omvang and _is_zelfde_levering(vorige, nieuw):
        return "volume"
    return "budget" if nieuw.budget != vorige.budget else "anders"


def _einde(versie: Toegewezen) -> date:
    return versie.einddatum or date.max


def mag_volgen(vorige: Toegewezen | None, nieuw: Toegewezen) -> Afwijking | None:
    """None when this version may follow the one before it, else the rule and why not."""
    regel = _regel(vorige, nieuw)
    return Afwijking(regel=regel, kop=nieuw.kop) if regel else None


def _regel(vorige: Toegewezen | None, nieuw: Toegewezen) -> str:
    if vorige is None:
        return ""
    wie = (vorige.kind, vorige.kop.aanbieder) == (nieuw.kind, nieuw.kop.aanbieder)
    if vorige.reden == VERWIJDERD or not wie:
        return "TR332"
    if vorige.vastgesteld == nieuw.vastgesteld:
        return "IV013"
    if not _is_zelfde_levering(vorige, nieuw):
        return "OP257"
    if vorige.ingangsdatum != nieuw.ingangsdatum:
        return "OP033x1"
    is_anders = _wat_telt(vorige) != _wat_telt(nieuw) or nieuw.reden == VERWIJDERD
    return "" if is_anders == bool(nieuw.reden) else "IV099"


def _is_zelfde_levering(vorige: Toegewezen, nieuw: Toegewezen) -> bool:
    """OP257: the same product, and the same volume unless that is for the whole period."""
    zelfde = vorige.omvang == nieuw.omvang
    beide = (vorige.omvang, nieuw.omvang)
    if not zelfde and all(omvang and omvang[2] == HELE_PERIODE for omvang in beide):
        zelfde = vorige.omvang[1:] == nieuw.omvang[1:]  # type: ignore[index]
    return zelfde and vorige.product == nieuw.product


def _wat_telt(versie: Toegewezen) -> tuple[object, ...]:
    return versie.ingangsdatum, versie.einddatum, versie.product, versie.omvang, versie.budget


def _zonder_bericht(versie: Toegewezen) -> tuple[object, ...]:
    """The version itself: a message that repeats it (OP087) leaves out RedenWijziging (IV099)."""
    wie = (versie.kind, versie.kop.gemeente, versie.kop.aanbieder)
    return versie.vastgesteld, str(_wat_telt(versie)), versie.reden == VERWIJDERD, wie


def volg_toewijzing(
    versies: Sequence[Toegewezen], *, op: date, afgekeurd: bool = False
) -> Toewijzing:
    """The allocation that these versions (at least one) of one number make on a day.

    The highest Toewijzingsdatum and -tijd wins, in whatever order they came (IV013, P49). A repeat
    of a version is none (OP087). `afgekeurd`: every message with it was refused (OP286).
    """
    per_versie: dict[tuple[object, ...], Toegewezen] = {}
    for versie in sorted(versies, key=lambda versie: (not versie.reden, versie.kop)):
        per_versie.setdefault(_zonder_bericht(versie), versie)
    geordend = [per_versie[sleutel] for sleutel in sorted(per_versie, key=str)]
    paren = list(zip([None, *geordend], geordend, strict=False))
    geldt = geordend[-1]
    return Toewijzing(
        gemeente=geldt.kop.gemeente,
        nummer=geldt.nummer,
        stand="technisch afgekeurd" if afgekeurd else _stand(geldt, op),
        geldt=geldt,
        versies=tuple((nieuw, soort_wijziging(vorige, nieuw)) for vorige, nieuw in paren),
        eerste_dag=min(versie.kop.dagtekening for versie in versies),
        afwijkingen=tuple(
            afwijking for vorige, nieuw in paren if (afwijking := mag_volgen(vorige, nieuw))
        ),
    )


def _stand(geldt: Toegewezen, op: date) -> Stand:
    if geldt.reden == VERWIJDERD:
        return "verwijderd"
    if op < geldt.ingangsdatum:
        return "nog niet ingegaan"
    return "actueel" if op <= _einde(geldt) else "afgelopen"


def volg_toewijzingen(
    toegewezen: Iterable[Toegewezen], *, op: date, afgekeurd: Iterable[Toegewezen] = ()
) -> tuple[Toewijzing, ...]:
    """Every allocation by gemeente and number; one without a number (2.3) is not followed."""
    goed, fout = _per_nummer(toegewezen), _per_nummer(afgekeurd)
    return tuple(
        volg_toewijzing(goed.get(sleutel) or fout[sleutel], op=op, afgekeurd=sleutel not in goed)
        for sleutel in sorted({*goed, *fout})
    )


def _per_nummer(toegewezen: Iterable[Toegewezen]) -> dict[tuple[str, int], list[Toegewezen]]:
    groepen: dict[tuple[str, int], list[Toegewezen]] = defaultdict(list)
    for versie in toegewezen:
        if versie.nummer is not None:
            groepen[versie.kop.gemeente, versie.nummer].append(versie)
    return groepen


def keur_verwijdering(toewijzing: Toewijzing, *, heeft_toegekend: bool) -> Toewijzing:
    """TR385: an allocation with granted lines that were not taken back may not be removed."""
    if toewijzing.stand != "verwijderd" or not heeft_toegekend:
        return toewijzing
    afwijking = Afwijking(regel="TR385", kop=toewijzing.geldt.kop)
    return replace(toewijzing, afwijkingen=(*toewijzing.afwijkingen, afwijking))
