"""What regions and the register of incidents say: RA6, RA8 and RA11."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from paraplu.afspraken import gebieden
from paraplu.casussen.cijfers.tellen import Blik, Cijfer
from paraplu.monitor.verbergen import KLEIN
from paraplu.opgaven import queries
from paraplu.opgaven.antwoorden import CONTRACTDATUM, PRAKTIJKDATUM, Bouwstenen
from paraplu.opgaven.lijsten import count_met
from paraplu.tafel.cijfers.lezen import read_tabellen
from paraplu.toekomsttuin.lezen.ra6 import Antwoord, read_antwoorden

from ..stand import Gemis, Onderdeel
from .gemeten import Gemeten, Vraag

#: In this year the agreement is about its first day; in later years about the last.
EERSTE_JAAR: Final = CONTRACTDATUM.year


def _peildag(jaar: int, op: date) -> date:
    """The day of a year on which the state counts."""
    if jaar <= EERSTE_JAAR:
        return date(jaar, 1, 1)
    return min(date(jaar, 12, 31), op)


def measure_ra6(vraag: Vraag, jaar: int) -> Gemeten:
    """In how many regions a garden has been started (R52), with the requests beside it (R53, P20)."""
    dag = _peildag(jaar, vraag.op)
    antwoorden = vraag.once("tuinen", lambda: read_antwoorden(op=vraag.op))
    starts = [een for een in antwoorden if een.regio in vraag.regios]
    wel = [een for een in starts if een.sinds is not None and een.sinds <= dag]
    delen = tuple(_vto(vraag, jaar)) if vraag.breed else ()
    return _of_regios(
        vraag, jaar, met=len(wel), delen=delen, herkomst=tuple(_say_start(een) for een in starts)
    )


def _say_start(een: Antwoord) -> str:
    if een.sinds is None:
        return _("%(regio)s: geen toekomsttuin gestart") % {"regio": een.naam}
    return _("%(regio)s: gestart op %(dag)s") % {
        "regio": een.naam, "dag": date_format(een.sinds, "j F Y"),
    }  # fmt: skip


def _vto(vraag: Vraag, jaar: int) -> Iterator[Onderdeel]:
    """Requests to the RvdK in the year, per region: there is no norm (P20)."""
    tabel = read_tabellen(jaar, min(date(jaar, 12, 31), vraag.op))["vto"]
    for regio in vraag.regios:
        gevonden = gebieden.regio(regio)
        cijfer = tabel.cijfer(Blik(regio=regio))
        yield Onderdeel(
            naam=_("Verzoeken tot onderzoek, %(regio)s")
            % {"regio": gevonden.naam if gevonden else regio},
            waarde=cijfer.aantal if isinstance(cijfer, Cijfer) else KLEIN,
            eenheid="verzoeken",
        )


def measure_ra8(vraag: Vraag, jaar: int) -> Gemeten:
    """How many regions meet all four conditions (R184); 1-4-2022 stands beside it (P39)."""
    dag = _peildag(jaar, vraag.op)
    lijsten: list[Bouwstenen] = [
        vraag.once(("ra8", regio), lambda r=regio: queries.bouwstenen(r, op=vraag.op))
        for regio in vraag.regios
    ]
    met = sum(count_met(een.punten, op=dag) == len(een.punten) for een in lijsten)
    open_ = [een for een in lijsten if not een.heeft_gemeld]
    praktijk = sum(een.op_praktijkdatum == len(een.punten) for een in lijsten)
    delen = (
        Onderdeel(
            naam=_("Voldeed op %(dag)s") % {"dag": date_format(PRAKTIJKDATUM, "j F Y")},
            waarde=praktijk,
            eenheid="regios",
        ),
    )
    return _of_regios(
        vraag, jaar, met=met, delen=delen, open_=open_, herkomst=tuple(_say_lijst(lijsten, dag))
    )


def _say_lijst(lijsten: list[Bouwstenen], dag: date) -> Iterator[str]:
    for een in lijsten:
        yield _("%(regio)s: %(geregeld)s van %(alle)s punten op %(dag)s") % {
            "regio": een.naam, "geregeld": count_met(een.punten, op=dag),
            "alle": len(een.punten), "dag": date_format(dag, "j F Y"),
        }  # fmt: skip


def _of_regios(
    vraag: Vraag,
    jaar: int,
    *,
    met: int,
    delen: tuple[Onderdeel, ...],
    herkomst: tuple[str, ...],
    open_: list[Bouwstenen] | None = None,
) -> Gemeten:
    """So many regions of all; not known while one that counts has not answered."""
    onbekend = open_ or []
    return Gemeten(
        waarde=None if onbekend else met,
        onderdelen=delen,
        ontbreekt=tuple(Gemis(wat=_("de lijst met vier punten"), van=een.naam) for een in onbekend),
        herkomst=herkomst,
        bewijs=vraag.bon(jaar),
        reden=_("Nog niet elk punt van de lijst heeft een antwoord.") if onbekend else "",
        keer=len(vraag.regios),
        is_vast=jaar <= EERSTE_JAAR,
    )


def measure_ra11(vraag: Vraag, jaar: int) -> Gemeten:
    """Problems with the woonplaatsbeginsel (R189); none is only known when every GI said so."""
    gevonden = queries.incidenten(vraag.partij.sleutel, jaar, bekend_op=vraag.op)
    namen = vraag.cijfers.namen()["gi"]
    onzeker = not gevonden.aantal and not gevonden.gemeld.is_compleet
    delen = (
        Onderdeel(naam=_("Opgelost"), waarde=gevonden.opgelost, eenheid="meldingen"),
        Onderdeel(naam=_("Opgelost binnen veertien dagen"), waarde=gevonden.op_tijd, eenheid="meldingen"),
        Onderdeel(naam=_("Te laat"), waarde=gevonden.te_laat, eenheid="meldingen"),
        Onderdeel(naam=_("Uren zoeken"), waarde=gevonden.uren, eenheid="uren"),
        Onderdeel(naam=_("Afspraak bij verhuizen niet nagekomen"), waarde=gevonden.niet_nageleefd, eenheid="meldingen"),
    )  # fmt: skip
    return vraag.scherm_af(
        Gemeten(
            waarde=None if onzeker else gevonden.aantal,
            onderdelen=() if onzeker else delen,
            ontbreekt=tuple(
                Gemis(wat=_("het bericht dat het register klopt"), van=namen.get(gi, gi))
                for gi in gevonden.gemeld.niet
            ),
            bewijs=vraag.bon(jaar),
            reden=_("Niet elke GI heeft gezegd dat het register over dit jaar klopt.")
            if onzeker
            else "",
            is_vast=gevonden.aantal > 0,
        )
    )
