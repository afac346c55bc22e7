"""Make the receipt of a figure from the same query as the figure itself."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ibis import _

import paraplu
from paraplu.monitor import tellen, waarden
from paraplu.monitor.afgeleid import stempel_van_de_code
from paraplu.monitor.bewijs.herkomst import berichten_van, tel_leveringen
from paraplu.monitor.bewijs.soorten import (
    Aantal,
    Bewijs,
    Codebewijs,
    Definitiebewijs,
    Gegevensbewijs,
    Herkomst,
    Leveringdeel,
    Maatbewijs,
)
from paraplu.monitor.definities import versie_van
from paraplu.monitor.definities.tekst import lees_maat
from paraplu.monitor.geopend import Geopend
from paraplu.monitor.indicator import Indicator, Maat
from paraplu.monitor.kwaliteit import Raakvlak
from paraplu.monitor.periode import Periode
from paraplu.monitor.verbergen import Kijk, Verborgen, cel
from paraplu.monitor.verbergen.cel import make_cel

if TYPE_CHECKING:
    from paraplu.monitor.api import Monitor

#: Why the origin of a figure and what could move it are kept back: both count rows.
NIET_EIGEN = (
    "De regels, de leveringen en de bevindingen erachter ziet alleen wie dit gebied zelf is."
)


def make_bewijs(
    monitor: Monitor,
    code: str,
    *,
    variant: str | None = None,
    periode: Periode,
    filters: Mapping[str, str] | None = None,
    per: str | None = None,
    maat: str | None = None,
    kijk: Kijk | None = None,
    licht: bool = False,
    raakvlakken: bool = True,
) -> Bewijs:
    """The receipt of the figure of `code` within `filters`; with `maat` of that measure alone.

    With a `kijk` that does not own the area, numbers are hidden as those of the figure are, and the
    deliveries and findings are left out. `licht` leaves those out too: they take longest to find.
    `raakvlakken` False leaves out the findings alone, for who cannot wait until they are made.
    Raises what `Monitor.waarde` raises, and OnbekendeMaat.
    """
    indicator = waarden.indicator(code)
    vraag: dict[str, Any] = {
        "variant": indicator.kies_variant(variant),
        "periode": periode,
        "filters": dict(filters or {}),
    }
    bon = monitor.bon(code, **vraag, kijk=kijk)
    eigen = kijk is None or is_eigen(kijk, vraag["filters"])
    heel = eigen and not licht
    return Bewijs(
        definitie=_definitie(indicator),
        variant=vraag["variant"],
        periode=periode.naam,
        begin=periode.begin,
        einde=periode.einde,
        filters=vraag["filters"],
        maten=tuple(_maten(monitor, indicator, vraag, maat, kijk=kijk, geteld=bon.geteld)),
        kandidaten=bon.kandidaten,
        geteld=bon.geteld,
        afgevallen=tuple(bon.afgevallen),
        herkomst=read_herkomst(monitor, code, **vraag) if heel else None,
        raakvlakken=_raakvlakken(monitor, code, vraag) if heel and raakvlakken else None,
        gegevens=_gegevens(monitor, bon.dataversie),
        code=Codebewijs(pakket=_pakketversie(), stempel=stempel_van_de_code()[:12]),
        verborgen="" if eigen else NIET_EIGEN,
        per=per,
        delen=_delen(monitor, code, vraag, per, kijk) if per else (),
    )


def is_eigen(kijk: Kijk, filters: Mapping[str, str]) -> bool:
    """Whether these filters stay inside the reader's own area."""
    eigen = make_cel(tellen.ALLES, "", filters)
    return eigen is not None and cel.is_eigen(eigen, kijk)


def read_herkomst(
    monitor: Monitor,
    code: str,
    *,
    variant: str | None = None,
    periode: Periode,
    filters: Mapping[str, str] | None = None,
) -> Herkomst:
    """Which deliveries brought the messages behind the counted rows."""
    vraag = monitor.vraag(code, variant=variant, periode=periode, filters=filters)

    def reken(geopend: Geopend) -> list[dict[str, Any]]:
        geteld = tellen.geteld(geopend.rijen(vraag))
        rijen = geopend.lees(tel_leveringen(geopend, berichten_van(geopend, vraag, geteld)))
        return [{**rij, "dag": rij["dag"].isoformat()} for rij in rijen]

    with monitor.geopend() as geopend:
        rijen = geopend.onthoud(vraag.naam("herkomst"), lambda: reken(geopend))
    return Herkomst(
        leveringen=tuple(
            Leveringdeel(
                levering=rij["levering"],
                dag=date.fromisoformat(rij["dag"]),
                brenger=rij["brenger"] or "",
                berichten=rij["berichten"],
            )
            for rij in rijen
        )
    )


