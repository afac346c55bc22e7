"""The world as a whole: who lives in it and what was sent, with what makes new ones."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from paraplu.demo.gegevens import lees_toml
from paraplu.demo.wereld.begrippen import Instelling, Kind, Organisatie, Toewijzing, Traject
from paraplu.demo.wereld.land import Land, land
from paraplu.demo.wereld.post import Stuk
from paraplu.demo.wereld.toeval import Toeval

EERSTE_TEST, LAATSTE_TEST = 999900006, 999999990
#: Of those, kept for the families of the work: nobody of the messages of the monitor has them.
EERSTE_WERK, LAATSTE_WERK = 999991000, 999993999


def voldoet(nummer: int) -> bool:
    """Whether nine digits pass the elfproef (CS002)."""
    cijfers = [int(cijfer) for cijfer in f"{nummer:09d}"]
    som = sum(gewicht * cijfer for gewicht, cijfer in zip(range(9, 1, -1), cijfers, strict=False))
    return (som - cijfers[8]) % 11 == 0


def nummers(toeval: Toeval) -> Iterator[str]:
    """The test range in a random order; when it is used up, other numbers that begin with 9."""
    test = [n for n in range(EERSTE_TEST, LAATSTE_TEST + 1) if voldoet(n)]
    toeval.shuffle(test)
    yield from (str(nummer) for nummer in test if not EERSTE_WERK <= nummer <= LAATSTE_WERK)
    yield from (str(n) for n in range(900_000_001, EERSTE_TEST) if voldoet(n))


def werk_nummers() -> Iterator[str]:
    """The numbers of the test range for the families of the work, in their order."""
    yield from (str(n) for n in range(EERSTE_WERK, LAATSTE_WERK + 1) if voldoet(n))


class Wereld:
    """Everything that exists and was sent up to the last day that was lived."""

    def __init__(self, instelling: Instelling) -> None:
        self.instelling = instelling
        self.toeval = Toeval(f"paraplu-{instelling.seed}")
        self.land: Land = land()
        self.kinderen: list[Kind] = []
        self.trajecten: list[Traject] = []
        self.toewijzingen: list[Toewijzing] = []
        self.post: list[Stuk] = []
        #: All allocations of a child at one provider in one gemeente: a 301 names them all (OP087).
        self.samen: dict[tuple[int, str, str], list[Toewijzing]] = defaultdict(list)
        self._bsn = nummers(self.toeval)
        self._toewijzing_nummer: dict[str, int] = defaultdict(lambda: 1000)
        self._referentie: dict[str, int] = defaultdict(int)

    def maak_kind(self, *, geboren: date, gemeente: str | None = None) -> Kind:
        """A new child with an invented name and address."""
        toeval = self.toeval
        namen = lees_toml("namen")
        geslacht = toeval.choice("12")
        voornaam = toeval.choice(
            namen["voornamen_jongen" if geslacht == "1" else "voornamen_meisje"]
        )
        kind = Kind(
            nummer=len(self.kinderen),
            bsn=next(self._bsn),
            geslacht=geslacht,
            geboren=geboren,
            gemeente=gemeente or self.land.kies_gemeente(toeval),
            gi=self.land.kies_gi(toeval),
            naam=(
                voornaam,
                toeval.choice(namen["voorvoegsels"]),
                toeval.choice(namen["achternamen"]),
            ),
            adres=(
                toeval.choice(namen["straten"]),
                toeval.randint(1, 199),
                f"{toeval.randint(6500, 8299)}XX",
            ),
        )
        self.kinderen.append(kind)
        return kind

    def nummer_toewijzing(self, gemeente: str) -> int:
        """The next allocation number of this gemeente (TR332)."""
        self._toewijzing_nummer[gemeente] += self.toeval.randint(1, 3)
        return self._toewijzing_nummer[gemeente]

    def referentie(self, aanbieder: Organisatie, letter: str) -> str:
        """A reference that this provider never used before (TR314, TR347); no nine digits in a row."""
        self._referentie[aanbieder.agb] += 1
        hoog, laag = divmod(self._referentie[aanbieder.agb], 10_000)
        return f"{letter}{hoog:04d}-{laag:04d}"

    def stuur(self, stuk: Stuk) -> Stuk:
        """Put it in the post."""
        self.post.append(stuk)
        return stuk
