"""Starts and stops against those that came before."""

from __future__ import annotations

import ibis
from ibis import _
from ibis.expr.types import Table

from paraplu.monitor.keten.beeld import LEVERING, TOEWIJZING, Beeld, van_release
from paraplu.monitor.keten.gebroken import PLEK, paren
from paraplu.monitor.keten.klassen import START, STOP
from paraplu.monitor.keten.regel import ketenregel
from paraplu.monitor.trajecten.zorgperioden import STARTSLEUTEL, STOPSLEUTEL, TIJDELIJK

VERWIJDER = "3"
#: Whose reports are compared: a number that another used by mistake is no fault of this sender.
WIE = TOEWIJZING[:3]
_BEKEND = {"gemeld": "gemeld", "verwijderd_op": "verwijderd_op"}


@ketenregel(
    "TR063",
    retourcode="9063",
    klassen={"JW305": START, "JW307": STOP},
    tekst="U verwijdert een melding die wij niet kennen.",
    remedie="Neem alle gegevens over van de melding die u wilt verwijderen.",
)
def verwijdering_zonder_melding(beeld: Beeld) -> Table:
    """A removal (status 3) more than there are reports with the same key, whatever the order."""
    starts = _bij_sleutel(beeld.starts, STARTSLEUTEL)
    stops = _bij_sleutel(beeld.stops, STOPSLEUTEL)
    return _beide(starts, stops).filter(_.weg, _.nummer >= _.andere)


@ketenregel(
    "TR074",
    retourcode="9074",
    klassen={"JW305": START, "JW307": STOP},
    tekst="U meldde dit al eerder, met dezelfde gegevens.",
    remedie="Meld elke start en stop één keer. Verwijder een foute melding eerst (status 3).",
)
def melding_dubbel(beeld: Beeld) -> Table:
    """A report more than there are removals with the same key, and one."""
    starts = _bij_sleutel(beeld.starts, STARTSLEUTEL)
    stops = _bij_sleutel(beeld.stops, STOPSLEUTEL)
    return _beide(starts, stops).filter(~_.weg, _.nummer > _.andere)


@ketenregel(
    "TR071",
    retourcode="9071",
    klassen={"JW305": START},
    tekst="U verwijdert een start waarop u al een stop meldde.",
    remedie="Verwijder eerst de stop (307 met status 3) en daarna de start.",
)
def start_met_stop_verwijderd(beeld: Beeld) -> Table:
    """The stop still stands and is dated before the removal."""
    weg = van_release(beeld.starts.filter(_.status_aanlevering == VERWIJDER))
    stops = beeld.stops.filter(_.leeft)
    return paren(weg, stops, (*WIE, *LEVERING), kolommen=("dagtekening",)).filter(
        _.a_dagtekening < _.dagtekening
    )


@ketenregel(
    "TR326",
    retourcode="9326",
    klassen={"JW305": START},
    tekst="U meldt een start, terwijl er op deze toewijzing al zorg loopt.",
    remedie="Meld eerst de stop van de zorg die loopt (307).",
)
def start_tijdens_zorg(beeld: Beeld) -> Table:
    """Another start of the allocation, reported before, has no stop on or before this begin.

    Every stop makes room, also a temporary one (OP379).
    """
    starts = _met_einde(beeld)
    anders = ("productcategorie", "productcode", "begindatum")
    samen = paren(starts, starts, (*WIE, "sleutel"), kolommen=(*anders, "einde", "orde"))
    zelfde = samen.begindatum == samen.a_begindatum
    for veld in anders[:2]:
        zelfde = zelfde & samen[veld].identical_to(samen[f"a_{veld}"])
    overlap = (samen.begindatum < samen.a_einde).fill_null(True)
    overlap = overlap & (samen.a_begindatum < samen.einde).fill_null(True)
    return van_release(samen.filter(samen.a_orde < samen.orde, ~zelfde, overlap))


