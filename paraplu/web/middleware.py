"""Two doors every request passes: who may come in, and what the browser may do with the answer."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase

from . import onthouden
from .rechten import EIGEN_DEUR, OPENBAAR, mag

Antwoord = Callable[[HttpRequest], HttpResponseBase]

#: No script at all: every page works without. Styles, fonts and images from ourselves only.
CSP = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self'",
        "font-src 'self'",
        "img-src 'self' data:",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)


class Toegang:
    """Lets nobody past the login, and nobody through a route that `rechten.MATRIX` does not give."""

    def __init__(self, get_response: Antwoord) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view, args, kwargs) -> HttpResponse | None:
        route = request.resolver_match.url_name or ""
        if route in OPENBAAR | EIGEN_DEUR:
            return None
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        if not mag(request.user, route):
            raise PermissionDenied(route)
        if request.method in {"GET", "HEAD"}:
            onthouden.begin(request.user)
        return None


class Koppen:
    """Sets the headers that keep a page to itself."""

    def __init__(self, get_response: Antwoord) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        antwoord = self.get_response(request)
        antwoord.headers.setdefault("Content-Security-Policy", CSP)
        antwoord.headers.setdefault("Referrer-Policy", "same-origin")
        antwoord.headers.setdefault("X-Content-Type-Options", "nosniff")
        antwoord.headers.setdefault("X-Frame-Options", "DENY")
        antwoord.headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
        antwoord.headers.setdefault(
            "Permissions-Policy", "camera=(), geolocation=(), microphone=()"
        )
        if not request.path.startswith("/static/"):
            antwoord.headers.setdefault("Cache-Control", "private, no-store")
        return antwoord
