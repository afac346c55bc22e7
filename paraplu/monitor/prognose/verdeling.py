"""Student's t: how far an estimate from few numbers can be off."""

from __future__ import annotations

from statistics import NormalDist


def t_kwantiel(kans: float, vrijheid: int) -> float:
    """The value that a t-variable stays under with probability `kans`.

    The expansion of Cornish and Fisher around the normal distribution; within 1 percent of the tables
    from three degrees of freedom on, for the intervals used here.

    >>> round(t_kwantiel(0.975, 10), 2), round(t_kwantiel(0.9, 4), 2)
    (2.23, 1.53)
    """
    z = NormalDist().inv_cdf(kans)
    v = float(vrijheid)
    return (
        z
        + (z**3 + z) / (4 * v)
        + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * v**2)
        + (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / (384 * v**3)
    )
