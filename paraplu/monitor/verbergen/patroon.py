"""Which groups of which cells are hidden from a circle: made once per family and year, and kept."""

from __future__ import annotations

import json
from collections import OrderedDict, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from paraplu.monitor import waarden
from paraplu.monitor.geduld import NogNietBerekend, Ontbrekend, mag_duren
from paraplu.monitor.periode import Periode
from paraplu.monitor.referentie import BUITEN, GELDERLAND
from paraplu.monitor.verbergen.bouwen import Bouw, Cellen
from paraplu.monitor.verbergen.cel import GEBIED, Cel, drempel_van, make_cel
from paraplu.monitor.verbergen.groepen import GEHEEL, Familie, familie_van
from paraplu.monitor.verbergen.kiezen import Getallen, Vlaggen, kies
from paraplu.monitor.verbergen.nazien import zie_na
from paraplu.monitor.verbergen.stapel import (
    BREED,
    GEEN,
    NIVEAUS,
    Stapel,
    Vorm,
    Woorden,
    lees_stapel,
)
from paraplu.monitor.verbergen.teruggeven import geef_terug
from paraplu.monitor.verbergen.verborgen import Kijk
from paraplu.monitor.verbergen.vormen import perioden_van, vormen_van

if TYPE_CHECKING:
    from paraplu.monitor.geopend import Geopend, Vraag

PARTIJEN: Final = "partijen"
Drempels = tuple[tuple[str, int], ...]
#: Hidden cells per group and period, as text; and under BUITEN_CELLEN what has children outside.
Bewaard = dict[str, list[str]]
BUITEN_CELLEN: Final = "buiten|"
_GELEZEN: OrderedDict[tuple[str, str], dict[str, frozenset[str]]] = OrderedDict()
_HOOGSTENS = 64


