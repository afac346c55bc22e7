"""A child that is in two places on one day, and a gemeente that says it is not theirs."""

from __future__ import annotations

from datetime import date
from typing import Final

import ibis
from ibis import _
from ibis.expr.types import Table

from paraplu.monitor.kwaliteit.bron import Bron
from paraplu.monitor.kwaliteit.controle import controle
from paraplu.monitor.kwaliteit.vorm import als_bevinding
from paraplu.monitor.trajecten.maatregelen import met_maatregeleinde

#: Days together that still are a hand-over: those that P50 lets pass between two parts of a measure.
OVERDRACHT: Final = 31
#: Places of the tussentaal in which a child sleeps: pleegzorg, gezinshuis, JeugdzorgPlus, verblijf.
#: Verblijf licht (6) is staying over and part-time: beside another place it is in order.
VERBLIJF: Final = (2, 3, 5, 7, 8)
OPEN: Final = date(9999, 12, 31)
DRAGER: Final = ("sleutel", "gemeente", "aanbieder", "van", "tot")


def _perioden(bron: Bron) -> Table:
    """Periods of care with `van` and `tot`, the last day: of the stop, the allocation, or far away."""
    perioden = met_maatregeleinde(bron.trajecten.zorgperioden.filter(_.is_maatregel)).union(
        bron.trajecten.zorgperioden.filter(~_.is_maatregel)
    )
    perioden = perioden.filter(_.einddatum.isnull() | (_.einddatum >= _.begindatum))
    return perioden.mutate(
        van=_.begindatum,
        tot=_.einddatum.coalesce(_.toewijzing_einddatum).fill_null(ibis.date(OPEN)),
    )


def _tegelijk(perioden: Table, *, verschilt: str, gelijk: tuple[str, ...]) -> Table:
    """Periods beside another of the child that differs in `verschilt`, for more than a hand-over.

    The finding is on the later begun of the two; of more others the first begun is named.
    """
    ander = perioden.select(*gelijk, **{f"ander_{naam}": _[naam] for naam in DRAGER})
    paar = perioden.inner_join(ander, list(gelijk))
    # Of each pair once: the later begun, then the higher key.
    later = (paar.van > paar.ander_van) | (
        (paar.van == paar.ander_van) & (paar.sleutel > paar.ander_sleutel)
    )
    samen = ibis.least(paar.tot, paar.ander_tot).delta(paar.van, unit="day")
    paar = paar.filter(later, paar[verschilt] != paar[f"ander_{verschilt}"], samen > OVERDRACHT)
    volgorde = ibis.row_number().over(
        group_by=["sleutel", "begindatum"], order_by=[_.ander_van, _.ander_sleutel]
    )
    return paar.mutate(volgorde=volgorde).filter(_.volgorde == 0).drop("volgorde")


def _melding(paar: Table, *, wat: str, verschilt: str, bij: str) -> Table:
    return als_bevinding(
        paar,
        rij=paar.sleutel + "|" + paar.begindatum.cast("string"),
        dag=paar.van,
        wat=ibis.literal(f"{wat} ") + paar[f"ander_{verschilt}"],
        bij=bij,
    )


@controle(
    "K17",
    titel="Dezelfde maatregel bij twee instellingen",
    advies="De instelling die de maatregel overdroeg, stuurt haar stopbericht (307).",
    herstelt=("gi",),
    haak="toewijzing",
    bron="eigen controle: een maatregel (47 of 48) heeft één houder; P50 laat 31 dagen voor een overdracht",
    buigt={
        (
            "V2a",
            "V2c",
            "V3",
        ): "In de lezing letterlijk telt de maatregel twee keer; in de andere lezingen één keer, bij wie het laatst begon.",
        ("V1", "V1a"): "Er wordt mogelijk twee keer voor één maatregel gedeclareerd.",
    },
)
def twee_houders(bron: Bron) -> Table:
    """Een kind heeft meer dan 31 dagen tegelijk een maatregel van dezelfde soort (OTS, voogdij of
    jeugdreclassering) bij twee instellingen.
    """
    perioden = _perioden(bron).filter(_.is_maatregel, _.groep.notnull())
    paar = _tegelijk(perioden, verschilt="aanbieder", gelijk=("kind", "groep"))
    return _melding(paar, wat="ook bij", verschilt="aanbieder", bij="ander_aanbieder")


