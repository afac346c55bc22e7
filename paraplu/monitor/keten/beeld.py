"""What the rules across messages look at: the lines that count, as known on a day.

Refused by its answer is as if not sent (OP286): such lines are not in here, unless their message is
one of the `opnieuw`, which are judged as if no answer to them were known.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields

import ibis
from ibis import _
from ibis.expr.types import BooleanValue, Table

from paraplu.monitor.trajecten import zichtbaar, zorgperioden
from paraplu.monitor.trajecten.declaratieregels import AFGEWEZEN, beoordeelde_regels
from paraplu.monitor.trajecten.toewijzingen import VERWIJDERD, sleutel

#: The rules are those of this release; lines of other messages are only what is referred to.
RELEASE = "3.2"
#: How a line points to an allocation (P47), with the two who must be the same in both.
TOEWIJZING = ("gemeente", "aanbieder", "kind", "toewijzing_nummer")
#: One delivery of care: what starts and stops belong to (retourcodes 9413-9415).
LEVERING = ("sleutel", "begindatum")

Bewaar = Callable[[str, Callable[[], Table]], Table]


@dataclass(frozen=True)
class Beeld:
    """The tables that a rule's function may read."""

    #: Every known message and content, also those that lost from another content (P48).
    contenten: Table
    #: Messages that count, with bekend_op.
    berichten: Table
    #: Ids of messages that their answer refused as a whole.
    afgekeurd: Table
    #: Versions of allocations. `nu`: the one that holds; `eerst`: the first. By the dates in
    #: the messages (OP080) a sender knew it after `dagtekening` and up to and including `tot`.
    versies: Table
    #: Children with an allocation, per gemeente and provider.
    clienten: Table
    #: Starts and stops with `leeft` (P49) and `orde`, their place in time.
    starts: Table
    stops: Table
    #: Lines of 303 and 323 with `oordeel`, `geldig`, `geheel_afgewezen`, `gecrediteerd`,
    #: `antwoord_dag`, and the declaratieperiode.
    prestaties: Table
    #: Lines of 304 and 325.
    antwoordregels: Table
    #: Lines of 315 and 317, and of 319, with `orde`.
    verzoeken: Table
    antwoorden: Table
    #: The sheet of tariffs, empty where none was imported.
    tarieven: Table

    @property
    def toewijzingen(self) -> Table:
        """Of each allocation the version that holds, also when it was removed."""
        return self.versies.filter(_.nu)

    @property
    def declaraties(self) -> Table:
        """Known 323's."""
        return self.berichten.filter(_.soort == "JW323")


TABELLEN = tuple(veld.name for veld in fields(Beeld))


def maak_beeld(bron: Mapping[str, Table], *, bewaar: Bewaar) -> Beeld:
    """Derive the tables from those of the monitor.

    `bron` has besides these `peildag` (one row: dag), `opnieuw` (bericht) and `tarieven`. `bewaar`
    gets a name and a function that makes an expression, and gives back the stored table.
    """
    contenten = bewaar("contenten", lambda: _contenten(bron))
    berichten = bewaar("berichten", lambda: _berichten(bron, contenten))
    bekend = {
        naam: bewaar(f"bekend_{naam}", lambda naam=naam: _bekend(bron[naam], berichten))  # type: ignore[misc]
        for naam in ("declaratie", "declaratieantwoord")
    }

    def geldig(naam: str) -> Table:
        return zichtbaar.geldige_regels(naam, bron[naam], berichten, bron["retour"])

    toegewezen = bewaar("geldige_toewijzingen", lambda: geldig("toewijzing"))
    starts = bewaar("geldige_starts", lambda: _met_sleutel(geldig("start")))
    stops = bewaar("geldige_stops", lambda: _met_sleutel(geldig("stop")))
    return Beeld(
        contenten=contenten,
        berichten=berichten,
        afgekeurd=bewaar("afgekeurd", lambda: _afgekeurd(bron, berichten)),
        versies=bewaar("versies", lambda: _versies(toegewezen)),
        clienten=bewaar("clienten", lambda: toegewezen.select(*TOEWIJZING[:3]).distinct()),
        starts=bewaar("starts", lambda: _starts(starts)),
        stops=bewaar("stops", lambda: _stops(stops)),
        prestaties=bewaar("prestaties", lambda: _prestaties(bekend, berichten)),
        antwoordregels=bekend["declaratieantwoord"],
        verzoeken=bewaar("verzoeken", lambda: _met_orde(geldig("verzoek"))),
        antwoorden=bewaar("antwoorden", lambda: _antwoorden(geldig("antwoord"))),
        tarieven=bron["tarieven"],
    )


