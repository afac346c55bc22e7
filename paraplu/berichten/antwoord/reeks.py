"""Answers to many files at once: read, check, judge, answer."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from paraplu.berichten.antwoord.kenmerk import kenmerk_van
from paraplu.berichten.antwoord.lezen import NietTeOpenen, Stuk, lees_stukken
from paraplu.berichten.antwoord.maken import NIVEAU_1, GeenAntwoord, antwoord
from paraplu.berichten.antwoord.oordeel import NietTeBeoordelen, Oordeel
from paraplu.berichten.antwoord.soorten import antwoordsoort, waarom_geen
from paraplu.berichten.antwoord.terug import Beoordeling, lees_antwoord
from paraplu.berichten.bericht import Bericht
from paraplu.berichten.bestanden import Bestand
from paraplu.berichten.bevinding import Bevinding
from paraplu.berichten.omslag.openen import MELDING
from paraplu.berichten.schrijver import schrijf

#: How long an identification is (LDT_IdentificatieBericht), of five bits a character.
LENGTE: Final = 12

DICHT: Final = GeenAntwoord(
    "Paraplu kan dit bestand niet openen. Controleer of u het mag lezen, of maak de zip opnieuw.",
    "kan niet",
)

#: Judgements across messages, made elsewhere: what else there is to say about a message.
Extra = Callable[[Bericht], Sequence[Oordeel]]
#: Answers one message of a run, from what the check found in it.
GeefAntwoord = Callable[[Bericht, tuple[Bevinding, ...]], Bericht | GeenAntwoord]


@dataclass(frozen=True, kw_only=True)
class Beantwoord:
    """One message with its answer.

    `soort` is empty when the file is no message that we can read. `inhoud` is the answer as bytes,
    ready to send; empty without an answer. `bevindingen` are those of the check.
    """

    bestand: str
    soort: str
    bevindingen: tuple[Bevinding, ...]
    uitkomst: Bericht | GeenAntwoord
    inhoud: bytes = b""

    @property
    def beoordeling(self) -> Beoordeling | None:
        """What the answer says; None without an answer."""
        return lees_antwoord(self.uitkomst) if isinstance(self.uitkomst, Bericht) else None

    @property
    def identificatie(self) -> str:
        """That of the answer itself; empty without an answer."""
        if not isinstance(self.uitkomst, Bericht):
            return ""
        header = self.uitkomst.inhoud["Header"]
        eigen = header.get("IdentificatieRetour") or header["BerichtIdentificatie"]["Identificatie"]
        return str(eigen)


def maak_antwoorden(
    bestanden: Iterable[Bestand | Bevinding],
    extra: Extra | None = None,
    *,
    dagtekening: date,
    xslt_versie: str | None = None,
    alleen: Callable[[Bericht], bool] = lambda bericht: True,
) -> Iterator[Beantwoord]:
    """The answer to each message, in turn; `bestanden` is what `open_bestanden` gives.

    `extra` is asked for judgements of level 3 and 4 on every message that gets an answer.
    `alleen` says which messages are ours to answer; of the others nothing is given.
    `dagtekening` is the date of the answers and the day of the check (TR135). A message is read
    whole: what `lees` refuses for its size gets no answer either. The same files give the same
    answers, byte for byte.
    """
    namen = Identificaties()

    def geef_antwoord(
        bericht: Bericht, bevindingen: tuple[Bevinding, ...]
    ) -> Bericht | GeenAntwoord:
        if antwoordsoort(bericht) is None:
            return GeenAntwoord(waarom_geen(bericht))
        try:
            return antwoord(
                bericht,
                [*bevindingen, *(extra(bericht) if extra else ())],
                identificatie=namen.geef(bericht),
                dagtekening=dagtekening,
                xslt_versie=xslt_versie,
            )
        except NietTeBeoordelen as fout:
            return GeenAntwoord(str(fout), "kan niet")

    for bestand in bestanden:
        if isinstance(bestand, Bevinding):
            yield _overgeslagen(bestand)
        else:
            yield from _beantwoord(bestand, geef_antwoord, alleen, vandaag=dagtekening)


class Identificaties:
    """Names for the answers of one run: the same files in the same order get the same names.

    A name comes from what names the message (TR056), never from its content: of a message with one
    child a fingerprint gives the BSN away to who tries all numbers (docs/decisions/0003). Different
    messages that bear one name are told apart by their turn.
    """

    def __init__(self) -> None:
        self._gezien: dict[str, list[bytes]] = {}

    def geef(self, bericht: Bericht) -> str:
        """Twelve characters for the answer to this message; a copy of it gets the same."""
        kern = "\n".join((bericht.release, *kenmerk_van(bericht)))
        gezien = self._gezien.setdefault(kern, [])
        afdruk = hashlib.sha256(schrijf(bericht)).digest()
        if afdruk not in gezien:
            gezien.append(afdruk)
        naam = f"{kern}\n{gezien.index(afdruk)}".encode()
        return base64.b32encode(hashlib.sha256(naam).digest())[:LENGTE].decode("ascii").lower()


def _overgeslagen(bevinding: Bevinding) -> Beantwoord:
    """A file that cannot be opened; what is no XML by its name is passed over without blame."""
    return Beantwoord(
        bestand=bevinding.bestand,
        soort="",
        bevindingen=(bevinding,),
        uitkomst=GeenAntwoord(bevinding.tekst, "kan niet" if bevinding.weigert else "niet nodig"),
    )


def _beantwoord(
    bestand: Bestand,
    geef_antwoord: GeefAntwoord,
    alleen: Callable[[Bericht], bool],
    *,
    vandaag: date,
) -> Iterator[Beantwoord]:
    try:
        for stuk in lees_stukken(bestand, vandaag=vandaag):
            if stuk.bericht is None or alleen(stuk.bericht):
                yield _beantwoord_stuk(stuk, geef_antwoord)
    except NietTeOpenen:
        yield Beantwoord(bestand=bestand.naam, soort="", bevindingen=(), uitkomst=DICHT)


def _beantwoord_stuk(stuk: Stuk, geef_antwoord: GeefAntwoord) -> Beantwoord:
    if stuk.bericht is None:
        uitkomst: Bericht | GeenAntwoord = _onleesbaar(stuk.bevindingen)
    else:
        uitkomst = geef_antwoord(stuk.bericht, stuk.bevindingen)
    return Beantwoord(
        bestand=stuk.naam,
        soort=stuk.soort,
        bevindingen=stuk.bevindingen,
        uitkomst=uitkomst,
        inhoud=schrijf(uitkomst) if isinstance(uitkomst, Bericht) else b"",
    )


def _onleesbaar(bevindingen: tuple[Bevinding, ...]) -> GeenAntwoord:
    """Level 1: no message, or one whose content cannot be had; says what about the file is wrong."""
    over_bestand = [een for een in bevindingen if een.weigert and not een.pad]
    for een in over_bestand:
        if een.code == MELDING:
            return GeenAntwoord(een.tekst)
    return GeenAntwoord(" ".join([*(een.tekst for een in over_bestand[:1]), NIVEAU_1]), "niveau 1")
