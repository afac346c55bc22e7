"""Which message a file is, from its first bytes: for the head of its report, also when it is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from lxml import etree

from paraplu.berichten import standaard
from paraplu.berichten.standaard import Berichtsoort

#: The root element stands in here, whatever declarations and comments come before it.
BEGIN = 8192


def herken_begin(begin: bytes) -> Berichtsoort | None:
    """The kind of message that begins like this; None when it does not say, or with a DOCTYPE."""
    if b"<!DOCTYPE" in begin:
        return None
    lezer = etree.XMLPullParser(
        events=("start",), resolve_entities=False, load_dtd=False, no_network=True
    )
    with suppress(etree.XMLSyntaxError):
        lezer.feed(begin[:BEGIN])
    with suppress(etree.XMLSyntaxError):
        wortels: Iterator[Any] = (knoop for _, knoop in lezer.read_events())
        for wortel in wortels:
            return standaard.herken(wortel.tag.removeprefix("{").rpartition("}")[0])
    return None
