"""What is measured of gardens: first the rows of a measure, then its figure from those rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from paraplu.casussen.cijfers.tellen import Meting, Rij

from ..models import Huishouden
from .verloop import Gebeurd, Verloop

Uit = Huishouden.Uitstroom
#: Out by the family's own choice and with its own strength or help (R259).
VRIJWILLIG: Final = frozenset({Uit.VEILIG, Uit.LOKAAL_TEAM, Uit.ANDERE_HULP})
#: Out to where it is decided whether somebody else decides.
VERPLICHT: Final = frozenset({Uit.TAFEL, Uit.RAAD, Uit.MAATREGEL, Uit.STRAFRECHT})


def _rij(verloop: Verloop, dag: date, **velden: Any) -> Rij:
    return Rij(
        casus=verloop.huishouden, regio=verloop.regio, partij=verloop.tuin, dag=dag, **velden
    )


def _instroom(verloop: Verloop, _op: date) -> Iterator[Rij]:
    yield _rij(verloop, verloop.instroom_op, deel=verloop.via)


def _soort(verloop: Verloop, _op: date) -> Iterator[Rij]:
    yield _rij(verloop, verloop.instroom_op, deel=verloop.soort)


def _uitstroom(verloop: Verloop, _op: date) -> Iterator[Rij]:
    if verloop.uitstroom_op:
        bekend = verloop.reden in VRIJWILLIG | VERPLICHT
        vrijwillig = verloop.reden in VRIJWILLIG if bekend else None
        yield _rij(verloop, verloop.uitstroom_op, deel=verloop.reden, ja=vrijwillig)


def _duur(verloop: Verloop, _op: date) -> Iterator[Rij]:
    if verloop.uitstroom_op:
        dagen = (verloop.uitstroom_op - verloop.instroom_op).days
        yield _rij(verloop, verloop.uitstroom_op, waarde=dagen)


def _gesprekken(verloop: Verloop, _op: date) -> Iterator[Rij]:
    if verloop.uitstroom_op:
        yield _rij(verloop, verloop.uitstroom_op, waarde=verloop.gesprekken)


def _wisselingen(verloop: Verloop, op: date) -> Iterator[Rij]:
    yield _rij(verloop, verloop.until(op), waarde=verloop.wisselingen, ja=verloop.wisselingen == 0)


def _drukte(veld: str) -> Callable[[Verloop, date], Iterator[Rij]]:
    """The rows of one number of organisations or hand-overs (R249)."""

    def rijen(verloop: Verloop, op: date) -> Iterator[Rij]:
        yield _rij(verloop, verloop.until(op), waarde=getattr(verloop.drukte, veld))

    return rijen


def _kinderen(verloop: Verloop, op: date) -> Iterator[Rij]:
    for hulp in verloop.kinderen:
        yield _rij(verloop, verloop.until(op), ja=hulp)


def _volwassenen(verloop: Verloop, op: date) -> Iterator[Rij]:
    zonder = "niet_gescreend" if verloop.volwassen_probleem is None else ""
    yield _rij(verloop, verloop.until(op), ja=verloop.volwassen_probleem, afgevallen=zonder)


def _volgen(verloop: Verloop, _op: date) -> Iterator[Rij]:
    for dag, na, begonnen in verloop.volgmomenten:
        yield _rij(verloop, dag, deel=na, ja=not begonnen)


def _gebeurd(soort: str) -> Callable[[Gebeurd, date], Iterator[Rij]]:
    """The rows of one kind of thing that happened in a gemeente of a garden."""

    def rijen(iets: Gebeurd, _op: date) -> Iterator[Rij]:
        if iets.soort == soort:
            yield Rij(
                casus=iets.nummer,
                regio=iets.regio,
                partij=iets.tuin,
                dag=iets.dag,
                ja=iets.naar_raad,
            )

    return rijen


_HUISHOUDENS = _("huishoudens")
#: Counted over the courses of households.
VAN_HUISHOUDENS: Final = (
    Meting(
        sleutel="instroom",
        naam=_("Instroom"),
        telt=_("huishoudens kwamen in de tuin"),
        uitleg=_("Huishoudens, op de dag waarop zij in de tuin kwamen."),
        rijen=_instroom,
        vereisten=("R45", "R53"),
    ),
    Meting(
        sleutel="soort",
        naam=_("Wie er kwamen"),
        telt=_("huishoudens kwamen in de tuin"),
        uitleg=_("Van 0 tot 100 jaar, met of zonder kinderen."),
        rijen=_soort,
        vereisten=("R40",),
    ),
    Meting(
        sleutel="uitstroom",
        naam=_("Uitstroom"),
        telt=_("huishoudens gingen uit de tuin"),
        uitleg=_(
            "Huishoudens, op de dag waarop zij weggingen. Het aandeel vrijwillig is van wie veilig "
            "of met hulp verder ging, of naar tafel, Raad, maatregel of straf."
        ),
        rijen=_uitstroom,
        ja=_("vrijwillig verder"),
        vereisten=("R53", "R259"),
    ),
    Meting(
        sleutel="duur",
        naam=_("Hoe lang een huishouden in de tuin was"),
        telt=_("huishoudens gingen uit de tuin"),
        uitleg=_("Er is geen grens. Een lange adem hoort erbij."),
        rijen=_duur,
        eenheid=_("dagen"),
        vereisten=("R48", "R256"),
    ),
    Meting(
        sleutel="gesprekken",
        naam=_("Gesprekken met een huishouden"),
        telt=_("huishoudens gingen uit de tuin"),
        uitleg=_("Hoeveel gesprekken er waren. Er is geen grens."),
        rijen=_gesprekken,
        eenheid=_("gesprekken"),
        vereisten=("R256",),
    ),
    Meting(
        sleutel="wisselingen",
        naam=_("Wisselingen van vast aanspreekpunt"),
        telt=_HUISHOUDENS,
        uitleg=_(
            "Wie wegging op die dag, en wie er nog is vandaag. Eén aanspreekpunt is het doel."
        ),
        rijen=_wisselingen,
        ja=_("zonder wisseling"),
        eenheid=_("wisselingen"),
        vereisten=("R253",),
    ),
    *(
        Meting(
            sleutel=veld,
            naam=naam,
            telt=_HUISHOUDENS,
            uitleg=_("Wie wegging op die dag, en wie er nog is vandaag."),
            rijen=_drukte(veld),
            eenheid=eenheid,
            vereisten=("R249",),
        )
        for veld, naam, eenheid in (
            ("overdrachten_voor", _("Overdrachten vóór de tuin"), _("overdrachten")),
            ("overdrachten_in", _("Overdrachten in de tuin"), _("overdrachten")),
            ("tegelijk_voor", _("Organisaties tegelijk vóór de tuin"), _("organisaties")),
            ("tegelijk_in", _("Organisaties tegelijk in de tuin"), _("organisaties")),
        )
    ),
    Meting(
        sleutel="kinderen",
        naam=_("Kinderen met eigen hulp"),
        telt=_("kinderen"),
        uitleg=_("In het onderzoek waar de bouwsteen van uitgaat, kreeg de helft hulp."),
        rijen=_kinderen,
        ja=_("met eigen hulp"),
        vereisten=("R226", "R48"),
    ),
    Meting(
        sleutel="volwassenen",
        naam=_("Huishoudens met problemen van volwassenen"),
        telt=_("huishoudens waar een volwassene is gescreend"),
        uitleg=_("In de bron van april 2020 is dat 70 procent."),
        rijen=_volwassenen,
        ja=_("met een probleem van een volwassene"),
        vereisten=("R225", "R251"),
        redenen=(("niet_gescreend", _("nog geen volwassene gescreend")),),
    ),
    Meting(
        sleutel="volgen",
        naam=_("Gevolgd na melding of overdracht"),
        telt=_("keer keken wij hoe het gaat"),
        uitleg=_("In het onderzoek kreeg 20 procent geen hulp na een melding bij Veilig Thuis."),
        rijen=_volgen,
        ja=_("zonder hulp"),
        vereisten=("R252", "R48"),
    ),
)
#: Counted over what happened in the gemeenten of the gardens.
VAN_GEMEENTEN: Final = (
    Meting(
        sleutel="verzoeken",
        naam=_("Verzoeken aan de Jeugdbeschermingstafel"),
        telt=_("verzoeken uit gemeenten van de tuin"),
        uitleg=_("Een norm voor het vragen van onderzoek is nog niet afgesproken."),
        rijen=_gebeurd("tafel"),
        ja=_("met een verzoek tot onderzoek aan de Raad"),
        vereisten=("R53",),
    ),
    Meting(
        sleutel="maatregelen",
        naam=_("Nieuwe maatregelen in de gemeenten van de tuin"),
        telt=_("nieuwe maatregelen"),
        uitleg=_("Afgesproken is elk jaar 5 procent minder, zolang de tuin er is."),
        rijen=_gebeurd("maatregel"),
        vereisten=("R54", "P15"),
    ),
)
