"""Days of a declared line against its allocation, its declaration and the month."""

from __future__ import annotations

import ibis
from ibis import _
from ibis.expr.types import DateValue, Table

from paraplu.monitor.keten.beeld import RELEASE, TOEWIJZING, Beeld
from paraplu.monitor.keten.gebroken import gebroken, plek_in_kop
from paraplu.monitor.keten.klassen import DECLARATIE, PRESTATIE
from paraplu.monitor.keten.regel import ketenregel
from paraplu.monitor.keten.verwijzing import debet, te_toetsen


@ketenregel(
    "TR307",
    retourcode="9307",
    klassen={"JW323": PRESTATIE},
    tekst="De productperiode begint voordat de toewijzing ingaat.",
    remedie="Declareer alleen dagen vanaf de ingangsdatum van de toewijzing.",
)
def begin_voor_toewijzing(beeld: Beeld) -> Table:
    """Debit lines: a credit follows what was declared, also after the allocation was shortened."""
    return gebroken(beeld, debet(beeld), lambda t: t.begindatum < t.t_ingangsdatum)


@ketenregel(
    "TR308",
    retourcode="9308",
    klassen={"JW323": PRESTATIE},
    tekst="De productperiode eindigt na het einde van de toewijzing.",
    remedie="Declareer alleen dagen tot en met de einddatum van de toewijzing.",
)
def einde_na_toewijzing(beeld: Beeld) -> Table:
    """An allocation without end has no last day."""
    return gebroken(beeld, debet(beeld), lambda t: t.einddatum > t.t_einddatum)


@ketenregel(
    "TR318",
    retourcode="8214",
    klassen={"JW323": DECLARATIE},
    tekst="U sloeg een declaratieperiode over, terwijl u in die maand zorg leverde.",
    remedie="Declareer per kalendermaand en sla geen maand over waarin u zorg leverde.",
)
def maand_overgeslagen(beeld: Beeld) -> Table:
    """There are earlier periods but not that of the month before, and care of that month is declared.

    Only a declared line proves that care was given: a start without stop does not (OP364).
    """
    paar = ("gemeente", "aanbieder")
    tellend = beeld.declaraties.anti_join(
        beeld.prestaties.filter(_.geheel_afgewezen), "bericht"
    ).mutate(maand=_.periode_begin.truncate("M"), vorige=_vorige_maand(_.periode_begin))
    maanden = tellend.select(*paar, vorige="maand").distinct()
    eerste = tellend.group_by(*paar).agg(eerste=_.maand.min())
    geleverd = (
        beeld.prestaties.filter(_.geldig & ~_.credit)
        .select(*paar, vorige=_.begindatum.truncate("M"))
        .distinct()
    )
    gat = (
        tellend.anti_join(maanden, [*paar, "vorige"])
        .semi_join(geleverd, [*paar, "vorige"])
        .inner_join(eerste, list(paar))
        .filter(_.eerste < _.vorige, _.release == RELEASE)
    )
    return plek_in_kop(gat)


@ketenregel(
    "TR319",
    retourcode="9319",
    klassen={"JW323": PRESTATIE},
    tekst="De productperiode ligt na de declaratieperiode.",
    remedie="Declareer deze prestatie in de declaratie van haar eigen maand.",
)
def periode_na_declaratie(beeld: Beeld) -> Table:
    """A product period lies in this declaration period or an earlier one."""
    return te_toetsen(beeld).filter(_.einddatum > _.periode_einde)


@ketenregel(
    "TR384",
    retourcode="9384",
    klassen={"JW323": PRESTATIE},
    tekst="De gemeente heeft deze toewijzing verwijderd voordat u declareerde.",
    remedie="Declareer niet op een verwijderde toewijzing. Vraag de gemeente welke toewijzing geldt.",
)
def toewijzing_verwijderd(beeld: Beeld) -> Table:
    """Only when the removal (reden 13) is dated before the declaration (OP095)."""
    weg = beeld.toewijzingen.filter(_.verwijderd)
    weg = weg.select(*TOEWIJZING, verwijderd_op="dagtekening")
    return debet(beeld).inner_join(weg, list(TOEWIJZING)).filter(_.verwijderd_op < _.dagtekening)


@ketenregel(
    "TR387",
    retourcode="9387",
    klassen={"JW323": PRESTATIE},
    tekst="De productperiode begint niet op de eerste dag van de maand of van de toewijzing.",
    remedie="Begin op de eerste van de maand, of op de ingangsdatum als die later in de maand is.",
)
def begin_van_de_maand(beeld: Beeld) -> Table:
    """The period is the month cut by the allocation (IV089)."""
    return gebroken(
        beeld,
        debet(beeld),
        lambda t: t.begindatum != ibis.greatest(eerste_dag(t.begindatum), t.t_ingangsdatum),
    )


@ketenregel(
    "TR388",
    retourcode="9388",
    klassen={"JW323": PRESTATIE},
    tekst="De productperiode eindigt niet op de laatste dag van de maand of van de toewijzing.",
    remedie="Eindig op de laatste dag van de maand, of op de einddatum van de toewijzing als die eerder is.",
)
def einde_van_de_maand(beeld: Beeld) -> Table:
    """The month is that in which the period begins."""
    return gebroken(
        beeld,
        debet(beeld),
        lambda t: (
            t.einddatum
            != ibis.least(
                laatste_dag(t.begindatum), t.t_einddatum.fill_null(laatste_dag(t.begindatum))
            )
        ),
    )


def eerste_dag(dag: DateValue) -> DateValue:
    """The first day of the month of `dag`."""
    return dag.truncate("M").cast("date")


def laatste_dag(dag: DateValue) -> DateValue:
    """The last day of the month of `dag`."""
    return (eerste_dag(dag) + ibis.interval(months=1) - ibis.interval(days=1)).cast("date")


def _vorige_maand(dag: DateValue) -> DateValue:
    return (eerste_dag(dag) - ibis.interval(months=1)).cast("date")
