"""The fields of one table of a route file, read one by one; a wrong one is refused with a remedy."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from paraplu.afspraken import lezingen, vereisten
from paraplu.termijnen import Duur, GeenDuur, lees_termijn


class FouteRoute(ValueError):
    """The data of a route is wrong; the text names the place, what is wrong and the remedy."""

    def __init__(self, plek: str, wat: str, doe: str) -> None:
        super().__init__(f"{plek}: {wat} {doe}")


class Velden:
    """One table: `bestand` and `sleutel` say where it stands. Who asks a field takes it out."""

    def __init__(self, bestand: str, sleutel: str, tabel: Any) -> None:
        self.bestand = bestand
        self.sleutel = sleutel
        if not isinstance(tabel, dict):
            raise FouteRoute(self.plek(), "hier hoort een tabel.", "Zet de velden onder deze kop.")
        self._tabel = dict(tabel)

    def plek(self, naam: str = "") -> str:
        """The file and the key within it."""
        return ", ".join(filter(None, (self.bestand, ".".join(filter(None, (self.sleutel, naam))))))

    def onder(self, sleutel: str, tabel: Any) -> Velden:
        """A table within this one."""
        return Velden(self.bestand, ".".join(filter(None, (self.sleutel, sleutel))), tabel)

    def tekst(self, naam: str, anders: str | None = None) -> str:
        """A text; `anders` when it may be absent."""
        waarde = self._tabel.pop(naam, anders)
        if not isinstance(waarde, str) or (anders is None and not waarde.strip()):
            raise self.fout(naam, "hier hoort een tekst.", f'Schrijf {naam} = "…".')
        return waarde

    def keuze(self, naam: str, mag: Collection[str], anders: str | None = None) -> str:
        """A text out of a list."""
        waarde = self.tekst(naam, anders)
        if waarde not in mag and waarde != anders:
            raise self.onbekend(naam, waarde, mag)
        return waarde

    def lijst(self, naam: str, mag: Collection[str] | None = None) -> tuple[str, ...]:
        """A list of texts, each once; absent is empty."""
        waarde = self._tabel.pop(naam, [])
        if not isinstance(waarde, list) or not all(isinstance(een, str) for een in waarde):
            raise self.fout(naam, "hier hoort een lijst van teksten.", f'Schrijf {naam} = ["…"].')
        for een in waarde:
            if mag is not None and een not in mag:
                raise self.onbekend(naam, een, mag)
            if waarde.count(een) > 1:
                raise self.fout(naam, f"'{een}' staat er twee keer.", "Haal er één weg.")
        return tuple(waarde)

    def waar(self, naam: str) -> bool:
        """True or false; absent is false."""
        waarde = self._tabel.pop(naam, False)
        if not isinstance(waarde, bool):
            raise self.fout(naam, "hier hoort true of false.", f"Schrijf {naam} = true.")
        return waarde

    def duur(self, naam: str) -> Duur | None:
        """A length of time; absent is none."""
        tekst = self.tekst(naam, "")
        try:
            return lees_termijn(tekst) if tekst else None
        except GeenDuur as fout:
            raise self.fout(naam, f"'{tekst}' is geen termijn.", str(fout)) from None

    def tabellen(self, naam: str) -> dict[str, Any]:
        """The tables under a key; absent is none."""
        waarde = self._tabel.pop(naam, {})
        if not isinstance(waarde, dict):
            raise self.fout(naam, "hier horen tabellen.", f"Schrijf een kop als [{naam}.sleutel].")
        return waarde

    def reeks(self, naam: str) -> list[Any]:
        """The repeated tables under a key; absent is none."""
        waarde = self._tabel.pop(naam, [])
        if not isinstance(waarde, list):
            raise self.fout(naam, "hier horen tabellen.", f"Schrijf een kop als [[{naam}]].")
        return waarde

    def vereisten(self) -> tuple[str, ...]:
        """The requirements; at least one, each in the ledger."""
        nummers = self._nummers("vereisten", vereisten.bestaat, "het register van vereisten")
        if not nummers:
            raise self.fout("vereisten", "er is geen vereiste genoemd.", "Noem waar dit uit volgt.")
        return nummers

    def lezing(self) -> tuple[str, ...]:
        """The readings, each known."""
        return self._nummers("lezing", lezingen.bestaat, "de lezingen")

    def _nummers(self, naam: str, bestaat: Callable[[str], bool], waarin: str) -> tuple[str, ...]:
        nummers = self.lijst(naam)
        for nummer in nummers:
            if not bestaat(nummer):
                raise self.fout(naam, f"'{nummer}' staat niet in {waarin}.", "Verbeter het nummer.")
        return nummers

    def klaar(self) -> None:
        """Nothing may be left that nobody asked for."""
        for naam in self._tabel:
            raise self.fout(naam, "dit veld kennen wij niet.", "Verbeter de naam of haal het weg.")

    def fout(self, naam: str, wat: str, doe: str) -> FouteRoute:
        """A refusal of one field."""
        return FouteRoute(self.plek(naam), wat, doe)

    def onbekend(self, naam: str, waarde: str, mag: Collection[str]) -> FouteRoute:
        """A refusal of a value that is not in the list."""
        return self.fout(naam, f"'{waarde}' bestaat niet.", f"Kies uit: {', '.join(mag)}.")
