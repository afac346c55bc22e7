"""The fast way for a message that is small enough to hold at once.

A province is mostly small files. As with large ones (`snel.py`), a message that is written the
ordinary way is seen to be valid by matching; everything else goes the careful way, with the same
rows. So does a message that breaks a rule: there its findings are made.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from operator import methodcaller
from typing import Any, Final

from paraplu.berichten.regels.geheugen import Geheugen
from paraplu.berichten.regels.lezen import dag
from paraplu.berichten.regels.toets import (
    Omgeving,
    heeft_breuk,
    heeft_regels,
    lees_omgeving,
    route,
)
from paraplu.berichten.standaard import Berichtsoort
from paraplu.berichten.stroom.delen import Deel, Kop, Slot
from paraplu.berichten.stroom.digest import Inhoud as Digest
from paraplu.berichten.stroom.geheugen import Stroomgeheugen
from paraplu.berichten.stroom.grammatica import GeenGrammatica
from paraplu.berichten.stroom.indeling import BEDRAG, DEBET_CREDIT, Kolom, Regelsoort, indeling
from paraplu.berichten.stroom.snel import Snellezer, snelle_lezer
from paraplu.berichten.stroom.vorm import Vorm
from paraplu.berichten.stroom.wandeling import Anders
from paraplu.berichten.stroom.zeef import is_verdacht, zeven

Inhoud = dict[str, Any]
#: From the content of a class to the value of a column.
Lezer = Callable[[Inhoud], Any]


@cache
def kleine_lezer(soort: Berichtsoort, eigen: str, basis: str) -> Kleinlezer | None:
    """The fast reader for whole messages of this kind with these prefixes; None without one."""
    try:
        return Kleinlezer(soort, (eigen, basis))
    except GeenGrammatica:
        return None


class Kleinlezer:
    """Reads whole messages of one kind, written with one prefix per namespace."""

    def __init__(self, soort: Berichtsoort, prefixen: tuple[str, str]) -> None:
        verdeling = indeling(soort.naam, soort.release)
        self.soort = soort
        self._client, self._stroom = verdeling.client, verdeling.stroom
        self._snel = self._zoek_snel(prefixen)
        self._vorm = Vorm(soort, prefixen, soort.wortel, vak="/".join(self._stroom), wortel=True)
        self._regels = heeft_regels(soort)
        self._kop_leeg = dict.fromkeys(kolom.naam for kolom in verdeling.kop)
        self._kop = tuple(
            (kolom.naam, _lezer(kolom)) for kolom in verdeling.kop if kolom.niveau == "bericht"
        )
        self._slot = tuple(
            (kolommen[0].naam, tuple(map(_lezer, kolommen))) for kolommen in verdeling.slot
        )
        soorten = () if self._stroom else verdeling.regels
        self._rijen = tuple(_Rijen.van(een, soort, verdeling.client, prefixen) for een in soorten)

    def lees(
        self, tekst: bytes, begin: int, *, vandaag: date | None
    ) -> tuple[Kop | Deel | Slot, ...] | None:
        """The message whose root element has its content from `begin` on; None: read it with care."""
        gevonden = self._vorm.patroon.fullmatch(tekst, begin)
        if gevonden is None:
            return None
        delen: list[bytes] = []
        try:
            inhoud = self._vorm.lees((b"", *gevonden.groups()), delen)
        except Anders:
            return None
        digest = Digest(self.soort)
        digest.resttekst(b"".join(delen))
        geheugen = Stroomgeheugen() if self._stroom else Geheugen()
        omgeving = lees_omgeving(inhoud, self.soort, vandaag=vandaag, geheugen=geheugen)
        gelezen: list[Deel] | None
        if self._snel is not None:
            plek = gevonden.span(self._vorm.vakgroep)
            gelezen = self._lees_clienten(tekst, plek, inhoud, digest, omgeving)
        else:
            gelezen = self._lees_rijen(tekst, begin, inhoud)
        if gelezen is None or (self._regels and heeft_breuk(inhoud, route(self.soort), omgeving)):
            return None
        return self._samen(inhoud, gelezen, digest.digest())

    def _samen(
        self, inhoud: Inhoud, delen: list[Deel], digest: bytes
    ) -> tuple[Kop | Deel | Slot, ...]:
        kop = Kop(
            soort=self.soort.naam,
            release=self.soort.release,
            velden=self._kop_leeg | {naam: lees(inhoud) for naam, lees in self._kop},
        )
        velden: dict[str, Any] = {"retourcodes_klasse": None}
        for naam, lezers in self._slot:
            velden[naam] = " ".join(filter(None, (lees(inhoud) for lees in lezers))) or None
        slot = Slot(
            velden=velden,
            inhoud=digest,
            regels=sum(deel.aantal for deel in delen),
            regels_geweigerd=0,
            geweigerd=False,
        )
        return (kop, *delen, slot)

    def _lees_rijen(self, tekst: bytes, begin: int, inhoud: Inhoud) -> list[Deel]:
        """The lines of a message with one client or none."""
        client = _haal(inhoud, self._client) or {}
        rijen: dict[str, list[list[Any]]] = {}
        nummer, plek, regel = 0, begin, tekst.count(b"\n", 0, begin) + 1
        for soort in self._rijen:
            regels = _haal(client, soort.stappen)
            if regels is None:
                continue
            vast = soort.lees_vast(client, inhoud)
            for een in regels if soort.is_lijst else (regels,):
                nummer += 1
                vorige, plek = plek, tekst.find(soort.regelbegin, plek) + 1
                regel += tekst.count(b"\n", vorige, plek)
                rij = [nummer, regel, *vast]
                for kolom, lees in soort.lezers:
                    rij[kolom] = lees(een)
                rijen.setdefault(soort.tabel, []).append(rij)
        return [Deel(tabel=tabel, rijen=regels) for tabel, regels in rijen.items()]

    def _lees_clienten(
        self,
        tekst: bytes,
        plek: tuple[int, int],
        inhoud: Inhoud,
        digest: Digest,
        omgeving: Omgeving,
    ) -> list[Deel] | None:
        """The lines of a declaration; None when they need care."""
        assert self._snel is not None
        begin, einde = plek
        if begin < 0:
            return []
        gelezen = self._snel.lees(
            tekst[begin:einde],
            einde - begin,
            volgnummer=0,
            regel=tekst.count(b"\n", 0, begin) + 1,
            vast=self._vast(inhoud),
            is_verdacht=partial(
                is_verdacht, regels=zeven(self.soort, self._client), omgeving=omgeving
            ),
        )
        if gelezen is None:
            return None
        digest.stroomtekst(gelezen.inhoud)
        return [gelezen.deel]

    def _vast(self, inhoud: Inhoud) -> Mapping[str, list[str]]:
        """What stands above the clients and is in a column of each line."""
        assert self._snel is not None
        paden = {kolom.pad for kolom in self._snel.kolommen if kolom.niveau == "bericht"}
        gevonden = {pad: _haal(inhoud, tuple(pad.split("/"))) for pad in paden}
        return {pad: [tekst] for pad, tekst in gevonden.items() if tekst is not None}

    def _zoek_snel(self, prefixen: tuple[str, str]) -> Snellezer | None:
        if not self._stroom:
            return None
        lezer = snelle_lezer(self.soort, *prefixen)
        if lezer is None:
            raise GeenGrammatica(self.soort.naam)
        return lezer


@dataclass(frozen=True)
class _Rijen:
    """One kind of line: where it stands below its client, and how it becomes a row.

    `lezers` fill the columns that stand in the line itself; `boven` those that stand above it, by
    their place after volgnummer and regel; `vast` has what is left of a row, the same in each.
    """

    stappen: tuple[str, ...]
    tabel: str
    is_lijst: bool
    regelbegin: bytes
    lezers: tuple[tuple[int, Lezer], ...]
    boven: tuple[tuple[int, str, Lezer], ...]
    vast: tuple[str | None, ...]

    @classmethod
    def van(
        cls,
        regel: Regelsoort,
        soort: Berichtsoort,
        client: tuple[str, ...],
        prefixen: tuple[str, str],
    ) -> _Rijen:
        """From the layout."""
        element = soort.wortel.kind(*client, *regel.stappen)
        prefix = prefixen[1] if element.in_basis else prefixen[0]
        kolommen = list(enumerate(regel.kolommen))
        return cls(
            stappen=regel.stappen,
            tabel=regel.tabel,
            is_lijst=element.is_lijst,
            regelbegin=f"<{prefix}{element.naam}>".encode(),
            lezers=tuple((plek, _lezer(een)) for plek, een in kolommen if een.niveau == "regel"),
            boven=tuple(
                (plek - 2, een.niveau, _lezer(een))
                for plek, een in kolommen
                if een.niveau in ("client", "bericht")
            ),
            vast=tuple(een.waarde for een in regel.kolommen[2:]),
        )

    def lees_vast(self, client: Inhoud, bericht: Inhoud) -> list[Any]:
        """The columns that are the same in every line; None for those that are not."""
        rij: list[Any] = list(self.vast)
        for plek, niveau, lees in self.boven:
            rij[plek] = lees(client if niveau == "client" else bericht)
        return rij


def _haal(inhoud: Any, stappen: tuple[str, ...]) -> Any:
    """What stands at this path; None when any step of it is absent."""
    for stap in stappen:
        inhoud = inhoud.get(stap)
        if inhoud is None:
            return None
    return inhoud


def _lezer(kolom: Kolom) -> Lezer:
    """How to read a column from the content of the class that its path starts at."""
    stappen, lees = tuple(kolom.pad.split("/")), _LEZERS[kolom.vorm]
    eerste, *rest = stappen
    if kolom.vorm == "tekst":
        return _tekstlezer(stappen)
    if not rest:
        return lambda inhoud: None if (waarde := inhoud.get(eerste)) is None else lees(waarde)

    def lees_pad(inhoud: Inhoud) -> Any:
        waarde = _haal(inhoud, stappen)
        return None if waarde is None else lees(waarde)

    return lees_pad


def _tekstlezer(stappen: tuple[str, ...]) -> Lezer:
    """A text stands once: it is the value itself."""
    if len(stappen) == 1:
        return methodcaller("get", stappen[0])
    return lambda inhoud: _haal(inhoud, stappen)


def _codes(waarde: str | list[str]) -> str:
    return waarde if isinstance(waarde, str) else " ".join(waarde)


def _jaar(waarde: str) -> int | None:
    datum = dag(waarde)
    return None if datum is None else datum.year


def _bedrag(waarde: Inhoud) -> int:
    bedrag = next(int(waarde[naam]) for naam in BEDRAG if naam in waarde)
    return -bedrag if _is_credit(waarde) else bedrag


def _is_credit(waarde: Inhoud) -> bool:
    return bool(waarde[DEBET_CREDIT] == "C")


#: From a text, that the expression has judged already, to the value of its column.
_LEZERS: Final[Mapping[str, Callable[[Any], Any]]] = {
    "tekst": str,
    "codes": _codes,
    "getal": int,
    "klein": int,
    "dag": dag,
    "jaar": _jaar,
    "bedrag": _bedrag,
    "credit": _is_credit,
}
