"""Each kind of term: one small function that gives what is waited for, from when, and when it came.

Every function gives the columns `WACHT`. `bericht` and `volgnummer` are the message, and the line in
it, that the wait is about (0: the message itself); `gedaan_op` is null while nothing came.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

import ibis
from ibis import _
from ibis.expr.types import DateValue, Table

from paraplu.monitor.trajecten.zichtbaar import BEANTWOORDT, BERICHTSLEUTEL
from paraplu.monitor.trajecten.zorgperioden import STARTSLEUTEL, TIJDELIJK
from paraplu.monitor.wachten.beeld import RELEASE, Beeld, verstuurd_op

WACHT: Final = ("soort", "bericht", "volgnummer", "anker", "ankerdag", "gedaan_op")
#: What a term begins with; the page says it in words.
VAN_DAGTEKENING, VAN_START, VAN_301, VAN_EINDE = "dagtekening", "start", "301", "einde"

GEEN_REGEL: Final = 0


def retouren(beeld: Beeld) -> Table:
    """OP090: every 301, 305, 307, 315, 317 and 319 gets its retourbericht, refusal or not."""
    sleutel = ["soort", *BERICHTSLEUTEL]
    heen = beeld.berichten.filter(
        _.soort.isin(list(BEANTWOORDT.values())), _.release == RELEASE
    ).select("bericht", "verstuurd_op", *sleutel)
    retour = beeld.berichten.filter(_.soort.isin(list(BEANTWOORDT)))
    gekomen = (
        # Its dagtekening repeats that of the message answered (IV028); its own is the other one.
        retour.mutate(
            gekomen_op=verstuurd_op(retour, "dagtekening_retour"),
            soort=ibis.cases(*((retour.soort == a, heen) for a, heen in BEANTWOORDT.items())),
        )
        .group_by(*sleutel)
        .agg(gedaan_op=_.gekomen_op.min())
    )
    samen = heen.left_join(gekomen, sleutel).select("bericht", "verstuurd_op", "gedaan_op")
    return _wacht(samen, "OP090", ankerdag=samen.verstuurd_op)


def declaraties(beeld: Beeld) -> Table:
    """OP090x4: a 325 on every 323, found by the header that it names, else by its number."""
    heen = beeld.berichten.filter(_.soort == "JW323", _.release == RELEASE)
    antwoord = beeld.berichten.filter(_.soort == "JW325")
    kop = {
        "gemeente": _.gemeente,
        "aanbieder": _.aanbieder,
        "identificatie": _.identificatie_retour,
        "dagtekening": _.dagtekening_retour,
    }
    genoemd = (
        antwoord.filter(_.identificatie_retour.notnull())
        .group_by(**kop)
        .agg(genoemd_op=_.verstuurd_op.min())
    )
    nummer = ["gemeente", "aanbieder", "declaratie_nummer"]
    zonder_kop = (
        antwoord.filter(_.identificatie_retour.isnull())
        .group_by(*nummer)
        .agg(nummer_op=_.verstuurd_op.min())
    )
    samen = heen.left_join(genoemd, list(kop)).select(*heen.columns, "genoemd_op")
    samen = samen.left_join(zonder_kop, nummer).select(
        "bericht", "verstuurd_op", "genoemd_op", "nummer_op"
    )
    samen = samen.mutate(gedaan_op=ibis.least(samen.genoemd_op, samen.nummer_op))
    return _wacht(samen, "OP090x4", ankerdag=samen.verstuurd_op)


def verzoeken(beeld: Beeld) -> Table:
    """OP274, OP346: the first answer, a 301 or a 319, also one that says 'in onderzoek'."""
    samen = beeld.verzoeken
    return _wacht(
        samen.mutate(gedaan_op=ibis.least(samen.in_onderzoek, samen.beslist)),
        "",
        ankerdag=samen.verstuurd_op,
    )


def onderzoeken(beeld: Beeld) -> Table:
    """OP274, OP346: once 'in onderzoek', the decision, counted from the request itself."""
    samen = beeld.verzoeken
    samen = samen.filter(_.in_onderzoek <= _.beslist.coalesce(_.in_onderzoek))
    return _wacht(
        samen.mutate(gedaan_op=samen.beslist, soort=samen.soort + "-onderzoek"),
        "",
        ankerdag=samen.verstuurd_op,
    )


def woonplaats(beeld: Beeld) -> Table:
    """OP359: known only once the refusal is there, so it is never open."""
    samen = beeld.verzoeken.filter(_.woonplaats == _.beslist)
    return _wacht(samen.mutate(gedaan_op=samen.woonplaats), "OP359", ankerdag=samen.verstuurd_op)


def starts(beeld: Beeld) -> Table:
    """OP271 on every start that was told: from the start itself, or from the 301 that came later."""
    samen = _met_301(beeld.starts.filter(_.release == RELEASE), beeld)
    later = (samen.gekomen_op > samen.begindatum).fill_null(False)
    return _wacht(
        samen.mutate(gedaan_op=samen.verstuurd_op),
        "OP271",
        ankerdag=ibis.ifelse(later, samen.gekomen_op, samen.begindatum),
        anker=ibis.ifelse(later, VAN_301, VAN_START),
    )


def verwachte_starts(beeld: Beeld) -> Table:
    """OP271 on an allocation with retroactive effect: the help runs, and no start was told."""
    lopend = _geldend(beeld).anti_join(beeld.starts.select("sleutel").distinct(), "sleutel")
    samen = _met_301(lopend, beeld).filter(
        _.ingangsdatum < _.gekomen_op,
        _.einddatum.isnull() | (_.einddatum > _.ingangsdatum),
    )
    samen = samen.mutate(gedaan_op=ibis.null("date"))
    return _wacht(samen, "OP271", ankerdag=samen.gekomen_op, anker=ibis.literal(VAN_301))


def stops(beeld: Beeld) -> Table:
    """OP272 on every end that was told. When a pause became the end, no message says: left out."""
    is_tijdelijk = (_.reden_beeindiging == TIJDELIJK).fill_null(False)
    gepauzeerd = ibis.ifelse(is_tijdelijk, 1, 0).max().over(group_by=list(STARTSLEUTEL))
    gemeld = beeld.stops.mutate(gepauzeerd=gepauzeerd).filter(
        _.release == RELEASE, is_tijdelijk | (_.gepauzeerd == 0)
    )
    samen = _met_301(gemeld, beeld)
    return _wacht(
        samen.mutate(gedaan_op=samen.verstuurd_op),
        "OP272",
        ankerdag=samen.einddatum,
        anker=ibis.literal(VAN_EINDE),
    )


def verwachte_stops(beeld: Beeld) -> Table:
    """OP272 on an allocation that ended while its last start has no stop, also not a pause."""
    laatste = beeld.starts.group_by("sleutel").agg(begindatum=_.begindatum.max())
    lopend = laatste.anti_join(beeld.stops, ["sleutel", "begindatum"])
    samen = _met_301(_geldend(beeld).semi_join(lopend, "sleutel"), beeld)
    samen = samen.mutate(gedaan_op=ibis.null("date"))
    return _wacht(samen, "OP272", ankerdag=samen.einddatum, anker=ibis.literal(VAN_EINDE))


SOORTEN: Final[Mapping[str, Callable[[Beeld], Table]]] = {
    zoek.__name__: zoek
    for zoek in (
        retouren,
        declaraties,
        verzoeken,
        onderzoeken,
        woonplaats,
        starts,
        verwachte_starts,
        stops,
        verwachte_stops,
    )
}


def _wacht(
    rijen: Table,
    soort: str,
    *,
    ankerdag: DateValue,
    anker: ibis.expr.types.StringValue | None = None,
) -> Table:
    """The columns `WACHT`; `soort` "" keeps the one in the rows."""
    volgnummer = rijen.volgnummer if "volgnummer" in rijen.columns else ibis.literal(GEEN_REGEL)
    return rijen.select(
        soort=ibis.literal(soort) if soort else rijen.soort,
        bericht=rijen.bericht,
        volgnummer=volgnummer.cast("int32"),
        anker=ibis.literal(VAN_DAGTEKENING) if anker is None else anker,
        ankerdag=ankerdag,
        gedaan_op=rijen.gedaan_op,
    )


def _geldend(beeld: Beeld) -> Table:
    """Allocations that hold and that starts and stops name by their number."""
    return beeld.geldend.filter(_.release == RELEASE, ~_.verwijderd, _.toewijzing_nummer.notnull())


def _met_301(regels: Table, beeld: Beeld) -> Table:
    """The lines with the first 301 of their allocation; the wait is then about that message."""
    samen = regels.left_join(beeld.eerste_301, "sleutel").select(
        *regels.columns, "gekomen_op", "bericht_301", "volgnummer_301"
    )
    return samen.mutate(
        bericht=samen.bericht_301.coalesce(samen.bericht),
        volgnummer=samen.volgnummer_301.coalesce(samen.volgnummer),
    )
