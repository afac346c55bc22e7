"""People and contacts for tests, by what they are: `make_medewerker("jeugdbeschermer", "GI-JBGLD")`."""

from __future__ import annotations

from datetime import date
from itertools import count
from typing import Any

from paraplu.netwerk.models import Contact, Functie, Medewerker, Organisatie
from paraplu.web.models import Gebruiker, Soort
from paraplu.web.models import Organisatie as Gebied

BEGIN = date(2022, 1, 1)
DAG = date(2022, 3, 2)
_nummers = count(1)

#: Which account somebody with a role has.
ACCOUNT = {
    "jeugdbeschermer": Soort.JEUGDBESCHERMER,
    "teamleider": Soort.TEAMLEIDER,
    "gedragswetenschapper": Soort.JEUGDBESCHERMER,
    "lokaal_team": Soort.LOKAALTEAM,
    "backoffice": Soort.BACKOFFICE,
    "zorgaanbieder": Soort.AANBIEDER,
    "regionaal_contactpersoon": Soort.REGIO,
    "functionaris": Soort.REGIO,
    "zorgbemiddelaar": Soort.REGIO,
    "expertteam": Soort.EXPERTTEAM,
}


def make_gebruiker(soort: str, organisatie: Organisatie, *, naam: str = "") -> Gebruiker:
    """An account of this kind at an organisation."""
    nummer = next(_nummers)
    wat, code = _gebied(organisatie)
    return Gebruiker.objects.create_user(
        f"test-{nummer}",
        naam=naam or f"Medewerker {nummer}",
        soort=soort,
        organisatie_soort=wat,
        organisatie_code=code,
        organisatie_naam=organisatie.naam,
    )


def make_medewerker(
    rol: str, sleutel: str, *, naam: str = "", account: bool = True, **velden: Any
) -> Medewerker:
    """Somebody with this role at the organisation with this key, since 2022, with an account."""
    organisatie = Organisatie.objects.get(sleutel=sleutel)
    naam = naam or f"Medewerker {next(_nummers)}"
    gegevens = {
        "telefoon": "026 000 00 00",
        "e_mail": "werk@voorbeeld.example",
        "vanaf": BEGIN,
        **velden,
    }
    gebruiker = make_gebruiker(ACCOUNT[rol], organisatie, naam=naam) if account else None
    medewerker = Medewerker.objects.create(
        naam=naam, organisatie=organisatie, gebruiker=gebruiker, **gegevens
    )
    Functie.objects.create(medewerker=medewerker, rol=rol, organisatie=organisatie, vanaf=BEGIN)
    return medewerker


def make_contact(soort: str, sleutel: str, **velden: Any) -> Contact:
    """A line of the directory that was confirmed on DAG; it serves the area of its organisation."""
    organisatie = Organisatie.objects.get(sleutel=sleutel)
    if not velden.keys() & {"gemeente", "regio"}:
        waar = "gemeente" if organisatie.gemeente else "regio"
        velden[waar] = getattr(organisatie, waar)
    gegevens = {"vanaf": BEGIN, "bevestigd_op": DAG, **velden}
    if not gegevens.get("medewerker"):
        gegevens.setdefault("naam", f"Medewerker {next(_nummers)}")
        gegevens.setdefault("telefoon", "026 000 00 01")
    return Contact.objects.create(soort=soort, organisatie=organisatie, **gegevens)


def _gebied(organisatie: Organisatie) -> tuple[str, str]:
    if organisatie.gemeente:
        return Gebied.GEMEENTE, organisatie.gemeente
    if organisatie.regio:
        return Gebied.REGIO, organisatie.regio
    soort = {"gi": Gebied.GI, "aanbieder": Gebied.AANBIEDER}.get(organisatie.soort)
    return (soort, organisatie.code or "99900001") if soort else (Gebied.REGIO, "FV")