@controle(
    "K18",
    titel="Dezelfde maatregel uit twee gemeenten",
    advies="De gemeenten spreken af wie de maatregel betaalt; de andere sluit haar toewijzing af.",
    herstelt=("gemeente",),
    haak="toewijzing",
    bron="eigen controle: één gemeente is verantwoordelijk (woonplaatsbeginsel); P50 laat 31 dagen",
    buigt={
        (
            "V2a",
            "V2c",
            "V3",
        ): "In de lezing letterlijk telt de maatregel in beide gemeenten, in de andere bij wie het laatst begon.",
        ("V1", "V1a"): "Twee gemeenten betalen mogelijk voor één maatregel.",
    },
)
def twee_gemeenten(bron: Bron) -> Table:
    """Een kind heeft meer dan 31 dagen tegelijk een maatregel van dezelfde soort uit twee gemeenten."""
    perioden = _perioden(bron).filter(_.is_maatregel, _.groep.notnull())
    paar = _tegelijk(perioden, verschilt="gemeente", gelijk=("kind", "groep"))
    return _melding(paar, wat="ook uit", verschilt="gemeente", bij="ander_gemeente")


@controle(
    "K19",
    titel="Kind op twee plekken in verblijf",
    advies="De aanbieder waar het kind weg is, stuurt het stopbericht (307).",
    herstelt=("aanbieder",),
    haak="toewijzing",
    bron="eigen controle: een kind slaapt op één plek; R206 zegt wat verblijf is",
    buigt={
        ("V1b",): "Er wordt mogelijk twee keer voor verblijf gedeclareerd.",
        ("V4", "V7"): "De hulp lijkt langer te duren of samen te vallen dan zij doet.",
    },
)
def twee_keer_verblijf(bron: Bron) -> Table:
    """Een kind verblijft meer dan 31 dagen tegelijk bij twee aanbieders: pleegzorg, gezinshuis,
    JeugdzorgPlus of een groep. Licht verblijf, zoals logeren, mag naast een andere plek.
    """
    perioden = _perioden(bron).filter(_.tussentaal.isin(list(VERBLIJF)))
    paar = _tegelijk(perioden, verschilt="aanbieder", gelijk=("kind",))
    return _melding(paar, wat="ook bij", verschilt="aanbieder", bij="ander_aanbieder")


@controle(
    "K20",
    titel="Gemeente verwees naar een andere woonplaats, zorg loopt door",
    advies="De gemeente sluit haar toewijzing af; de gemeente van de woonplaats wijst toe.",
    herstelt=("gemeente",),
    haak="toewijzing",
    bron="iJw 3.2, OP359: een afwijzing op de woonplaats noemt de gemeente die het wel moet doen",
    buigt={
        (
            "V1",
            "V1a",
            "V1b",
            "V2a",
            "V2c",
            "V3",
            "V4",
            "V6",
            "V6b",
        ): "De zorg telt bij de gemeente van het bericht, terwijl die een andere gemeente aanwijst.",
    },
)
def andere_woonplaats(bron: Bron) -> Table:
    """De gemeente wees een verzoek voor dit kind af (319) en noemde een andere gemeente als woonplaats,
    maar haar eigen toewijzing loopt meer dan 31 dagen daarna nog door.
    """
    verwezen = bron.antwoorden.filter(
        _.woonplaats_gemeente.notnull(), _.woonplaats_gemeente != _.gemeente
    )
    verwezen = verwezen.group_by("kind", "gemeente").agg(
        verwezen_op=_.dagtekening.min(), woonplaats=_.woonplaats_gemeente.max()
    )
    toegewezen = bron.trajecten.toewijzingen.inner_join(verwezen, ["kind", "gemeente"])
    tot = toegewezen.einddatum.fill_null(ibis.date(bron.op))
    loopt = tot.delta(toegewezen.verwezen_op, unit="day") > OVERDRACHT
    toegewezen = toegewezen.filter(loopt, _.ingangsdatum <= _.verwezen_op)
    return als_bevinding(
        toegewezen,
        rij=toegewezen.sleutel,
        dag=toegewezen.verwezen_op,
        wat=ibis.literal("verwezen naar ") + toegewezen.woonplaats,
        bij="gemeente",
    )
