"""The conversation with one identity provider: authorization code with PKCE, state and nonce.

The checks of the protocol are authlib's; here stands what it leaves to the application: which
issuer, which signatures, and that an answer without an identity token is no answer.
"""

from __future__ import annotations

import logging
from datetime import date
from functools import lru_cache
from typing import Any

from authlib.common.errors import AuthlibBaseError
from authlib.integrations.django_client import DjangoOAuth2App, OAuth
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from joserfc.errors import JoseError
from requests import RequestException

from .diensten import Inlogdienst

log = logging.getLogger(__name__)

#: Seconds that a provider may take to answer; a worker waits for it.
GEDULD = 5
#: Seconds that two clocks may differ.
SPELING = 60
#: Signatures with a key that only the provider has; never a shared secret, never none.
HANDTEKENINGEN = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512")


class OidcFout(Exception):
    """The provider's answer is not to be trusted, or it refused."""


class DienstZwijgt(OidcFout):
    """The provider does not answer."""


@lru_cache(maxsize=128)
def _client(dienst: Inlogdienst, on: date) -> DjangoOAuth2App:
    """A client for this day: tomorrow the addresses and keys of the provider are read again."""
    client = OAuth().register(
        name=dienst.sleutel,
        client_id=dienst.client_id,
        client_secret=dienst.geheim,
        server_metadata_url=dienst.issuer.rstrip("/") + "/.well-known/openid-configuration",
        client_kwargs={
            "scope": "openid profile email",
            "code_challenge_method": "S256",
            "default_timeout": GEDULD,
        },
    )
    gegevens = client.load_server_metadata()
    if gegevens.get("issuer") != dienst.issuer:
        raise OidcFout("de dienst noemt een andere issuer dan is ingesteld")
    genoemd = gegevens.get("id_token_signing_alg_values_supported") or ["RS256"]
    gegevens["id_token_signing_alg_values_supported"] = [
        naam for naam in genoemd if naam in HANDTEKENINGEN
    ]
    return client


def begin(request: HttpRequest, *, dienst: Inlogdienst, on: date) -> HttpResponse:
    """Send the browser to the provider. Raises DienstZwijgt or OidcFout."""
    try:
        return _client(dienst, on).authorize_redirect(request, _terug(request, dienst))
    except RequestException as fout:
        raise _told(dienst, fout, DienstZwijgt) from fout
    except (AuthlibBaseError, ValueError, RuntimeError) as fout:
        raise _told(dienst, fout, OidcFout) from fout


def finish(request: HttpRequest, *, dienst: Inlogdienst, on: date) -> dict[str, Any]:
    """The claims of who comes back from the provider. Raises DienstZwijgt or OidcFout."""
    genoemd = request.GET.get("iss")
    if genoemd is not None and genoemd != dienst.issuer:
        raise _told(dienst, OidcFout("iss"), OidcFout)
    try:
        sleutelbos = _client(dienst, on).authorize_access_token(
            request,
            leeway=SPELING,
            claims_options={
                "iss": {"essential": True, "value": dienst.issuer},
                "aud": {"essential": True, "value": dienst.client_id},
            },
        )
    except RequestException as fout:
        raise _told(dienst, fout, DienstZwijgt) from fout
    except (AuthlibBaseError, JoseError, ValueError, TypeError, KeyError, RuntimeError) as fout:
        raise _told(dienst, fout, OidcFout) from fout
    if not sleutelbos.get("userinfo"):
        raise _told(dienst, OidcFout("geen id_token"), OidcFout)
    return dict(sleutelbos["userinfo"])


def logout_address(request: HttpRequest, *, dienst: Inlogdienst, on: date) -> str | None:
    """Where one logs out at the provider itself; None when it has no such page or is silent."""
    try:
        client = _client(dienst, on)
        if not client.load_server_metadata().get("end_session_endpoint"):
            return None
        terug = request.build_absolute_uri(reverse("inloggen"))
        adres = client.create_logout_url(post_logout_redirect_uri=terug, client_id=dienst.client_id)
    except (RequestException, AuthlibBaseError, OidcFout, ValueError, RuntimeError):
        return None
    return str(adres["url"])


def _terug(request: HttpRequest, dienst: Inlogdienst) -> str:
    return request.build_absolute_uri(reverse("oidc_terug", args=[dienst.sleutel]))


def _told(dienst: Inlogdienst, fout: Exception, soort: type[OidcFout]) -> OidcFout:
    """Log what kind of fault it was: no token, code, name or address of a person."""
    log.warning("inlogdienst %s: %s", dienst.sleutel, type(fout).__name__)
    return soort(type(fout).__name__)
