"""A figure in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from django.utils.translation import gettext as _

from paraplu.web.getallen import cijfers

from .tellen import Blik, Cijfer, Meting, Tabel, Verborgen

#: The place and the name of a part of a measure, by the keys of both.
Namen = Callable[[str, str], tuple[int, str]]


def sort_delen(tabel: Tabel, blik: Blik, namen: Namen) -> list[str]:
    """The parts that have rows where one looks, in the order in which the room puts them."""
    return sorted(tabel.delen(blik), key=lambda deel: namen(tabel.meting.sleutel, deel))


def list_zinnen(tabellen: Mapping[str, Tabel], blik: Blik, namen: Namen) -> Iterator[str]:
    """Per measure a sentence, and one for each of its parts: for the command line."""
    for sleutel, tabel in tabellen.items():
        yield f"{tabel.meting.naam}: {zin(tabel.meting, tabel.cijfer(blik))}"
        for deel in sort_delen(tabel, blik, namen):
            yield f"  {namen(sleutel, deel)[1]}: {zin(tabel.meting, tabel.cijfer(blik, deel))}"


def list_afgevallen(tabel: Tabel, blik: Blik) -> list[tuple[str, str]]:
    """What was looked at and does not count, per reason: how many, or why that is hidden."""
    if tabel.afgevallen is None:
        return []
    redenen = dict(tabel.meting.redenen)
    return [
        (str(redenen.get(deel, deel)), _aantal(tabel.afgevallen.cijfer(blik, deel)))
        for deel in tabel.afgevallen.delen(blik)
    ]


def _aantal(cijfer: Cijfer | Verborgen) -> str:
    if isinstance(cijfer, Verborgen):
        return _("verborgen: %(reden)s") % {"reden": cijfer.reden}
    return cijfers(cijfer.aantal)


def zin(meting: Meting, cijfer: Cijfer | Verborgen) -> str:
    """A figure as a sentence."""
    if isinstance(cijfer, Verborgen):
        return _("Verborgen: %(reden)s.") % {"reden": cijfer.reden}
    if not cijfer.aantal:
        return _("In deze periode zijn er geen.")
    return "; ".join(_delen_van(meting, cijfer)) + "."


def _delen_van(meting: Meting, cijfer: Cijfer) -> Iterator[str]:
    yield f"{cijfers(cijfer.aantal)} {meting.telt}"
    if meting.ja and cijfer.aandeel is not None:
        yield f"{cijfers(cijfer.aandeel * 100)} % {meting.ja}"
    if meting.eenheid and cijfer.mediaan is not None and cijfer.p90 is not None:
        yield _(
            "de helft hoogstens %(mediaan)s %(eenheid)s, negen van de tien hoogstens %(p90)s"
        ) % {
            "mediaan": show_getal(cijfer.mediaan),
            "eenheid": meting.eenheid,
            "p90": cijfer.p90,
        }


def show_getal(waarde: float) -> str:
    """
    >>> show_getal(4.0), show_getal(4.5)
    ('4', '4,5')
    """
    return cijfers(waarde, 0 if waarde == int(waarde) else 1)
