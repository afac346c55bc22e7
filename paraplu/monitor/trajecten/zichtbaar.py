"""What was known on a day: the messages that count and their lines, without refused ones."""

from __future__ import annotations

from datetime import date

import ibis
from ibis import _
from ibis.expr.types import BooleanValue, StringValue, Table

#: Which message an answer answers (P49).
BEANTWOORDT = {
    "JW302": "JW301",
    "JW306": "JW305",
    "JW308": "JW307",
    "JW316": "JW315",
    "JW318": "JW317",
    "JW320": "JW319",
}
#: How a line of an answer names the line that it answers, per table (P49).
REGELSLEUTEL = {
    "toewijzing": ("toewijzingsdatum", "toewijzingstijd"),
    "start": ("begindatum", "status_aanlevering"),
    "stop": ("begindatum", "einddatum", "reden_beeindiging", "status_aanlevering"),
    "verzoek": ("referentie_aanbieder",),
    "antwoord": ("referentie_aanbieder",),
}
PRODUCTSLEUTEL = ("toewijzing_nummer", "beschikking_nummer", "productcategorie", "productcode")
BERICHTSLEUTEL = ("gemeente", "aanbieder", "identificatie", "dagtekening")


def bekende_berichten(bericht: Table, aanlevering: Table, *, op: date) -> Table:
    """Messages known on `op`: columns of `bericht` plus `bekend_op`, one row per identity.

    `bekend_op` is the first day among the deliveries of the message. Of several contents with one
    identity the one that was known first stays, then the lowest id (P48).
    """
    bekend = aanlevering.group_by("bericht").agg(bekend_op=_.dag.min())
    volgorde = ibis.row_number().over(
        group_by="sleutel", order_by=[_.bekend_op, _.bericht, _.batch]
    )
    return (
        bericht.inner_join(bekend, "bericht")
        .filter(_.bekend_op <= op)
        .mutate(volgorde=volgorde)
        .filter(_.volgorde == 0)
        .drop("volgorde")
    )


def met_declaratienummer(berichten: Table) -> Table:
    """Fill declaratie_nummer of a 325 that has a header only, from the 323 that it names (TR337).

    Such a 325 refuses the whole declaration (0001) and has no DeclaratieAntwoord to name it.
    """
    koppen = (
        berichten.filter(_.soort == "JW323")
        .group_by(*BERICHTSLEUTEL)
        .agg(genoemd_nummer=_.declaratie_nummer.max())
        .rename(identificatie_retour="identificatie", dagtekening_retour="dagtekening")
        .mutate(soort=ibis.literal("JW325"))
    )
    sleutel = ("soort", "gemeente", "aanbieder", "identificatie_retour", "dagtekening_retour")
    samen = berichten.left_join(koppen, list(sleutel))
    return samen.mutate(
        declaratie_nummer=samen.declaratie_nummer.coalesce(samen.genoemd_nummer)
    ).select(*berichten.columns)


def bekende_regels(regel: Table, berichten: Table) -> Table:
    """Lines of messages that count, plus berichtsoort, release, dagtekening and bekend_op."""
    kop = berichten.select(
        "bericht", "batch", "release", "dagtekening", "bekend_op", berichtsoort=_.soort
    )
    return regel.inner_join(kop, ["bericht", "batch"])


def geldige_regels(naam: str, regel: Table, berichten: Table, retour: Table) -> Table:
    """Known lines of table `naam` without what an answer refused (P49).

    Header code 0001 or a client code other than 0200 takes the whole message, another code on
    a line that line.
    """
    geldig = bekende_regels(regel, berichten).anti_join(
        afgekeurde_berichten(berichten, retour), "bericht"
    )
    return _zonder_afgekeurde_regels(naam, geldig, berichten, retour)


def afgekeurde_berichten(berichten: Table, retour: Table) -> Table:
    """Ids (`bericht`) of messages that their answer refused as a whole."""
    antwoorden = _antwoorden(berichten)
    client = (
        bekende_regels(retour, berichten).filter(_niet_goed(_.retourcodes_client)).select("bericht")
    )
    afgekeurd = antwoorden.filter(
        _.retourcodes.contains("0001").fill_null(False)
        | _niet_goed(_.retourcodes_klasse)
        | _.bericht.isin(client.bericht)
    )
    return _heen(berichten, afgekeurd).select("bericht").distinct()


def _zonder_afgekeurde_regels(naam: str, geldig: Table, berichten: Table, retour: Table) -> Table:
    antwoorden = _antwoorden(berichten)
    paren = _heen(berichten, antwoorden)
    product = () if naam == "antwoord" else PRODUCTSLEUTEL
    sleutel = ("kind", *product, *REGELSLEUTEL[naam])
    afgekeurd = (
        bekende_regels(retour, berichten)
        .filter(_niet_goed(_.retourcodes))
        .select(*sleutel, antwoord=_.bericht)
        .inner_join(paren, "antwoord")
        .select(*sleutel, "bericht")
    )
    gelijk = [geldig[kolom].identical_to(afgekeurd[kolom]) for kolom in ("bericht", *sleutel)]
    return geldig.anti_join(afgekeurd, gelijk)


def _antwoorden(berichten: Table) -> Table:
    return berichten.filter(_.soort.isin(list(BEANTWOORDT))).mutate(
        beantwoordt=ibis.cases(*((_.soort == a, heen) for a, heen in BEANTWOORDT.items()))
    )


def _heen(berichten: Table, antwoorden: Table) -> Table:
    """Pairs (bericht, antwoord): the header of an answer is that of what it answers (IV028)."""
    return berichten.select("bericht", "soort", *BERICHTSLEUTEL).inner_join(
        antwoorden.select(*BERICHTSLEUTEL, soort=_.beantwoordt, antwoord=_.bericht),
        ["soort", *BERICHTSLEUTEL],
    )


def _niet_goed(codes: StringValue) -> BooleanValue:
    """Codes, space separated, with another one than 0200 among them."""
    return (codes.fill_null("").replace("0200", "").strip() != "").fill_null(False)
