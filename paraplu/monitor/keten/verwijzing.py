"""Does what a line points to exist, and is it the same thing?"""

from __future__ import annotations

from ibis import _
from ibis.expr.types import Table

from paraplu.monitor.keten.beeld import TOEWIJZING, Beeld, van_release
from paraplu.monitor.keten.gebroken import PLEK, eerste_regel, gebroken
from paraplu.monitor.keten.klassen import (
    ANTWOORDCLIENT,
    CLIENT,
    DECLARATIECLIENT,
    PRESTATIE,
    START,
    STOP,
)
from paraplu.monitor.keten.regel import ketenregel

UUR, MINUUT = "04", "01"


@ketenregel(
    "TR019",
    retourcode="9019",
    klassen={"JW305": START, "JW307": STOP},
    tekst="Bij dit toewijzingnummer is geen toewijzing van deze gemeente, aan u, voor dit kind.",
    remedie="Neem het toewijzingnummer over uit de toewijzing (301).",
)
def start_of_stop_zonder_toewijzing(beeld: Beeld) -> Table:
    """Without a number it is taakgericht. An allocation that was removed before is none."""
    starts, stops = (
        van_release(regels.filter(_.leeft)).select(*PLEK, *TOEWIJZING, "dagtekening")
        for regels in (beeld.starts, beeld.stops)
    )
    regels = starts.union(stops).filter(_.toewijzing_nummer.notnull())
    bestaand = beeld.toewijzingen.select(*TOEWIJZING, "verwijderd", verwijderd_op="dagtekening")
    gevonden = regels.inner_join(bestaand, list(TOEWIJZING)).filter(
        ~_.verwijderd | (_.verwijderd_op >= _.dagtekening)
    )
    return regels.anti_join(gevonden, list(PLEK))


@ketenregel(
    "TR304",
    retourcode="8187",
    klassen={"JW317": CLIENT, "JW323": DECLARATIECLIENT, "JW325": ANTWOORDCLIENT},
    tekst="Dit kind kennen wij niet: er is geen toewijzing van deze gemeente aan deze aanbieder.",
    remedie="Controleer het BSN, en of het bericht naar de juiste gemeente gaat.",
)
def onbekend_kind(beeld: Beeld) -> Table:
    """Known is a child with an allocation of this gemeente to this provider."""
    velden = ("gemeente", "aanbieder", "kind")
    bekend = beeld.clienten.select(*velden)
    genoemd = (
        van_release(beeld.verzoeken, "JW317"),
        van_release(beeld.prestaties, "JW323").filter(_.geldig),
        van_release(beeld.antwoordregels, "JW325"),
    )
    smal = [regels.select(*PLEK, *velden) for regels in genoemd]
    alle = smal[0].union(smal[1]).union(smal[2])
    return eerste_regel(alle.anti_join(bekend, list(velden)), "kind")


@ketenregel(
    "TR338",
    retourcode="9338",
    klassen={"JW323": PRESTATIE},
    tekst="Bij dit toewijzingnummer is geen toewijzing van deze gemeente, aan u, voor dit kind.",
    remedie="Neem het toewijzingnummer over uit de toewijzing (301).",
)
def prestatie_zonder_toewijzing(beeld: Beeld) -> Table:
    """Also when the number is of another child or provider (P47)."""
    return te_toetsen(beeld).anti_join(beeld.toewijzingen, list(TOEWIJZING))


@ketenregel(
    "TR339",
    retourcode="9339",
    klassen={"JW323": PRESTATIE},
    tekst="De productcategorie is een andere dan in de toewijzing.",
    remedie="Gebruik de productcategorie van de toewijzing, of kies de juiste toewijzing.",
)
def andere_productcategorie(beeld: Beeld) -> Table:
    """An allocation without category (generic) allows every one."""
    return gebroken(beeld, te_toetsen(beeld), lambda t: t.productcategorie != t.t_productcategorie)


@ketenregel(
    "TR340",
    retourcode="9340",
    klassen={"JW323": PRESTATIE},
    tekst="De productcode is een andere dan in de toewijzing.",
    remedie="Gebruik de productcode van de toewijzing, of kies de juiste toewijzing.",
)
def andere_productcode(beeld: Beeld) -> Table:
    """An allocation without code (aspecific) allows every one."""
    return gebroken(beeld, te_toetsen(beeld), lambda t: t.productcode != t.t_productcode)


@ketenregel(
    "TR341",
    retourcode="9341",
    klassen={"JW323": PRESTATIE},
    tekst="De eenheid past niet bij die van de toewijzing.",
    remedie="Gebruik de eenheid van de toewijzing. Uren mag u ook in minuten declareren.",
)
def andere_eenheid(beeld: Beeld) -> Table:
    """Hours may be declared in minutes."""
    return gebroken(
        beeld,
        te_toetsen(beeld),
        lambda t: (t.eenheid != t.t_eenheid) & ~((t.t_eenheid == UUR) & (t.eenheid == MINUUT)),
    )


def te_toetsen(beeld: Beeld) -> Table:
    """The lines of 323's that no answer refused, debit and credit."""
    return van_release(beeld.prestaties, "JW323").filter(_.geldig)


def debet(beeld: Beeld) -> Table:
    """Of those the debit lines: a credit line repeats one that was granted (IV091)."""
    return te_toetsen(beeld).filter(~_.credit)
