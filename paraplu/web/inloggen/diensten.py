"""The identity providers (inlogdiensten) of this installation, from the TOML file of PARAPLU_OIDC."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

#: The claim with an address that only counts when the provider says that it verified it.
E_MAIL = "email"
VERPLICHT = ("naam", "issuer", "client_id", "geheim_in", "organisaties")
MAG = {*VERPLICHT, "identiteit", "koppel", "e_mail_betrouwbaar", "maakt"}
SLEUTEL = re.compile(r"[a-z0-9-]{1,40}")
ORGANISATIE = re.compile(r"(regio|gemeente|gi|aanbieder):[A-Za-z0-9]{1,12}|beheer:")


class DienstFout(ValueError):
    """The file of PARAPLU_OIDC cannot be used; the sentence says what to change."""


@dataclass(frozen=True)
class Maakt:
    """What an account gets that is made at the first login."""

    soort: str
    organisatie: str
    organisatie_naam: str


@dataclass(frozen=True)
class Inlogdienst:
    """One identity provider, and for whom it may speak."""

    sleutel: str
    naam: str
    issuer: str
    client_id: str
    geheim: str = field(repr=False)
    #: Organisations as "gemeente:0228"; an account of another never opens through this provider.
    organisaties: frozenset[str]
    #: The claim that stays the same for a person: "sub", for Entra ID "oid".
    identiteit: str = "sub"
    #: The claim that is laid beside the prepared kenmerk at the first login.
    koppel: str = E_MAIL
    #: The provider's own staff hand out the addresses, so `email_verified` need not be there.
    e_mail_betrouwbaar: bool = False
    maakt: Maakt | None = None

    def bedient(self, organisatie_soort: str, organisatie_code: str) -> bool:
        """Whether this provider may let in people of this organisation."""
        return f"{organisatie_soort}:{organisatie_code}" in self.organisaties


def read_diensten(
    pad: str | None, omgeving: Mapping[str, str] = os.environ
) -> dict[str, Inlogdienst]:
    """The providers by key, in the order of the file; none without a path. Raises DienstFout."""
    if not pad:
        return {}
    try:
        inhoud = tomllib.loads(Path(pad).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fout:
        raise DienstFout(f"PARAPLU_OIDC: {pad} is niet te lezen als TOML ({fout}).") from fout
    if vreemd := inhoud.keys() - {"dienst"}:
        raise DienstFout(f"PARAPLU_OIDC: {sorted(vreemd)[0]} staat buiten een [dienst.…].")
    tabellen = inhoud.get("dienst", {})
    diensten = {sleutel: _read(sleutel, tabel, omgeving) for sleutel, tabel in tabellen.items()}
    if len({dienst.issuer for dienst in diensten.values()}) < len(diensten):
        raise DienstFout("PARAPLU_OIDC: twee diensten hebben dezelfde issuer.")
    return diensten


def _read(sleutel: str, tabel: Any, omgeving: Mapping[str, str]) -> Inlogdienst:
    def fout(zin: str) -> DienstFout:
        return DienstFout(f"PARAPLU_OIDC, dienst {sleutel}: {zin}")

    if not SLEUTEL.fullmatch(sleutel) or not isinstance(tabel, dict):
        raise fout("een sleutel heeft kleine letters, cijfers en streepjes.")
    if ontbreekt := [naam for naam in VERPLICHT if not tabel.get(naam)]:
        raise fout(f"{', '.join(ontbreekt)} ontbreekt.")
    if vreemd := sorted(tabel.keys() - MAG):
        raise fout(f"{', '.join(vreemd)} bestaat niet.")
    geheim = omgeving.get(tabel["geheim_in"], "")
    if not geheim:
        raise fout(f"de omgevingsvariabele {tabel['geheim_in']} is leeg.")
    if not _is_safe(tabel["issuer"]):
        raise fout("issuer moet met https:// beginnen.")
    organisaties = frozenset(tabel["organisaties"])
    if onbekend := sorted(o for o in organisaties if not ORGANISATIE.fullmatch(o)):
        raise fout(f"organisatie {onbekend[0]} is niet van de vorm gemeente:0228.")
    return Inlogdienst(
        sleutel=sleutel,
        naam=tabel["naam"],
        issuer=tabel["issuer"],
        client_id=tabel["client_id"],
        geheim=geheim,
        organisaties=organisaties,
        identiteit=tabel.get("identiteit", "sub"),
        koppel=tabel.get("koppel", E_MAIL),
        e_mail_betrouwbaar=tabel.get("e_mail_betrouwbaar", False) is True,
        maakt=_read_maakt(tabel["maakt"], organisaties, fout) if "maakt" in tabel else None,
    )


def _read_maakt(tabel: Any, organisaties: frozenset[str], fout: Any) -> Maakt:
    namen = {"soort", "organisatie", "organisatie_naam"}
    if not isinstance(tabel, dict) or tabel.keys() != namen:
        raise fout(f"maakt vraagt precies {', '.join(sorted(namen))}.")
    if tabel["organisatie"] not in organisaties:
        raise fout(f"maakt: {tabel['organisatie']} staat niet bij organisaties.")
    if tabel["soort"] == "beheerder":
        raise fout("maakt: een technisch beheerder wordt nooit vanzelf gemaakt.")
    return Maakt(**tabel)


def _is_safe(adres: str) -> bool:
    """Over TLS, or a machine talking to itself."""
    delen = urlsplit(adres)
    return delen.scheme == "https" or (
        delen.scheme == "http" and delen.hostname in {"localhost", "127.0.0.1", "::1"}
    )
