"""Who of the demo plays which party, and which providers a case can ask."""

from __future__ import annotations

from datetime import date

from paraplu.casussen.deelnemers import find_organisatie
from paraplu.casussen.models import Casus, CasusStap
from paraplu.demo.gegevens import lees_tabel
from paraplu.netwerk.models import Functie, Medewerker, Organisatie
from paraplu.netwerk.queries import in_force, people_with

from .mensen import is_demo_mens


def is_demo_casus(casus: Casus) -> bool:
    """Whether the holder is invented, and so is the child; a case of a family may have no GI."""
    return is_demo_mens(casus.houder) and (casus.gi is None or casus.gi.code in _codes("GI"))


def player(casus: Casus, rol: str, *, on: date) -> Medewerker | None:
    """The person of the demo who has this role in the case; None where only real people do."""
    if rol == "jeugdbeschermer":
        return casus.houder if is_demo_mens(casus.houder) else None
    return worker_at(find_organisatie(casus, rol, on=on), rol, on=on, team=casus.team_id)


def worker_at(
    organisatie: Organisatie, rol: str, *, on: date, team: int | None = None
) -> Medewerker | None:
    """Somebody of the demo with this role there: of the team where there is one, accounts first."""
    alle = people_with(rol, [organisatie], op=on).select_related("gebruiker").order_by("id")
    wie = [m for m in alle if is_demo_mens(m)]
    if team and (van_team := [m for m in wie if m.functies.filter(rol=rol, team=team).exists()]):
        wie = van_team
    return next(iter(sorted(wie, key=lambda m: m.gebruiker_id is None)), None)


def rol_for(stap: CasusStap, uitkomst: str) -> str:
    """In which role an outcome is chosen: the one the step waits for, when that one may."""
    rollen = stap.casus.route.rollen(stap.sleutel, uitkomst)
    return stap.rol if stap.rol in rollen else sorted(rollen)[0]


def aanbieders_for(casus: Casus, *, on: date) -> list[Organisatie]:
    """Providers of the demo in this region that did not refuse yet, those with an account first."""
    codes = [
        rij["agb"]
        for rij in lees_tabel("organisaties")
        if rij["soort"] == "aanbieder" and casus.regio in rij["regios"].split()
    ]
    nee = set(casus.afwijzingen.values_list("aanbieder__code", flat=True))
    nee |= set(
        casus.zonder_contract.filter(akkoord=False).values_list("aanbieder__code", flat=True)
    )
    gevonden = Organisatie.objects.filter(code__in=[c for c in codes if c not in nee])
    met_account = set(
        Functie.objects.filter(
            in_force(on), rol="zorgaanbieder", medewerker__gebruiker__is_demo=True
        ).values_list("organisatie", flat=True)
    )
    return sorted(gevonden, key=lambda o: (o.pk not in met_account, o.code))


def _codes(soort: str) -> set[str]:
    return {rij["agb"] for rij in lees_tabel("organisaties") if rij["soort"] == soort}