def _definitie(indicator: Indicator) -> Definitiebewijs:
    versie = versie_van(indicator.code)
    return Definitiebewijs(
        code=indicator.code,
        naam=indicator.naam,
        tekst=indicator.definitie,
        bron=indicator.bron,
        vereisten=indicator.vereisten,
        lezingen=indicator.lezingen,
        opmerkingen=indicator.opmerkingen,
        versie=versie.versie,
        vingerafdruk=versie.vingerafdruk,
        klopt=versie.is_van_nu,
    )


def _maten(
    monitor: Monitor,
    indicator: Indicator,
    vraag: Mapping[str, Any],
    gekozen: str | None,
    *,
    kijk: Kijk | None,
    geteld: Aantal,
) -> list[Maatbewijs]:
    maten = [indicator.maat(gekozen)] if gekozen else indicator.maten
    uitkomst = monitor.waarde(indicator.code, **vraag, per=tellen.ALLES, kijk=kijk)
    waarden = uitkomst.rijen[0].waarden
    regels = _regels(monitor, indicator, vraag, geteld)
    return [
        Maatbewijs(
            sleutel=maat.sleutel,
            naam=maat.naam,
            eenheid=maat.eenheid,
            waarde=waarden[maat.sleutel],
            leeswijze=lees_maat(maat),
            regels=_van_maat(maat, regels, waarden[maat.sleutel], geteld),
        )
        for maat in maten
    ]


def _regels(
    monitor: Monitor, indicator: Indicator, vraag: Mapping[str, Any], geteld: Aantal
) -> dict[str, int]:
    """Per column that says which rows a measure takes, how many rows that are."""
    namen = sorted({maat.waar for maat in indicator.maten if maat.waar})
    if isinstance(geteld, Verborgen) or not namen:
        return {}
    echte = monitor.vraag(indicator.code, **vraag)
    with monitor.geopend() as geopend:

        def reken() -> dict[str, int]:
            rijen = tellen.geteld(geopend.rijen(echte))
            [rij] = geopend.lees(
                rijen.agg(**{naam: _[naam].cast("int64").sum().fill_null(0) for naam in namen})
            )
            return {naam: int(aantal) for naam, aantal in rij.items()}

        return geopend.onthoud(echte.naam("regels"), reken)


def _van_maat(maat: Maat, regels: Mapping[str, int], waarde: Any, geteld: Aantal) -> Aantal:
    """Of how many rows of its list a measure is read; a transfer is a row of a list of its own."""
    if isinstance(waarde, Verborgen) or isinstance(geteld, Verborgen):
        return waarde if isinstance(waarde, Verborgen) else geteld
    if maat.soort == "stroom":
        return int(waarde)
    return regels[maat.waar] if maat.waar and maat.soort != "aandeel" else geteld


def _raakvlakken(
    monitor: Monitor, code: str, vraag: Mapping[str, Any]
) -> tuple[Raakvlak, ...] | None:
    from paraplu.monitor.kwaliteit import raakt  # noqa: PLC0415 - that room counts with figures too

    return tuple(raakt(monitor, code, **vraag))


def _gegevens(monitor: Monitor, dataversie: str) -> Gegevensbewijs:
    stand = monitor.stand()
    return Gegevensbewijs(
        dataversie=dataversie,
        tabellen=stand.versies,
        bladen=dict(stand.bladen),
        bekend_op=monitor.bekend_op,
        bijgewerkt_op=monitor.laatst_bijgewerkt(),
        ingegaan_na=monitor.ingegaan_na,
    )


def _delen(
    monitor: Monitor, code: str, vraag: Mapping[str, Any], per: str, kijk: Kijk | None
) -> tuple[tuple[str, Mapping[str, Any]], ...]:
    uitkomst = monitor.waarde(code, **vraag, per=per, kijk=kijk)
    return tuple((rij.naam, rij.waarden) for rij in uitkomst.rijen)


@cache
def _pakketversie() -> str:
    """Of the package as installed; of a working copy what its pyproject says."""
    try:
        return version("paraplu")
    except PackageNotFoundError:
        beschrijving = Path(paraplu.__file__).parents[1] / "pyproject.toml"
        return str(tomllib.loads(beschrijving.read_text(encoding="utf-8"))["project"]["version"])