@dataclass(frozen=True)
class Patroon:
    """What one circle does not get, in one version of the data."""

    geopend: Geopend
    kring: str
    drempels: Drempels
    binnen: Drempels

    @classmethod
    def van(cls, geopend: Geopend, kijk: Kijk) -> Patroon:
        """The pattern for this reader: the same for all readers of the circle."""
        binnen = kijk.drempels if kijk.kring == PARTIJEN else kijk.binnen
        return cls(geopend, kijk.kring, kijk.drempels, binnen)

    def weg(self, code: str, variant: str, periode: Periode, cel: Cel) -> frozenset[str]:
        """The names of the groups of this cell that are hidden; see `groepen`."""
        familie = familie_van(waarden.indicator(code), variant)
        namen = {groep.naam for lid in familie.leden for groep in lid.groepen}
        deel = _deel(familie, periode, self.kring)
        bewaard = self._lees(familie, periode.begin.year)
        gebied = dict(cel).get(GEBIED)
        sleutel = _als_tekst(cel)
        if gebied in {None, BUITEN}:
            if sleutel in bewaard.get(f"{BUITEN_CELLEN}{deel}", ()):
                return frozenset(namen)
            if gebied == BUITEN:
                return frozenset()
        return frozenset(naam for naam in namen if sleutel in bewaard.get(f"{naam}|{deel}", ()))

    def waarden_met_verborgen(
        self, code: str, variant: str, periode: Periode, per: str, filters: Mapping[str, str]
    ) -> frozenset[str]:
        """The values of `per` for which something is hidden within these filters."""
        familie = familie_van(waarden.indicator(code), variant)
        deel = _deel(familie, periode, self.kring)
        vast = _als_tekst(make_cel("alles", "", filters) or frozenset())
        gevonden = set()
        for waar, cellen in self._lees(familie, periode.begin.year).items():
            if waar.endswith(f"|{deel}") and not waar.startswith(BUITEN_CELLEN):
                for cel in cellen:
                    rest = set(cel.split("|")) - set(vast.split("|"))
                    if len(rest) == 1 and cel.count("=") == vast.count("=") + 1:
                        naam, _is, waarde = rest.pop().partition("=")
                        gevonden |= {waarde} if naam == per else set()
        return frozenset(gevonden)

    def _lees(self, familie: Familie, jaar: int) -> Mapping[str, frozenset[str]]:
        naam = self._naam(familie, jaar)
        plek = (str(self.geopend.versie.map), naam)
        if plek not in _GELEZEN:
            bewaard: Bewaard = self.geopend.onthoud(naam, lambda: self._make_or_wait(familie, jaar))
            _GELEZEN[plek] = {waar: frozenset(cellen) for waar, cellen in bewaard.items()}
            while len(_GELEZEN) > _HOOGSTENS:
                _GELEZEN.popitem(last=False)
        return _GELEZEN[plek]

    def _make_or_wait(self, familie: Familie, jaar: int) -> Bewaard:
        if not mag_duren(self.geopend.opslag.aantal_regels()):
            lid = familie.leden[0]
            raise NogNietBerekend(
                Ontbrekend(code=lid.code, variant=lid.variant, jaar=jaar, kring=self.kring)
            )
        return self._maak(familie, jaar)

    def _naam(self, familie: Familie, jaar: int, soort: str = "patroon") -> str:
        delen = [soort, familie.naam, jaar, self.kring, self.drempels, self.binnen]
        return soort + sha256(json.dumps(delen).encode()).hexdigest()[:24]

    def _maak(self, familie: Familie, jaar: int) -> Bewaard:
        woorden = Woorden()
        bouw = self._bouw(familie, vormen_van(self.kring), woorden)
        buiten: Bewaard = {}
        for periode in _perioden(familie, jaar, self.kring):
            for nummer, stapel in enumerate(self._stapels(familie, periode, woorden)):
                bouw.voeg_toe(nummer, periode.naam, stapel)
                cellen = _cellen_buiten(stapel, bouw.vormen, woorden)
                waar = f"{BUITEN_CELLEN}{periode.naam}"
                buiten[waar] = sorted({*buiten.get(waar, ()), *cellen})
        erbij = self._erbij(familie, jaar)
        stelsel, cellen_ = bouw.maak(_als_sleutels(erbij, woorden))
        weg = geef_terug(stelsel, zie_na(stelsel, kies(stelsel)))
        bewaard = _bewaar(weg, cellen_, woorden)
        for waar, cellen_van in erbij.items():  # also where this family counts nothing
            bewaard[waar] = sorted({*bewaard.get(waar, ()), *cellen_van})
        return {**bewaard, **buiten}

    def _erbij(self, familie: Familie, jaar: int) -> Bewaard:
        """Cells that are hidden anyhow, by group and period."""
        uit: dict[str, set[str]] = defaultdict(set)
        if self.kring != PARTIJEN:
            self._ook_binnen(familie, jaar, uit)
        if familie.tussen is not None:
            for periode in _perioden(familie, jaar, self.kring):
                for stand in (periode, periode.vorige()):
                    deel = _deel(familie.tussen, stand, self.kring)
                    bewaard = self._lees(familie.tussen, stand.begin.year)
                    uit[f"{GEHEEL}|{periode.naam}"] |= bewaard.get(f"{GEHEEL}|{deel}", frozenset())
        return {waar: sorted(cellen) for waar, cellen in uit.items() if cellen}

    def _ook_binnen(self, familie: Familie, jaar: int, uit: dict[str, set[str]]) -> None:
        """What the parties do not see of each other nobody outside sees."""
        binnen = Patroon(self.geopend, PARTIJEN, self.binnen, self.binnen)
        vormen = {_dimensies(vorm) for vorm in vormen_van(self.kring)}
        deel = _deel(familie, Periode.jaar(jaar), PARTIJEN)
        for waar, cellen in binnen._lees(familie, jaar).items():
            groep, _streep, periode = waar.partition("|")
            if periode == deel and not waar.startswith(BUITEN_CELLEN):
                uit[f"{groep}|{jaar:04d}"] |= {cel for cel in cellen if _soorten(cel) in vormen}

    def _bouw(self, familie: Familie, vormen: tuple[Vorm, ...], woorden: Woorden) -> Bouw:
        def drempel(gebied: str | None) -> int:
            return drempel_van(frozenset({(GEBIED, gebied)} if gebied else ()), self.drempels)

        return Bouw(familie, vormen, drempel, woorden, met_partijen=self.kring == PARTIJEN)

    def _stapels(self, familie: Familie, periode: Periode, woorden: Woorden) -> list[Stapel]:
        return [
            lees_stapel(
                self.geopend,
                _vraag(self.geopend, lid.code, lid.variant, periode),
                lid.groepen,
                woorden,
            )
            for lid in familie.leden
        ]