def van_release(regels: Table, soort: str | None = None) -> Table:
    """The lines that are judged: of messages of release 3.2, and of one kind."""
    regels = regels.filter(_.release == RELEASE)
    return regels if soort is None else regels.filter(_.berichtsoort == soort)


def _contenten(bron: Mapping[str, Table]) -> Table:
    """One row per message and content that is known on the day."""
    bekend = bron["aanlevering"].group_by("bericht").agg(bekend_op=_.dag.min())
    een = ibis.row_number().over(group_by="bericht", order_by="batch")
    op = bron["peildag"].dag.max().as_scalar()
    return (
        bron["bericht"]
        .mutate(een=een)
        .filter(_.een == 0)
        .drop("een")
        .inner_join(bekend, "bericht")
        .filter(_.bekend_op <= op)
    )


def _berichten(bron: Mapping[str, Table], contenten: Table) -> Table:
    """The messages that count (P48), without the answers to those that are judged anew."""
    volgorde = ibis.row_number().over(group_by="sleutel", order_by=[_.bekend_op, _.bericht])
    tellend = contenten.mutate(volgorde=volgorde).filter(_.volgorde == 0).drop("volgorde")
    tellend = zichtbaar.met_declaratienummer(tellend)
    vraag = tellend.semi_join(bron["opnieuw"], "bericht")
    sleutel_retour = list(zichtbaar.BERICHTSLEUTEL)
    retour = tellend.filter(_.soort.isin(list(zichtbaar.BEANTWOORDT)))
    per_heen = {heen: soort for soort, heen in zichtbaar.BEANTWOORDT.items()}
    gevraagd = vraag.filter(_.soort.isin(list(per_heen))).mutate(
        soort=ibis.cases(*((_.soort == heen, soort) for heen, soort in per_heen.items()))
    )
    op_regie = retour.semi_join(gevraagd, ["soort", *sleutel_retour]).select("bericht")
    op_geld = (
        tellend.filter(_.soort == "JW325")
        .semi_join(vraag.filter(_.soort == "JW323"), ["gemeente", "aanbieder", "declaratie_nummer"])
        .select("bericht")
    )
    return tellend.anti_join(op_regie.union(op_geld), "bericht")


def _afgekeurd(bron: Mapping[str, Table], berichten: Table) -> Table:
    return zichtbaar.afgekeurde_berichten(berichten, bron["retour"])


def _bekend(regel: Table, berichten: Table) -> Table:
    """Known lines; the number of a declaration is that of its message."""
    return zichtbaar.bekende_regels(regel, berichten)


def _versies(toewijzing: Table) -> Table:
    """Every version with a number, from high to low: toewijzingsdatum and -tijd decide (IV013)."""
    groep = ["gemeente", "toewijzing_nummer"]
    hoog_eerst = [
        ibis.desc(_.toewijzingsdatum, nulls_first=False),
        ibis.desc(_.toewijzingstijd.fill_null("")),
        ibis.desc(_.dagtekening, nulls_first=False),
        ibis.desc(_.bericht),
        ibis.desc(_.volgnummer),
    ]
    rang = ibis.row_number().over(group_by=groep, order_by=hoog_eerst)
    hogere = ibis.window(group_by=groep, order_by=hoog_eerst, rows=(None, -1))
    alle = ibis.window(group_by=groep)
    return (
        toewijzing.filter(_.toewijzing_nummer.notnull())
        .mutate(rang=rang, tot=_.dagtekening.min().over(hogere))
        .mutate(
            nu=_.rang == 0,
            eerst=_.rang == _.rang.max().over(alle),
            verwijderd=_.reden_wijziging.fill_null("") == VERWIJDERD,
        )
        .drop("batch")
    )


