"""Requests (315, 317) against the allocations of the child and the requests before."""

from __future__ import annotations

import ibis
from ibis import _
from ibis.expr.types import BooleanValue, Table

from paraplu.monitor.keten.beeld import TOEWIJZING, Beeld, van_release
from paraplu.monitor.keten.gebroken import PLEK, eerste_regel
from paraplu.monitor.keten.klassen import CLIENT, ONGEWIJZIGD, TE_WIJZIGEN, VERZOEK
from paraplu.monitor.keten.regel import ketenregel

AFGEWEZEN = "1"
WIE = TOEWIJZING[:3]


@ketenregel(
    "TR349",
    retourcode="9349",
    klassen={"JW317": VERZOEK},
    tekst="Het verzoek noemt niet alle toewijzingen die u voor dit kind heeft.",
    remedie="Noem elke lopende of komende toewijzing, als ongewijzigd of als te wijzigen product.",
)
def toewijzing_niet_genoemd(beeld: Beeld) -> Table:
    """Only allocations whose 301 is dated before the request (OP095)."""
    vow = van_release(beeld.verzoeken, "JW317")
    bekend = _met_bekende_toewijzingen(beeld, vow)
    genoemd = vow.filter(_.toewijzing_nummer.notnull()).select("bericht", "toewijzing_nummer")
    vergeten = bekend.anti_join(genoemd, ["bericht", "toewijzing_nummer"])
    return eerste_regel(vow.semi_join(vergeten, "bericht"))


@ketenregel(
    "TR350",
    retourcode="9350",
    klassen={"JW317": ONGEWIJZIGD},
    tekst="Dit ongewijzigde product wijst niet naar een lopende of komende toewijzing van dit kind.",
    remedie="Neem het toewijzingnummer over uit de laatste toewijzing (301).",
)
def ongewijzigd_zonder_toewijzing(beeld: Beeld) -> Table:
    """See `_zonder_actuele_toewijzing`."""
    return _zonder_actuele_toewijzing(beeld, "ongewijzigd")


@ketenregel(
    "TR351",
    retourcode="9351",
    klassen={"JW317": TE_WIJZIGEN},
    tekst="Het product dat u wilt wijzigen wijst niet naar een lopende of komende toewijzing van dit kind.",
    remedie="Neem het toewijzingnummer over uit de laatste toewijzing (301).",
)
def wijziging_zonder_toewijzing(beeld: Beeld) -> Table:
    """See `_zonder_actuele_toewijzing`."""
    return _zonder_actuele_toewijzing(beeld, "wijzigen")


@ketenregel(
    "TR361",
    retourcode="9361",
    klassen={"JW317": VERZOEK},
    tekst="Het verzoek vraagt een product voor een periode waarin het kind dat product al heeft.",
    remedie="Laat de periodes aansluiten in plaats van overlappen, of wijzig de toewijzing die er is.",
)
def product_overlapt(beeld: Beeld) -> Table:
    """A new or changed product against what the child then has; new against new is TR410.

    The same product: equal codes; without a code equal categories; without a category any (TR302).
    """
    vow = van_release(beeld.verzoeken, "JW317")
    bekend = _met_bekende_toewijzingen(beeld, vow)
    wijzigen = _gewijzigd(beeld, vow)
    blijft = bekend.anti_join(wijzigen, ["bericht", "toewijzing_nummer"])
    nieuw = vow.filter(_.soort == "nieuw")
    kolommen = ("bericht", "volgnummer", *_PRODUCT, "ingangsdatum", "einddatum")
    geen_regel = ibis.literal(0, type="int32")
    aanwezig = (
        blijft.mutate(volgnummer=geen_regel).select(*kolommen).union(wijzigen.select(*kolommen))
    )
    gevraagd = nieuw.select(*kolommen).union(wijzigen.select(*kolommen))
    samen = gevraagd.inner_join(
        aanwezig.select("bericht", **{f"a_{naam}": naam for naam in kolommen[1:]}), "bericht"
    )
    botsend = samen.filter(
        samen.volgnummer != samen.a_volgnummer, _zelfde_product(samen), _overlap(samen)
    )
    return eerste_regel(vow.semi_join(botsend, "bericht"))


