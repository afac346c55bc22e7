"""Debit, credit, and what was granted."""

from __future__ import annotations

import ibis
from ibis import _
from ibis.expr.types import Table

from paraplu.monitor.keten.beeld import Beeld, van_release
from paraplu.monitor.keten.gebroken import PLEK, nummer_in
from paraplu.monitor.keten.klassen import PRESTATIE, TOEGEWEZEN
from paraplu.monitor.keten.regel import ketenregel
from paraplu.monitor.keten.verwijzing import te_toetsen
from paraplu.monitor.trajecten.declaratieregels import TOEGEKEND


@ketenregel(
    "TR323",
    retourcode="8017",
    klassen={"JW323": PRESTATIE},
    tekst="Er is geen goedgekeurde prestatie met het nummer dat u crediteert.",
    remedie="Crediteer pas na de 325 waarin de prestatie is toegekend, en neem haar nummer over.",
)
def credit_zonder_debet(beeld: Beeld) -> Table:
    """Granted by an answer dated on or before the declaration that creditregels (IV085)."""
    debetregels = beeld.prestaties.filter(~_.credit & (_.oordeel == TOEGEKEND)).select(
        "gemeente", "aanbieder", goedgekeurd_op="antwoord_dag", vorige_referentie="referentie"
    )
    creditregels = te_toetsen(beeld).filter(_.credit & _.vorige_referentie.notnull())
    gevonden = creditregels.inner_join(
        debetregels, ["gemeente", "aanbieder", "vorige_referentie"]
    ).filter(_.goedgekeurd_op <= _.dagtekening)
    return creditregels.anti_join(gevonden, list(PLEK))


@ketenregel(
    "TR389",
    retourcode="9389",
    klassen={"JW323": PRESTATIE},
    tekst="U declareerde dit product voor deze toewijzing en periode al, en crediteerde dat niet.",
    remedie="Crediteer eerst de eerdere prestatie, en declareer daarna opnieuw.",
)
def twee_keer_gedeclareerd(beeld: Beeld) -> Table:
    """Against other messages; within one message it is TR416."""
    groep = (
        "gemeente",
        "aanbieder",
        "toewijzing_nummer",
        "productcategorie",
        "productcode",
        "begindatum",
        "einddatum",
    )
    staand = beeld.prestaties.filter(
        _.geldig & ~_.credit & ~_.gecrediteerd & _.toewijzing_nummer.notnull()
    )
    venster = ibis.window(group_by=list(groep), order_by=["dagtekening", "bericht", "volgnummer"])
    later = staand.mutate(eerste=_.bericht.first().over(venster)).filter(_.bericht != _.eerste)
    return van_release(later, "JW323")


@ketenregel(
    "TR390",
    retourcode="9390",
    klassen={"JW323": PRESTATIE},
    tekst="U crediteerde deze prestatie al.",
    remedie="Crediteer elke prestatie één keer.",
)
def twee_keer_gecrediteerd(beeld: Beeld) -> Table:
    """The second credit line and every later one with the same VorigReferentieNummer."""
    creditregels = beeld.prestaties.filter(_.geldig & _.credit & _.vorige_referentie.notnull())
    genummerd = nummer_in(
        creditregels,
        ("gemeente", "aanbieder", "vorige_referentie"),
        (_.dagtekening, _.bericht, _.volgnummer),
    )
    return van_release(genummerd.filter(_.nummer > 0), "JW323")


@ketenregel(
    "TR385",
    retourcode="9385",
    klassen={"JW301": TOEGEWEZEN},
    tekst="U verwijdert een toewijzing waarop al prestaties zijn goedgekeurd.",
    remedie="Laat de aanbieder de prestaties eerst crediteren, of trek de toewijzing in.",
)
def verwijderd_na_goedkeuring(beeld: Beeld) -> Table:
    """Granted on or before the removal, and not credited."""
    goedgekeurd = beeld.prestaties.filter(
        ~_.credit & ~_.gecrediteerd & (_.oordeel == TOEGEKEND)
    ).select("gemeente", "toewijzing_nummer", "antwoord_dag")
    weg = van_release(beeld.versies).filter(_.verwijderd)
    return weg.inner_join(goedgekeurd, ["gemeente", "toewijzing_nummer"]).filter(
        _.antwoord_dag <= _.dagtekening
    )
