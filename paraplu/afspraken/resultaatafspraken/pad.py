"""What a figure is held to in a year: against the year before, along the path, or by itself."""

from __future__ import annotations

from typing import Final

from paraplu.afspraken.normen import PUNTEN, NoNormInForce
from paraplu.afspraken.resultaatafspraken import ABSOLUUT, NULMETING, Resultaatafspraak

GEHAALD: Final = "gehaald"
NIET_GEHAALD: Final = "niet gehaald"
NOG_NIET_BEKEND: Final = "nog niet bekend"
GEEN_NORM: Final = "geen norm"
#: A figure that is this close to its norm meets it: shares come from counts, and are never exact.
GELIJK: Final = 1e-9


def apply_norm(afspraak: Resultaatafspraak, vorige: float | None, *, jaar: int) -> float | None:
    """What the norm of `jaar` makes of `vorige`; None without it. Raises NoNormInForce.

    >>> from paraplu.afspraken.resultaatafspraken import find_afspraak
    >>> round(apply_norm(find_afspraak("RA1"), 0.18, jaar=2022), 3)
    0.16
    >>> round(apply_norm(find_afspraak("RA7"), 200.0, jaar=2022), 3)
    190.0
    """
    asked = float(afspraak.on(jaar))
    deel = 100 if afspraak.eenheid == "aandeel" else 1
    if afspraak.wijze == ABSOLUUT:
        return asked / deel
    if vorige is None:
        return None
    return vorige + asked / deel if afspraak.wijze == PUNTEN else vorige * (1 + asked / 100)


def walk_pad(
    afspraak: Resultaatafspraak, basis: float | None, *, tot: int
) -> dict[int, float | None]:
    """Per year with a norm, up to `tot`, what the agreement makes of the baseline step by step.

    >>> from paraplu.afspraken.resultaatafspraken import find_afspraak
    >>> {j: round(w, 3) for j, w in walk_pad(find_afspraak("RA4"), 0.2, tot=2023).items()}
    {2022: 0.175, 2023: 0.15}
    """
    pad: dict[int, float | None] = {}
    vorige = basis
    for jaar in range(afspraak.normen[0].vanaf.year, tot + 1):
        try:
            vorige = pad[jaar] = apply_norm(afspraak, vorige, jaar=jaar)
        except NoNormInForce:
            break
    return pad


def find_grens(
    afspraak: Resultaatafspraak, *, jaar: int, vorige: float | None, basis: float | None
) -> float | None:
    """What the figure of this year is held to; None when what it counts from is not known.

    Raises NoNormInForce in a year without a norm.
    """
    afspraak.on(jaar)
    if afspraak.tegen == NULMETING:
        return walk_pad(afspraak, basis, tot=jaar).get(jaar)
    return apply_norm(afspraak, vorige, jaar=jaar)


def judge(afspraak: Resultaatafspraak, cijfer: float | None, grens: float | None) -> str:
    """GEHAALD, NIET_GEHAALD, or NOG_NIET_BEKEND when one of both is not known.

    >>> from paraplu.afspraken.resultaatafspraken import find_afspraak
    >>> judge(find_afspraak("RA10"), 0.02, 0.01), judge(find_afspraak("RA1"), 0.17, 0.16)
    ('gehaald', 'niet gehaald')
    """
    if cijfer is None or grens is None:
        return NOG_NIET_BEKEND
    over = cijfer - grens if afspraak.is_minder_beter else grens - cijfer
    return GEHAALD if over <= GELIJK else NIET_GEHAALD


def both_ways(
    afspraak: Resultaatafspraak, vorige: float, nieuw: float
) -> tuple[float, float | None]:
    """The step from `vorige` to `nieuw` in the unit itself, and as a share of `vorige` (P1).

    >>> from paraplu.afspraken.resultaatafspraken import find_afspraak
    >>> tuple(round(w, 3) for w in both_ways(find_afspraak("RA1"), 0.18, 0.16))
    (-0.02, -0.111)
    """
    return nieuw - vorige, (nieuw - vorige) / vorige if vorige else None
