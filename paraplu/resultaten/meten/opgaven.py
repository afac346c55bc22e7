"""What GI's report and the survey says: RA1, RA3, RA4 and RA5."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from paraplu.opgaven import queries
from paraplu.opgaven.antwoorden import Gemeld, Zoektijd

from ..stand import Gemis, Onderdeel
from .gemeten import Gemeten, Vraag, share


def measure_ra1(vraag: Vraag, jaar: int) -> Gemeten:
    """The mean share of working time that goes to searching (R173); it counts from 100 answers on."""
    gevonden: Zoektijd = vraag.once(
        ("zoektijd", jaar), lambda: queries.zoektijd(jaar, bekend_op=vraag.op)
    )
    if vraag.partij.soort == "gi":
        deel = next((een for een in gevonden.per_gi if een.gi == vraag.partij.code), None)
        waarde, aantal = (deel.waarde, deel.respondenten) if deel else (None, 0)
    else:
        waarde, aantal = gevonden.waarde, gevonden.respondenten
    te_weinig = gevonden.bron == "enquete" and not gevonden.is_genoeg
    delen = (
        Onderdeel(naam=_("Antwoorden"), waarde=aantal, eenheid="antwoorden"),
        *(_detail_zoektijd(gevonden) if vraag.breed and not vraag.partij.soort else ()),
    )
    gemeten = Gemeten(
        waarde=None if te_weinig else share(waarde),
        onderdelen=delen,
        ontbreekt=tuple(_lacking(vraag, gevonden.gemeld, _("antwoorden op de enquête"))),
        herkomst=tuple(_origin_zoektijd(gevonden)),
        bewijs=vraag.bon(jaar),
        reden=_why_no_zoektijd(gevonden, waarde),
        is_vast=True,
    )
    return vraag.scherm_af(gemeten)


def _why_no_zoektijd(gevonden: Zoektijd, waarde: Any) -> str:
    """Why the survey gives no figure that counts; "" when it does."""
    if gevonden.bron == "enquete" and not gevonden.is_genoeg:
        return _("Er zijn %(aantal)s antwoorden; afgesproken is ten minste %(nodig)s.") % {
            "aantal": gevonden.respondenten, "nodig": gevonden.nodig,
        }  # fmt: skip
    return "" if waarde is not None else _("Over dit jaar is er geen enquête, of zij loopt nog.")


def _detail_zoektijd(gevonden: Zoektijd) -> Iterator[Onderdeel]:
    """The interval, and what R298 asks beside it."""
    for naam, waarde in ((_("Onderkant (95%)"), gevonden.onder), (_("Bovenkant (95%)"), gevonden.boven)):  # fmt: skip
        yield Onderdeel(naam=naam, waarde=share(waarde), eenheid="aandeel")
    yield Onderdeel(naam=_("Werkdruk (1 laag, 5 hoog)"), waarde=gevonden.werkdruk, eenheid="cijfer")
    yield Onderdeel(
        naam=_("Plezier in het werk (1 laag, 5 hoog)"), waarde=gevonden.plezier, eenheid="cijfer"
    )


def _origin_zoektijd(gevonden: Zoektijd) -> Iterator[str]:
    if gevonden.bron == "nulmeting":
        yield _("De nulmeting: een enquête met een andere vraag, onder meer functies (P40).")
    elif gevonden.bron:
        yield _("De enquête van %(jaar)s.") % {"jaar": gevonden.jaar}
        if gevonden.breuk:
            yield _("De nulmeting stelde een andere vraag: vergelijk met zorg (P40).")
    yield from _origin(gevonden.gemeld)


def measure_ra3(vraag: Vraag, jaar: int) -> Gemeten:
    """The share of overhead in all costs (R176), with what it fell (R300)."""
    gevonden = queries.overhead(vraag.partij.code, jaar, bekend_op=vraag.op)
    punten = None if gevonden.verschil_punten is None else float(gevonden.verschil_punten)
    delen = (
        Onderdeel(naam=_("Kosten van overhead"), waarde=gevonden.overhead, eenheid="euro"),
        Onderdeel(naam=_("Alle kosten"), waarde=gevonden.totaal, eenheid="euro"),
        Onderdeel(naam=_("Overhead: verschil met het jaar ervoor, in euro’s"), waarde=gevonden.verschil_euro, eenheid="euro"),
        Onderdeel(naam=_("Deel overhead: verschil met het jaar ervoor, in procentpunten"), waarde=punten, eenheid="punten"),
    )  # fmt: skip
    return _from_opgave(vraag, jaar, gevonden, share(gevonden.waarde), delen)


def measure_ra4(vraag: Vraag, jaar: int) -> Gemeten:
    """Turnover: who left, by the mean of begin and end (R178)."""
    gevonden = queries.verloop(vraag.partij.code, jaar, bekend_op=vraag.op)
    namen = (
        (_("Jeugdbeschermers op 1 januari"), gevonden.begin),
        (_("Gekomen"), gevonden.instroom),
        (_("Vertrokken"), gevonden.uitstroom),
        (_("Jeugdbeschermers op 31 december"), gevonden.eind),
    )
    delen = tuple(Onderdeel(naam=naam, waarde=w, eenheid="mensen") for naam, w in namen)
    return _from_opgave(vraag, jaar, gevonden, share(gevonden.waarde), delen)


def measure_ra5(vraag: Vraag, jaar: int) -> Gemeten:
    """Who came from lokale teams and Veilig Thuis (R181); applications beside it where known (P18)."""
    gevonden = queries.instroom_herkomst(vraag.partij.code, jaar, bekend_op=vraag.op)
    delen = (
        Onderdeel(
            naam=_("Sollicitaties van daar, waar dat is vastgelegd"),
            waarde=gevonden.sollicitaties_van_daar,
            eenheid="sollicitaties",
        ),
        Onderdeel(
            naam=_("Alle nieuwe jeugdbeschermers"),
            waarde=sum(gevonden.instroom.values()) if gevonden.instroom else None,
            eenheid="mensen",
        ),
    )
    return _from_opgave(vraag, jaar, gevonden, gevonden.waarde, delen)


def _from_opgave(
    vraag: Vraag, jaar: int, gevonden: Any, waarde: Any, delen: tuple[Onderdeel, ...]
) -> Gemeten:
    """A figure from returns; of all GI's together only when each of them reported."""
    gemeld: Gemeld = gevonden.gemeld
    onvolledig = not vraag.partij.soort and bool(gemeld.niet)
    gemeten = Gemeten(
        waarde=waarde,
        onderdelen=delen if waarde is not None else (),
        ontbreekt=tuple(_lacking(vraag, gemeld, _("de opgave over %(jaar)s") % {"jaar": jaar})),
        herkomst=tuple(_origin(gemeld)),
        bewijs=vraag.bon(jaar) if waarde is not None else "",
        reden=_("De opgave is er nog niet.")
        if waarde is None
        else _("Nog niet elke GI heeft opgave gedaan.")
        if onvolledig
        else "",
        is_vast=not onvolledig,
    )
    return vraag.scherm_af(gemeten)


def _lacking(vraag: Vraag, gemeld: Gemeld, wat: str) -> Iterator[Gemis]:
    """One line for each GI that did not report; of one GI only its own."""
    namen = vraag.cijfers.namen()["gi"]
    for gi in gemeld.niet:
        if vraag.partij.soort != "gi" or gi == vraag.partij.code:
            yield Gemis(wat=wat, van=namen.get(gi, gi))


def _origin(gemeld: Gemeld) -> Iterator[str]:
    if gemeld.ingediend_op is None:
        return
    dag = date_format(gemeld.ingediend_op, "j F Y")
    if gemeld.versie is not None:
        yield _("Versie %(versie)s, ingediend op %(dag)s.") % {"versie": gemeld.versie, "dag": dag}
    else:
        yield _("%(aantal)s opgaven; de laatste kwam op %(dag)s.") % {
            "aantal": len(gemeld.wel), "dag": dag,
        }  # fmt: skip
