"""The fast way for a message that is small enough to hold at once.

A province is mostly small files. As with large ones (`snel.py`), a message that is written the
ordinary way is seen to be valid by matching; everything else goes the careful way, with the same
rows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import Any

from paraplu.afspraken.gebieden import GEMEENTEN_CBS
from paraplu.berichten.bsn import elfproef
from paraplu.berichten.inhoud import BSN, GEMEENTE
from paraplu.berichten.standaard import Berichtsoort, Element
from paraplu.berichten.stroom.delen import Deel, Kop, Slot
from paraplu.berichten.stroom.digest import BASIS, OPEN, Inhoud
from paraplu.berichten.stroom.grammatica import GeenGrammatica
from paraplu.berichten.stroom.indeling import (
    BEDRAG,
    DEBET_CREDIT,
    Indeling,
    Kolom,
    Regelsoort,
    indeling,
)
from paraplu.berichten.stroom.rijen import lees_slot, lees_velden
from paraplu.berichten.stroom.snel import WITRUIMTE, Snellezer, is_aaneen, snelle_lezer
from paraplu.berichten.stroom.vorm import Vorm

Teksten = dict[str, list[str]]

_DATUM = re.compile(rb">([12][0-9]{3}-[01][0-9]-[0-3][0-9])<")
_TUSSEN = re.compile(rb">[ \t\r\n]+(?=[<\x03])")
_EINDE = re.compile(rb"</[^>]*>[ \t\r\n]*")


@cache
def kleine_lezer(soort: Berichtsoort, eigen: str, basis: str) -> Kleinlezer | None:
    """The fast reader for whole messages of this kind with these prefixes; None without one."""
    try:
        return Kleinlezer(soort, (eigen, basis))
    except GeenGrammatica:
        return None


@dataclass(frozen=True)
class _Vak:
    """An open place with lines: its group in the message, and how to read one line.

    `invul` has, for each column that stands in the line, its place in the row, its group and how to
    read the bytes in it.
    """

    groep: int
    soort: Regelsoort
    vorm: Vorm
    patroon: re.Pattern[bytes]
    regelbegin: bytes
    invul: tuple[tuple[int, int, Callable[[bytes], Any]], ...]

    def lees_vast(self, niveaus: Mapping[str, Teksten]) -> list[Any]:
        """The columns that are the same in every line, and None for those that are not."""
        return [
            kolom.lees(niveaus[kolom.niveau]) if kolom.niveau in niveaus else kolom.waarde
            for kolom in self.soort.kolommen[2:]
        ]

    def vul(self, rij: list[Any], teksten: Sequence[bytes | None], eerste: int) -> None:
        """Put what stands in the line in its place; its groups come after `eerste`."""
        for plek, groep, lees in self.invul:
            waarde = teksten[eerste + groep]
            if waarde is not None:
                rij[plek] = lees(waarde)


def _invul(soort: Regelsoort, vorm: Vorm) -> Iterator[tuple[int, int, Callable[[bytes], Any]]]:
    for plek, kolom in enumerate(soort.kolommen):
        if kolom.niveau == "regel":
            if kolom.vorm not in _LEZERS:
                raise GeenGrammatica(kolom.naam)
            if kolom.pad in vorm.groepen:
                yield plek, vorm.groepen[kolom.pad], _LEZERS[kolom.vorm]


class Kleinlezer:
    """Reads whole messages of one kind, written with one prefix per namespace."""

    def __init__(self, soort: Berichtsoort, prefixen: tuple[str, str]) -> None:
        self.soort = soort
        self._prefixen = prefixen
        self._indeling: Indeling = indeling(soort.naam, soort.release)
        self._clienten = self._zoek_clienten()
        self._romp = Vorm(
            soort,
            prefixen,
            gevraagd=set(self._gevraagd()),
            vakken=set(self._vakken()),
        )
        self._patroon = self._romp.geheel()
        self._regelvakken = [] if self._clienten else list(self._maak_regelvakken())
        # Each kind that is read here has one place for a gemeente and one for a BSN: both columns.
        self._gemeente = _enige(soort.wortel, GEMEENTE)
        self._bsn = _enige(soort.wortel, BSN)
        if not {self._gemeente, self._bsn} <= {*self._romp.groepen, *self._bsn_in_stroom()}:
            raise GeenGrammatica(soort.naam)

    def lees(self, tekst: bytes, begin: int, *, vandaag=None) -> tuple[Kop | Deel | Slot, ...] | None:
        """The message whose root element has its content from `begin` on; None: read it with care."""
        gevonden = self._patroon.fullmatch(tekst, begin)
        if gevonden is None:
            return None
        vast = _teksten(self._romp.groepen, (b"", *gevonden.groups()))
        if not self._is_in_orde(tekst, vast):
            return None
        inhoud = Inhoud(self.soort)
        if self._clienten is not None:
            delen = self._lees_clienten(tekst, gevonden, vast, inhoud)
        else:
            delen = self._lees_regels(tekst, gevonden, vast)
            inhoud.resttekst(self._canoniek(tekst[begin:]))
        if delen is None:
            return None
        kop = Kop(
            soort=self.soort.naam,
            release=self.soort.release,
            velden=lees_velden(self._indeling.kop, vast),
        )
        slot = Slot(
            velden=lees_slot(self._indeling, vast),
            inhoud=inhoud.digest(),
            regels=sum(deel.aantal for deel in delen),
            regels_geweigerd=0,
            geweigerd=False,
        )
        return (kop, *delen, slot)

    def _is_in_orde(self, tekst: bytes, vast: Teksten) -> bool:
        """Whether all dates exist, and BSN and gemeente pass; those of a stream it checks itself."""
        bsns = () if self._clienten else vast.get(self._bsn, ())
        return (
            all(map(_dag, _DATUM.findall(tekst)))
            and all(map(elfproef, bsns))
            and vast[self._gemeente][0] in GEMEENTEN_CBS
        )

    def _lees_clienten(
        self, tekst: bytes, gevonden: re.Match[bytes], vast: Teksten, inhoud: Inhoud
    ) -> list[Deel] | None:
        """The lines of a declaration."""
        assert self._clienten is not None
        begin, einde = gevonden.span(self._romp.vakgroepen["/".join(self._indeling.stroom)])
        if begin < 0:
            inhoud.resttekst(self._canoniek(tekst[gevonden.start() :]))
            return []
        gelezen = self._clienten.lees(
            tekst[begin:einde],
            einde - begin,
            volgnummer=0,
            regel=tekst.count(b"\n", 0, begin) + 1,
            vast=vast,
            is_verdacht=lambda stuk: False,
        )
        if gelezen is None:
            return None
        inhoud.stroomtekst(gelezen.inhoud)
        inhoud.resttekst(self._canoniek(tekst[gevonden.start() : begin] + tekst[einde:]))
        return [gelezen.deel]

    def _lees_regels(
        self, tekst: bytes, gevonden: re.Match[bytes], vast: Teksten
    ) -> list[Deel] | None:
        """The lines of any other message."""
        client = _onder(vast, "/".join((*self._indeling.client, "")))
        rijen: dict[str, list[list[Any]]] = {}
        nummer = 0
        for vak in self._regelvakken:
            begin, einde = gevonden.span(vak.groep)
            if begin < 0:
                continue
            teksten = vak.patroon.split(tekst[begin:einde])
            stap = vak.vorm.aantal + 1
            if not is_aaneen(teksten, stap):
                return None
            vast_in_regel = vak.lees_vast({"client": client, "bericht": vast})
            plek, regel = begin, tekst.count(b"\n", 0, begin) + 1
            for eerste in range(0, len(teksten) - 1, stap):
                nummer += 1
                vorige, plek = plek, tekst.find(vak.regelbegin, plek) + 1
                regel += tekst.count(b"\n", vorige, plek)
                rij = [nummer, regel, *vast_in_regel]
                vak.vul(rij, teksten, eerste)
                rijen.setdefault(vak.soort.tabel, []).append(rij)
        return [Deel(tabel=tabel, rijen=regels) for tabel, regels in rijen.items()]

    def _canoniek(self, tekst: bytes) -> bytes:
        """The content as the digest wants it, straight from the bytes: no tag in it is special."""
        # In this order: most white space goes with an end tag.
        tekst = _EINDE.sub(b"\x03", tekst.lstrip(WITRUIMTE))
        tekst = _TUSSEN.sub(b">", tekst)
        eigen, basis = self._prefixen
        namen = [(eigen, OPEN), (basis, OPEN + BASIS)]
        for prefix, begin in sorted(namen, key=lambda paar: not paar[0]):
            tekst = tekst.replace(b"<" + prefix.encode(), begin.encode())
        tekst = tekst.replace(b">\x02", b"\x02").replace(b">\x03", b"\x03").replace(b">", b" ")
        return f"{OPEN}{self.soort.wortel.naam}".encode() + tekst

    def _zoek_clienten(self) -> Snellezer | None:
        if not self._indeling.stroom:
            return None
        lezer = snelle_lezer(self.soort, *self._prefixen)
        if lezer is None:
            raise GeenGrammatica(self.soort.naam)
        return lezer

    def _bsn_in_stroom(self) -> tuple[str, ...]:
        return () if self._clienten is None else (self._bsn,)

    def _vakken(self) -> Iterator[str]:
        """The paths of the elements that hold the lines, or the clients of a declaration."""
        if self._indeling.stroom:
            yield "/".join(self._indeling.stroom)
            return
        for regel in self._indeling.regels:
            if len(regel.stappen) == 1:
                # 319 and 320: the line has no element around it.
                raise GeenGrammatica(self.soort.naam)
            yield "/".join((*self._indeling.client, *regel.stappen[:-1]))

    def _gevraagd(self) -> Iterator[str]:
        client = "/".join((*self._indeling.client, ""))
        for kolom in (*self._indeling.kop, *(k for slot in self._indeling.slot for k in slot)):
            yield from _paden(kolom, "")
        for regel in self._indeling.regels:
            for kolom in regel.kolommen:
                if kolom.niveau in ("client", "bericht"):
                    yield from _paden(kolom, client if kolom.niveau == "client" else "")

    def _maak_regelvakken(self) -> Iterator[_Vak]:
        for regel in self._indeling.regels:
            pad = (*self._indeling.client, *regel.stappen)
            element = self.soort.wortel.kind(*pad)
            eigen = {p for k in regel.kolommen if k.niveau == "regel" for p in _paden(k, "")}
            vorm = Vorm(self.soort, self._prefixen, gevraagd=eigen)
            patroon = vorm.regel(element)
            yield _Vak(
                groep=self._romp.vakgroepen["/".join(pad[:-1])],
                soort=regel,
                vorm=vorm,
                patroon=patroon,
                regelbegin=f"<{vorm.tag(element)}>".encode(),
                invul=tuple(_invul(regel, vorm)),
            )


def _paden(kolom: Kolom, boven: str) -> Iterator[str]:
    """The leaves that a column is made of."""
    if kolom.niveau in ("leeg", "vast"):
        return
    if kolom.vorm in ("bedrag", "credit"):
        yield from (f"{boven}{kolom.pad}/{naam}" for naam in (*BEDRAG, DEBET_CREDIT))
    else:
        yield boven + kolom.pad


def _teksten(groepen: Mapping[str, int], waarden: Sequence[bytes | None]) -> Teksten:
    gevonden = {}
    for pad, groep in groepen.items():
        waarde = waarden[groep]
        if waarde is not None:
            gevonden[pad] = [waarde.decode()]
    return gevonden


def _onder(teksten: Teksten, begin: str) -> Teksten:
    return {
        pad.removeprefix(begin): tekst for pad, tekst in teksten.items() if pad.startswith(begin)
    }


def _enige(element: Element, type_naam: str) -> str:
    """The path of the one leaf of this type; GeenGrammatica when there are more, or none."""
    paden = list(_paden_van(element, type_naam, ""))
    if len(paden) != 1:
        raise GeenGrammatica(type_naam)
    return paden[0]


def _paden_van(element: Element, type_naam: str, boven: str) -> Iterator[str]:
    for kind in element.kinderen:
        if kind.type is not None and kind.type.naam == type_naam:
            yield boven + kind.naam
        yield from _paden_van(kind, type_naam, f"{boven}{kind.naam}/")


@lru_cache(maxsize=100_000)
def _dag(tekst: bytes) -> date | None:
    """The date, or None when it does not exist. There are few of them, and they come often."""
    try:
        return date.fromisoformat(tekst.decode())
    except ValueError:
        return None


#: From the bytes of a leaf, that the expression has judged already, to the value of its column.
_LEZERS: dict[str, Callable[[bytes], Any]] = {
    "tekst": bytes.decode,
    "codes": bytes.decode,
    "getal": int,
    "dag": _dag,
}
