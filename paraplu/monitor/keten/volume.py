"""Does what was delivered fit in what was allocated? Volumes, budgets and tariffs."""

from __future__ import annotations

import ibis
from ibis import _
from ibis.expr.types import DateValue, IntegerValue, StringValue, Table

from paraplu.monitor.keten.beeld import TOEWIJZING, Beeld
from paraplu.monitor.keten.gebroken import PLEK, gebroken
from paraplu.monitor.keten.klassen import PRESTATIE
from paraplu.monitor.keten.regel import ketenregel
from paraplu.monitor.keten.verwijzing import MINUUT, UUR, debet, te_toetsen

#: Stuks output; every other unit is counted by the day of delivery (IV076).
OUTPUT = "82"
PER_DAG, PER_WEEK, PER_MAAND, TOTAAL = "1", "2", "4", "6"


@ketenregel(
    "TR321",
    retourcode="9321",
    klassen={"JW323": PRESTATIE},
    tekst="Het geleverde volume is hoger dan voor deze periode is toegewezen.",
    remedie="Controleer het volume. Is meer zorg nodig, vraag dan eerst een hogere toewijzing (317).",
)
def meer_dan_in_de_periode(beeld: Beeld) -> Table:
    """Per line: times a day, calendar weeks or Sundays, months, or the total (IV077)."""
    return gebroken(
        beeld,
        debet(beeld).mutate(_groep=_groep(_.eenheid), _maat=_.volume * _minuten(_.eenheid)),
        lambda t: (
            (t._groep == _groep(t.t_eenheid))
            & (t._maat > _maximum(t, t.begindatum, t.einddatum) * _minuten(t.t_eenheid))
        ),
    )


@ketenregel(
    "TR322",
    retourcode="9322",
    klassen={"JW323": PRESTATIE},
    tekst="Met deze prestatie is meer gedeclareerd dan over de hele looptijd is toegewezen.",
    remedie="Controleer het volume van alle prestaties bij deze toewijzing; crediteer wat teveel is.",
)
def meer_dan_in_de_looptijd(beeld: Beeld) -> Table:
    """The lines that still stand, in the order of their periods; a credited line no longer counts.

    An allocation without end is counted up to the end of the product period. Lines of another child or
    provider on its number are TR338 and fill nothing.
    """
    staand = _staand(beeld).mutate(_groep=_groep(_.eenheid))
    tot_hier = _oplopend(*TOEWIJZING, "_groep")
    regels = staand.mutate(_som=(_.volume * _minuten(_.eenheid)).sum().over(tot_hier))
    return gebroken(
        beeld,
        _beoordeeld(regels.filter(_.volume > 0)),
        lambda t: (
            (t._groep == _groep(t.t_eenheid))
            & (
                t._som
                > _maximum(t, t.t_ingangsdatum, t.t_einddatum.fill_null(t.einddatum))
                * _minuten(t.t_eenheid)
            )
        ),
    )


@ketenregel(
    "TR369",
    retourcode="9369",
    klassen={"JW323": PRESTATIE},
    tekst="Met deze prestatie is meer gedeclareerd dan het budget van de toewijzing.",
    remedie="Crediteer wat teveel is, of vraag de gemeente eerst om een hoger budget (317).",
)
def meer_dan_het_budget(beeld: Beeld) -> Table:
    """Sums amounts, in cents like the budget: in euros (83) the volume is the amount (CS339)."""
    tot_hier = _oplopend(*TOEWIJZING)
    regels = _staand(beeld).mutate(_som=_.bedrag.sum().over(tot_hier))
    return gebroken(beeld, _beoordeeld(regels.filter(_.bedrag > 0)), lambda t: t._som > t.t_budget)