@ketenregel(
    "TR382",
    retourcode="9069",
    klassen={"JW307": STOP},
    tekst="Bij deze stop is geen start met hetzelfde toewijzingnummer, product en dezelfde begindatum.",
    remedie="Neem toewijzingnummer, product en begindatum over uit uw startbericht (305).",
)
def stop_zonder_start(beeld: Beeld) -> Table:
    """A start that was removed after the stop was sent did exist then (TR071)."""
    weg = ibis.ifelse(_.status_aanlevering == VERWIJDER, _.dagtekening, ibis.null("date"))
    starts = beeld.starts.group_by(*STARTSLEUTEL).agg(
        leeft=_.leeft.any(),
        gemeld=(_.status_aanlevering != VERWIJDER).any(),
        verwijderd_op=weg.max(),
    )
    starts = starts.select(
        **{f"s_{veld}": veld for veld in STARTSLEUTEL}, s_leeft="leeft", **_BEKEND
    )
    stops = van_release(beeld.stops.filter(_.leeft))
    gelijk = [stops[veld].identical_to(starts[f"s_{veld}"]) for veld in STARTSLEUTEL]
    samen = stops.left_join(starts, gelijk)
    was_er = samen.s_leeft | (samen.gemeld & (samen.verwijderd_op > samen.dagtekening))
    return samen.filter(~was_er.fill_null(False))


@ketenregel(
    "TR413",
    retourcode="9413",
    klassen={"JW307": STOP},
    tekst="U meldde voor deze zorg al een tijdelijke stop.",
    remedie="Meld nu een definitieve stop, of eerst een nieuwe start (305).",
)
def twee_keer_tijdelijk_gestopt(beeld: Beeld) -> Table:
    """A second stop with reason 20 on the same start."""
    samen = _na_eerdere_stop(beeld)
    return samen.filter(
        samen.reden_beeindiging == TIJDELIJK,
        samen.a_reden_beeindiging == TIJDELIJK,
        samen.einddatum != samen.a_einddatum,
    )


@ketenregel(
    "TR414",
    retourcode="9414",
    klassen={"JW307": STOP},
    tekst="Deze stop ligt vóór de stop die u al meldde.",
    remedie="Meld een einddatum op of na die van de eerdere stop, of verwijder die stop eerst.",
)
def stop_voor_eerdere_stop(beeld: Beeld) -> Table:
    """Of two stops in one message the earlier end counts as the earlier report."""
    samen = _na_eerdere_stop(beeld)
    return samen.filter(samen.einddatum < samen.a_einddatum)


@ketenregel(
    "TR415",
    retourcode="9415",
    klassen={"JW307": STOP},
    tekst="U meldde voor deze zorg al een definitieve stop.",
    remedie="Klopt de eerdere stop niet, verwijder die dan eerst (status 3).",
)
def stop_na_definitieve_stop(beeld: Beeld) -> Table:
    """Any other stop after one with another reason than 20."""
    samen = _na_eerdere_stop(beeld)
    gelijk = (samen.einddatum == samen.a_einddatum) & (
        samen.reden_beeindiging == samen.a_reden_beeindiging
    )
    return samen.filter(samen.a_reden_beeindiging != TIJDELIJK, ~gelijk)


def _bij_sleutel(regels: Table, sleutel: tuple[str, ...]) -> Table:
    """Each line with its number among the same (report or removal), and how many of the other."""
    gelijk = [*WIE, *sleutel]
    met = regels.mutate(weg=_.status_aanlevering == VERWIJDER)
    nummer = ibis.row_number().over(group_by=[*gelijk, "weg"], order_by="orde")
    verwijderd = _.weg.cast("int64").sum().over(ibis.window(group_by=gelijk))
    alle = _.count().over(ibis.window(group_by=gelijk))
    met = met.mutate(nummer=nummer, _verwijderd=verwijderd, _alle=alle)
    return met.mutate(andere=ibis.ifelse(_.weg, _._alle - _._verwijderd, _._verwijderd))


def _beide(starts: Table, stops: Table) -> Table:
    kolommen = (*PLEK, "weg", "nummer", "andere")
    return van_release(starts).select(*kolommen).union(van_release(stops).select(*kolommen))


def _met_einde(beeld: Beeld) -> Table:
    """Starts that stand on an allocation, with the first day on which a stop ends them."""
    einden = beeld.stops.filter(_.leeft).group_by(*WIE, *LEVERING).agg(einde=_.einddatum.min())
    starts = beeld.starts.filter(_.leeft, _.toewijzing_nummer.notnull())
    return starts.left_join(einden, [*WIE, *LEVERING]).select(*starts.columns, "einde")


def _na_eerdere_stop(beeld: Beeld) -> Table:
    """Stops that stand, with every earlier one on the same start (`a_`)."""
    stops = beeld.stops.filter(_.leeft)
    gelijk = (*WIE, *LEVERING)
    samen = paren(stops, stops, gelijk, kolommen=("einddatum", "reden_beeindiging", "orde"))
    return van_release(samen.filter(samen.a_orde < samen.orde))
