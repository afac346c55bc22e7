"""All requests together: also what one of them does to another (TR374, IV093)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from paraplu.berichten.verloop.gebeurtenissen import Beantwoord, Kop, Toegewezen, Verzocht
from paraplu.berichten.verloop.verzoek import Honorering, Verzoek, Zet, volg_verzoek
from paraplu.berichten.verloop.zinnen import Afwijking

#: Gemeente, provider and ReferentieAanbieder (TR347).
Sleutel = tuple[str, str, str]


def volg_verzoeken(
    verzocht: Sequence[Verzocht],
    beantwoord: Sequence[Beantwoord],
    toegewezen: Sequence[Toegewezen],
    *,
    bevestigd: frozenset[Kop] = frozenset(),
    afgekeurd: Sequence[Verzocht] = (),
) -> tuple[Verzoek, ...]:
    """Every request, in the order of gemeente, provider and reference."""
    zetten: dict[Sleutel, list[Zet]] = defaultdict(list)
    alle: list[Zet] = [*verzocht, *beantwoord, *_honoreringen(toegewezen)]
    for zet in alle:
        zetten[_sleutel(zet)].append(zet)
    geweigerd: dict[Sleutel, list[Verzocht]] = defaultdict(list)
    for een in afgekeurd:
        geweigerd[_sleutel(een)].append(een)
    verzoeken = [
        volg_verzoek(
            zetten.get(sleutel, []), bevestigd=bevestigd, afgekeurd=geweigerd.get(sleutel, [])
        )
        for sleutel in sorted({*zetten, *geweigerd})
    ]
    return _met_afwijkingen(
        verzoeken, [*_tegelijk(verzoeken), *_half_gehonoreerd(verzoeken, toegewezen)]
    )


def _sleutel(zet: Zet) -> Sleutel:
    return zet.kop.gemeente, zet.kop.aanbieder, zet.referentie


def _honoreringen(toegewezen: Iterable[Toegewezen]) -> set[Honorering]:
    """One per message and reference: a 301 after a 317 has one reference on all its lines."""
    return {
        Honorering(kop=een.kop, referentie=een.referentie) for een in toegewezen if een.referentie
    }


def _tegelijk(verzoeken: Iterable[Verzoek]) -> Iterator[tuple[Verzoek, Afwijking]]:
    """TR374: no request while another of this provider for this child runs."""
    per_kind: dict[tuple[str, str, int | None], list[Verzoek]] = defaultdict(list)
    for verzoek in verzoeken:
        if verzoek.verzonden is not None and verzoek.stand != "technisch afgekeurd":
            per_kind[verzoek.gemeente, verzoek.aanbieder, verzoek.kind].append(verzoek)
    for groep in per_kind.values():
        gebroken = {
            later.referentie: (later, Afwijking(regel="TR374", kop=later.verzonden))
            for eerder, later in combinations(sorted(groep, key=_verzonden), 2)
            if eerder.verzonden != later.verzonden and _liep_nog(eerder, _verzonden(later))
        }
        yield from gebroken.values()


def _verzonden(verzoek: Verzoek) -> Kop:
    assert verzoek.verzonden is not None
    return verzoek.verzonden


def _liep_nog(eerder: Verzoek, later: Kop) -> bool:
    return eerder.beslist_op is None or eerder.beslist_op > later.dagtekening


def _half_gehonoreerd(
    verzoeken: Iterable[Verzoek], toegewezen: Iterable[Toegewezen]
) -> Iterator[tuple[Verzoek, Afwijking]]:
    """IV093: the 301 on a 317 names its reference on every product."""
    referenties: dict[Kop, set[str]] = defaultdict(set)
    for een in toegewezen:
        referenties[een.kop].add(een.referentie)
    for verzoek in verzoeken:
        for kop in sorted(referenties):
            partijen = (kop.gemeente, kop.aanbieder) == (verzoek.gemeente, verzoek.aanbieder)
            namen = referenties[kop] if partijen and verzoek.soort == "317" else set()
            if verzoek.referentie in namen and len(namen) > 1:
                yield verzoek, Afwijking(regel="IV093", kop=kop)


def _met_afwijkingen(
    verzoeken: Iterable[Verzoek], erbij: Sequence[tuple[Verzoek, Afwijking]]
) -> tuple[Verzoek, ...]:
    per_verzoek: dict[Sleutel, list[Afwijking]] = defaultdict(list)
    for verzoek, afwijking in erbij:
        per_verzoek[verzoek.sleutel].append(afwijking)
    return tuple(
        replace(verzoek, afwijkingen=(*verzoek.afwijkingen, *per_verzoek[verzoek.sleutel]))
        for verzoek in verzoeken
    )
