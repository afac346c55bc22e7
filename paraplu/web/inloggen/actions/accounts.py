"""Who joins, who leaves, and what was decided when the rights were reviewed."""

from __future__ import annotations

from datetime import date

from django.db import IntegrityError, transaction

from ...actions import write_spoor
from ...models import Accountbesluit, Besluit, Gebruiker, Identiteit
from ..link import maak_link
from .tweede_stap import remove_tweede_stap


class NaamBestaatAl(Exception):
    """An account with this name, or this kenmerk at the provider, is there already."""


class EigenAccount(Exception):
    """Nobody decides about their own account."""


class EindVoorBegin(Exception):
    """The last day lies before the first."""


def maak_account(
    *,
    gebruikersnaam: str,
    naam: str,
    soort: str,
    organisatie: tuple[str, str, str],
    by: Gebruiker | None,
    on: date,
    begindatum: date | None = None,
    einddatum: date | None = None,
    dienst: str = "",
    kenmerk: str = "",
) -> Gebruiker:
    """Prepare an account; it has no password until its owner chose one.

    `organisatie` is (kind, code, name). With `dienst` and `kenmerk` the first login through that
    provider by who has that kenmerk opens it. `by` is None from the command line.
    Raises NaamBestaatAl or EindVoorBegin.
    """
    if begindatum and einddatum and einddatum < begindatum:
        raise EindVoorBegin
    organisatie_soort, code, organisatie_naam = organisatie
    try:
        with transaction.atomic():
            gebruiker = Gebruiker.objects.create_user(
                gebruikersnaam,
                naam=naam,
                soort=soort,
                organisatie_soort=organisatie_soort,
                organisatie_code=code,
                organisatie_naam=organisatie_naam,
                begindatum=begindatum or on,
                einddatum=einddatum,
            )
            _decide(gebruiker, Besluit.GEMAAKT, by=by, on=on, einddatum=einddatum)
            if dienst:
                _prepare(gebruiker, dienst=dienst, kenmerk=kenmerk, by=by, on=on)
    except IntegrityError as fout:
        raise NaamBestaatAl from fout
    return gebruiker


def prepare_identiteit(
    *, gebruiker: Gebruiker, dienst: str, kenmerk: str, by: Gebruiker | None, on: date
) -> None:
    """Write down under which kenmerk this person is known at a provider; an old binding is gone.

    Raises NaamBestaatAl when another account has that kenmerk there, EigenAccount.
    """
    _not_oneself(gebruiker, by)
    try:
        with transaction.atomic():
            gebruiker.identiteiten.filter(dienst=dienst).delete()
            _prepare(gebruiker, dienst=dienst, kenmerk=kenmerk, by=by, on=on)
    except IntegrityError as fout:
        raise NaamBestaatAl from fout


@transaction.atomic
def set_einddatum(
    *, gebruiker: Gebruiker, einddatum: date | None, by: Gebruiker | None, on: date
) -> None:
    """Set the last day of an account, or take it away. Raises EigenAccount or EindVoorBegin."""
    _not_oneself(gebruiker, by)
    if einddatum and gebruiker.begindatum and einddatum < gebruiker.begindatum:
        raise EindVoorBegin
    gebruiker.einddatum = einddatum
    gebruiker.save(update_fields=["einddatum"])
    _decide(gebruiker, Besluit.EINDDATUM, by=by, on=on, einddatum=einddatum)


@transaction.atomic
def confirm_nodig(*, gebruiker: Gebruiker, by: Gebruiker, on: date) -> None:
    """The account was looked at and is still needed. Raises EigenAccount."""
    _not_oneself(gebruiker, by)
    _decide(gebruiker, Besluit.NODIG, by=by, on=on)


@transaction.atomic
def give_link(*, gebruiker: Gebruiker, by: Gebruiker | None, on: date) -> str:
    """Path of a page to choose a password on, once; links given before stop working.

    Raises EigenAccount.
    """
    _not_oneself(gebruiker, by)
    _decide(gebruiker, Besluit.LINK, by=by, on=on)
    return maak_link(gebruiker)


@transaction.atomic
def reset_tweede_stap(*, gebruiker: Gebruiker, by: Gebruiker | None, on: date) -> None:
    """For who lost phone and recovery codes: a new second step is set up. Raises EigenAccount."""
    _not_oneself(gebruiker, by)
    remove_tweede_stap(gebruiker=gebruiker, by=by)
    _decide(gebruiker, Besluit.TWEEDE_STAP, by=by, on=on)


@transaction.atomic
def choose_wachtwoord(*, gebruiker: Gebruiker, wachtwoord: str) -> None:
    """Set the password of who came with a good link; sessions that were open end."""
    gebruiker.set_password(wachtwoord)
    gebruiker.save(update_fields=["password"])
    write_spoor(gebruiker=gebruiker, handeling="wachtwoord kiezen", doel="toegang")


def _prepare(
    gebruiker: Gebruiker, *, dienst: str, kenmerk: str, by: Gebruiker | None, on: date
) -> None:
    Identiteit.objects.create(gebruiker=gebruiker, dienst=dienst, kenmerk=kenmerk.strip().lower())
    _decide(gebruiker, Besluit.INLOGDIENST, by=by, on=on)


def _decide(
    gebruiker: Gebruiker,
    besluit: Besluit,
    *,
    by: Gebruiker | None,
    on: date,
    einddatum: date | None = None,
) -> None:
    """Write the decision, and the line of the trace: the account by number, never by name."""
    Accountbesluit.objects.create(
        gebruiker=gebruiker, besluit=besluit, op=on, door=by, einddatum=einddatum
    )
    tot = f" {einddatum.isoformat()}" if einddatum else ""
    write_spoor(
        gebruiker=by,
        handeling=f"account: {besluit.value}",
        voorwerp=f"account {gebruiker.pk}{tot}",
        doel="beheer van rechten",
    )


def _not_oneself(gebruiker: Gebruiker, by: Gebruiker | None) -> None:
    if by is not None and by.pk == gebruiker.pk:
        raise EigenAccount