@ketenregel(
    "TR418",
    retourcode="0611",
    klassen={"JW323": PRESTATIE},
    tekst="Het tarief is een ander dan in het contract staat.",
    remedie="Gebruik het afgesproken tarief. Klopt het blad met tarieven niet, lees dan een nieuw blad in.",
)
def ander_tarief(beeld: Beeld) -> Table:
    """By the imported sheet, on the first day of the period; who has rows of its own has no others.

    Minutes have the tariff of an hour where the sheet has none for minutes (IV081).
    """
    regels = te_toetsen(beeld).filter(_.tarief.notnull())
    blad = beeld.tarieven.select(
        "productcategorie",
        "productcode",
        "vanaf",
        "tot",
        b_aanbieder="aanbieder",
        b_eenheid="eenheid",
        b_tarief="tarief",
    )
    paren = regels.inner_join(
        blad,
        [
            regels.productcategorie.identical_to(blad.productcategorie),
            regels.productcode.identical_to(blad.productcode),
            (regels.eenheid == blad.b_eenheid)
            | ((regels.eenheid == MINUUT) & (blad.b_eenheid == UUR)),
            blad.b_aanbieder.isnull() | (blad.b_aanbieder == regels.aanbieder),
            blad.vanaf <= regels.begindatum,
            blad.tot.isnull() | (blad.tot > regels.begindatum),
        ],
    )
    rang = ibis.cases((_.b_aanbieder.isnull(), 2), else_=0) + ibis.ifelse(
        _.b_eenheid == _.eenheid, 0, 1
    )
    met_rang = paren.select(*PLEK, "tarief", "b_tarief", "b_aanbieder", "b_eenheid", "eenheid")
    met_rang = met_rang.mutate(rang=rang)
    beste = ibis.window(group_by=["bericht", "volgnummer"])
    return (
        met_rang.filter(_.rang == _.rang.min().over(beste))
        .group_by(*PLEK)
        .agg(klopt=(_.tarief == _.b_tarief).any())
        .filter(~_.klopt)
    )


def _staand(beeld: Beeld) -> Table:
    """Debit lines, of 303 too, that no answer refused and no credit took back."""
    return beeld.prestaties.filter(_.geldig & ~_.credit & ~_.gecrediteerd)


def _beoordeeld(regels: Table) -> Table:
    return regels.filter(_.berichtsoort == "JW323", _.release == "3.2")


def _oplopend(*groep: str) -> object:
    """From the first period up to this line."""
    return ibis.window(
        group_by=list(groep),
        order_by=["begindatum", "dagtekening", "bericht", "volgnummer"],
        rows=(None, 0),
    )


def _groep(eenheid: StringValue) -> StringValue:
    """Hours and minutes are one kind of volume (TR341)."""
    return ibis.ifelse(eenheid == UUR, MINUUT, eenheid)


def _minuten(eenheid: StringValue) -> IntegerValue:
    """What one of this unit counts for: an hour is sixty minutes."""
    return ibis.ifelse(eenheid == UUR, 60, 1)


def _maximum(t: Table, begin: DateValue, einde: DateValue) -> IntegerValue:
    """The volume that the allocation in `t_` allows from `begin` up to and including `einde`."""
    weken = ibis.ifelse(t.t_eenheid == OUTPUT, _zondagen(t, begin, einde), _weken(begin, einde))
    maanden = (einde.year() - begin.year()) * 12 + einde.month() - begin.month() + 1
    keer = ibis.cases(
        (t.t_frequentie == PER_DAG, einde.delta(begin, unit="day") + 1),
        (t.t_frequentie == PER_WEEK, weken),
        (t.t_frequentie == PER_MAAND, maanden.cast("int64")),
        (t.t_frequentie == TOTAAL, ibis.literal(1, type="int64")),
    )
    return t.t_volume * keer


def _weken(begin: DateValue, einde: DateValue) -> IntegerValue:
    """The calendar weeks that a period touches (IV077, effort)."""
    return _maandag(einde).delta(_maandag(begin), unit="day") // 7 + 1


def _zondagen(t: Table, begin: DateValue, einde: DateValue) -> IntegerValue:
    """The Sundays in a period (IV077, output).

    One more where the last Sunday of the allocation is in it and its end is no Sunday: the week in
    which it ends. An allocation of days without a Sunday has one week, where it ends.
    """
    geteld = _maandag(_later(einde, 1)).delta(_maandag(begin), unit="day") // 7
    slot = t.t_einddatum
    laatste_zondag = _later(_maandag(_later(slot, 1)), -1)
    week_erbij = (laatste_zondag != slot) & (
        laatste_zondag.between(begin, einde)
        | ((laatste_zondag < t.t_ingangsdatum) & slot.between(begin, einde))
    )
    return geteld + ibis.ifelse(week_erbij.fill_null(False), 1, 0)


def _maandag(dag: DateValue) -> DateValue:
    return dag.truncate("W").cast("date")


def _later(dag: DateValue, dagen: int) -> DateValue:
    return (dag + ibis.interval(days=dagen)).cast("date")
