"""What is packed in a text of an envelope: XML as it stands, or in base64, perhaps zipped."""

from __future__ import annotations

import base64
import binascii
import re
from typing import Any

from lxml import etree

from paraplu.berichten.bestanden import ZIP_BEGIN

#: A shorter text holds no message.
KORTST = 60
_BEGINNEN = (b"<", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", ZIP_BEGIN)
_WIT = re.compile(r"\s+")
#: How far the first element may be from the beginning.
_BLOK = 65_536
_AANHEF = re.compile(r"^<\?xml[^>]{0,200}\?>")
_UTF8 = re.compile(r"""encoding\s*=\s*["']utf-8["']""", re.IGNORECASE)


def pak_uit(tekst: str, *, altijd: bool) -> bytes | None:
    """The bytes packed in this text, or None when it is just a text.

    `altijd`: this is the place for what is delivered, so that any base64 counts.
    """
    begin = tekst[:_BLOK].lstrip()
    if begin.startswith("<"):
        return _als_bytes(tekst.strip())
    if not altijd and not _begint_als_bericht(begin):
        return None
    try:
        return base64.b64decode(_WIT.sub("", tekst), validate=True) or None
    except (binascii.Error, ValueError):
        return None


def _begint_als_bericht(begin: str) -> bool:
    kop = _WIT.sub("", begin[:64])[:32]
    try:
        return base64.b64decode(kop).lstrip().startswith(_BEGINNEN)
    except (binascii.Error, ValueError):
        return False


def _als_bytes(tekst: str) -> bytes:
    """XML that stood in an envelope as text: what it says about its own encoding is past."""
    aanhef = _AANHEF.match(tekst)
    if aanhef and "encoding" in aanhef[0] and not _UTF8.search(aanhef[0]):
        tekst = "\n" * aanhef[0].count("\n") + tekst[aanhef.end() :].lstrip(" \t")
    return tekst.encode("utf-8", "surrogatepass")


def eerste_tag(inhoud: bytes) -> str | None:
    """The root element of what may be XML, read from its beginning; None when it is no XML."""
    lezer: Any = etree.XMLPullParser(
        ("start",), resolve_entities=False, load_dtd=False, no_network=True
    )
    try:
        lezer.feed(inhoud[:_BLOK])
        for _, element in lezer.read_events():
            return str(element.tag)
    except etree.XMLSyntaxError:
        pass
    return None
