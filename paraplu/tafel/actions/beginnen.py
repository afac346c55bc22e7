"""A family is brought to the table: by whom, for which talk (R18, R59, R81)."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from paraplu.casussen.actions import open_casus
from paraplu.casussen.fouten import CasusFout
from paraplu.casussen.models import Casus, Gezin, Maatregel, Persoon
from paraplu.netwerk.models import Functie, Medewerker, Organisatie, Soort
from paraplu.netwerk.queries import in_force

from ..deelnemers import tafel_of
from ..models import Aanmelder, Gesprek, Tafel, Verzoek
from ..queries import ROUTE
from ..regels import aanmelders
from . import instellen


@transaction.atomic
def begin_tafel(
    *,
    gezin: Gezin,
    soort: str,
    aanmelder: str,
    houder: Medewerker,
    by: Medewerker,
    on: date,
    mede_naam: str = "",
    mede_organisatie: str = "",
    maatregel: Maatregel | None = None,
    spoed: bool = False,
) -> Casus:
    """Open a case for the family as a whole, held by who writes the request; CasusFout.

    The ending of an OTS is about one measure and so about one child.
    """
    functie = _functie(houder, aanmelder, on=on)
    _check_samen(aanmelder, mede_naam, mede_organisatie)
    _check_gezin(gezin)
    instellen.open_tafels(on=on)
    tafel = tafel_of(gezin.gemeente, gezin.regio, on=on)
    if soort == Gesprek.EINDE_OTS:
        maatregel = _check_toetsing(tafel, aanmelder, maatregel, functie.organisatie, on=on)
    casus = open_casus(
        gezin=gezin,
        kind=maatregel.persoon if maatregel else None,
        maatregel=maatregel,
        route=ROUTE,
        houder=houder,
        gi=functie.organisatie if aanmelder == Aanmelder.GI else None,
        team=functie.team,
        lokaal_team=_of(gezin, Soort.LOKAAL_TEAM, on=on),
        gemeente=_of(gezin, Soort.GEMEENTE, on=on),
        spoed=spoed,
        by=by,
        on=on,
    )
    Verzoek.objects.create(
        casus=casus,
        tafel=tafel,
        soort=soort,
        aanmelder=aanmelder,
        mede_naam=mede_naam,
        mede_organisatie=mede_organisatie,
    )
    return casus


def _functie(houder: Medewerker, aanmelder: str, *, on: date) -> Functie:
    """The role in which this person may write the request (R18)."""
    regel = aanmelders().get(aanmelder)
    functie = regel and (
        Functie.objects.filter(
            in_force(on), medewerker=houder, rol=regel.rol, organisatie__soort=regel.soort
        )
        .select_related("organisatie", "team")
        .first()
    )
    if not functie:
        raise CasusFout(
            "U kunt dit gezin zo niet aanmelden. Het lokale team, een gecertificeerde instelling en "
            "Veilig Thuis melden aan; anderen doen dat samen met het lokale team."
        )
    return functie


def _check_samen(aanmelder: str, naam: str, organisatie: str) -> None:
    """Leerplicht and a provider come together with the lokaal team: who, is written down (R18)."""
    if aanmelders()[aanmelder].samen and not (naam.strip() and organisatie.strip()):
        raise CasusFout(
            "Schrijf op wie samen met het lokale team aanmeldt, en van welke organisatie."
        )


def _check_gezin(gezin: Gezin) -> None:
    if not gezin.personen.filter(rol=Persoon.Rol.KIND).exists():
        raise CasusFout(
            "Voeg eerst de kinderen van het gezin toe. Eén verzoek gaat over alle kinderen."
        )
    if gezin.casussen.filter(route_sleutel=ROUTE, afgesloten_op=None).exists():
        raise CasusFout("Voor dit gezin loopt al een verzoek aan de tafel. Werk daarin verder.")


def _check_toetsing(
    tafel: Tafel,
    aanmelder: str,
    maatregel: Maatregel | None,
    organisatie: Organisatie,
    *,
    on: date,
) -> Maatregel:
    """The ending of a running OTS of the own GI, at a table that does these reviews (R81, R274)."""
    if not does_toetsing(tafel, on=on):
        raise CasusFout(
            "Deze tafel bespreekt het einde van een ondertoezichtstelling nog niet. "
            "Toets het einde met de Raad, zoals uw regio dat nu doet."
        )
    if aanmelder != Aanmelder.GI:
        raise CasusFout("Het einde van een ondertoezichtstelling brengt de jeugdbeschermer in.")
    if maatregel is None or maatregel.tot or maatregel.soort != Maatregel.Soort.OTS:
        raise CasusFout("Kies de ondertoezichtstelling die gaat eindigen.")
    if maatregel.gi_id != organisatie.pk:
        raise CasusFout("Deze maatregel is van een andere instelling.")
    return maatregel


def does_toetsing(tafel: Tafel, *, on: date) -> bool:
    """Whether the ending of an OTS is discussed at this table on a day: the switch of the region."""
    return tafel.toetst_einde_ots and (tafel.toetst_vanaf is None or tafel.toetst_vanaf <= on)


def _of(gezin: Gezin, soort: Soort, *, on: date) -> Organisatie:
    gevonden = Organisatie.objects.filter(
        in_force(on), soort=soort, gemeente=gezin.gemeente
    ).first()
    if gevonden is None:
        raise CasusFout(
            f"Van deze gemeente is geen organisatie van de soort '{soort.label}' bekend. "
            "Vraag de beheerder om haar toe te voegen."
        )
    return gevonden
