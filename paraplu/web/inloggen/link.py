"""The link with which someone chooses a password: once, for some days, and without mail."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.urls import reverse

from ..models import Besluit, Gebruiker


class _Links(PasswordResetTokenGenerator):
    """Ends with its use, with the next login, and with the next link."""

    key_salt = "paraplu.web.inloggen.link"

    def _make_hash_value(self, user: Any, timestamp: int) -> str:
        laatste = user.besluiten.filter(besluit=Besluit.LINK).order_by("-id").values_list("id")[:1]
        return f"{user.pk}{user.password}{user.laatst_ingelogd_op}{timestamp}{list(laatste)}"


_links = _Links()


def maak_link(gebruiker: Gebruiker) -> str:
    """Path of the page for this account; it carries a number, never a name."""
    return reverse("wachtwoord_kiezen", args=[gebruiker.pk, _links.make_token(gebruiker)])


def is_goed(gebruiker: Gebruiker, token: str) -> bool:
    """Whether this link is the last one given, and still good."""
    return bool(_links.check_token(gebruiker, token))
