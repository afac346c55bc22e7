"""How Paraplu is doing, point by point; no person, no case, only counts and days."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from paraplu.afspraken.plaats import var_map
from paraplu.termijnen.feestdagen import LAATSTE_JAAR
from paraplu.termijnen.kalender import gelijkgestelde_dagen
from paraplu.web import gegevens
from paraplu.web.models import Spoor

from . import queries
from .versie import versions

#: A party delivers every month; after so many days somebody should ask.
LEVERING_OUD: Final = 45
#: The longest terms of the routes run half a year ahead; the decree should be known by then.
KALENDER_VOORUIT: Final = 182
SPOOR_OUD: Final = timedelta(days=2)
KOPIE_OUD: Final = timedelta(days=2)
RIJ_OUD: Final = timedelta(minutes=30)
SCHIJF_KRAP, SCHIJF_VOL = 0.15, 0.05


class Stand(StrEnum):
    """How it is with one point, from good to bad."""

    GOED = "goed"
    LET_OP = "let op"
    FOUT = "fout"


WOORD: Final = {
    Stand.GOED: gettext_lazy("goed"),
    Stand.LET_OP: gettext_lazy("let op"),
    Stand.FOUT: gettext_lazy("fout"),
}


@dataclass(frozen=True)
class Punt:
    """One thing that was looked at, in a sentence, with figures for a machine."""

    sleutel: str
    naam: str
    stand: Stand
    zin: str
    getallen: tuple[tuple[str, float], ...] = ()

    @property
    def woord(self) -> str:
        """How it is, as people read it."""
        return str(WOORD[self.stand])


@dataclass(frozen=True)
class Bron:
    """Who brings deliveries, and when last."""

    naam: str
    laatste: date
    dagen: int
    oud: bool


def look(*, nu: datetime) -> list[Punt]:
    """Every point. What cannot be looked at is a fault itself, and the others are looked at still."""
    return [_try(sleutel, naam, kijk, nu) for sleutel, naam, kijk in PUNTEN]


def bronnen(*, op: date) -> list[Bron]:
    """Every bringer of deliveries with the last day, the oldest first."""
    laatste: dict[str, date] = {}
    for levering in gegevens.open_monitor().leveringen():
        naam = levering["brenger"]
        laatste[naam] = max(laatste.get(naam, levering["dag"]), levering["dag"])
    return [
        Bron(naam, dag, (op - dag).days, (op - dag).days > LEVERING_OUD)
        for naam, dag in sorted(laatste.items(), key=lambda paar: (paar[1], paar[0]))
    ]


Kijk = Callable[[datetime], tuple[Stand, str, dict[str, float]]]


def _try(sleutel: str, naam: object, kijk: Kijk, nu: datetime) -> Punt:
    try:
        stand, zin, getallen = kijk(nu)
    except Exception as fout:
        # The text of an error may hold a row; its kind says enough to look further.
        zin = _("Dit was niet na te gaan: %(soort)s.") % {"soort": type(fout).__name__}
        stand, getallen = Stand.FOUT, {}
    return Punt(sleutel, str(naam), stand, zin, tuple(sorted(getallen.items())))


def _database(_nu: datetime) -> tuple[Stand, str, dict[str, float]]:
    uitvoerder = MigrationExecutor(connection)
    open_ = uitvoerder.migration_plan(uitvoerder.loader.graph.leaf_nodes())
    if not open_:
        return Stand.GOED, _("De tabellen zijn bijgewerkt."), {"migraties_open": 0}
    zin = _("Er zijn %(aantal)s wijzigingen van tabellen nog niet gedaan: paraplu beheer migrate.")
    return Stand.FOUT, zin % {"aantal": len(open_)}, {"migraties_open": len(open_)}


def _leveringen(nu: datetime) -> tuple[Stand, str, dict[str, float]]:
    gevonden = bronnen(op=localtime(nu).date())
    if not gevonden:
        return Stand.LET_OP, _("Er is nog niets geleverd."), {"bronnen": 0}
    oud = sum(1 for bron in gevonden if bron.oud)
    getallen = {"bronnen": len(gevonden), "bronnen_oud": oud, "dagen": gevonden[-1].dagen}
    if oud:
        zin = ngettext(
            "Van %(aantal)s bron kwam langer dan %(dagen)s dagen niets.",
            "Van %(aantal)s bronnen kwam langer dan %(dagen)s dagen niets.",
            oud,
        )
        return Stand.LET_OP, zin % {"aantal": oud, "dagen": LEVERING_OUD}, getallen
    return Stand.GOED, _("Van elke bron kwam onlangs een levering."), getallen


def _rij(nu: datetime) -> tuple[Stand, str, dict[str, float]]:
    rij = queries.queue(nu=nu)
    wachttijd = nu - rij.oudste if rij.oudste else timedelta()
    getallen = {
        "wacht": rij.wacht,
        "bezig": rij.bezig,
        "mislukt": rij.mislukt,
        "gestrand": rij.gestrand,
        "oudste_seconden": wachttijd.total_seconds(),
    }
    zin = _("%(wacht)s wachten, %(bezig)s bezig, %(gestrand)s gestrand, %(mislukt)s mislukt.") % (
        getallen
    )
    if rij.gestrand or wachttijd > RIJ_OUD:
        return Stand.FOUT, f"{zin} {_('Draait de werker wel?')}", getallen
    return (Stand.LET_OP if rij.mislukt else Stand.GOED), zin, getallen


def _kalender(nu: datetime) -> tuple[Stand, str, dict[str, float]]:
    laatste = date(max(gelijkgestelde_dagen()).year, 12, 31)
    dagen = (laatste - localtime(nu).date()).days
    zin = _(
        "Feestdagen zijn bekend tot en met %(jaar)s, dagen die ermee gelijk zijn gesteld tot en met "
        "%(besluit)s."
    ) % {"jaar": LAATSTE_JAAR, "besluit": laatste.year}
    stand = Stand.GOED if dagen > KALENDER_VOORUIT else Stand.LET_OP
    return stand, zin, {"dagen_vooruit": dagen}


def _spoor(nu: datetime) -> tuple[Stand, str, dict[str, float]]:
    laatste = queries.last_spoorcontrole()
    if laatste is None:
        return Stand.LET_OP, _("Het spoor is nog niet nagegaan."), {}
    getallen = {
        "breuken": laatste.breuken,
        "regels": laatste.regels,
        "uren": (nu - laatste.wanneer).total_seconds() / 3600,
    }
    wanneer = f"{localtime(laatste.wanneer):%d-%m-%Y %H:%M}"
    if laatste.breuken:
        zin = _("Het spoor is gebroken (%(aantal)s keer), nagegaan op %(wanneer)s.")
        return Stand.FOUT, zin % {"aantal": laatste.breuken, "wanneer": wanneer}, getallen
    oud = nu - laatste.wanneer > SPOOR_OUD
    zin = _("Het spoor is heel: %(regels)s regels, nagegaan op %(wanneer)s.")
    return (
        Stand.LET_OP if oud else Stand.GOED,
        zin % {"regels": laatste.regels, "wanneer": wanneer},
        getallen,
    )


def _kopie(nu: datetime) -> tuple[Stand, str, dict[str, float]]:
    gemaakt = Spoor.objects.filter(handeling="reservekopie maken").order_by("-wanneer").first()
    if gemaakt is None:
        return Stand.LET_OP, _("Er is nog geen reservekopie gemaakt."), {}
    uren = (nu - gemaakt.wanneer).total_seconds() / 3600
    zin = _("De laatste reservekopie is van %(wanneer)s.") % {
        "wanneer": f"{localtime(gemaakt.wanneer):%d-%m-%Y %H:%M}"
    }
    oud = nu - gemaakt.wanneer > KOPIE_OUD
    return (Stand.LET_OP if oud else Stand.GOED), zin, {"uren": uren}


def _schijf(_nu: datetime) -> tuple[Stand, str, dict[str, float]]:
    ruimte = shutil.disk_usage(var_map())
    deel = ruimte.free / ruimte.total
    zin = _("Er is %(vrij)s GB vrij van %(alle)s GB.") % {
        "vrij": round(ruimte.free / 1e9),
        "alle": round(ruimte.total / 1e9),
    }
    stand = Stand.FOUT if deel < SCHIJF_VOL else Stand.LET_OP if deel < SCHIJF_KRAP else Stand.GOED
    return stand, zin, {"vrij_bytes": ruimte.free, "totaal_bytes": ruimte.total}


def _versies(_nu: datetime) -> tuple[Stand, str, dict[str, float]]:
    return Stand.GOED, ", ".join(f"{naam} {versie}" for naam, versie in versions().items()), {}


PUNTEN: Final[tuple[tuple[str, object, Kijk], ...]] = (
    ("database", gettext_lazy("Tabellen"), _database),
    ("leveringen", gettext_lazy("Leveringen"), _leveringen),
    ("rij", gettext_lazy("Werk op de achtergrond"), _rij),
    ("kalender", gettext_lazy("Kalender"), _kalender),
    ("spoor", gettext_lazy("Spoor"), _spoor),
    ("kopie", gettext_lazy("Reservekopie"), _kopie),
    ("schijf", gettext_lazy("Schijf"), _schijf),
    ("versies", gettext_lazy("Versies"), _versies),
)
