"""The address of Paraplu itself, for what is read outside the browser: mails and agendas."""

from __future__ import annotations

from django.conf import settings


def full_adres(pad: str) -> str:
    """`pad` (beginning with a slash) behind the address in PARAPLU_ADRES."""
    return settings.WEBADRES + pad