@ketenregel(
    "TR374",
    retourcode="9374",
    klassen={"JW315": CLIENT, "JW317": CLIENT},
    tekst="U deed voor dit kind al een verzoek, en dat is nog niet afgehandeld.",
    remedie="Wacht tot op elk product van het vorige verzoek een toewijzing of afwijzing is gekomen.",
)
def verzoek_loopt_al(beeld: Beeld) -> Table:
    """A request runs until each reference has a 301 or a 319 with a refusal (OP350)."""
    op = ("gemeente", "aanbieder", "referentie_aanbieder")
    toegewezen = beeld.versies.filter(_.referentie_aanbieder.notnull())
    afgewezen = beeld.antwoorden.filter(_.verzoek_antwoord == AFGEWEZEN)
    klaar = (
        toegewezen.select(*op, "dagtekening")
        .union(afgewezen.select(*op, "dagtekening"))
        .group_by(*op)
        .agg(klaar_op=_.dagtekening.min())
    )
    met_klaar = beeld.verzoeken.left_join(klaar, list(op)).select(
        *WIE, "bericht", "orde", "klaar_op"
    )
    eerder = met_klaar.group_by(*WIE, e_bericht=_.bericht).agg(
        e_orde=_.orde.min(), open_tot=_.klaar_op.max(), open=_.klaar_op.isnull().any()
    )
    later = van_release(beeld.verzoeken)
    samen = later.inner_join(eerder, list(WIE)).filter(
        _.bericht != _.e_bericht,
        _.e_orde < _.orde,
        _.open | (_.open_tot > _.dagtekening),
    )
    return eerste_regel(samen)


_PRODUCT = ("productcategorie", "productcode")


def _met_bekende_toewijzingen(beeld: Beeld, vow: Table) -> Table:
    """Per 317 the allocations of its child that run or will run, as its sender could know them.

    What the gemeente took back or shortened since, or on that day, is no fault of the sender (OP095).
    """
    berichten = vow.select("bericht", *WIE, dag="dagtekening").distinct()
    versies = beeld.versies.select(
        *TOEWIJZING,
        *_PRODUCT,
        "ingangsdatum",
        "einddatum",
        "verwijderd",
        "tot",
        vanaf="dagtekening",
    )
    nu = beeld.toewijzingen.filter(~_.verwijderd).select(*TOEWIJZING, nu_einddatum="einddatum")
    einddatum = ibis.least(
        _.einddatum.coalesce(_.nu_einddatum), _.nu_einddatum.coalesce(_.einddatum)
    )
    samen = berichten.inner_join(versies, list(WIE)).inner_join(nu, list(TOEWIJZING))
    return samen.mutate(einddatum=einddatum).filter(
        _.vanaf < _.dag,
        _.tot.isnull() | (_.tot >= _.dag),
        ~_.verwijderd,
        _.einddatum.isnull() | (_.einddatum >= _.dag),
    )


def _zonder_actuele_toewijzing(beeld: Beeld, soort: str) -> Table:
    """Lines whose allocation does not run or come, neither now nor on their own dagtekening."""
    regels = van_release(beeld.verzoeken, "JW317").filter(_.soort == soort)
    versies = beeld.versies.filter(~_.verwijderd).select(
        *TOEWIJZING, "nu", "tot", t_einddatum="einddatum", vanaf="dagtekening"
    )
    actueel = (
        regels.select(*PLEK, *TOEWIJZING, "dagtekening")
        .inner_join(versies, list(TOEWIJZING))
        .filter(
            _.t_einddatum.isnull() | (_.t_einddatum >= _.dagtekening),
            _.nu | ((_.vanaf < _.dagtekening) & (_.tot.isnull() | (_.tot >= _.dagtekening))),
        )
    )
    return regels.anti_join(actueel, list(PLEK))


def _gewijzigd(beeld: Beeld, vow: Table) -> Table:
    """Products to change: the product of the allocation, the days that are asked for."""
    regels = vow.filter(_.soort == "wijzigen").drop(*_PRODUCT)
    return regels.inner_join(beeld.toewijzingen.select(*TOEWIJZING, *_PRODUCT), list(TOEWIJZING))


def _zelfde_product(samen: Table) -> BooleanValue:
    categorie, andere = samen.productcategorie, samen.a_productcategorie
    code, andere_code = samen.productcode, samen.a_productcode
    return (
        categorie.isnull()
        | andere.isnull()
        | ((categorie == andere) & (code.isnull() | andere_code.isnull() | (code == andere_code)))
    )


def _overlap(samen: Table) -> BooleanValue:
    begint_op_tijd = samen.a_einddatum.isnull() | (samen.ingangsdatum <= samen.a_einddatum)
    andere_ook = samen.einddatum.isnull() | (samen.a_ingangsdatum <= samen.einddatum)
    return begint_op_tijd & andere_ook
