"""A session begins after every proof was given, and ends with the account."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth import login, logout
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone

from ...actions import write_spoor
from ...models import Gebruiker

#: Under this name the session keeps how its user came in.
INLOGWIJZE = "inlogwijze"
WACHTWOORD, TWEEDE_STAP, DEMO, DIENST = "wachtwoord", "tweede stap", "demo", "dienst"
BACKEND = "django.contrib.auth.backends.ModelBackend"


class AccountNietGeldig(Exception):
    """The account has not begun, is past its last day, or is closed."""


@transaction.atomic
def begin_sessie(
    request: HttpRequest, *, gebruiker: Gebruiker, wijze: str, op: datetime, dienst: str = ""
) -> None:
    """Log in, with a new session key; `wijze` says how. Raises AccountNietGeldig."""
    if not gebruiker.is_geldig(on=timezone.localdate(op)):
        raise AccountNietGeldig
    login(request, gebruiker, backend=BACKEND)
    request.session[INLOGWIJZE] = f"{DIENST} {dienst}" if dienst else wijze
    gebruiker.laatst_ingelogd_op = op
    gebruiker.save(update_fields=["laatst_ingelogd_op"])
    write_spoor(gebruiker=gebruiker, handeling="inloggen", voorwerp=f"met {wijze}", doel="toegang")


@transaction.atomic
def end_sessie(request: HttpRequest, *, handeling: str = "uitloggen") -> str:
    """Log out; the session is gone. Returns the key of the provider it began with, or ""."""
    wijze = request.session.get(INLOGWIJZE, "")
    write_spoor(gebruiker=request.user, handeling=handeling, doel="toegang")
    logout(request)
    return wijze.removeprefix(f"{DIENST} ") if wijze.startswith(f"{DIENST} ") else ""
