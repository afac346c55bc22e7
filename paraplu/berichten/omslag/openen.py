"""Open an envelope: find the messages in it, as elements or packed in a text."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO, Final

from paraplu.berichten import codes
from paraplu.berichten.bestanden import MB, ZIP_BEGIN, Grenzen, open_stroom
from paraplu.berichten.bevinding import Bevinding, Weigert
from paraplu.berichten.omslag.kenmerken import (
    ONBEKEND,
    Envelop,
    Melding,
    delen,
    envelopen,
    is_bericht,
    is_lading,
    is_wortel,
    meldingen,
)
from paraplu.berichten.omslag.lezen import lees_wortel, maak_los, zonder_berichten
from paraplu.berichten.omslag.partijen import partijen_in, partijen_van, verschillen
from paraplu.berichten.omslag.tekst import KORTST, eerste_tag, pak_uit

GEOPEND: Final = "PAR040"
LEEG: Final = "PAR041"
TEGENSPRAAK: Final = "PAR042"
MELDING: Final = "PAR043"
TE_DIEP: Final = "PAR044"
TE_GROOT: Final = "PAR045"

#: The verdict of a reader on what may be an envelope: an unknown message, or another encoding.
MISSCHIEN = frozenset({codes.ONBEKEND_BERICHT, codes.BESTAND_VORM})
#: A message of 50 MB in base64, and something around it.
HOOGSTENS = 70 * MB
#: The zip in an envelope holds one message, or a few.
ZIP_GRENZEN = Grenzen(aantal=1000, bestand=50 * MB, samen=100 * MB)
#: What comes out of one envelope, in bytes and in pieces that might be a message.
UITGEPAKT = 200 * MB
HOOGSTENS_STUKKEN = 5_000
#: Envelopes around a message: one in another, not more.
HOOGSTENS_DIEP = 2
#: No namespace with more elements than this is looked at to give an envelope its name.
_NAAM_UIT = 200


@dataclass(frozen=True, kw_only=True)
class Uitgepakt:
    """What was in an envelope; the lines of findings on it count from its own beginning."""

    naam: str
    inhoud: bytes


@dataclass(frozen=True, kw_only=True)
class Omslag:
    """An opened envelope: what kind it is, what was in it, and what there is to say about it."""

    soort: str
    berichten: tuple[Uitgepakt, ...]
    bevindingen: tuple[Bevinding, ...]


def open_omslag(inhoud: bytes, *, bestand: str) -> Omslag | None:
    """The envelope in `inhoud`, opened; None when it is none, or nothing to us.

    An envelope is any XML that does not begin as a message of an iStandaard does. Only one with a
    message in it counts, or one that we know by name. It is read with the limits of a message:
    no DTD, no entities, no network, bounded size and depth.
    """
    return _open(inhoud, bestand, 1)


def om_bericht(bron: BinaryIO, bevindingen: Iterable[Bevinding], *, bestand: str) -> Omslag | None:
    """The envelope, when `bevindingen` say that `bron` as it stands is no message; else None.

    So an ordinary message costs nothing. `bron` stands at its beginning.
    """
    if not any(b.code in MISSCHIEN and b.weigert == "bericht" for b in bevindingen):
        return None
    return open_omslag(bron.read(HOOGSTENS + 1), bestand=bestand)


def _open(inhoud: bytes, bestand: str, diepte: int) -> Omslag | None:
    if len(inhoud) > HOOGSTENS:
        return _zonder(bestand, ONBEKEND, TE_GROOT, *_TE_GROOT) if _is_bekend(inhoud) else None
    wortel = lees_wortel(inhoud)
    if wortel is None or is_bericht(wortel.tag):
        return None
    return _Opener(wortel, bestand, diepte).open()


def _is_bekend(inhoud: bytes) -> bool:
    tag = eerste_tag(inhoud)
    return tag is not None and is_wortel(tag)


class _Opener:
    """Opens one envelope; `diepte` is 1 for the outermost."""

    def __init__(self, wortel: Any, bestand: str, diepte: int) -> None:
        self.wortel = wortel
        self.bestand = bestand
        self.diepte = diepte
        self.envelop = _herken(wortel)
        self.soort = self.envelop.naam if self.envelop else ONBEKEND
        self.bevindingen: list[Bevinding] = []
        self.berichten: list[Uitgepakt] = []
        self.uitgepakt = 0

    def open(self) -> Omslag | None:
        """The envelope with what is in it; None when that is nothing to us."""
        for nummer, (inhoud, naam) in enumerate(self._stukken()):
            if nummer >= HOOGSTENS_STUKKEN or self.uitgepakt > UITGEPAKT:
                self._meld(TE_GROOT, *_TE_VEEL, weigert="bericht")
                break
            self._neem(inhoud, naam)
        if self.berichten or self.bevindingen:
            if self.berichten:
                self._vergelijk()
                self.bevindingen.insert(0, self._geopend())
        elif (melding := _zoek_melding(self.wortel)) is not None:
            self._meld(MELDING, melding.tekst, melding.remedie, weigert="bericht")
        elif is_wortel(self.wortel.tag):
            tekst = f"In deze envelop ({self.soort}) zit geen bericht van een iStandaard."
            self._meld(LEEG, tekst, "Lever het bericht zelf aan.", weigert="bericht")
        else:
            return None
        return Omslag(
            soort=self.soort,
            berichten=tuple(self.berichten),
            bevindingen=tuple(self.bevindingen),
        )

    def _stukken(self) -> Iterator[tuple[bytes, str]]:
        """What may be a message: an element, or a text in which something is packed."""
        for element in zonder_berichten(self.wortel):
            if is_bericht(element.tag):
                if self._zit_te_diep(element):
                    self._meld(TE_DIEP, *_TE_DIEP, weigert="bericht")
                else:
                    yield maak_los(element), ""
            elif not len(element) and element.text and len(element.text) >= KORTST:
                inhoud = pak_uit(element.text, altijd=is_lading(element.tag))
                if inhoud is not None:
                    yield inhoud, element.get("bestandsnaam") or ""

    def _zit_te_diep(self, element: Any) -> bool:
        om = sum(is_wortel(ouder.tag) for ouder in element.iterancestors())
        return om + self.diepte - 1 > HOOGSTENS_DIEP

    def _neem(self, inhoud: bytes, naam: str) -> None:
        if inhoud.startswith(ZIP_BEGIN):
            self._neem_zip(inhoud)
            return
        tag = eerste_tag(inhoud)
        if tag is None or is_bericht(tag):
            # What is no XML at all the reader names; it stood in the place for a message.
            self._voeg_toe(inhoud, naam)
        elif self.diepte >= HOOGSTENS_DIEP:
            if is_wortel(tag):
                self._meld(TE_DIEP, *_TE_DIEP, weigert="bericht")
        elif (binnen := _open(inhoud, self.bestand, self.diepte + 1)) is not None:
            self.berichten += binnen.berichten
            self.uitgepakt += sum(len(bericht.inhoud) for bericht in binnen.berichten)
            self.bevindingen += binnen.bevindingen

    def _neem_zip(self, inhoud: bytes) -> None:
        label = f"{self.bestand}/{self.soort}" if self.bestand else self.soort
        for stuk in open_stroom(io.BytesIO(inhoud), naam=label, grenzen=ZIP_GRENZEN):
            if isinstance(stuk, Bevinding):
                self.bevindingen.append(stuk)
                continue
            try:
                with stuk.open() as bron:
                    gelezen = bron.read(ZIP_GRENZEN.bestand + 1)
            except Exception:
                tekst = f"De zip in deze {self.soort} is beschadigd."
                self._meld(LEEG, tekst, "Maak de zip opnieuw en lever hem aan.", weigert="bericht")
                continue
            self._voeg_toe(gelezen, stuk.naam.removeprefix(f"{label}/"))

    def _voeg_toe(self, inhoud: bytes, naam: str) -> None:
        self.uitgepakt += len(inhoud)
        volgende = len(self.berichten) + 1
        label = naam or ("bericht" if volgende == 1 else f"bericht {volgende}")
        heel = f"{label} in {self.soort}"
        self.berichten.append(
            Uitgepakt(naam=f"{self.bestand}/{heel}" if self.bestand else heel, inhoud=inhoud)
        )

    def _vergelijk(self) -> None:
        """PAR042: the envelope names other parties than the message."""
        op_de_envelop = partijen_van(self.wortel, self.envelop)
        for bericht in self.berichten:
            for wie in verschillen(op_de_envelop, partijen_in(bericht.inhoud)):
                self._meld(
                    TEGENSPRAAK,
                    f"De {wie} op de {self.soort} is een andere dan de {wie} in het bericht.",
                    "Controleer of het bericht in de goede envelop zit. Het bericht zelf telt.",
                )

    def _geopend(self) -> Bevinding:
        aantal = len(self.berichten)
        wat = "één bericht" if aantal == 1 else f"{aantal} berichten"
        return _meld(
            self.bestand,
            GEOPEND,
            f"{self.soort} geopend: er zit {wat} in."
            if aantal == 1
            else f"{self.soort} geopend: er zitten {wat} in.",
            "U hoeft niets te doen. Regelnummers tellen vanaf het begin van het bericht erin.",
        )

    def _meld(self, code: str, tekst: str, remedie: str, *, weigert: Weigert = "") -> None:
        bevinding = _meld(self.bestand, code, tekst, remedie, weigert=weigert)
        if bevinding not in self.bevindingen:
            self.bevindingen.append(bevinding)


_TE_DIEP = (
    "In de envelop zit een envelop, en daarin weer een. Zo diep opent Paraplu ze niet.",
    "Lever het bericht zelf aan, of in één envelop.",
)
_TE_VEEL = (
    "In de envelop zit te veel om in één keer te openen. De rest is niet gelezen.",
    "Verdeel de berichten over meer envelopen, of lever ze zonder envelop aan.",
)
_TE_GROOT = (
    f"De envelop is groter dan {HOOGSTENS // MB} MB. Zo groot opent Paraplu haar niet.",
    "Lever het bericht zelf aan, zonder envelop.",
)


def _zonder(bestand: str, soort: str, code: str, tekst: str, remedie: str) -> Omslag:
    bevinding = _meld(bestand, code, tekst, remedie, weigert="bericht")
    return Omslag(soort=soort, berichten=(), bevindingen=(bevinding,))


def _herken(wortel: Any) -> Envelop | None:
    """The most particular envelope of which an element stands among the first ones."""
    namespaces = set()
    for nummer, element in enumerate(zonder_berichten(wortel)):
        namespaces.add(delen(element.tag)[0])
        if nummer >= _NAAM_UIT:
            break
    for envelop in envelopen():
        if any(namespace.startswith(envelop.namespace) for namespace in namespaces):
            return envelop
    return None


def _zoek_melding(wortel: Any) -> Melding | None:
    for nummer, element in enumerate(wortel.iter("*")):
        namespace, naam = delen(element.tag)
        for melding in meldingen():
            if naam in melding.elementen and namespace.startswith(melding.namespace):
                return melding
        if nummer >= _NAAM_UIT:
            break
    return None


def _meld(bestand: str, code: str, tekst: str, remedie: str, *, weigert: Weigert = "") -> Bevinding:
    return Bevinding(
        bestand=bestand, regel=0, pad="", code=code, tekst=tekst, remedie=remedie, weigert=weigert
    )
