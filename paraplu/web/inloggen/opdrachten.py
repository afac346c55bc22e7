"""`account maak`, `account beeindig` and `account lijst` on the command line."""

from __future__ import annotations

import argparse
import sys
from datetime import date

KLAAR, KAN_NIET = 0, 2
SOORTEN = (
    "contractmanager", "wethouder", "backoffice", "gi", "aanbieder", "jeugdbeschermer",
    "teamleider", "lokaalteam", "regio", "expertteam", "voorzitter", "veilig_thuis", "raad",
    "gedragswetenschapper", "leidinggevende", "provincie", "raadslid", "beheerder",
)  # fmt: skip


def register(subparsers: argparse._SubParsersAction) -> None:
    """Add `account` and its three acts."""
    account = subparsers.add_parser("account", help="wie er kan inloggen")
    handelingen = account.add_subparsers(dest="handeling", metavar="HANDELING", required=True)

    maak = handelingen.add_parser("maak", help="zet een account klaar")
    maak.add_argument("gebruikersnaam")
    maak.add_argument("--naam", required=True, help="naam van de gebruiker")
    maak.add_argument("--soort", required=True, choices=SOORTEN)
    maak.add_argument("--code", default="", help="gemeentecode, code van de regio of AGB-code")
    maak.add_argument("--organisatie", default="", help="naam, als de code die niet al zegt")
    maak.add_argument("--vanaf", type=_dag, metavar="DATUM", help="eerste dag (standaard: vandaag)")
    maak.add_argument("--tot", type=_dag, metavar="DATUM", help="laatste dag")
    maak.add_argument("--dienst", default="", help="sleutel van een inlogdienst uit PARAPLU_OIDC")
    maak.add_argument("--kenmerk", default="", help="e-mailadres bij die inlogdienst")
    maak.add_argument(
        "--adres", default="http://localhost:8000", help="waar Paraplu draait, voor in de link"
    )
    maak.set_defaults(doe=make, database=True)

    beeindig = handelingen.add_parser("beeindig", help="geef een account een laatste dag")
    beeindig.add_argument("gebruikersnaam")
    beeindig.add_argument(
        "--op", type=_dag, metavar="DATUM", help="laatste dag (standaard: vandaag)"
    )
    beeindig.set_defaults(doe=end, database=True)

    lijst = handelingen.add_parser("lijst", help="toon de accounts")
    lijst.add_argument("--code", help="alleen van de organisatie met deze code")
    lijst.add_argument(
        "--slapend", action="store_true", help="alleen wat 90 dagen niet is gebruikt"
    )
    lijst.add_argument("--formaat", choices=("tabel", "json", "csv"), default="tabel")
    lijst.set_defaults(doe=show, database=True)


def make(args: argparse.Namespace) -> int:
    """Prepare an account; without a provider print the link to choose a password with."""
    from django.conf import settings  # noqa: PLC0415 - Django is there only now
    from django.utils.timezone import localdate  # noqa: PLC0415

    from .actions import accounts  # noqa: PLC0415
    from .soorten import OrganisatieOnbekend, organisatie_of  # noqa: PLC0415

    try:
        organisatie = organisatie_of(args.soort, code=args.code, naam=args.organisatie)
    except OrganisatieOnbekend as fout:
        return _cannot(str(fout))
    if args.dienst:
        dienst = settings.INLOGDIENSTEN.get(args.dienst)
        if dienst is None or not args.kenmerk:
            return _cannot("Geef een inlogdienst uit PARAPLU_OIDC, met --kenmerk.")
        if not dienst.bedient(*organisatie[:2]):
            return _cannot(f"De inlogdienst {args.dienst} is niet voor deze organisatie.")
    try:
        gebruiker = accounts.maak_account(
            gebruikersnaam=args.gebruikersnaam,
            naam=args.naam,
            soort=args.soort,
            organisatie=organisatie,
            begindatum=args.vanaf,
            einddatum=args.tot,
            dienst=args.dienst,
            kenmerk=args.kenmerk,
            by=None,
            on=localdate(),
        )
    except accounts.NaamBestaatAl:
        return _cannot("Deze gebruikersnaam of dit kenmerk heeft al een account.")
    except accounts.EindVoorBegin:
        return _cannot("De laatste dag ligt vóór de eerste.")
    print(f"Account {gebruiker.pk} is klaargezet.")
    if not args.dienst:
        pad = accounts.give_link(gebruiker=gebruiker, by=None, on=localdate())
        print(f"Geef deze link door; hij werkt één keer: {args.adres.rstrip('/')}{pad}")
    return KLAAR


def end(args: argparse.Namespace) -> int:
    """Set the last day of an account."""
    from django.utils.timezone import localdate  # noqa: PLC0415 - Django is there only now

    from ..models import Gebruiker  # noqa: PLC0415
    from .actions import accounts  # noqa: PLC0415

    gebruiker = Gebruiker.objects.filter(gebruikersnaam=args.gebruikersnaam).first()
    if gebruiker is None:
        return _cannot("Er is geen account met deze gebruikersnaam.")
    op = args.op or localdate()
    try:
        accounts.set_einddatum(gebruiker=gebruiker, einddatum=op, by=None, on=localdate())
    except accounts.EindVoorBegin:
        return _cannot("De laatste dag ligt vóór de eerste.")
    print(f"Account {gebruiker.pk} werkt tot en met {op:%d-%m-%Y}.")
    return KLAAR


def show(args: argparse.Namespace) -> int:
    """Print the accounts, as the review shows them."""
    from django.utils import timezone  # noqa: PLC0415 - Django is there only now

    from paraplu.inname.weergave import show_rows  # noqa: PLC0415

    from ..models import Gebruiker  # noqa: PLC0415
    from . import queries  # noqa: PLC0415
    from .blad import as_values  # noqa: PLC0415

    nu = timezone.now()
    accounts = queries.review(Gebruiker.objects.all())
    if args.code:
        accounts = accounts.filter(organisatie_code=args.code)
    if args.slapend:
        accounts = queries.sleeping(accounts, op=nu)
    rijen = [
        {kolom: "" if waarde is None else waarde for kolom, waarde in as_values(rij).items()}
        for rij in queries.rijen(accounts, op=nu)
    ]
    if not rijen and args.formaat == "tabel":
        print("Er zijn geen accounts die hieraan voldoen.")
        return KLAAR
    print(show_rows(rijen, formaat=args.formaat))
    return KLAAR


def _dag(tekst: str) -> date:
    try:
        return date.fromisoformat(tekst)
    except ValueError as fout:
        raise argparse.ArgumentTypeError(
            f"{tekst} is geen datum. Schrijf hem zo: 2026-12-31."
        ) from fout


def _cannot(zin: str) -> int:
    print(zin, file=sys.stderr)
    return KAN_NIET
