"""Envelopes to try with, made from what is publicly known of their form; no child in them exists."""

from __future__ import annotations

import base64
import io
import re
import zipfile
from collections.abc import Callable
from random import Random
from xml.sax.saxutils import escape

from paraplu.berichten import schrijf, standaard
from tests.berichten.maak import maak_bericht

GGK = "http://www.stufstandaarden.nl/koppelvlak/ggk0210"
STUF = "http://www.egem.nl/StUF/StUF0301"
SOAP = "http://schemas.xmlsoap.org/soap/envelope/"
SOAP12 = "http://www.w3.org/2003/05/soap-envelope"
VECOZO = "http://schemas.vecozo.nl/berichtuitwisseling"


def bericht(soort: str = "JW305", zaad: int = 1) -> bytes:
    """A valid message."""
    return schrijf(maak_bericht(standaard.release("3.2").berichtsoorten[soort], Random(zaad)))


def kaal(inhoud: bytes) -> str:
    """A message as text without XML declaration, to put in another document."""
    return re.sub(r"^<\?xml[^>]*\?>\s*", "", inhoud.decode())


def b64(inhoud: bytes) -> str:
    """Base64 in lines of 76, as many programs write it."""
    return base64.encodebytes(inhoud).decode()


def in_zip(inhoud: bytes, naam: str = "bericht.xml") -> bytes:
    """A zip with one file."""
    doel = io.BytesIO()
    with zipfile.ZipFile(doel, "w", zipfile.ZIP_DEFLATED) as archief:
        archief.writestr(naam, inhoud)
    return doel.getvalue()


def ggk(lading: str, *, van: str = "", aan: str = "", code: str = "Di01") -> bytes:
    """A StUF-GGk envelope around `lading`, which is text or elements."""
    soort = "envelopHeenbericht-ggk_Di01" if code == "Di01" else "envelopRetourbericht-ggk_Du01"
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<g:{soort} xmlns:g="{GGK}" xmlns:s="{STUF}"><g:stuurgegevens>'
        f"<s:berichtcode>{code}</s:berichtcode>"
        f"<s:zender><s:organisatie>{van}</s:organisatie></s:zender>"
        f"<s:ontvanger><s:organisatie>{aan}</s:organisatie></s:ontvanger>"
        "</g:stuurgegevens><g:parameters><g:bericht>"
        f"<g:xmlBestand>{lading}</g:xmlBestand>"
        f"</g:bericht></g:parameters></g:{soort}>\n"
    ).encode()


def vecozo(lading: str, *, van: str = "", aan: str = "") -> bytes:
    """A message as it goes to VECOZO: SOAP with routing in its header."""
    return (
        f'<e:Envelope xmlns:e="{SOAP}" xmlns:m="{VECOZO}/messages/v3" xmlns:v="{VECOZO}/v3" '
        f'xmlns:t="{VECOZO}/types/v3" xmlns:h="{VECOZO}/header/v3"><e:Header><v:RouteringHeader>'
        f"<h:Afzender><t:Code>{van}</t:Code></h:Afzender><h:Geadresseerden><t:Relatie>"
        f"<t:Code>{aan}</t:Code></t:Relatie></h:Geadresseerden></v:RouteringHeader></e:Header>"
        f"<e:Body><v:IndienenBericht><m:Bericht><m:Data>{lading}</m:Data></m:Bericht>"
        "</v:IndienenBericht></e:Body></e:Envelope>"
    ).encode()


def soap(lading: str, *, namespace: str = SOAP) -> bytes:
    """A bare SOAP envelope."""
    return f'<e:Envelope xmlns:e="{namespace}"><e:Body>{lading}</e:Body></e:Envelope>'.encode()


def eigen(lading: str) -> bytes:
    """An envelope that nobody knows."""
    return f"<post><zending><inhoud>{lading}</inhoud></zending></post>".encode()


OM: dict[str, Callable[[str], bytes]] = {
    "StUF-GGk-envelop": ggk,
    "VECOZO-envelop": vecozo,
    "SOAP-envelop (1.1)": soap,
    "SOAP-envelop (1.2)": lambda lading: soap(lading, namespace=SOAP12),
    "envelop": eigen,
}
IN: dict[str, Callable[[bytes], str]] = {
    "als elementen": kaal,
    "als CDATA": lambda inhoud: f"<![CDATA[{inhoud.decode()}]]>",
    "als ontsnapte tekst": lambda inhoud: escape(inhoud.decode()),
    "in base64": b64,
    "gezipt in base64": lambda inhoud: b64(in_zip(inhoud)),
}
