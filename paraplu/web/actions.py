"""The only writer of this room: demo accounts, the trace, and the brake on guessing."""

from __future__ import annotations

import hashlib
import hmac
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from .models import Aanmeldpoging, Gebruiker, Organisatie, Soort, Spoor
from .spoor.schrijven import append
from .spoor.zegel import Velden

#: Failed logins within VENSTER before the door closes for the rest of it.
POGINGEN_PER_NAAM = 5
POGINGEN_PER_ADRES = 30
VENSTER = timedelta(minutes=15)

#: Where mail of demo accounts goes: no mail server can ever reach it, and their mails become files.
DEMO_DOMEIN = "paraplu.example"
#: One account per kind of user. The AGB codes are those of the demo and are invented (P60).
DEMO = (
    ("demo-contractmanager", Soort.CONTRACTMANAGER, Organisatie.REGIO, "CG", "Centraal Gelderland"),
    ("demo-wethouder", Soort.WETHOUDER, Organisatie.GEMEENTE, "0202", "Arnhem"),
    ("demo-backoffice", Soort.BACKOFFICE, Organisatie.GEMEENTE, "0228", "Ede"),
    ("demo-gi", Soort.GI, Organisatie.GI, "", ""),
    ("demo-aanbieder", Soort.AANBIEDER, Organisatie.AANBIEDER, "", ""),
    ("demo-jeugdbeschermer", Soort.JEUGDBESCHERMER, Organisatie.GI, "", ""),
    ("demo-teamleider", Soort.TEAMLEIDER, Organisatie.GI, "", ""),
    ("demo-lokaalteam", Soort.LOKAALTEAM, Organisatie.GEMEENTE, "0228", "Ede"),
    ("demo-regio", Soort.REGIO, Organisatie.REGIO, "FV", "FoodValley"),
    ("demo-expertteam", Soort.EXPERTTEAM, Organisatie.REGIO, "FV", "FoodValley"),
    ("demo-voorzitter", Soort.VOORZITTER, Organisatie.PARTNER, "JBT-FV", "Jeugdbeschermingstafel"),
    ("demo-veiligthuis", Soort.VEILIG_THUIS, Organisatie.PARTNER, "VT-GM", "Veilig Thuis"),
    ("demo-raad", Soort.RAAD, Organisatie.PARTNER, "RVDK", "Raad voor de Kinderbescherming"),
    ("demo-gedragswetenschapper", Soort.GEDRAGSWETENSCHAPPER, Organisatie.GI, "", ""),
    ("demo-leidinggevende", Soort.LEIDINGGEVENDE, Organisatie.GI, "", ""),
    ("demo-provincie", Soort.PROVINCIE, Organisatie.PROVINCIE, "25", "Gelderland"),
    ("demo-raadslid", Soort.RAADSLID, Organisatie.GEMEENTE, "0228", "Ede"),
    ("demo-beheerder", Soort.BEHEERDER, Organisatie.BEHEER, "", "Technisch beheer"),
)


def maak_demo_accounts(
    *,
    gi: tuple[str, str] = ("99900001", "GI De Eik (demo)"),
    aanbieder: tuple[str, str] = ("99900104", "Den jeugdhulp (demo)"),
) -> list[Gebruiker]:
    """Make one demo account per kind of user; twice gives the same accounts.

    `gi` and `aanbieder` are (AGB code, name) of organisations that exist in the demo's world.
    """
    eigen = {
        Soort.GI: gi,
        Soort.JEUGDBESCHERMER: gi,
        Soort.TEAMLEIDER: gi,
        Soort.GEDRAGSWETENSCHAPPER: gi,
        Soort.LEIDINGGEVENDE: gi,
        Soort.AANBIEDER: aanbieder,
    }
    gemaakt = []
    for gebruikersnaam, soort, organisatie_soort, code, organisatie_naam in DEMO:
        eigen_code, eigen_naam = eigen.get(soort, (code, organisatie_naam))
        gemaakt.append(
            save_demo_account(
                gebruikersnaam=gebruikersnaam,
                soort=soort,
                organisatie_soort=organisatie_soort,
                code=eigen_code,
                organisatie_naam=eigen_naam,
            )
        )
    return gemaakt


def save_demo_account(
    *,
    gebruikersnaam: str,
    soort: Soort,
    organisatie_soort: Organisatie,
    code: str,
    organisatie_naam: str,
    naam: str = "",
) -> Gebruiker:
    """Make or renew an account that is entered with a click; `naam` where the kind says too little."""
    gebruiker, nieuw = Gebruiker.objects.update_or_create(
        gebruikersnaam=gebruikersnaam,
        defaults={
            "naam": naam or str(soort.label),
            "soort": soort,
            "organisatie_soort": organisatie_soort,
            "organisatie_code": code,
            "organisatie_naam": organisatie_naam,
            "e_mail": f"{gebruikersnaam}@{DEMO_DOMEIN}",
            "is_demo": True,
        },
    )
    if nieuw:
        gebruiker.set_unusable_password()
        gebruiker.save(update_fields=["password"])
    return gebruiker


def write_spoor(
    *,
    gebruiker: Gebruiker | None,
    handeling: str,
    voorwerp: str = "",
    doel: str,
    resultaat: str = "gelukt",
    gezin: str = "",
    namens: str = "",
    als: str = "",
) -> Spoor:
    """Add a line to the trace. Call it in the transaction of what it describes.

    `gezin` is the number of the family it is about; `namens` whom a deputy stood in for; `als` says
    as what somebody without an account acts, never by name.
    """
    velden = Velden(
        wanneer=timezone.now(),
        gebruiker=gebruiker.pk if gebruiker else None,
        als=str(gebruiker) if gebruiker else als or "onbekend",
        handeling=handeling,
        voorwerp=voorwerp[:300],
        doel=doel,
        resultaat=resultaat,
        gezin=gezin,
        namens=namens,
    )
    return append([velden])[0]


def hash_sleutel(soort: str, waarde: str) -> str:
    """A name or address as a key that says nothing to who reads the table."""
    tekst = f"{soort}:{waarde.strip().lower()}".encode()
    return hmac.new(settings.SECRET_KEY.encode(), tekst, hashlib.sha256).hexdigest()


def is_geremd(*, gebruikersnaam: str, adres: str, on: datetime) -> bool:
    """Whether too many logins failed lately, for this name or from this address."""
    recent = Aanmeldpoging.objects.filter(wanneer__gt=on - VENSTER)
    return (
        recent.filter(sleutel=hash_sleutel("naam", gebruikersnaam)).count() >= POGINGEN_PER_NAAM
        or recent.filter(sleutel=hash_sleutel("adres", adres)).count() >= POGINGEN_PER_ADRES
    )


@transaction.atomic
def write_mislukte_aanmelding(*, gebruikersnaam: str, adres: str, on: datetime) -> None:
    """Count a failed login for the name and the address, and forget those of yesterday."""
    Aanmeldpoging.objects.filter(wanneer__lt=on - timedelta(days=1)).delete()
    for soort, waarde in (("naam", gebruikersnaam), ("adres", adres)):
        Aanmeldpoging.objects.create(sleutel=hash_sleutel(soort, waarde))
    write_spoor(gebruiker=None, handeling="inloggen", doel="toegang", resultaat="geweigerd")


def forget_mislukte_aanmeldingen(*, gebruikersnaam: str) -> None:
    """After a login that succeeded the count for that name starts again."""
    Aanmeldpoging.objects.filter(sleutel=hash_sleutel("naam", gebruikersnaam)).delete()
