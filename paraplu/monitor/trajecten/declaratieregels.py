"""Declaration lines with the verdict on each: granted or not (P52)."""

from __future__ import annotations

import ibis
from ibis import _
from ibis.expr.types import Table

from paraplu.monitor.trajecten.producten import met_product
from paraplu.monitor.trajecten.toewijzingen import sleutel

TOEGEKEND = "toegekend"
AFGEWEZEN = "afgewezen"
NIET_BEANTWOORD = "nog niet beantwoord"
NIET_IN_ANTWOORD = "niet in het antwoord"

PAAR = ("gemeente", "aanbieder", "declaratie_nummer")


def declaratieregels(
    declaratie: Table,
    antwoord: Table,
    berichten: Table,
    winnend: Table,
    *,
    producten: Table,
    tussentaal: Table,
) -> Table:
    """Every known declaration line with `oordeel` and `toegekend` in cents, see `KOLOMMEN`.

    Takes known lines of 303/323 and 304/325.
    """
    klaar = beoordeelde_regels(declaratie, antwoord, berichten)
    return met_product(_met_toewijzing(klaar, winnend), producten, tussentaal, dag="begindatum")


def beoordeelde_regels(declaratie: Table, antwoord: Table, berichten: Table) -> Table:
    """Known lines of 303/323 with the verdict of their 304/325 (`oordeel`, `toegekend`).

    Of several answers to one declaration the first known holds: `antwoord` is its id, and
    `antwoord_goed`, `antwoord_8001` and `antwoord_0001` what it says of the whole.
    """
    koppen = _antwoordkoppen(berichten)
    met_kop = declaratie.left_join(koppen, [*PAAR, "berichtsoort"]).select(
        *declaratie.columns, "antwoord", "antwoord_0001", "antwoord_8001", "antwoord_goed"
    )
    regels = _antwoordregels(antwoord)
    beoordeeld = met_kop.left_join(regels, ["antwoord", "referentie"]).select(
        *met_kop.columns, "genoemd", "toegekend_304"
    )
    oordeel = _oordeel()
    toegekend = ibis.cases(
        (_.oordeel != TOEGEKEND, ibis.literal(0, type="int64")),
        (_.berichtsoort == "JW303", _.toegekend_304),
        else_=_.bedrag,
    )
    return beoordeeld.mutate(oordeel=oordeel).mutate(toegekend=toegekend)


def _antwoordkoppen(berichten: Table) -> Table:
    """Per declaration the first known 325 or 304 with what its codes say of the whole."""
    eerste = ibis.row_number().over(group_by=[*PAAR, "soort"], order_by=[_.bekend_op, _.bericht])
    klasse = _.retourcodes_klasse.fill_null("")
    anders = klasse.replace("0200", "").replace("8001", "").strip() != ""
    return (
        berichten.filter(_.soort.isin(["JW304", "JW325"]))
        .mutate(eerste=eerste)
        .filter(_.eerste == 0)
        .select(
            *PAAR,
            berichtsoort=ibis.ifelse(_.soort == "JW304", "JW303", "JW323"),
            antwoord=_.bericht,
            antwoord_0001=_.retourcodes.fill_null("").contains("0001"),
            antwoord_8001=klasse.contains("8001") & ~anders,
            antwoord_goed=klasse.contains("0200") & ~anders,
        )
    )


def _antwoordregels(antwoord: Table) -> Table:
    return (
        antwoord.filter(_.referentie.notnull())
        .group_by(antwoord=_.bericht, referentie=_.referentie)
        .agg(toegekend_304=_.toegekend.max())
        .mutate(genoemd=ibis.literal(True))
    )


def _oordeel() -> ibis.expr.types.StringValue:
    genoemd = _.genoemd.fill_null(False)
    return ibis.cases(
        (_.antwoord.isnull(), NIET_BEANTWOORD),
        (_.antwoord_0001, AFGEWEZEN),
        ((_.berichtsoort == "JW303") & ~genoemd, NIET_IN_ANTWOORD),
        (
            (_.berichtsoort == "JW303") & ((_.toegekend_304.fill_null(0) != 0) | (_.bedrag == 0)),
            TOEGEKEND,
        ),
        (_.berichtsoort == "JW303", AFGEWEZEN),
        (_.antwoord_8001, TOEGEKEND),
        (_.antwoord_goed & ~genoemd, TOEGEKEND),
        else_=AFGEWEZEN,
    )


def _met_toewijzing(regels: Table, winnend: Table) -> Table:
    """Find the allocation of each line; of 2.3 without number the latest that began before it."""
    bestaand = winnend.filter(~_.verwijderd)
    per_beschikking = bestaand.filter(_.sleutel.startswith("B|")).select(
        "gemeente",
        "beschikking_nummer",
        "productcategorie",
        code=_.productcode.fill_null(""),
        ingang=_.ingangsdatum,
    )
    zonder_nummer = regels.filter(_.toewijzing_nummer.isnull() & _.beschikking_nummer.notnull())
    zonder_nummer = zonder_nummer.mutate(code=_.productcode.fill_null(""))
    gevonden = (
        zonder_nummer.inner_join(
            per_beschikking, ["gemeente", "beschikking_nummer", "productcategorie", "code"]
        )
        .filter(_.ingang <= _.begindatum)
        .group_by("bericht", "volgnummer")
        .agg(ingang=_.ingang.max())
    )
    met_ingang = regels.left_join(gevonden, ["bericht", "volgnummer"]).select(
        *regels.columns, "ingang"
    )
    met_sleutel = met_ingang.mutate(
        sleutel=sleutel(met_ingang, met_ingang.ingang, met_ingang.begindatum)
    )
    toewijzing = bestaand.select("sleutel", toegewezen_vanaf=_.ingangsdatum)
    samen = met_sleutel.left_join(toewijzing, "sleutel").select(
        *met_sleutel.columns, "toegewezen_vanaf"
    )
    return samen.mutate(
        ingangsdatum=samen.toegewezen_vanaf.coalesce(samen.begindatum),
        heeft_toewijzing=samen.toegewezen_vanaf.notnull(),
    )
