"""The secret in the link of a survey: the same for everybody at one GI, so that it points at nobody."""

from __future__ import annotations

import secrets
from typing import Final

from django.utils.crypto import constant_time_compare, salted_hmac

from paraplu.web.wand.verzoek import beyond_wall

from .models import Enquetelink

#: Hexadecimal digits: 128 bits, that nobody can guess.
LENGTE: Final = 32


def make_zout() -> str:
    """The chance that makes every link another one."""
    return secrets.token_hex(LENGTE // 2)


def token_of(link: Enquetelink) -> str:
    """What stands in the address; needs the key of the installation, so the table alone gives none."""
    hmac = salted_hmac("paraplu.opgaven.enquete", f"{link.pk}:{link.zout}", algorithm="sha256")
    return f"{link.pk}-{hmac.hexdigest()[:LENGTE]}"


def find_link(token: str) -> Enquetelink | None:
    """The link that this token opens, or None."""
    nummer = token.partition("-")[0]
    if not (nummer.isascii() and nummer.isdigit() and len(nummer) < LENGTE // 2):
        return None
    # Who has the secret needs no account; who only guesses a number gets nothing back.
    with beyond_wall():
        link = Enquetelink.objects.select_related("ronde").filter(pk=int(nummer)).first()
    return link if link and constant_time_compare(token_of(link), token) else None
