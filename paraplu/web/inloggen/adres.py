"""Where to go after logging in: only pages of ours that this user may open."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.http import HttpRequest
from django.urls import Resolver404, resolve
from django.utils.http import url_has_allowed_host_and_scheme

from ..rechten import OPENBAAR, mag
from ..templatetags.kader import thuis_van


def veilig_adres(request: HttpRequest, adres: str | None) -> str:
    """`adres` when it is a page of ours that this user may open, else the first that is."""
    if adres and url_has_allowed_host_and_scheme(
        adres, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    ):
        try:
            route = resolve(urlsplit(adres).path).url_name or ""
        except Resolver404:
            route = ""
        if mag(request.user, route) and route not in OPENBAAR:
            return adres
    return thuis_van(request.user)
