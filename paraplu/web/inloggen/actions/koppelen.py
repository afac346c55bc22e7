"""Whose account is it that comes back from an identity provider."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from ...actions import write_spoor
from ...models import Accountbesluit, Besluit, Gebruiker, Identiteit
from ..diensten import E_MAIL, Inlogdienst


class NietKlaargezet(Exception):
    """Nobody prepared an account for this person at this provider."""


@transaction.atomic
def find_gebruiker(*, dienst: Inlogdienst, claims: Mapping[str, Any], op: datetime) -> Gebruiker:
    """The account of who logged in: bound before, prepared, or made. Raises NietKlaargezet.

    After the first login only issuer and subject count: an address that is given to somebody else
    opens nothing.
    """
    subject = str(claims.get(dienst.identiteit) or "")
    if not subject:
        raise NietKlaargezet
    gebonden = Identiteit.objects.select_related("gebruiker").filter(
        issuer=dienst.issuer, subject=subject
    )
    if identiteit := gebonden.first():
        return _served(dienst, identiteit.gebruiker)
    kenmerk = _kenmerk(dienst, claims)
    klaar = Identiteit.objects.select_related("gebruiker").filter(
        dienst=dienst.sleutel, kenmerk=kenmerk, subject=""
    )
    if kenmerk and (identiteit := klaar.select_for_update().first()):
        return _bind(dienst, identiteit, subject=subject, op=op)
    if dienst.maakt:
        return _make(dienst, claims, subject=subject, kenmerk=kenmerk, op=op)
    raise NietKlaargezet


def _kenmerk(dienst: Inlogdienst, claims: Mapping[str, Any]) -> str:
    """The claim to match the prepared account on; empty when it proves nothing."""
    geverifieerd = dienst.e_mail_betrouwbaar or claims.get("email_verified") is True
    if dienst.koppel == E_MAIL and not geverifieerd:
        return ""
    return str(claims.get(dienst.koppel) or "").strip().lower()


def _served(dienst: Inlogdienst, gebruiker: Gebruiker) -> Gebruiker:
    """A provider speaks for its own organisations only."""
    if not dienst.bedient(gebruiker.organisatie_soort, gebruiker.organisatie_code):
        raise NietKlaargezet
    return gebruiker


def _bind(dienst: Inlogdienst, identiteit: Identiteit, *, subject: str, op: datetime) -> Gebruiker:
    gebruiker = _served(dienst, identiteit.gebruiker)
    identiteit.issuer, identiteit.subject = dienst.issuer, subject
    identiteit.gekoppeld_op = op
    identiteit.save(update_fields=["issuer", "subject", "gekoppeld_op"])
    write_spoor(
        gebruiker=gebruiker,
        handeling="inlogdienst koppelen",
        voorwerp=f"account {gebruiker.pk}, {dienst.sleutel}",
        doel="toegang",
    )
    return gebruiker


def _make(
    dienst: Inlogdienst, claims: Mapping[str, Any], *, subject: str, kenmerk: str, op: datetime
) -> Gebruiker:
    """A new account as the settings of the provider say; only for who has none there."""
    assert dienst.maakt is not None
    vingerafdruk = hashlib.sha256(f"{dienst.issuer} {subject}".encode()).hexdigest()[:12]
    kenmerk = kenmerk or subject.lower()
    if Identiteit.objects.filter(dienst=dienst.sleutel, kenmerk=kenmerk).exists():
        # The address belongs to somebody who is bound already: a person decides, not we.
        raise NietKlaargezet
    soort, code = dienst.maakt.organisatie.split(":")
    vandaag = timezone.localdate(op)
    gebruiker = Gebruiker.objects.create_user(
        f"{dienst.sleutel}-{vingerafdruk}",
        naam=str(claims.get("name") or kenmerk)[:120],
        soort=dienst.maakt.soort,
        organisatie_soort=soort,
        organisatie_code=code,
        organisatie_naam=dienst.maakt.organisatie_naam,
        begindatum=vandaag,
    )
    identiteit = Identiteit.objects.create(
        gebruiker=gebruiker, dienst=dienst.sleutel, kenmerk=kenmerk[:254]
    )
    Accountbesluit.objects.create(gebruiker=gebruiker, besluit=Besluit.GEMAAKT, op=vandaag)
    write_spoor(
        gebruiker=gebruiker,
        handeling="account maken",
        voorwerp=f"account {gebruiker.pk}, {dienst.sleutel}",
        doel="toegang",
    )
    return _bind(dienst, identiteit, subject=subject, op=op)
