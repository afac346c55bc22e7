"""What a 317 asks of an allocation that it wants to change."""

from __future__ import annotations

from datetime import date

import ibis
from ibis import _
from ibis.expr.types import BooleanValue, Table

from paraplu.monitor.keten.beeld import Beeld, van_release
from paraplu.monitor.keten.gebroken import gebroken
from paraplu.monitor.keten.klassen import TE_WIJZIGEN
from paraplu.monitor.keten.regel import ketenregel
from paraplu.monitor.keten.volume import TOTAAL

#: Since 2021 an allocation without a product code has a budget instead of a volume.
LAATSTE_OUDE_DAG = date(2020, 12, 31)


@ketenregel(
    "TR357",
    retourcode="9357",
    klassen={"JW317": TE_WIJZIGEN},
    tekst="De gewenste ingangsdatum ligt niet in de toekomst en is niet die van de toewijzing.",
    remedie="Kies een dag na de dagtekening, of de ingangsdatum van de toewijzing.",
)
def ingang_in_het_verleden(beeld: Beeld) -> Table:
    """The day of the request itself is past too."""
    return gebroken(
        beeld,
        te_wijzigen(beeld),
        lambda t: (t.ingangsdatum <= t.dagtekening) & (t.ingangsdatum != t.t_ingangsdatum),
    )


@ketenregel(
    "TR373",
    retourcode="9373",
    klassen={"JW317": TE_WIJZIGEN},
    tekst="U wijzigt het budget of het totale volume met een andere ingangsdatum dan de toewijzing.",
    remedie="Neem de ingangsdatum van de toewijzing over: het totaal geldt voor de hele periode.",
)
def ander_totaal_vanaf_later(beeld: Beeld) -> Table:
    """A budget, or a volume of frequency 6, that differs from that of the allocation."""

    def voorwaarde(t: Table) -> BooleanValue:
        ander_budget = t.budget.notnull() & ~t.budget.identical_to(t.t_budget)
        totaal = (t.frequentie == TOTAAL) & (t.t_frequentie == TOTAAL)
        ander_totaal = totaal.fill_null(False) & ~t.volume.identical_to(t.t_volume)
        return (ander_budget | ander_totaal) & (t.ingangsdatum != t.t_ingangsdatum)

    return gebroken(beeld, te_wijzigen(beeld), voorwaarde)


@ketenregel(
    "TR375",
    retourcode="9375",
    klassen={"JW317": TE_WIJZIGEN},
    tekst="U vraagt een omvang voor een toewijzing zonder product.",
    remedie="Laat de omvang weg en vraag een budget.",
)
def omvang_zonder_product(beeld: Beeld) -> Table:
    """For allocations that end after 2020, or are open."""
    return gebroken(
        beeld,
        te_wijzigen(beeld),
        lambda t: (
            met_omvang(t) & t.t_productcategorie.isnull() & t.t_productcode.isnull() & _nieuw(t)
        ),
    )


@ketenregel(
    "TR411",
    retourcode="9411",
    klassen={"JW317": TE_WIJZIGEN},
    tekst="De omvang ontbreekt, terwijl de toewijzing een productcode heeft.",
    remedie="Vul de omvang die u wilt: volume, eenheid en frequentie.",
)
def omvang_ontbreekt(beeld: Beeld) -> Table:
    """A specific allocation has a volume."""
    return gebroken(beeld, te_wijzigen(beeld), lambda t: ~met_omvang(t) & t.t_productcode.notnull())


@ketenregel(
    "TR412",
    retourcode="9412",
    klassen={"JW317": TE_WIJZIGEN},
    tekst="U vraagt een omvang voor een toewijzing zonder productcode.",
    remedie="Laat de omvang weg. Vul alleen een budget als u dat wilt vragen.",
)
def omvang_zonder_productcode(beeld: Beeld) -> Table:
    """For allocations that end after 2020, or are open."""
    return gebroken(
        beeld,
        te_wijzigen(beeld),
        lambda t: met_omvang(t) & t.t_productcode.isnull() & _nieuw(t),
    )


def te_wijzigen(beeld: Beeld) -> Table:
    """The TeWijzigenProduct lines of 317's."""
    return van_release(beeld.verzoeken, "JW317").filter(_.soort == "wijzigen")


def met_omvang(t: Table) -> BooleanValue:
    """Whether the request has a volume, unit or frequency."""
    return t.volume.notnull() | t.eenheid.notnull() | t.frequentie.notnull()


def _nieuw(t: Table) -> BooleanValue:
    return t.t_einddatum.isnull() | (t.t_einddatum > ibis.date(LAATSTE_OUDE_DAG))
