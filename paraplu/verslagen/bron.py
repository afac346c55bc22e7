"""Opens the figures of a report: pinned to the data as it was, through the eyes of its circle."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from typing import Any

from paraplu.afspraken.plaats import tabellen_map
from paraplu.inzage.cijfers import Cijfers
from paraplu.inzage.kijker import make_kijk
from paraplu.monitor import Monitor
from paraplu.monitor.stand import Stand
from paraplu.monitor.verbergen import Kijk
from paraplu.web import gegevens

from .opzet import Kring, Opzet, OpzetKanNiet


def find_kijk(opzet: Opzet, *, op: date) -> Kijk:
    """The eyes of the circle, with the thresholds in force on `op`; the own area in full."""
    gebied = opzet.gebied
    if opzet.kring != Kring.EIGEN:
        return make_kijk(opzet.kring, op=op)
    eigen = (gebied.soort, gebied.code) if gebied.soort else ("gelderland", "gelderland")
    return make_kijk(Kring.PARTIJEN.value, op=op, eigen=[eigen])


def freeze_kijk(kijk: Kijk) -> dict[str, Any]:
    """These eyes as JSON, so that a report can be made again with the thresholds of then."""
    return {
        veld.name: _freeze(getattr(kijk, veld.name))
        for veld in sorted(fields(kijk), key=lambda veld: veld.name)
    }


def restore_kijk(gegevens: Mapping[str, Any]) -> Kijk:
    """The eyes of `freeze_kijk`."""
    velden = {naam: _restore(waarde) for naam, waarde in gegevens.items()}
    return Kijk(**{**velden, "eigen": frozenset(velden["eigen"])})


def _freeze(waarde: Any) -> Any:
    if isinstance(waarde, frozenset):
        return sorted(list(paar) for paar in waarde)
    return [list(paar) for paar in waarde] if isinstance(waarde, tuple) else waarde


def _restore(waarde: Any) -> Any:
    if isinstance(waarde, list):
        return tuple(tuple(paar) for paar in waarde)
    return waarde


def find_stand(opzet: Opzet) -> Stand:
    """The data as it is now, so that a report can be made of exactly this."""
    return gegevens.open_monitor(opzet.bekend_op).stand()


def open_cijfers(opzet: Opzet, kijk: Kijk, stand: Stand) -> Cijfers:
    """The figures of `stand`. Raises StandNietLeesbaar, and OpzetKanNiet where there is no data.

    Where the data of now is that of then, the monitor that the pages use answers: it has the
    figures ready.
    """
    cijfers = Cijfers(opzet.bekend_op, kijk=kijk)
    if cijfers.monitor.stand() != stand:
        cijfers.monitor = Monitor(tabellen_map(), bekend_op=opzet.bekend_op, stand=stand)
    if cijfers.bereik() is None:
        raise OpzetKanNiet("Er zijn nog geen gegevens. Lever eerst berichten aan.")
    return cijfers


def check_kring(cijfers: Cijfers, opzet: Opzet) -> None:
    """Whether this circle may ask these figures at all. Raises OpzetKanNiet."""
    if not cijfers.mag_vragen("gelderland", opzet.periode, opzet.gebied):
        raise OpzetKanNiet(
            "Buiten de kring van partijen gaan er alleen cijfers per jaar uit, van Gelderland, een "
            "regio of een gemeente. Kies een andere kring, of een jaarverslag van zo’n gebied."
        )
