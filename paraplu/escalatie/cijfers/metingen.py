"""What is measured over escalations, and their names in the order of the page.

Situation 3 stands apart, and only for the whole of Gelderland: in the other measures it does not
count, so that no figure of a region or organisation hides or shows one (R132).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from paraplu.casussen.cijfers.tellen import Meting, Rij, Tabel, list_rijen, make_tabel
from paraplu.web.wand.verzoek import beyond_wall

from ..models import Escalatie
from ..models.escalatie import BESTUURDERS, GEDRAGSWETENSCHAPPERS, LEIDINGGEVENDEN

#: The steps of the model in the route, by level.
STAPPEN: Final = {
    "gedragswetenschappers": GEDRAGSWETENSCHAPPERS,
    "leidinggevenden": LEIDINGGEVENDEN,
    "bestuurders": BESTUURDERS,
}
OPGELOST: Final = frozenset({"zelf_opgelost", "overbrugd", "opgeheven", "oplossing"})
LOOPT, INGETROKKEN = "loopt", "ingetrokken"


@dataclass(frozen=True, kw_only=True)
class Verloop:
    """The course of one escalation, without anything of whom it is about."""

    casus: int
    regio: str
    partij: str
    situatie: str
    ingang: str
    begonnen: date
    afgesloten: date | None
    afloop: str
    #: Step, outcome and day of what was closed, in order.
    gedaan: tuple[tuple[str, str, date], ...]

    @property
    def hoogste(self) -> int:
        """The highest step that was set, 0 for none."""
        return max((STAPPEN.get(stap, 0) for stap, *_rest in self.gedaan), default=0)

    @property
    def resultaat(self) -> str:
        """The outcome of the last step of the model, or that they came out of it together."""
        if self.afloop == "zelf_opgelost":
            return self.afloop
        uitkomsten = [uitkomst for stap, uitkomst, _dag in self.gedaan if stap in STAPPEN]
        return uitkomsten[-1] if uitkomsten else ""


def read_verlopen(op: date) -> list[Verloop]:
    """Every escalation known on `op`, whoever asks; what a reader sees of it the page decides."""
    with beyond_wall():
        rijen = (
            Escalatie.objects.filter(casus__geopend_op__lte=op)
            .select_related("casus__houder__organisatie")
            .prefetch_related("casus__stappen")
            .order_by("casus")
        )
        return [_verloop(rij, op) for rij in rijen]


def _verloop(rij: Escalatie, op: date) -> Verloop:
    casus, besloten = rij.casus, rij.is_besloten
    klaar = casus.afgesloten_op is not None and casus.afgesloten_op <= op
    gedaan = [
        (stap.sleutel, stap.uitkomst, stap.afgerond_op)
        for stap in casus.stappen.all()
        if stap.afgerond_op and stap.afgerond_op <= op and stap.uitkomst != "vervallen"
    ]
    return Verloop(
        casus=casus.pk,
        regio="" if besloten else casus.regio,
        partij="" if besloten else casus.houder.organisatie.sleutel,
        situatie=rij.situatie,
        ingang=rij.ingang,
        begonnen=casus.geopend_op,
        afgesloten=casus.afgesloten_op if klaar else None,
        afloop=casus.afloop if klaar else "",
        gedaan=tuple(gedaan),
    )


def _rij(verloop: Verloop, dag: date, **velden: Any) -> Rij:
    return Rij(casus=verloop.casus, regio=verloop.regio, partij=verloop.partij, dag=dag, **velden)


def _situaties(verloop: Verloop, _op: date) -> Iterator[Rij]:
    yield _rij(verloop, verloop.begonnen, deel=verloop.situatie)


def _ingangen(verloop: Verloop, _op: date) -> Iterator[Rij]:
    yield _rij(verloop, verloop.begonnen, deel=verloop.ingang)


def _stappen(verloop: Verloop, _op: date) -> Iterator[Rij]:
    for stap, uitkomst, dag in verloop.gedaan:
        if stap in STAPPEN:
            yield _rij(verloop, dag, deel=stap, ja=uitkomst in OPGELOST)


def _resultaten(verloop: Verloop, op: date) -> Iterator[Rij]:
    """Of what ended: with which result. What runs or was withdrawn falls out, with the reason."""
    if verloop.afgesloten is None:
        yield _rij(verloop, min(verloop.begonnen, op), afgevallen=LOOPT)
    elif verloop.afloop == INGETROKKEN or not verloop.resultaat:
        yield _rij(verloop, verloop.afgesloten, afgevallen=INGETROKKEN)
    else:
        dagen = (verloop.afgesloten - verloop.begonnen).days
        yield _rij(
            verloop,
            verloop.afgesloten,
            deel=verloop.resultaat,
            waarde=dagen,
            ja=verloop.resultaat in OPGELOST,
        )


def _handelen(verloop: Verloop, _op: date) -> Iterator[Rij]:
    yield _rij(verloop, verloop.begonnen, deel=verloop.resultaat or LOOPT)


METINGEN: Final = (
    Meting(
        sleutel="situaties",
        naam=_("Begonnen escalaties, per situatie"),
        telt=_("begonnen escalaties"),
        uitleg=_("Situatie 3 (het handelen van een professional) telt hier en hieronder niet mee."),
        rijen=_situaties,
        vereisten=("R130", "R131"),
    ),
    Meting(
        sleutel="ingangen",
        naam=_("Hoe zij begonnen"),
        telt=_("begonnen escalaties"),
        uitleg=_("Door een professional, vanuit een aanmeldroute, of omdat beleid tekortschiet."),
        rijen=_ingangen,
        vereisten=("R117",),
    ),
    Meting(
        sleutel="stappen",
        naam=_("Gezette stappen"),
        telt=_("afgeronde stappen"),
        uitleg=_("Per stap van het model hoe vaak zij is gezet en of zij hielp."),
        rijen=_stappen,
        ja=_("gaf een oplossing"),
        vereisten=("R133", "R134", "R135"),
    ),
    Meting(
        sleutel="resultaten",
        naam=_("Resultaten"),
        telt=_("afgesloten escalaties"),
        uitleg=_("De uitkomst van de laatste stap, met het aantal dagen van begin tot einde."),
        rijen=_resultaten,
        ja=_("opgelost"),
        eenheid=_("dagen"),
        vereisten=("R139",),
        redenen=(
            (LOOPT, _("de escalatie loopt nog")),
            (INGETROKKEN, _("de escalatie is ingetrokken")),
        ),
    ),
)

#: Only for the whole of Gelderland.
HANDELEN: Final = Meting(
    sleutel="handelen",
    naam=_("Zorgen over het handelen van een professional (situatie 3)"),
    telt=_("begonnen escalaties"),
    uitleg=_("Alleen voor heel Gelderland, nooit per regio of organisatie."),
    rijen=_handelen,
    vereisten=("R132",),
)

#: The parts in the order of the page.
NAMEN: Final = {
    "1": _("Situatie 1: verschil van visie"),
    "2": _("Situatie 2: samenwerking"),
    "professional": _("Door een professional"),
    "aanmeldroute": _("Vanuit een aanmeldroute"),
    "beleid": _("Beleid schiet tekort"),
    "gedragswetenschappers": _("Stap 1: gedragswetenschappers"),
    "leidinggevenden": _("Stap 2: leidinggevenden"),
    "bestuurders": _("Stap 3: bestuurders"),
    "zelf_opgelost": _("Samen eruit gekomen"),
    "overbrugd": _("Verschil overbrugd (stap 1)"),
    "opgeheven": _("Stagnatie opgeheven (stap 2)"),
    "oplossing": _("Oplossing van de bestuurders (stap 3)"),
    "geen_oplossing": _("Geen oplossing"),
    LOOPT: _("Loopt nog"),
}


def namen(_meting: str, deel: str) -> tuple[int, str]:
    """Place and name of a part."""
    plek = list(NAMEN).index(deel) if deel in NAMEN else len(NAMEN)
    return plek, str(NAMEN.get(deel, deel))


def make_tabellen(
    verlopen: Sequence[Verloop], jaar: int, op: date, *, heel_gelderland: bool = False
) -> dict[str, Tabel]:
    """Every measure over the escalations of a year; situation 3 only where one looks at all of it."""
    open_, besloten = [], []
    for verloop in verlopen:
        (besloten if verloop.situatie == Escalatie.Situatie.HANDELEN else open_).append(verloop)
    bronnen = [(meting, open_) for meting in METINGEN]
    if heel_gelderland:
        bronnen.append((HANDELEN, besloten))
    return {
        meting.sleutel: make_tabel(meting, list_rijen(meting, bron, jaar=jaar, op=op))
        for meting, bron in bronnen
    }


def read_tabellen(jaar: int, op: date) -> dict[str, Tabel]:
    """For who looks at a region or an organisation."""
    return make_tabellen(read_verlopen(op), jaar, op)


def read_alle_tabellen(jaar: int, op: date) -> dict[str, Tabel]:
    """For who looks at the whole of Gelderland."""
    return make_tabellen(read_verlopen(op), jaar, op, heel_gelderland=True)
