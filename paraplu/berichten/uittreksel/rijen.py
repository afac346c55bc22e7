"""Read the rows of a sheet through a mapping: each cell as the standard writes it, or a finding."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from paraplu.berichten.bevinding import Bevinding, Weigert
from paraplu.berichten.uittreksel.afbeelding import Afbeelding
from paraplu.berichten.uittreksel.blad import Blad, Cel
from paraplu.berichten.uittreksel.cellen import Celfout, Gelezen, als_tekst, lees_cel
from paraplu.berichten.uittreksel.koppen import Koprij, letter, zoek_koprij
from paraplu.berichten.uittreksel.velden import Veld

LEEG: Final = "PAR050"
KOLOM_ONTBREEKT: Final = "PAR051"
CODERING: Final = "PAR052"
ONLEESBAAR: Final = "PAR053"
AFBEELDING: Final = "PAR054"
MEER: Final = "PAR055"
GELEZEN: Final = "PAR056"
#: What cannot stand in a message without something beside it.
SAMEN: Final = {
    "productcode": ("productcategorie",),
    "volume": ("eenheid", "frequentie"),
    "eenheid": ("volume", "frequentie"),
    "frequentie": ("volume", "eenheid"),
}
#: Findings on cells that are named one by one.
HOOGSTENS_BEVINDINGEN: Final = 5_000
#: Different values of one column that are remembered.
HOOGSTENS_ONTHOUDEN: Final = 5_000


@dataclass(frozen=True)
class Rij:
    """One row: its number in the file, the text per field, and which amounts are negative."""

    nummer: int
    waarden: dict[str, str]
    negatief: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Lezing:
    """What reading a sheet gave: the good rows, how many had a fault, and what was wrong."""

    koprij: Koprij | None
    rijen: tuple[Rij, ...]
    geweigerd: int
    bevindingen: tuple[Bevinding, ...]


def lees_rijen(blad: Blad, afbeelding: Afbeelding, *, bestand: str) -> Lezing:
    """Every row below the headings. A row with a fault in it is left out as a whole."""
    meldingen = list(_codering(blad, bestand))
    koprij = zoek_koprij(blad, afbeelding.kolommen.values())
    vast, fouten = _lees_vast(afbeelding, bestand)
    fouten += _ontbrekend(afbeelding, koprij, bestand)
    if fouten or koprij is None:
        return Lezing(koprij, (), 0, (*meldingen, *fouten))
    lezer = _Rijlezer(afbeelding, koprij, vast, bestand)
    goed = []
    for nummer, cellen in blad.rijen:
        if nummer > koprij.nummer and (rij := lezer.lees(nummer, cellen)) is not None:
            goed.append(rij)
    return Lezing(koprij, tuple(goed), lezer.geweigerd, (*meldingen, *lezer.alle()))


class _Rijlezer:
    def __init__(
        self, afbeelding: Afbeelding, koprij: Koprij, vast: dict[str, Gelezen], bestand: str
    ) -> None:
        velden = afbeelding.van.velden
        self._afbeelding = afbeelding
        self._velden = velden
        self._vast = {naam: gelezen.tekst for naam, gelezen in vast.items()}
        self._negatief = frozenset(naam for naam, gelezen in vast.items() if gelezen.min_)
        self._bestand = bestand
        # Most columns say a few things many times: what a cell says is remembered per column.
        self._kolommen: list[tuple[Veld, int, dict[Cel, Gelezen]]] = [
            (velden[naam], plek, {})
            for naam, kop in afbeelding.kolommen.items()
            if (plek := koprij.plek(kop)) is not None
        ]
        self._bevindingen: list[Bevinding] = []
        self._niet_genoemd = 0
        self.geweigerd = 0

    def lees(self, nummer: int, cellen: tuple[Cel, ...]) -> Rij | None:
        """The row, or None when a cell in it has a fault."""
        waarden, negatief, goed = dict(self._vast), set(self._negatief), True
        for veld, plek, gezien in self._kolommen:
            cel = cellen[plek] if plek < len(cellen) else ""
            gelezen = gezien.get(cel)
            if gelezen is None:
                gelezen = self._lees_cel(cel, veld)
                if len(gezien) < HOOGSTENS_ONTHOUDEN:
                    gezien[cel] = gelezen
            fout = gelezen.fout or _leeg(gelezen, veld)
            if fout is not None:
                goed = False
                self._meld(nummer, plek, veld, fout)
            elif gelezen.tekst:
                waarden[veld.naam] = gelezen.tekst
                negatief |= {veld.naam} if gelezen.min_ else set()
        if not goed or self._is_half(nummer, waarden):
            self.geweigerd += 1
            return None
        return Rij(nummer, waarden, frozenset(negatief))

    def _is_half(self, nummer: int, waarden: dict[str, str]) -> bool:
        """Whether a value stands there without what it needs beside it; then a finding says so."""
        for naam, nodig in SAMEN.items():
            velden = self._velden
            weg = [velden[n].titel for n in nodig if n in velden and n not in waarden]
            if naam in waarden and weg:
                wat = f"heeft {velden[naam].titel}, maar geen {' en geen '.join(weg)}"
                remedie = "Vul aan wat ontbreekt, of laat beide leeg."
                self._voeg_toe(nummer, "", Celfout(LEEG, wat, remedie), f"Rij {nummer}")
                return True
        return False

    def _lees_cel(self, cel: Cel, veld: Veld) -> Gelezen:
        return lees_cel(vertaald(cel, veld, self._afbeelding), veld, self._afbeelding.wijze)

    def alle(self) -> Iterator[Bevinding]:
        """The findings, and how many more there were."""
        yield from self._bevindingen
        if self._niet_genoemd:
            yield meld(
                self._bestand,
                MEER,
                f"Dit uittreksel heeft nog {self._niet_genoemd} andere bevindingen.",
                "Herstel eerst de bevindingen in de lijst.",
            )

    def _meld(self, nummer: int, plek: int, veld: Veld, fout: Celfout) -> None:
        gezegde = fout.gezegde.split("; de cel lijkt op")[0] if veld.prive else fout.gezegde
        kolom = f"kolom {letter(plek)}"
        begin = f"Rij {nummer}, {kolom} ({veld.titel})"
        self._voeg_toe(nummer, kolom, fout._replace(gezegde=gezegde), begin)

    def _voeg_toe(self, nummer: int, pad: str, fout: Celfout, begin: str) -> None:
        if len(self._bevindingen) >= HOOGSTENS_BEVINDINGEN:
            self._niet_genoemd += 1
            return
        self._bevindingen.append(
            Bevinding(
                bestand=self._bestand,
                regel=nummer,
                pad=pad,
                code=fout.code,
                tekst=f"{begin} {fout.gezegde}.",
                remedie=fout.remedie,
                weigert="regel",
            )
        )


def vertaald(cel: Cel, veld: Veld, afbeelding: Afbeelding) -> Cel:
    """What the value of a cell means, when the mapping says so."""
    waarden = afbeelding.vertaal.get(veld.naam)
    if not waarden:
        return cel
    return waarden.get(als_tekst(cel).lower(), cel)


def _leeg(gelezen: Gelezen, veld: Veld) -> Celfout | None:
    if gelezen.tekst or not veld.verplicht:
        return None
    return Celfout(LEEG, "is leeg", "Vul de cel in, of haal de rij weg.")


def _lees_vast(afbeelding: Afbeelding, bestand: str) -> tuple[dict[str, Gelezen], list[Bevinding]]:
    """The fixed values, and a finding for each that is not good."""
    vast, fouten = {}, []
    for naam, tekst in afbeelding.vast.items():
        veld = afbeelding.van.velden.get(naam)
        if veld is None:
            continue
        gelezen = lees_cel(vertaald(tekst, veld, afbeelding), veld, afbeelding.wijze)
        if gelezen.fout is not None:
            zin = f"In de afbeelding: de vaste waarde voor {veld.titel} {gelezen.fout.gezegde}."
            fouten.append(meld(bestand, AFBEELDING, zin, gelezen.fout.remedie, weigert="bericht"))
        vast[naam] = gelezen
    return vast, fouten


def _ontbrekend(afbeelding: Afbeelding, koprij: Koprij | None, bestand: str) -> Iterator[Bevinding]:
    """A finding for each column that the mapping names and the sheet lacks, and for each need."""
    if koprij is None:
        yield meld(
            bestand,
            KOLOM_ONTBREEKT,
            "Geen rij van dit blad heeft de koppen die de afbeelding noemt.",
            "Kies een andere afbeelding, of maak er een met: paraplu uittreksel bewaar NAAM BESTAND",
            weigert="bericht",
        )
        return
    velden = afbeelding.van.velden
    for naam, kop in afbeelding.kolommen.items():
        if koprij.plek(kop) is None:
            veld = velden[naam]
            yield meld(
                bestand,
                KOLOM_ONTBREEKT,
                f"De kolom voor {veld.titel} staat niet in dit blad.",
                "Zet in de afbeelding de kop zoals die in het blad staat, of haal de regel weg.",
                weigert="bericht",
            )
    for veld in afbeelding.van.verplicht:
        if veld.naam not in afbeelding.kolommen and veld.naam not in afbeelding.vast:
            yield meld(
                bestand,
                KOLOM_ONTBREEKT,
                f"Er is geen kolom en geen vaste waarde voor {veld.titel}; dat veld is verplicht.",
                "Zet in de afbeelding onder [kolommen] welke kolom het is, of onder [vast] de waarde.",
                weigert="bericht",
            )


def _codering(blad: Blad, bestand: str) -> Iterator[Bevinding]:
    if blad.codering:
        yield meld(
            bestand,
            CODERING,
            f"De tekencodering van dit blad is {blad.codering}; Paraplu heeft dat omgezet.",
            "Controleer namen met accenten. Kies bij opslaan liever: CSV UTF-8.",
        )


def meld(bestand: str, code: str, tekst: str, remedie: str, *, weigert: Weigert = "") -> Bevinding:
    """A finding on the extract as a whole."""
    return Bevinding(
        bestand=bestand, regel=0, pad="", code=code, tekst=tekst, remedie=remedie, weigert=weigert
    )
