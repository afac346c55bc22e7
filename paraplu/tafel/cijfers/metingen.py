"""What is measured over the tables: which rows count, which fall out and why (R53, R59, R60, R72 to R78)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from paraplu.casussen.cijfers.tellen import Meting, Rij, Tabel, list_rijen, make_tabel

from ..models import MET_VTO, Besluit
from .gang import Gang


def _rij(gang: Gang, dag: date, **velden: Any) -> Rij:
    return Rij(casus=gang.casus, regio=gang.regio, partij=gang.tafel, dag=dag, **velden)


def _wachttijd(gang: Gang, op: date) -> Iterator[Rij]:
    """From the request to the first talk. Who still waits after the two weeks counts as too late."""
    if gang.ontvangen_op is None or gang.uiterlijk is None:
        return
    eerste = min((een.dag for een in gang.gesprekken if een.dag <= op), default=None)
    if eerste:
        dagen = (eerste - gang.ontvangen_op).days
        yield _rij(gang, eerste, deel=gang.soort, waarde=dagen, ja=eerste <= gang.uiterlijk)
    elif gang.afgesloten_op and gang.afgesloten_op <= op:
        elders = "andere_tafel" if gang.afloop == "andere_tafel" else "ingetrokken"
        yield _rij(gang, gang.afgesloten_op, afgevallen=elders)
    elif gang.uiterlijk < op:
        yield _rij(gang, gang.uiterlijk, deel=gang.soort, ja=False)
    else:
        yield _rij(gang, gang.ontvangen_op, afgevallen="loopt")


def _soorten(gang: Gang, _op: date) -> Iterator[Rij]:
    for gesprek in gang.gesprekken:
        yield _rij(gang, gesprek.dag, deel=gang.soort)


def _uitkomsten(gang: Gang, _op: date) -> Iterator[Rij]:
    """The four outcomes; the share is that without an investigation by the RvdK (R264)."""
    for gesprek in gang.gesprekken:
        if not gesprek.uitkomst:
            yield _rij(gang, gesprek.dag, afgevallen="toetsing")
            continue
        zonder = gesprek.uitkomst not in MET_VTO
        yield _rij(gang, gesprek.dag, deel=gesprek.uitkomst, ja=zonder)


def _toetsingen(gang: Gang, _op: date) -> Iterator[Rij]:
    for gesprek in gang.gesprekken:
        if gesprek.toets:
            kan = gesprek.toets != Besluit.Toets.DOORGAAN
            yield _rij(gang, gesprek.dag, deel=gesprek.toets, ja=kan)


def _samen(gang: Gang, _op: date) -> Iterator[Rij]:
    for gesprek in gang.gesprekken:
        if gesprek.samen is not None:
            yield _rij(gang, gesprek.dag, ja=gesprek.samen)


def _advies(gang: Gang, _op: date) -> Iterator[Rij]:
    """Whether the decision follows the RvdK (R270); without advice or outcome there is no answer."""
    for gesprek in gang.gesprekken:
        if gesprek.volgt_advies is None:
            reden = "geen_advies" if gesprek.advies == Besluit.Advies.GEEN else "toetsing"
            yield _rij(gang, gesprek.dag, afgevallen=reden)
        else:
            yield _rij(gang, gesprek.dag, deel=gesprek.advies, ja=gesprek.volgt_advies)


def _te_gast(gang: Gang, _op: date) -> Iterator[Rij]:
    for gesprek in gang.gesprekken:
        yield _rij(gang, gesprek.dag, ja=gesprek.te_gast)


def _evaluaties(gang: Gang, op: date) -> Iterator[Rij]:
    """Moments that were held; the share is that with a breakthrough in the cooperation (R265)."""
    for moment in gang.momenten:
        if moment.gehouden_op and moment.gehouden_op <= op:
            yield _rij(gang, moment.gehouden_op, deel=moment.vervolg, ja=moment.doorbraak)
        elif moment.vervallen:
            yield _rij(gang, moment.op, afgevallen="vervallen")
        elif moment.op <= op:
            yield _rij(gang, moment.op, afgevallen="niet_gehouden")


def _verzoeken(gang: Gang, op: date) -> Iterator[Rij]:
    """Requests to the RvdK, and of those that were answered whether it investigates (P28)."""
    for verzoek in gang.verzoeken:
        besloten = (
            verzoek.besloten_op if verzoek.besloten_op and verzoek.besloten_op <= op else None
        )
        yield _rij(
            gang,
            verzoek.op,
            waarde=(besloten - verzoek.op).days if besloten else None,
            ja=verzoek.onderzoek if besloten else None,
        )


def _afspraken(gang: Gang, op: date) -> Iterator[Rij]:
    for belofte in gang.beloften:
        if belofte.gemeld_op and belofte.gemeld_op <= op:
            yield _rij(gang, belofte.gemeld_op, deel=belofte.soort, ja=belofte.gedaan)
        elif belofte.uiterlijk <= op:
            yield _rij(gang, belofte.uiterlijk, afgevallen="niet_gemeld")


def _meting(sleutel: str, naam: Any, rijen: Callable[..., Iterable[Rij]], **velden: Any) -> Meting:
    return Meting(sleutel=sleutel, naam=naam, rijen=rijen, **velden)


METINGEN: Final = (
    _meting(
        "wachttijd", _("Van aanmelding tot gesprek"), _wachttijd,
        telt=_("aanmeldingen"), eenheid=_("dagen"), ja=_("binnen twee weken"),
        uitleg=_("Van de dag waarop het verzoek bij de voorzitter was tot het eerste gesprek. Wie na twee weken nog wacht, telt op de laatste dag mee als te laat."),
        redenen=(
            ("loopt", _("Wacht nog, en de twee weken zijn niet voorbij")),
            ("ingetrokken", _("Het gesprek was niet meer nodig")),
            ("andere_tafel", _("De vraag hoorde bij een andere tafel")),
        ),
        vereisten=("R77", "R78"),
    ),
    _meting(
        "soort", _("Soorten gesprekken"), _soorten, telt=_("gesprekken"),
        uitleg=_("Elk gehouden gesprek, naar de soort die de aanmelder koos."),
        vereisten=("R59", "R265"),
    ),
    _meting(
        "uitkomst", _("Uitkomsten"), _uitkomsten,
        telt=_("gesprekken"), ja=_("zonder onderzoek van de Raad"),
        uitleg=_("Elk gehouden gesprek met één van de vier uitkomsten. Is een gesprek overgedaan, dan telt het laatste besluit."),
        redenen=(("toetsing", _("Toetsing van het einde van een ondertoezichtstelling")),),
        vereisten=("R72", "R264"),
    ),
    _meting(
        "toetsing", _("Toetsing van het einde van een ondertoezichtstelling"), _toetsingen,
        telt=_("toetsingen"), ja=_("kan eindigen, al dan niet met voorwaarden"),
        uitleg=_("Elk gehouden gesprek over het einde van een ondertoezichtstelling."),
        vereisten=("R81", "R274"),
    ),
    _meting(
        "samen", _("Hoe is besloten"), _samen, telt=_("besluiten"), ja=_("samen besloten"),
        uitleg=_("De rest besloot de voorzitter, en iemand zag het anders."), vereisten=("R74",),
    ),
    _meting(
        "advies", _("Advies van de Raad"), _advies, telt=_("adviezen"), ja=_("gevolgd"),
        uitleg=_("Of het besluit wel of geen onderzoek vraagt, zoals de Raad aan tafel adviseerde."),
        redenen=(
            ("geen_advies", _("De Raad gaf geen advies")),
            ("toetsing", _("Toetsing van het einde van een ondertoezichtstelling")),
        ),
        vereisten=("R74", "R270"),
    ),
    _meting(
        "te_gast", _("Gesprekken bij een andere tafel"), _te_gast,
        telt=_("gesprekken"), ja=_("te gast bij een andere tafel"),
        uitleg=_("Elk gehouden gesprek, bij de tafel die het gezin heeft. Te gast: de buurtafel had ruimte."),
        vereisten=("R78",),
    ),
    _meting(
        "evaluatie", _("Evaluaties na een gesprek"), _evaluaties,
        telt=_("evaluaties"), ja=_("met een doorbraak in de samenwerking"),
        uitleg=_("Elk moment waarop is teruggekeken, op papier of in een nieuw gesprek."),
        redenen=(
            ("niet_gehouden", _("De dag is voorbij en er is niet teruggekeken")),
            ("vervallen", _("Vervallen, omdat er een nieuw gesprek was")),
        ),
        vereisten=("R60", "R265"),
    ),
    _meting(
        "vto", _("Verzoeken tot onderzoek"), _verzoeken,
        telt=_("verzoeken"), eenheid=_("dagen tot het besluit van de Raad"),
        ja=_("waarop de Raad een onderzoek begint"),
        uitleg=_("Elk verzoek dat de tafel aan de Raad stuurde. Zonder antwoord telt het bij het aantal, niet bij het aandeel."),
        vereisten=("R53", "R263"),
    ),
    _meting(
        "afspraken", _("Afspraken van de gesprekken"), _afspraken,
        telt=_("gemelde afspraken"), ja=_("gedaan"),
        uitleg=_("Elke afspraak waarvan is gemeld of zij is gedaan."),
        redenen=(("niet_gemeld", _("De dag is voorbij en er is niets gemeld")),),
        vereisten=("R69", "R71"),
    ),
)  # fmt: skip
METING_VAN: Final = {meting.sleutel: meting for meting in METINGEN}


def make_tabellen(gangen: Iterable[Gang], *, jaar: int, op: date) -> dict[str, Tabel]:
    """Every measure over the rows whose day lies in this year, by its key."""
    alle = list(gangen)
    return {
        meting.sleutel: make_tabel(meting, list_rijen(meting, alle, jaar=jaar, op=op))
        for meting in METINGEN
    }