def _vraag(geopend: Geopend, code: str, variant: str, periode: Periode) -> Vraag:
    from paraplu.monitor.geopend import Vraag  # noqa: PLC0415 - it imports what a figure is

    return Vraag(
        indicator=waarden.indicator(code), variant=variant, periode=periode, per="alles", filters={}
    )


def _perioden(familie: Familie, jaar: int, kring: str) -> list[Periode]:
    """The year and its quarters, as far as the circle may ask for them and they are not the same."""
    kwartalen = [Periode.kwartaal(jaar, nummer) for nummer in range(1, 5)]
    if familie.jaarcijfer or "kwartaal" not in perioden_van(kring):
        return [Periode.jaar(jaar)]
    return kwartalen if familie.stand else [Periode.jaar(jaar), *kwartalen]


def _deel(familie: Familie, periode: Periode, kring: str) -> str:
    """The period under which the cells of `periode` are kept."""
    if familie.jaarcijfer:
        return f"{periode.begin.year:04d}"
    if familie.stand and periode.soort == "jaar" and "kwartaal" in perioden_van(kring):
        return Periode.kwartaal(periode.begin.year, 4).naam
    return periode.naam


def _bewaar(weg: Vlaggen, cellen: Cellen, woorden: Woorden) -> Bewaard:
    namen = {nummer: paar for paar, nummer in woorden.nummers.items()}
    uit: Bewaard = {}
    for (groep, periode), sleutels in cellen.sleutels.items():
        begin = cellen.begin[groep, periode]
        hier = sleutels[weg[begin : begin + len(sleutels)]]
        if len(hier):
            uit[f"{groep}|{periode}"] = sorted(_tekst_van(int(s), namen) for s in hier)
    return uit


def _tekst_van(sleutel: int, namen: Mapping[int, tuple[str, str]]) -> str:
    items = [item for item in divmod(sleutel, BREED) if item != GEEN]
    return "|".join(sorted("=".join(namen[item]) for item in items))


def _als_tekst(cel: Cel) -> str:
    return "|".join(
        sorted(f"{naam}={waarde}" for naam, waarde in cel if waarde not in {GELDERLAND, BUITEN})
    )


def _uit_tekst(tekst: str) -> Sequence[tuple[str, str]]:
    paren: list[Any] = [deel.split("=", 1) for deel in tekst.split("|") if deel]
    return [(naam, waarde) for naam, waarde in paren]


def _cellen_buiten(stapel: Stapel, vormen: Sequence[Vorm], woorden: Woorden) -> set[str]:
    """The cells, whatever their area, with children outside Gelderland."""
    namen = {nummer: paar for paar, nummer in woorden.nummers.items()}
    if stapel.buiten is None:
        return set()
    return {
        _tekst_van(int(sleutel), namen)
        for vorm in vormen
        if not vorm & {"regio", "gemeente"}
        for sleutel in np.unique(stapel.buiten.cellen(vorm))
    }


def _als_sleutels(bewaard: Bewaard, woorden: Woorden) -> dict[tuple[str, str], Getallen]:
    uit = {}
    for waar, cellen in bewaard.items():
        groep, _streep, periode = waar.partition("|")
        sleutels = [woorden.sleutel(_uit_tekst(cel)) for cel in cellen]
        gevonden = [sleutel for sleutel in sleutels if sleutel is not None]
        uit[groep, periode] = np.array(sorted(gevonden), np.int64)
    return uit


def _soorten(cel: str) -> frozenset[str]:
    """The dimensions of a cell, with `gebied` for each level of it."""
    return frozenset(deel.partition("=")[0] for deel in cel.split("|") if deel)


def _dimensies(vorm: Vorm) -> frozenset[str]:
    return frozenset(GEBIED if naam in NIVEAUS else naam for naam in vorm)