def _met_sleutel(regel: Table) -> Table:
    return regel.mutate(sleutel=sleutel(regel, regel.toewijzing_ingangsdatum, regel.begindatum))


def _starts(starts: Table) -> Table:
    levend = zorgperioden.levende_starts(starts)
    return _met_orde(_met_leven(starts, levend, zorgperioden.STARTSLEUTEL))


def _stops(stops: Table) -> Table:
    """Of stops of one day the earlier end came first, and a temporary one before a definitive."""
    levend = zorgperioden.levende_stops(stops)
    met_leven = _met_leven(stops, levend, zorgperioden.STOPSLEUTEL)
    return _met_orde(met_leven, _.einddatum, _.reden_beeindiging != zorgperioden.TIJDELIJK)


def _met_leven(regels: Table, levend: Table, velden: tuple[str, ...]) -> Table:
    """Whether a line reports something that still stands, by how often it came and went (P49).

    Of 3.2 the lines of one provider on one child count: the BSN is part of the key, and nobody takes
    back what another reported.
    """
    telling = ibis.ifelse(regels.status_aanlevering == "3", -1, 1)
    eigen = ibis.window(group_by=["aanbieder", "kind", *velden])
    regels = regels.mutate(eigen_telling=telling.sum().over(eigen))
    stand = levend.select(**{f"l_{veld}": veld for veld in velden})
    gelijk = [regels[veld].identical_to(stand[f"l_{veld}"]) for veld in velden]
    samen = regels.left_join(stand, gelijk)
    staat = ibis.ifelse(
        samen.release == RELEASE, samen.eigen_telling > 0, samen.l_sleutel.notnull()
    )
    leeft = staat & (samen.status_aanlevering != "3")
    return samen.select(*regels.columns, leeft=leeft).drop("eigen_telling")


def _met_orde(regels: Table, *dan: object) -> Table:
    """The place of a line in time: by dagtekening, not by receipt (OP080)."""
    orde = ibis.row_number().over(order_by=[_.dagtekening, *dan, _.bericht, _.volgnummer])
    return regels.mutate(orde=orde)


def _antwoorden(antwoord: Table) -> Table:
    """Of 319's of one day 'in onderzoek' (2) came first."""
    return _met_orde(antwoord, ibis.desc(_.verzoek_antwoord))


def _prestaties(bekend: Mapping[str, Table], berichten: Table) -> Table:
    beoordeeld = beoordeelde_regels(bekend["declaratie"], bekend["declaratieantwoord"], berichten)
    koppen = berichten.select("bericht", "periode_begin", "periode_einde")
    antwoorden = berichten.select(antwoord="bericht", antwoord_dag="dagtekening")
    regels = beoordeeld.inner_join(koppen, "bericht").left_join(antwoorden, "antwoord")
    regels = regels.select(
        *(kolom for kolom in bekend["declaratie"].columns if kolom not in ("batch", "bekend_op")),
        "periode_begin",
        "periode_einde",
        "oordeel",
        "antwoord_dag",
        geheel_afgewezen=_geheel_afgewezen(regels),
        geldig=regels.oordeel != AFGEWEZEN,
    )
    creditregels = regels.filter(_.credit & _.geldig).select(
        "gemeente", "aanbieder", referentie="vorige_referentie", gecrediteerd=ibis.literal(True)
    )
    creditregels = creditregels.filter(_.referentie.notnull()).distinct()
    samen = regels.left_join(creditregels, ["gemeente", "aanbieder", "referentie"])
    return samen.select(
        *regels.columns, gecrediteerd=samen.gecrediteerd.fill_null(False) & ~samen.credit
    )


def _geheel_afgewezen(regels: Table) -> BooleanValue:
    """Whether its answer refused the declaration as a whole (P52)."""
    geen_oordeel = ~regels.antwoord_goed & ~regels.antwoord_8001
    geheel = regels.antwoord_0001 | ((regels.berichtsoort == "JW323") & geen_oordeel)
    return (regels.antwoord.notnull() & geheel).fill_null(False)
