"""Numbers that may be given only once."""

from __future__ import annotations

from ibis import _
from ibis.expr.types import Table

from paraplu.monitor.keten.beeld import RELEASE, Beeld, van_release
from paraplu.monitor.keten.gebroken import PLEK, eerste_regel, nummer_in, plek_in_kop
from paraplu.monitor.keten.klassen import (
    AANGEVRAAGD,
    DECLARATIE,
    HEADER,
    PRESTATIE,
    TOEGEWEZEN,
    VERZOEK,
)
from paraplu.monitor.keten.regel import ketenregel

HEEN = ("JW301", "JW305", "JW307", "JW315", "JW317", "JW319", "JW323", "JW325")


@ketenregel(
    "TR056",
    retourcode="9056",
    klassen=dict.fromkeys(HEEN, HEADER),
    tekst="U gebruikte deze berichtidentificatie al voor een ander bericht van deze soort.",
    remedie="Geef elk bericht een eigen identificatie en lever het opnieuw.",
)
def identificatie_dubbel(beeld: Beeld) -> Table:
    """Of one kind and sender; the first by dagtekening keeps it, on one day the first known."""
    tellend = beeld.contenten.filter(_.soort.isin(HEEN)).anti_join(beeld.afgekeurd, "bericht")
    genummerd = nummer_in(
        tellend,
        ("soort", "afzender", "identificatie"),
        (_.dagtekening, _.bekend_op, _.bericht),
    )
    return plek_in_kop(genummerd.filter(_.nummer > 0, _.release == RELEASE))


@ketenregel(
    "TR314",
    retourcode="8021",
    klassen={"JW323": PRESTATIE},
    tekst="U gebruikte dit referentienummer al voor een andere prestatie.",
    remedie="Geef elke prestatie een eigen referentienummer, ook als u haar opnieuw declareert.",
)
def referentienummer_dubbel(beeld: Beeld) -> Table:
    """Per provider, over all gemeenten and messages; a refused line has used its number."""
    gebruikt = beeld.prestaties.filter(~_.geheel_afgewezen)
    genummerd = nummer_in(
        gebruikt, ("aanbieder", "referentie"), (_.dagtekening, _.bericht, _.volgnummer)
    )
    return van_release(genummerd.filter(_.nummer > 0, _.geldig), "JW323")


@ketenregel(
    "TR332",
    retourcode="9332",
    klassen={"JW301": TOEGEWEZEN},
    tekst="Dit toewijzingnummer hoort al bij een andere toewijzing: ander kind, andere aanbieder of ander product.",
    remedie="Geef elke toewijzing een eigen nummer. Een ander product is een nieuwe toewijzing.",
)
def toewijzingnummer_dubbel(beeld: Beeld) -> Table:
    """The first version of a number says whose it is and for what (IV066)."""
    vast = ("aanbieder", "kind", "productcategorie", "productcode")
    eerste = beeld.versies.filter(_.eerst).select(
        "gemeente", "toewijzing_nummer", **{f"e_{naam}": naam for naam in vast}
    )
    samen = van_release(beeld.versies).inner_join(eerste, ["gemeente", "toewijzing_nummer"])
    anders = ~samen.aanbieder.identical_to(samen.e_aanbieder)
    for naam in vast[1:]:
        anders = anders | ~samen[naam].identical_to(samen[f"e_{naam}"])
    return samen.filter(anders)


@ketenregel(
    "TR333",
    retourcode="9333",
    klassen={"JW323": DECLARATIE},
    tekst="U gebruikte dit declaratienummer al voor een andere declaratie.",
    remedie="Geef elke declaratie een eigen nummer.",
)
def declaratienummer_dubbel(beeld: Beeld) -> Table:
    """Per provider, over all gemeenten; a declaration that was refused as a whole is not there."""
    afgewezen = beeld.prestaties.filter(_.geheel_afgewezen)
    gebruikt = beeld.declaraties.anti_join(afgewezen, "bericht")
    genummerd = nummer_in(gebruikt, ("aanbieder", "declaratie_nummer"), (_.dagtekening, _.bericht))
    return plek_in_kop(genummerd.filter(_.nummer > 0, _.release == RELEASE))


@ketenregel(
    "TR347",
    retourcode="9347",
    klassen={"JW315": AANGEVRAAGD, "JW317": VERZOEK},
    tekst="U gebruikte deze ReferentieAanbieder al in een ander verzoek.",
    remedie="Geef elk verzoek een eigen ReferentieAanbieder.",
)
def referentie_aanbieder_dubbel(beeld: Beeld) -> Table:
    """Per provider, over all messages; all products of one 317 share theirs."""
    per_bericht = beeld.verzoeken.group_by("bericht", "aanbieder", "referentie_aanbieder").agg(
        orde=_.orde.min()
    )
    genummerd = nummer_in(per_bericht, ("aanbieder", "referentie_aanbieder"), (_.orde,))
    later = genummerd.filter(_.nummer > 0).select("bericht", "referentie_aanbieder")
    dubbel = van_release(beeld.verzoeken).semi_join(later, ["bericht", "referentie_aanbieder"])
    vow = eerste_regel(dubbel.filter(_.berichtsoort == "JW317")).select(*PLEK)
    return dubbel.filter(_.berichtsoort == "JW315").select(*PLEK).union(vow)
