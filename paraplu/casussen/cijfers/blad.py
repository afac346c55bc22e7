"""The figures as a sheet: a row per figure, for CSV and for the command line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from django.utils.translation import gettext as _

from .tellen import Blik, Cijfer, Tabel, Verborgen
from .verbergen import ALLES
from .woorden import Namen, show_getal, sort_delen


def list_kop() -> list[str]:
    """The heads of the columns."""
    return [
        _("meting"),
        _("deel"),
        _("aantal"),
        _("aandeel in %"),
        _("aandeel van"),
        _("mediaan"),
        _("90 van de 100 hoogstens"),
        _("eenheid"),
        _("opmerking"),
    ]


def list_regels(tabellen: Mapping[str, Tabel], blik: Blik, namen: Namen) -> Iterator[list[str]]:
    """Per measure the total and its parts, as they may be shown."""
    for tabel in tabellen.values():
        meting = tabel.meting
        for deel in (ALLES, *sort_delen(tabel, blik, namen)):
            naam = _("alles samen") if deel == ALLES else namen(meting.sleutel, deel)[1]
            cijfer = tabel.cijfer(blik, deel)
            waarden = list_waarden(cijfer)
            yield [
                str(meting.naam),
                naam,
                waarden[0],
                waarden[1] if meting.ja else "",
                str(meting.ja),
                *waarden[2:],
                str(meting.eenheid),
                f"{_('verborgen')}: {cijfer.reden}" if isinstance(cijfer, Verborgen) else "",
            ]


def list_waarden(cijfer: Cijfer | Verborgen) -> list[str]:
    """Number, share in percent, median and ninetieth percentile; empty where there is none."""
    if isinstance(cijfer, Verborgen):
        return [""] * 4
    return [
        str(cijfer.aantal),
        "" if cijfer.aandeel is None else show_getal(round(cijfer.aandeel * 100, 1)),
        "" if cijfer.mediaan is None else show_getal(cijfer.mediaan),
        "" if cijfer.p90 is None else str(cijfer.p90),
    ]
