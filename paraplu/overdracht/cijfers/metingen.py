"""What is measured over the end of measures: first the rows, then the figure from those rows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from django.utils.translation import gettext_lazy as _

from paraplu.afspraken.einde import OnbekendeReden, counts_for_ra10, find_reden
from paraplu.casussen.cijfers.tellen import Meting, Rij, Tabel, list_rijen, make_tabel
from paraplu.termijnen import kalender

from ..actions.voogd import VOOGDIJ
from ..models import Opvolging, Voogdvraag
from .lezen import Beeindigd, Gezet, Jaar, read_jaar

#: An OTS lasts a year at most; longer is extended (R185).
EEN_JAAR: Final = 366
#: Help within this many days after the question is in time: three months.
SNEL: Final = 92
INGETROKKEN, NOG_TIJD = "ingetrokken", "nog_tijd"
NIET_NODIG, UITZONDERING, NIET_VERLENGD = "niet_nodig", "uitzondering", "niet_verlengd"


def _beschikbaar(jaar: Jaar, op: date) -> Iterator[Rij]:
    """Each question to a lokaal team, on the day it was answered, or on its last day when that passed."""
    for stap in jaar.stappen:
        if stap.sleutel != "beschikbaar" or stap.anker is None or stap.uiterste_datum is None:
            continue
        gedaan = stap.afgerond_op if stap.afgerond_op and stap.afgerond_op <= op else None
        yield Rij(
            casus=stap.casus,
            regio=stap.regio,
            partij=stap.lokaal_team,
            dag=gedaan or min(stap.uiterste_datum, op),
            deel=stap.uitkomst if gedaan else "open",
            waarde=kalender().werkdagen_tussen(stap.anker, gedaan)
            if gedaan and stap.uitkomst == "beschikbaar"
            else None,
            ja=_is_on_time(stap, gedaan),
            afgevallen=_no_answer_due(stap, gedaan, op),
        )


def _is_on_time(stap: Gezet, gedaan: date | None) -> bool:
    op_tijd = gedaan is not None and gedaan <= (stap.uiterste_datum or gedaan)
    return op_tijd and stap.uitkomst == "beschikbaar"


def _no_answer_due(stap: Gezet, gedaan: date | None, op: date) -> str:
    if stap.uitkomst in {"ingetrokken", "zonder_overdracht", "vervallen"}:
        return INGETROKKEN
    return NOG_TIJD if gedaan is None and op <= (stap.uiterste_datum or op) else ""


def _overnames(jaar: Jaar, op: date) -> Iterator[Rij]:
    for een in jaar.overnames:
        yield Rij(
            casus=een.casus,
            regio=een.regio,
            partij=een.gi,
            dag=een.op,
            waarde=kalender().werkdagen_tussen(een.begonnen_op, een.op),
            ja=een.geweigerd == 0,
        )


def _einde(jaar: Jaar, op: date) -> Iterator[Rij]:
    for een in jaar.maatregelen:
        if een.op:
            yield _of_maatregel(
                een,
                een.op,
                deel=f"{een.reden}:{een.voogd}",
                ja=een.met_overdracht,
            )


def _of_maatregel(een: Beeindigd, dag: date, **velden) -> Rij:
    return Rij(casus=een.casus, regio=een.regio, partij=een.gi, dag=dag, **velden)


def _ra10(*, streng: bool):
    """Of every voogdij that ran in the year: whether it ended in a way that counts (R188, P19)."""

    def rijen(jaar: Jaar, op: date) -> Iterator[Rij]:
        eind = min(date(jaar.jaar, 12, 31), op)
        for een in jaar.maatregelen:
            if een.soort not in VOOGDIJ or een.vanaf > eind:
                continue
            telt = bool(een.op and een.op <= op) and _counts(een, streng=streng)
            yield _of_maatregel(een, een.op if een.op and een.op <= op else eind, ja=telt)

    return rijen


def _counts(een: Beeindigd, *, streng: bool) -> bool:
    if een.op is None or een.geboren is None:
        return False
    try:
        reden = find_reden(een.reden, soort=een.soort, op=een.op, voogd=een.voogd)
    except OnbekendeReden:
        return False
    return counts_for_ra10(reden, geboren=een.geboren, einde=een.op, streng=streng)


def _duur_ots(jaar: Jaar, op: date) -> Iterator[Rij]:
    """Extended OTS that ended: how many months, split by how soon help began (R185, R303)."""
    for een in jaar.maatregelen:
        if een.soort != "ots" or een.op is None:
            continue
        dagen = (een.op - een.vanaf).days + 1
        yield _of_maatregel(
            een,
            een.op,
            deel=_wachten(een),
            waarde=round(dagen / 30.4375),
            afgevallen=_not_extended(een, dagen),
        )


def _not_extended(een: Beeindigd, dagen: int) -> str:
    reden = find_reden(een.reden, soort=een.soort, op=een.op or een.vanaf, voogd=een.voogd)
    if not reden.ra9:
        return UITZONDERING
    return NIET_VERLENGD if dagen <= EEN_JAAR else ""


def _wachten(een: Beeindigd) -> str:
    if een.dagen_tot_hulp is None:
        return "geen_hulp_gevraagd"
    return "snel" if een.dagen_tot_hulp <= SNEL else "later"


def _wisselingen(jaar: Jaar, op: date) -> Iterator[Rij]:
    """Of every measure that ran in the year: how often another jeugdbeschermer came in it (R295)."""
    eind = min(date(jaar.jaar, 12, 31), op)
    for een in jaar.maatregelen:
        if een.vanaf > eind:
            continue
        tot = een.op if een.op and een.op <= op else eind
        aantal = sum(dag.year == jaar.jaar and dag <= eind for dag in een.wisselingen)
        yield _of_maatregel(een, tot, waarde=aantal, ja=aantal == 0)


def _in_beeld(jaar: Jaar, op: date) -> Iterator[Rij]:
    for een in jaar.gevolgd:
        if een.is_laatste:
            yield Rij(
                casus=een.casus, regio=een.regio, partij=een.lokaal_team, dag=een.op,
                ja=een.in_beeld,
            )  # fmt: skip


def _hulp(jaar: Jaar, op: date) -> Iterator[Rij]:
    for een in jaar.gevolgd:
        if een.is_laatste:
            yield Rij(
                casus=een.casus, regio=een.regio, partij=een.lokaal_team, dag=een.op,
                deel=een.hulp, ja=een.hulp == Opvolging.Hulp.JA,
                afgevallen=NIET_NODIG if een.hulp == Opvolging.Hulp.NIET_NODIG else "",
            )  # fmt: skip


def _gevolgd(jaar: Jaar, op: date) -> Iterator[Rij]:
    """Each agreed moment: whether somebody looked on or before that day (R48)."""
    for stap in jaar.stappen:
        if stap.sleutel != "opvolgen" or stap.uiterste_datum is None:
            continue
        gedaan = stap.afgerond_op if stap.afgerond_op and stap.afgerond_op <= op else None
        if gedaan is None and stap.uiterste_datum >= op:
            continue
        yield Rij(
            casus=stap.casus,
            regio=stap.regio,
            partij=stap.lokaal_team,
            dag=gedaan or stap.uiterste_datum,
            ja=gedaan is not None and gedaan <= stap.uiterste_datum,
            afgevallen=INGETROKKEN if stap.uitkomst == "vervallen" else "",
        )


def _voogdvragen(jaar: Jaar, op: date) -> Iterator[Rij]:
    for een in jaar.voogdvragen:
        yield Rij(
            casus=een.casus, regio=een.regio, partij=een.gi, dag=een.op, deel=een.resultaat,
            ja=een.resultaat == Voogdvraag.Resultaat.JA,
        )  # fmt: skip


METINGEN: Final = (
    Meting(
        sleutel="beschikbaar",
        naam=_("Het lokale team binnen drie werkdagen"),
        telt=_("vragen aan een lokaal team"),
        uitleg=_("Van de vraag tot het antwoord wie het gezin overneemt. Kan niemand of blijft het antwoord uit, dan is het niet gehaald."),
        rijen=_beschikbaar,
        ja=_("binnen drie werkdagen iemand"),
        eenheid=_("werkdagen"),
        vereisten=("R186",),
        redenen=((INGETROKKEN, _("het einde ging niet door")), (NOG_TIJD, _("het lokale team heeft nog tijd"))),
    ),
    Meting(
        sleutel="overnames",
        naam=_("Warme overdrachten"),
        telt=_("gezinnen die een lokaal team overnam"),
        uitleg=_("Van het voornemen om de maatregel te eindigen tot het lokale team het gezin overnam."),
        rijen=_overnames,
        ja=_("in één keer aanvaard"),
        eenheid=_("werkdagen"),
        vereisten=("R12",),
    ),
    Meting(
        sleutel="einde",
        naam=_("Waarom maatregelen eindigden"),
        telt=_("beëindigde maatregelen"),
        uitleg=_("Elke maatregel die in de periode eindigde, met de reden die de jeugdbeschermer koos."),
        rijen=_einde,
        ja=_("met een warme overdracht"),
        vereisten=("R12", "R185", "R188"),
    ),
    Meting(
        sleutel="ra10_breed",
        naam=_("Voogdij die eindigde voor het kind 18 was"),
        telt=_("kinderen met voogdij in dit jaar"),
        uitleg=_("De brede telling van resultaatafspraak 10: ook herstel van gezag, overlijden en een andere GI."),
        rijen=_ra10(streng=False),
        ja=_("eindigde voor 18"),
        vereisten=("R188",),
    ),
    Meting(
        sleutel="ra10_streng",
        naam=_("Voogdij die eindigde door een voogd uit het netwerk"),
        telt=_("kinderen met voogdij in dit jaar"),
        uitleg=_("De strenge telling van resultaatafspraak 10: alleen een pleegouder of iemand anders uit het netwerk. Afgesproken is 1 procent per jaar."),
        rijen=_ra10(streng=True),
        ja=_("kreeg een voogd uit het netwerk"),
        vereisten=("R188", "R304"),
    ),
    Meting(
        sleutel="voogdvragen",
        naam=_("Zoeken naar een voogd in het netwerk"),
        telt=_("mensen die zijn gevraagd"),
        uitleg=_("Wie de GI in het netwerk vroeg om voogd te worden, en wat eruit kwam."),
        rijen=_voogdvragen,
        ja=_("wil voogd worden"),
        vereisten=("R304",),
    ),
    Meting(
        sleutel="duur_ots",
        naam=_("Duur van verlengde OTS"),
        telt=_("verlengde OTS die eindigden"),
        uitleg=_("Van het begin tot de laatste dag. Verlengd is langer dan een jaar. Gesplitst naar hoe snel de hulp begon na de vraag erom."),
        rijen=_duur_ots,
        eenheid=_("maanden"),
        vereisten=("R185", "R303"),
        redenen=((UITZONDERING, _("een reden die niet meetelt, zoals overlijden")), (NIET_VERLENGD, _("duurde niet langer dan een jaar"))),
    ),
    Meting(
        sleutel="wisselingen",
        naam=_("Wisseling van jeugdbeschermer"),
        telt=_("maatregelen die in dit jaar liepen"),
        uitleg=_("Hoe vaak een kind in dit jaar een andere vaste jeugdbeschermer kreeg. De eerste telt niet als wisseling. Van voor de invoering van Paraplu is alleen de laatste bekend."),
        rijen=_wisselingen,
        ja=_("zonder wisseling"),
        eenheid=_("wisselingen"),
        vereisten=("R295",),
    ),
    Meting(
        sleutel="gevolgd",
        naam=_("Volgen na de overdracht"),
        telt=_("afgesproken momenten"),
        uitleg=_("Of het lokale team op of voor de afgesproken dag keek hoe het met het gezin gaat. Wie nog niet keek, telt mee als te laat."),
        rijen=_gevolgd,
        ja=_("op tijd"),
        vereisten=("R48", "R276"),
        redenen=((INGETROKKEN, _("vervallen")),),
    ),
    Meting(
        sleutel="in_beeld",
        naam=_("Gezinnen in beeld"),
        telt=_("gezinnen die het lokale team volgde"),
        uitleg=_("Bij het laatste moment van dit jaar."),
        rijen=_in_beeld,
        ja=_("nog in beeld"),
        vereisten=("R48", "R252"),
    ),
    Meting(
        sleutel="hulp",
        naam=_("Hulp na de overdracht"),
        telt=_("gezinnen voor wie hulp was afgesproken"),
        uitleg=_("Bij het laatste moment van dit jaar. De rest is zonder hulp."),
        rijen=_hulp,
        ja=_("kreeg de hulp"),
        vereisten=("R252",),
        redenen=((NIET_NODIG, _("er was geen hulp nodig")),),
    ),
)  # fmt: skip


def make_tabellen(jaar: Jaar, *, op: date) -> dict[str, Tabel]:
    """Every measure over a year, as it is known on a day."""
    return {
        meting.sleutel: make_tabel(meting, list_rijen(meting, [jaar], jaar=jaar.jaar, op=op))
        for meting in METINGEN
    }


def read_tabellen(jaar: int, op: date) -> dict[str, Tabel]:
    """The same for all families, whoever asks."""
    return make_tabellen(read_jaar(jaar), op=op)
