"""Behind a proxy: who asks is who the proxy says, else every brake per address stops everybody."""

from __future__ import annotations

from collections.abc import Callable
from ipaddress import ip_address

from django.http import HttpRequest, HttpResponseBase


class EchtAdres:
    """Takes the address from X-Real-IP, which the proxy overwrites; only loaded with PARAPLU_HTTPS=1."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        try:
            adres = ip_address(request.headers.get("X-Real-Ip", ""))
        except ValueError:
            return self.get_response(request)
        request.META["REMOTE_ADDR"] = str(adres)
        return self.get_response(request)
