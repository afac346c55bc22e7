"""From counted rows to the numbers, cells and sums of a family over a year."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from paraplu.monitor.tellen import ONBEKEND
from paraplu.monitor.verbergen.groepen import GEHEEL, Familie, Groep, Lid
from paraplu.monitor.verbergen.kiezen import NIEMAND, Getallen, Stelsel, Vlaggen
from paraplu.monitor.verbergen.stapel import BREED, Stapel, Vorm, Woorden
from paraplu.monitor.verbergen.vormen import gelijke_delen, optellingen

#: Who knows one item: a gemeente and its region, or an organisation.
PARTIJEN = ("gemeente", "regio", "gi", "aanbieder")
#: Of a cell in which this many thresholds of children are another's, a party's own part gives nothing.
RUIM = 3


LEEG = np.zeros(0, np.int64)
#: Place of a cell or number, party, and how much of it is that party's own.
Delen = tuple[Getallen, Getallen, Getallen]


@dataclass
class Telling:
    """The cells of one group of one reading in one period, with their children.

    `rest`: what is left of a larger group; it is hidden with the group itself and never shown.
    """

    lid: int
    groep: str
    periode: str
    sleutels: Getallen
    aantallen: Getallen
    klein: Vlaggen
    rest: str | None = None
    eigen: Delen = (LEEG, LEEG, LEEG)
    begin: int = 0

    def zoek(self, sleutels: Getallen) -> Getallen:
        """The numbers of these cells in the whole; -1 for a cell without children."""
        if not len(self.sleutels):
            return np.full(len(sleutels), -1, np.int64)
        plaats = np.minimum(np.searchsorted(self.sleutels, sleutels), len(self.sleutels) - 1)
        return np.where(self.sleutels[plaats] == sleutels, self.begin + plaats, -1)


@dataclass
class Bouw:
    """A family over a year in the making."""

    familie: Familie
    vormen: tuple[Vorm, ...]
    drempel_van: Callable[[str | None], int]
    woorden: Woorden
    met_partijen: bool
    tellingen: list[Telling] = field(default_factory=list)
    #: Per reading and period: for each adding up the cells below and the cells above.
    onder_boven: dict[tuple[int, str], list[tuple[Getallen, Getallen]]] = field(
        default_factory=dict
    )
    #: The same for what is equal: sum, cell and side, see `gelijke_delen`.
    gelijk: dict[tuple[int, str], list[tuple[Getallen, Getallen, Getallen]]] = field(
        default_factory=dict
    )
    _sommen: list[tuple[Getallen, Getallen, Getallen]] = field(default_factory=list)
    _aantal_sommen: int = 0
    _nummers: dict[str, int] = field(default_factory=dict)

    def voeg_toe(self, lid: int, periode: str, stapel: Stapel) -> None:
        """The rows of one reading in one period."""
        self.onder_boven[lid, periode] = [
            _verband(stapel.cellen(onder), stapel.cellen(boven))
            for onder, boven in optellingen(self.vormen)
        ]
        self.gelijk[lid, periode] = list(gelijke_delen(stapel, self.vormen))
        for groep in self.familie.leden[lid].groepen:
            deel = stapel.alleen(stapel.groepen[groep.naam])
            self.tellingen.append(self._tel(lid, groep.naam, periode, deel))

    def _tel(self, lid: int, groep: str, periode: str, stapel: Stapel) -> Telling:
        gevonden = [stapel.tel(stapel.cellen(vorm)) for vorm in self.vormen]
        sleutels, eerste = np.unique(np.concatenate([s for s, _ in gevonden]), return_index=True)
        aantallen = np.concatenate([a for _, a in gevonden])[eerste]
        eigen = self._eigen(stapel, sleutels) if self.met_partijen else (LEEG, LEEG, LEEG)
        klein = self._klein(sleutels, aantallen, eigen)
        return Telling(lid, groep, periode, sleutels, aantallen, klein, eigen=eigen)

    def _klein(self, sleutels: Getallen, aantallen: Getallen, eigen: Delen) -> Vlaggen:
        """Cells of few children, or of few once some party has taken out its own."""
        drempels = self.drempels(sleutels)
        klein: Vlaggen = aantallen < drempels
        plek, _partij, deel = eigen
        rest = aantallen[plek] - deel
        klein[plek[(rest > 0) & (rest < drempels[plek])]] = True
        return klein

    def _eigen(self, stapel: Stapel, sleutels: Getallen) -> Delen:
        """How many of the children of each cell are whose own."""
        uit = []
        partij_van = self._partij_van_items()
        for vorm in self.vormen:
            plaats = np.searchsorted(sleutels, stapel.cellen(vorm))
            for dimensie in PARTIJEN:
                paar, deel = stapel.tel(plaats * BREED + stapel.items[dimensie])
                partij = partij_van[paar % BREED]
                hier = partij != NIEMAND
                uit.append((paar[hier] // BREED, partij[hier], deel[hier]))
        return _per_paar(*(np.concatenate(kolom) for kolom in zip(*uit, strict=True)))

    def _partij_van_items(self) -> Getallen:
        """The party that an item stands for; a GI is the same as GI and as provider."""
        uit = np.full(len(self.woorden.nummers) + 1, NIEMAND, np.int64)
        for (soort, waarde), item in self.woorden.nummers.items():
            if soort in {"gebied", "gi", "aanbieder"} and waarde != ONBEKEND:
                uit[item] = self._nummers.setdefault(waarde, len(self._nummers))
        return uit

    def drempels(self, sleutels: Getallen) -> Getallen:
        """The threshold of each cell."""
        per_item = np.full(len(self.woorden.nummers) + 1, self.drempel_van(None), np.int64)
        is_gebied = np.zeros(len(per_item), bool)
        for (soort, waarde), item in self.woorden.nummers.items():
            if soort == "gebied":
                per_item[item], is_gebied[item] = self.drempel_van(waarde), True
        laag, hoog = sleutels // BREED, sleutels % BREED
        gebied = np.where(is_gebied[laag], laag, np.where(is_gebied[hoog], hoog, 0))
        return per_item[gebied]

    def maak(self, forced: Mapping[tuple[str, str], Getallen]) -> tuple[Stelsel, Cellen]:
        """The whole; `forced`: cells that are hidden anyhow, per group and period."""
        self._resten()
        begin = 0
        for telling in self.tellingen:
            telling.begin = begin
            begin += len(telling.sleutels)
        cellen = Cellen.van(self.tellingen)
        for telling in self.tellingen:
            self._opgeteld(telling)
        for nummer in range(len(self.familie.leden)):
            self._verdeeld(nummer)
        self._door_het_jaar()
        return self._stelsel(cellen, forced), cellen

    def _resten(self) -> None:
        """What is left of each larger group, as a group that nobody is shown."""
        per_naam = {(t.groep, t.periode): t for t in self.tellingen}
        per_lid = {(t.lid, t.groep, t.periode): t for t in self.tellingen}
        for telling in list(self.tellingen):
            for groter in _groep(self.familie.leden[telling.lid], telling.groep).binnen:
                ander = per_lid.get((telling.lid, groter, telling.periode))
                ander = ander or per_naam.get((groter, telling.periode))
                if ander is not None:
                    self.tellingen.append(self._rest(telling, ander))

    def _rest(self, telling: Telling, ander: Telling) -> Telling:
        sleutels = np.union1d(telling.sleutels, ander.sleutels)
        verschil = np.abs(_aantal_bij(ander, sleutels) - _aantal_bij(telling, sleutels))
        over = verschil > 0
        eigen = _verschil_van_delen(telling, ander, sleutels, over)
        sleutels, verschil = sleutels[over], verschil[over]
        klein = self._klein(sleutels, verschil, eigen)
        return Telling(
            telling.lid,
            telling.groep,
            telling.periode,
            sleutels,
            verschil,
            klein,
            ander.groep,
            eigen,
        )

    def _opgeteld(self, telling: Telling) -> None:
        """Every total of a table with its parts."""
        for onder, boven in self.onder_boven[telling.lid, telling.periode]:
            deel = telling.zoek(onder)
            hier = (deel >= 0) & (telling.zoek(boven) >= 0)
            if hier.any():
                self._som(telling.zoek(boven)[hier], deel[hier])

        for som, sleutels, teken in self.gelijk[telling.lid, telling.periode]:
            getal = telling.zoek(sleutels)
            hier = getal >= 0
            if hier.any():
                welke, plek = np.unique(som[hier], return_inverse=True)
                self._sommen.append((self._aantal_sommen + plek, getal[hier], teken[hier]))
                self._aantal_sommen += len(welke)

    def _verdeeld(self, nummer: int) -> None:
        """A group and what is left of the one around it, cell by cell."""
        for periode in {t.periode for t in self.tellingen}:
            bij = [t for t in self.tellingen if (t.lid, t.periode) == (nummer, periode)]
            zelf = {t.groep: t for t in bij if t.rest is None}
            for rest in (t for t in bij if t.rest in zelf):
                een, ander = zelf[rest.groep], zelf[str(rest.rest)]
                if een.aantallen.sum() > ander.aantallen.sum():
                    een, ander = ander, een
                self._cel_voor_cel(ander, [een, rest])

    def _door_het_jaar(self) -> None:
        """The quarters make the year; where only one has children, it is the year in any case."""
        for jaar in [t for t in self.tellingen if "-" not in t.periode]:
            delen = [
                t
                for t in self.tellingen
                if (t.lid, t.groep, t.rest) == (jaar.lid, jaar.groep, jaar.rest) and t is not jaar
            ]
            if delen:
                self._cel_voor_cel(jaar, delen, hoogstens=None if self.familie.telt_op else 1)

    def _cel_voor_cel(
        self, geheel: Telling, delen: Sequence[Telling], *, hoogstens: int | None = None
    ) -> None:
        plaatsen = np.array([deel.zoek(geheel.sleutels) for deel in delen])
        rij, kolom = np.nonzero(plaatsen >= 0)
        boven = geheel.begin + kolom
        if hoogstens is not None:
            hier = np.bincount(kolom, minlength=len(geheel.sleutels))[kolom] <= hoogstens
            rij, kolom, boven = rij[hier], kolom[hier], boven[hier]
        if len(boven):
            self._som(boven, plaatsen[rij, kolom])

    def _som(self, boven: Getallen, onder: Getallen) -> None:
        """Sums: each number of `onder` is a part of the number of `boven` beside it."""
        totalen, som = np.unique(boven, return_inverse=True)
        self._sommen.append(
            (
                self._aantal_sommen + np.concatenate([som, np.arange(len(totalen))]),
                np.concatenate([onder, totalen]),
                np.concatenate([np.ones(len(onder), np.int64), -np.ones(len(totalen), np.int64)]),
            )
        )
        self._aantal_sommen += len(totalen)

    def _stelsel(self, cellen: Cellen, forced: Mapping[tuple[str, str], Getallen]) -> Stelsel:
        aantal = np.concatenate([t.aantallen for t in self.tellingen])
        som, getal, teken = (
            np.concatenate([deel[plek] for deel in self._sommen] or [np.zeros(0, np.int64)])
            for plek in range(3)
        )
        volgorde = np.argsort(som, kind="stable")
        som, getal, teken = som[volgorde], getal[volgorde], teken[volgorde]
        klein = np.zeros(cellen.hoeveel, bool)
        klein[cellen.cel[np.concatenate([t.klein for t in self.tellingen])]] = True
        streng = np.zeros(cellen.hoeveel, bool)
        for waar, sleutels in forced.items():
            if waar in cellen.sleutels:
                streng[cellen.zoek(waar, sleutels)] = True
        klein |= streng
        drempel = np.zeros(self._aantal_sommen, np.int64)
        np.maximum.at(drempel, som, self.drempels(cellen.alle)[cellen.cel[getal]])
        duur = np.zeros(cellen.hoeveel, np.int64)
        np.maximum.at(duur, cellen.cel, aantal)
        duur *= cellen.gewicht()
        onder, boven = self._hoort_onder(cellen)
        return Stelsel(
            aantal=aantal,
            cel=cellen.cel,
            som=som,
            getal=getal,
            teken=teken,
            drempel=drempel,
            klein=klein,
            eigen=self._van_partijen(),
            duur=duur,
            streng=streng | self.familie.stand,  # a flow gives the next stock away
            onder=onder,
            boven=boven,
        )

    def _hoort_onder(self, cellen: Cellen) -> tuple[Getallen, Getallen]:
        """Cells of a group and of the group around it."""
        onder, boven = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
        for lid in self.familie.leden:
            for groep in lid.groepen:
                for groter in groep.binnen:
                    for periode in {periode for _g, periode in cellen.sleutels}:
                        klein, groot = (groep.naam, periode), (groter, periode)
                        if klein in cellen.sleutels and groot in cellen.sleutels:
                            samen = np.intersect1d(cellen.sleutels[klein], cellen.sleutels[groot])
                            onder.append(cellen.zoek(klein, samen))
                            boven.append(cellen.zoek(groot, samen))
        return np.concatenate(onder), np.concatenate(boven)

    def _van_partijen(self) -> Delen:
        """Number, party and the party's part, of all counts together.

        Who has next to nothing of a number learns nothing from that.
        """
        uit = [(LEEG, LEEG, LEEG)]
        for telling in self.tellingen:
            plek, partij, deel = telling.eigen
            hier = telling.aantallen[plek] - deel < RUIM * self.drempel_van(None)
            uit.append((telling.begin + plek[hier], partij[hier], deel[hier]))
        getal, partij, deel = (np.concatenate(kolom) for kolom in zip(*uit, strict=True))
        return getal, partij, deel


@dataclass
class Cellen:
    """What is hidden or shown as one: a cell of a group in a period, over all readings of a family."""

    sleutels: dict[tuple[str, str], Getallen]
    begin: dict[tuple[str, str], int]
    cel: Getallen
    alle: Getallen

    @classmethod
    def van(cls, tellingen: Sequence[Telling]) -> Cellen:
        """The cells of these counts."""
        sleutels: dict[tuple[str, str], Getallen] = {}
        for telling in tellingen:
            waar = (telling.groep, telling.periode)
            eerder = sleutels.get(waar, telling.sleutels)
            sleutels[waar] = np.union1d(eerder, telling.sleutels)
        begin, teller = {}, 0
        for waar, lijst in sleutels.items():
            begin[waar] = teller
            teller += len(lijst)
        alle = np.concatenate(list(sleutels.values()))
        uit = cls(sleutels, begin, np.zeros(0, np.int64), alle)
        uit.cel = np.concatenate([uit.zoek((t.groep, t.periode), t.sleutels) for t in tellingen])
        return uit

    @property
    def hoeveel(self) -> int:
        return len(self.alle)

    def gewicht(self) -> Getallen:
        """How much more a cell is worth than one of a table of two dimensions in a quarter."""
        per_waar = [
            np.full(len(sleutels), (1 if "-" in periode else 2) * (2 if groep == GEHEEL else 1))
            for (groep, periode), sleutels in self.sleutels.items()
        ]
        heel = np.where(self.alle == 0, 1000, np.where(self.alle < BREED, 20, 1))
        return np.concatenate(per_waar) * heel

    def zoek(self, waar: tuple[str, str], sleutels: Getallen) -> Getallen:
        """The numbers of the cells with these keys, as far as they are there."""
        lijst = self.sleutels[waar]
        hier = sleutels[np.isin(sleutels, lijst)]
        gevonden: Getallen = self.begin[waar] + np.searchsorted(lijst, hier)
        return gevonden


def _verband(onder: Getallen, boven: Getallen) -> tuple[Getallen, Getallen]:
    """Which cell lies in which, once; a cell that is its own total says nothing."""
    cellen, eerste = np.unique(onder, return_index=True)
    erin = boven[eerste]
    anders = cellen != erin
    return cellen[anders], erin[anders]


def _groep(lid: Lid, naam: str) -> Groep:
    return next(groep for groep in lid.groepen if groep.naam == naam)


def _aantal_bij(telling: Telling, sleutels: Getallen) -> Getallen:
    if not len(telling.sleutels):
        return np.zeros(len(sleutels), np.int64)
    plaats = np.minimum(np.searchsorted(telling.sleutels, sleutels), len(telling.sleutels) - 1)
    return np.where(telling.sleutels[plaats] == sleutels, telling.aantallen[plaats], 0)


def _per_paar(plek: Getallen, partij: Getallen, deel: Getallen) -> Delen:
    """One part for each place and party: the largest, since a GI is a provider as well."""
    hoeveel = int(partij.max(initial=0)) + 1
    volgorde = np.lexsort((-deel, plek * hoeveel + partij))
    paren, eerste = np.unique((plek * hoeveel + partij)[volgorde], return_index=True)
    return paren // hoeveel, paren % hoeveel, deel[volgorde][eerste]


def _verschil_van_delen(
    telling: Telling, ander: Telling, sleutels: Getallen, over: Vlaggen
) -> Delen:
    """Whose own is what is left of a group; `over`: the cells of `sleutels` where something is."""
    paren, delen = [], []
    for bij, teken in ((telling, 1), (ander, -1)):
        plek, partij, deel = bij.eigen
        paren.append(np.searchsorted(sleutels, bij.sleutels[plek]) * BREED + partij)
        delen.append(teken * deel)
    samen, waar = np.unique(np.concatenate(paren), return_inverse=True)
    rest = np.zeros(len(samen), np.int64)
    np.add.at(rest, waar, np.concatenate(delen))
    plek, partij = samen // BREED, samen % BREED
    nieuw = np.cumsum(over) - 1
    return nieuw[plek][over[plek]], partij[over[plek]], np.abs(rest)[over[plek]]
