"""One kept file into a batch: every message in it, with its lines, its findings and its identity."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO

from paraplu.berichten import Bevinding
from paraplu.berichten.bestanden import Bestand, open_stroom
from paraplu.berichten.omslag import Omslag, Uitgepakt, om_bericht
from paraplu.berichten.stroom import Deel, Kop, Slot, lees_stroom
from paraplu.inname.batch import Batch, Rij
from paraplu.inname.fouten import InnameFout
from paraplu.inname.kast import Kast
from paraplu.inname.levering import Bewaard, Teller
from paraplu.inname.wachtkamer import Wachtkamer
from paraplu.monitor.tabellen import SCHEMAS

#: Findings of one message that are kept one by one; what comes after is counted in a last one.
HOOGSTENS_PER_BERICHT = 20_000
MEER_BEVINDINGEN = "PAR090"
NIET_TE_LEZEN = "PAR091"

log = logging.getLogger(__name__)

#: A gemeentecode or an AGB code: what else stands in the header of a wrong message may be anything.
ORGANISATIE = re.compile(r"[0-9]{4}|[0-9]{8}")

#: What makes a message itself (P48); an answer also by its own identification.
IDENTITEIT = ("code", "afzender", "identificatie", "dagtekening", "identificatie_retour")

LEGE_RIJ: Rij = dict.fromkeys(SCHEMAS["bericht"].names)


class Inlezer:
    """Reads kept files into a batch. `werkmap` is where the lines of a large message wait."""

    def __init__(self, *, kast: Kast, batch: Batch, teller: Teller, werkmap: Path) -> None:
        self._kast = kast
        self._batch = batch
        self._teller = teller
        self._werkmap = werkmap

    def take_file(self, bewaard: Bewaard) -> None:
        """Everything in one kept file: a message, or a zip of messages."""
        begin = self._teller.gedaan
        berichten = geweigerd = 0
        with self._kast.open(bewaard.bestand) as bron:
            for stuk in open_stroom(bron, naam=bewaard.naam):
                if isinstance(stuk, Bevinding):
                    self._add_findings([stuk], bewaard, _Lezing())
                    continue
                gelukt = self._take_message(stuk, bewaard, begin, bron)
                berichten += len(gelukt)
                geweigerd += gelukt.count(False)
        self._batch.end_file(bewaard, berichten=berichten, geweigerd=geweigerd)
        self._teller.tell(gedaan=begin + bewaard.bytes)

    def _take_message(
        self, stuk: Bestand, bewaard: Bewaard, begin: int, bron: BinaryIO
    ) -> list[bool]:
        """One message with its lines and findings, or those in one envelope.

        Gives for each whether it is taken: False when it is refused as a whole.
        """
        lezing = _Lezing()
        regels = Wachtkamer(self._batch.pseudoniemen, self._werkmap)
        try:
            for gebeurtenis in _read(stuk, self._batch.levering.dag):
                if isinstance(gebeurtenis, Deel):
                    regels.add(gebeurtenis)
                    self._teller.tell(gedaan=begin + bron.tell())
                else:
                    lezing.note(gebeurtenis)
            if not lezing.geweigerd:
                lezing.bericht = self._message_row(lezing)
                self._batch.add_message(bewaard.bestand, lezing.bericht, regels)
        finally:
            regels.close()
        if lezing.geweigerd and (omslag := _open_envelope(stuk, lezing)) is not None:
            return self._take_envelope(omslag, bewaard, begin, bron)
        self._add_findings(lezing.bevindingen, bewaard, lezing)
        self._teller.tell(berichten=1, regels=lezing.regels)
        return [not lezing.geweigerd]

    def _take_envelope(
        self, omslag: Omslag, bewaard: Bewaard, begin: int, bron: BinaryIO
    ) -> list[bool]:
        """The messages in an envelope; one with none is one refused message."""
        self._add_findings(list(omslag.bevindingen), bewaard, _Lezing())
        gelukt = []
        for bericht in omslag.berichten:
            gelukt += self._take_message(_as_file(bericht), bewaard, begin, bron)
        return gelukt or [False]

    def _message_row(self, lezing: _Lezing) -> Rij:
        """The row in table `bericht`, with the identity of P48 and that of the content."""
        pseudoniemen = self._batch.pseudoniemen
        sleutel = pseudoniemen.kenteken(
            "sleutel", *(str(lezing.velden.get(veld) or "") for veld in IDENTITEIT)
        )
        rij = LEGE_RIJ | lezing.velden
        rij["sleutel"] = sleutel
        rij["bericht"] = pseudoniemen.kenteken("bericht", sleutel, lezing.inhoud)
        return rij

    def _add_findings(
        self, bevindingen: list[Bevinding], bewaard: Bewaard, lezing: _Lezing
    ) -> None:
        for bevinding in bevindingen:
            self._batch.add_finding(
                {
                    "bestand": self._place(bevinding, bewaard),
                    "bericht": lezing.bericht and lezing.bericht["bericht"],
                    "afzender": lezing.afzender,
                    "soort": lezing.velden.get("soort"),
                    "regel": bevinding.regel,
                    "pad": self._batch.pseudoniemen.masker(bevinding.pad),
                    "code": bevinding.code,
                    "tekst": bevinding.tekst,
                    "remedie": bevinding.remedie,
                    "geweigerd": bool(bevinding.weigert),
                }
            )

    def _place(self, bevinding: Bevinding, bewaard: Bewaard) -> str:
        """The kept file, and after a slash the file inside it when it is a zip."""
        if bevinding.bestand in {"", bewaard.naam}:
            return bewaard.bestand
        binnen = bevinding.bestand.removeprefix(f"{bewaard.naam}/")
        return f"{bewaard.bestand}/{self._batch.pseudoniemen.masker(binnen)}"


def _read(stuk: Bestand, vandaag: date) -> Iterator[Deel | Kop | Bevinding | Slot]:
    """What the reader gives; a message that it stumbles over is refused, the rest goes on.

    Only the kind of error is told: its text may hold what the sender wrote.
    """
    try:
        with stuk.open() as stroom:
            for deel in lees_stroom(stroom, bestand=stuk.naam, vandaag=vandaag):
                if stuk.duid is None or not isinstance(deel, Bevinding):
                    yield deel
                elif (geduid := stuk.duid(deel)) is not None:
                    yield geduid
    except (OSError, MemoryError, InnameFout):
        raise
    except Exception as fout:
        log.error("Een bericht is niet te lezen: %s", type(fout).__name__)
        yield Bevinding(
            bestand=stuk.naam,
            regel=0,
            pad="",
            code=NIET_TE_LEZEN,
            tekst=f"Paraplu kan dit bericht niet lezen ({type(fout).__name__}).",
            remedie="Meld dit aan wie Paraplu beheert. De andere berichten zijn wel gelezen.",
            weigert="bericht",
        )
        yield Slot(velden={}, inhoud=b"", regels=0, regels_geweigerd=0, geweigerd=True)


def _open_envelope(stuk: Bestand, lezing: _Lezing) -> Omslag | None:
    with stuk.open() as bron:
        return om_bericht(bron, lezing.bevindingen, bestand=stuk.naam)


def _as_file(bericht: Uitgepakt) -> Bestand:
    return Bestand(
        naam=bericht.naam,
        open=lambda: io.BytesIO(bericht.inhoud),
        bytes=len(bericht.inhoud),
    )


@dataclass
class _Lezing:
    """What reading one message gave so far, its lines aside."""

    velden: dict[str, Any] = field(default_factory=dict)
    bevindingen: list[Bevinding] = field(default_factory=list)
    niet_getoond: int = 0
    geweigerd: bool = False
    inhoud: bytes = b""
    regels: int = 0
    bericht: Rij | None = None

    @property
    def afzender(self) -> str | None:
        """Who sent it, when that has the form of an organisation."""
        afzender = self.velden.get("afzender")
        return afzender if afzender and ORGANISATIE.fullmatch(afzender) else None

    def note(self, gebeurtenis: Kop | Bevinding | Slot) -> None:
        """Add what the reader says about the message as a whole."""
        if isinstance(gebeurtenis, Bevinding):
            self._note_finding(gebeurtenis)
            return
        self.velden |= gebeurtenis.velden
        if isinstance(gebeurtenis, Kop):
            self.velden |= {"soort": gebeurtenis.soort, "release": gebeurtenis.release}
            return
        self.geweigerd = gebeurtenis.geweigerd
        self.inhoud = gebeurtenis.inhoud
        self.regels = gebeurtenis.regels
        self.velden |= {
            "regels": gebeurtenis.regels,
            "regels_geweigerd": gebeurtenis.regels_geweigerd,
        }
        self._close_findings()

    def _note_finding(self, bevinding: Bevinding) -> None:
        if len(self.bevindingen) < HOOGSTENS_PER_BERICHT:
            self.bevindingen.append(bevinding)
        else:
            self.niet_getoond += 1

    def _close_findings(self) -> None:
        if self.niet_getoond:
            self.bevindingen.append(
                Bevinding(
                    bestand=self.bevindingen[-1].bestand,
                    regel=0,
                    pad="",
                    code=MEER_BEVINDINGEN,
                    tekst=f"Dit bericht heeft nog {self.niet_getoond} andere bevindingen.",
                    remedie="Herstel eerst de bevindingen in de lijst en lever het bericht opnieuw.",
                    weigert="",
                )
            )
