"""Read the tree of an envelope, with the limits of a message, and cut a message out of it."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

from lxml import etree

from paraplu.berichten.boom import HOOGSTENS_ELEMENTEN, heeft_doctype
from paraplu.berichten.omslag.kenmerken import is_bericht


def lees_wortel(inhoud: bytes) -> Any:
    """The root of the tree, or None when this is no XML that is safe to read."""
    if inhoud.count(b"<") > 2 * HOOGSTENS_ELEMENTEN:
        return None
    utf8 = _is_utf8(inhoud)
    if utf8 and heeft_doctype(inhoud):
        return None
    # A text may be large only where a DOCTYPE, and with it an entity, has been ruled out.
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=utf8,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        wortel = etree.fromstring(inhoud, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    docinfo: Any = wortel.getroottree().docinfo
    return None if docinfo.doctype else wortel


def _is_utf8(inhoud: bytes) -> bool:
    try:
        inhoud.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return b"\x00" not in inhoud[:64]


def zonder_berichten(wortel: Any) -> Iterator[Any]:
    """All elements of the envelope, and of a message in it only the root."""
    stapel = [wortel]
    while stapel:
        element = stapel.pop()
        yield element
        if not is_bericht(element.tag):
            stapel.extend(reversed(element))


def maak_los(element: Any) -> bytes:
    """A message that stood in the envelope as elements, with the namespaces that it uses."""
    los = copy.deepcopy(element)
    los.tail = None
    etree.cleanup_namespaces(los)
    return bytes(etree.tostring(los, encoding="UTF-8", xml_declaration=True))
