"""What a reader gets of the two files: the texts and the numbers in them."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from tests.web.papier.lezer import tekst_van

NUMMER = re.compile(r"\d+(?:[.,]\d+)*")
WEG = {"style", "script", "title", "svg", "nav"}


class _Lezer(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.delen: list[str] = []
        self.in_weg: list[str] = []
        self.koppen: list[int] = []
        self.adressen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in WEG:
            self.in_weg.append(tag)
        if re.fullmatch(r"h[1-6]", tag):
            self.koppen.append(int(tag[1]))
        self.adressen += [
            waarde or "" for naam, waarde in attrs if naam in {"href", "src", "action"}
        ]

    def handle_endtag(self, tag: str) -> None:
        if self.in_weg and self.in_weg[-1] == tag:
            self.in_weg.pop()

    def handle_data(self, data: str) -> None:
        if not self.in_weg:
            self.delen.append(data)


def lees_html(inhoud: bytes) -> _Lezer:
    """The file as it was parsed."""
    lezer = _Lezer()
    lezer.feed(inhoud.decode())
    return lezer


def html_tekst(inhoud: bytes) -> str:
    """What can be read in the file, without its style, its drawings and its list of contents."""
    return " ".join(" ".join(lees_html(inhoud).delen).split())


def pdf_tekst(inhoud: bytes) -> str:
    """What can be read on paper; a break inside a word is healed."""
    tekst = tekst_van(inhoud).replace("\u200b", "").replace("\u00ad", "")
    return " ".join(tekst.split())


def plat(tekst: str) -> str:
    """Without any white space, so that it does not matter where a line broke."""
    return "".join(tekst.split()).replace("\u200b", "")
