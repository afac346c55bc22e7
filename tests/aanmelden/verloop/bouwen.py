"""Short hands for the tables of these tests: a step and a case of plain values."""

from __future__ import annotations

from datetime import date

from paraplu.aanmelden.verloop.traject import Gezet, Traject
from paraplu.termijnen import Opschorting

#: A Monday without a holiday near it.
MAANDAG = date(2026, 3, 2)


def d(dag: int, maand: int = 3) -> date:
    """A day of 2026, in March unless said."""
    return date(2026, maand, dag)


def stap(sleutel: str, van: date, tot: date | None = None, **velden) -> Gezet:
    """A step of the jeugdbeschermer, done with `klaar` unless said."""
    partij = velden.pop("partij", "GI-1")
    return Gezet(
        sleutel=sleutel,
        nummer="1",
        naam=sleutel,
        rol=velden.pop("rol", "jeugdbeschermer"),
        partij=partij,
        partij_naam=partij,
        geopend_op=van,
        afgerond_op=tot,
        uitkomst=velden.pop("uitkomst", "klaar" if tot else ""),
        **velden,
    )


def stil(van: date, tot: date | None) -> Opschorting:
    """A time in which a term stands still."""
    return Opschorting(vanaf=van, tot=tot, reden="wacht op de ouders")


def traject(*stappen: Gezet, **velden) -> Traject:
    """A case of region FV that began on 2 March 2026."""
    return Traject(
        casus=velden.pop("casus", 1),
        regio=velden.pop("regio", "FV"),
        route="aanmeldroute-301",
        gi="GI-1",
        geopend_op=velden.pop("geopend_op", MAANDAG),
        eerste_contact=velden.pop("eerste_contact", MAANDAG),
        stappen=stappen,
        **velden,
    )
