"""An escalation begins: by a professional, from an aanmeldroute, or because policy falls short."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from paraplu.casussen.actions import open_casus, register_gebeurtenis
from paraplu.casussen.fouten import CasusFout
from paraplu.casussen.models import Casus, Gebeurtenis, Gezin, Maatregel
from paraplu.netwerk.models import Medewerker, Organisatie, Soort
from paraplu.netwerk.queries import has_rol, in_force, organisatie_met_rol
from paraplu.web.wand.verzoek import beyond_wall

from ..fouten import (
    BesluitStaatVast,
    ContactHoortBijRoute,
    NietBestuurlijkGeescaleerd,
    NietVanDezeOrganisaties,
)
from ..models import Deelnemer, Escalatie
from ..models.escalatie import PROFESSIONALS
from .stappen import add_deelnemer

ROUTE: Final = "escalatie"
#: How an aanmeldroute ends when the board has to decide.
BESTUURLIJK: Final = "bestuurlijke_escalatie"
#: Who may bring something in (R289), and who can be the other side.
INBRENGERS: Final = frozenset({Soort.LOKAAL_TEAM, Soort.VEILIG_THUIS, Soort.GI, Soort.AANBIEDER})
WEDERPARTIJEN: Final = INBRENGERS | {Soort.RVDK, Soort.GEMEENTE, Soort.NETWERK}


@beyond_wall()
def begin_escalatie(
    *,
    gezin: Gezin,
    situatie: str,
    grond: str,
    vraag: str,
    wederpartij: Organisatie,
    geen_contact: bool,
    tegen_besluit: bool,
    by: Medewerker,
    on: date,
) -> Escalatie:
    """A professional brings in what stagnates; situation 3 is closed to all but who is named (R132).

    ContactHoortBijRoute for the contact problem of the routes (R137). BesluitStaatVast for an
    escalation against the GI's determination under a measure (R140).
    """
    if geen_contact:
        raise ContactHoortBijRoute
    if tegen_besluit and kader_of(gezin, on=on) == Escalatie.Kader.GEDWONGEN:
        raise BesluitStaatVast
    if by.organisatie.soort not in INBRENGERS:
        raise NietVanDezeOrganisaties(
            "Een escalatie brengt een professional in van een lokaal team, Veilig Thuis, een GI of "
            "een aanbieder."
        )
    return _open(
        gezin=gezin,
        situatie=situatie,
        grond=grond,
        vraag=vraag,
        wederpartij=wederpartij,
        ingang=Escalatie.Ingang.PROFESSIONAL,
        ingang_rol="inbrenger",
        by=by,
        on=on,
    )


@beyond_wall()
def begin_beleid(
    *,
    gezin: Gezin,
    grond: str,
    vraag: str,
    wederpartij: Organisatie,
    by: Medewerker,
    on: date,
) -> Escalatie:
    """A leidinggevende brings in that standing policy falls short: at step 3 (R135)."""
    if not has_rol(by, "leidinggevende", by.organisatie, op=on):
        raise CasusFout("Alleen een leidinggevende kan meteen naar de bestuurders gaan.")
    return _open(
        gezin=gezin,
        situatie=Escalatie.Situatie.SAMENWERKING,
        grond=grond,
        vraag=vraag,
        wederpartij=wederpartij,
        ingang=Escalatie.Ingang.BELEID,
        ingang_rol="leidinggevende",
        by=by,
        on=on,
    )


@beyond_wall()
def begin_bestuurlijk(
    *,
    uit_casus: Casus,
    situatie: str,
    grond: str,
    vraag: str,
    wederpartij: Organisatie,
    by: Medewerker,
    on: date,
) -> Escalatie:
    """Take up what an aanmeldroute escalated to the board: entrance and person are kept (P46).

    The talk of team leader and regional contact person counts as the own consultation (R116).
    """
    besluit = besluit_of(uit_casus)
    if besluit is None or Escalatie.objects.filter(uit_casus=uit_casus).exists():
        raise NietBestuurlijkGeescaleerd(
            "Deze casus is niet bestuurlijk geëscaleerd, of dat is al opgepakt."
        )
    if situatie == Escalatie.Situatie.HANDELEN:
        raise CasusFout("Zorgen over het handelen van een professional horen niet bij een route.")
    return _open(
        gezin=uit_casus.gezin,
        situatie=situatie,
        grond=grond,
        vraag=vraag,
        wederpartij=wederpartij,
        ingang=Escalatie.Ingang.AANMELDROUTE,
        ingang_rol=str(besluit.gegevens.get("ingang", "")),
        ingang_door=besluit.door,
        uit_casus=uit_casus,
        overleg_op=besluit.op,
        overleg_uitkomst=(
            "Teamleider en regionale contactpersoon overlegden in de aanmeldroute en besloten "
            "bestuurlijk te escaleren."
        ),
        by=by,
        on=on,
    )


def besluit_of(casus: Casus) -> Gebeurtenis | None:
    """The event with which somebody escalated this case to the board; None when nobody did."""
    if casus.afloop != BESTUURLIJK:
        return None
    gesloten = Gebeurtenis.objects.filter(
        casus=casus, soort="stap_afgerond", gegevens__uitkomst=BESTUURLIJK
    )
    return gesloten.select_related("door").last()


def kader_of(gezin: Gezin, *, on: date) -> str:
    """Compulsory as long as a measure of the judge runs for a child of the family, else voluntary."""
    loopt = Maatregel.objects.filter(in_force(on), persoon__gezin=gezin).exists()
    return Escalatie.Kader.GEDWONGEN if loopt else Escalatie.Kader.VRIJWILLIG


def _open(
    *,
    gezin: Gezin,
    situatie: str,
    wederpartij: Organisatie,
    by: Medewerker,
    on: date,
    ingang_door: Medewerker | None = None,
    **velden: Any,
) -> Escalatie:
    if wederpartij.soort not in WEDERPARTIJEN or wederpartij == by.organisatie:
        raise NietVanDezeOrganisaties("Kies de organisatie waarmee de samenwerking vastloopt.")
    maatregel = Maatregel.objects.filter(in_force(on), persoon__gezin=gezin).last()
    casus = open_casus(
        gezin=gezin,
        route=ROUTE,
        houder=by,
        gi=maatregel.gi if maatregel else None,
        lokaal_team=_organisatie("lokaal_team", gezin, on=on),
        gemeente=_organisatie("backoffice", gezin, on=on),
        by=by,
        on=on,
        besloten=situatie == Escalatie.Situatie.HANDELEN,
    )
    escalatie = Escalatie.objects.create(
        casus=casus,
        situatie=situatie,
        kader=kader_of(gezin, on=on),
        wederpartij=wederpartij,
        ingang_door=ingang_door or by,
        **velden,
    )
    add_deelnemer(
        escalatie=escalatie,
        niveau=PROFESSIONALS,
        rol=Deelnemer.Rol.PROFESSIONAL,
        kant=Deelnemer.Kant.EIGEN,
        medewerker=by,
        on=on,
    )
    register_gebeurtenis(
        casus=casus,
        soort="escalatie_ingebracht",
        by=by,
        on=on,
        gegevens={"situatie": situatie, "ingang": escalatie.ingang},
    )
    return escalatie


def _organisatie(rol: str, gezin: Gezin, *, on: date) -> Organisatie:
    gevonden = organisatie_met_rol(rol, gemeente=gezin.gemeente, op=on)
    if gevonden is None:
        raise CasusFout(
            "Van deze gemeente is nog geen lokaal team of gemeente bekend. Vul dat eerst aan bij "
            "‘Wie doet wat’."
        )
    return gevonden
