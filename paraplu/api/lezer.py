"""Who asks: with a key, logged in in a browser, or nobody in particular."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.http import HttpRequest

from paraplu.web.inloggen.middleware import owes_tweede_stap
from paraplu.web.models import Gebruiker

from . import queries
from .problemen import Probleem, needs_key


@dataclass(frozen=True)
class Lezer:
    """`gebruiker` None: the public. `sleutel` is the mark of the key, empty without one."""

    gebruiker: Gebruiker | None = None
    sleutel: str = ""
    nummer: int | None = None

    @property
    def wijze(self) -> str:
        """How this reader came in, for the trace."""
        if self.sleutel:
            return f"sleutel {self.sleutel}"
        return "in de browser" if self.gebruiker else "zonder sleutel"


def find_lezer(request: HttpRequest, *, op: date) -> Lezer:
    """Whose rights this request has. Raises Probleem for a key or account that does not work."""
    kop = request.headers.get("Authorization")
    if kop is not None:
        return _of_kop(kop, op)
    if not request.user.is_authenticated:
        return Lezer()
    if not request.user.is_geldig(on=op) or owes_tweede_stap(request, request.user):
        raise Probleem(
            403,
            "Eerst inloggen",
            "Log opnieuw in bij Paraplu, met de tweede stap. Vraag het dan weer.",
        )
    return Lezer(request.user)


def _of_kop(kop: str, op: date) -> Lezer:
    """A key that came along must work: without that somebody would take the public for their own."""
    soort, _spatie, token = kop.partition(" ")
    sleutel = queries.sleutel_of_token(token.strip(), on=op) if soort.lower() == "bearer" else None
    if sleutel is None:
        raise needs_key("Deze sleutel werkt niet: verlopen, ingetrokken, of verkeerd geschreven.")
    return Lezer(sleutel.gebruiker, sleutel.kenmerk, sleutel.pk)


def is_openbaar() -> bool:
    """Whether this Paraplu gives the public figures to who has no key."""
    return bool(settings.API_OPENBAAR == "aan")
