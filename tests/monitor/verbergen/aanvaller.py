"""Somebody who keeps every answer, writes down every sum, and solves what is hidden, exactly."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from paraplu.monitor import Monitor, Periode
from paraplu.monitor.verbergen import KLEIN, Kijk, Verborgen
from paraplu.monitor.verbergen.cel import GEBIED, Cel, erboven, make_cel

#: What a party may ask of others (inzage.csv): splits of everything, and within an area.
PER = ("gelderland", "regio", "gemeente", "gi", "aanbieder", "productcategorie", "soort_maatregel")
BINNEN_REGIO = ("gemeente", "gi", "soort_maatregel")
PUBLIEK = ("gelderland", "regio", "gemeente", "soort_maatregel")

BINNEN = {"gelderland": "gelderland"}
Filters = Mapping[str, str]


@dataclass
class Aanvaller:
    """What one reader has been told of one measure in one period.

    `eigen`: the part of each cell that is the reader's own, which it gets in full.
    """

    gezien: dict[Cel, int] = field(default_factory=dict)
    verborgen: set[Cel] = field(default_factory=set)
    eigen: dict[Cel, int] = field(default_factory=dict)

    @classmethod
    def vraag_alles(
        cls, monitor: Monitor, kijk: Kijk, code: str, maat: str, periode: Periode
    ) -> Aanvaller:
        """Every question that the circle may ask, and all of it within the own area."""
        zelf = cls()

        def vraag(per: str, filters: Filters, erbij: Filters) -> list[tuple[Cel, object]]:
            keuze = {**filters, **erbij}
            uitkomst = monitor.waarde(code, periode=periode, per=per, filters=keuze, kijk=kijk)
            gevonden = []
            for rij in uitkomst.rijen:
                cel = make_cel(per, rij.sleutel, filters)
                if cel is not None and (GEBIED, "buiten") not in cel:
                    gevonden.append((cel - {(GEBIED, "gelderland")}, rij.waarden[maat]))
            return gevonden

        publiek = kijk.kring == "publiek"
        vragen = [(per, BINNEN) for per in (PUBLIEK if publiek else PER)]
        for regio in ("CG", "MIJOV", "ACH"):
            per_regio = ("gemeente",) if publiek else BINNEN_REGIO
            vragen += [(per, {**BINNEN, "regio": regio}) for per in per_regio]
        for per, filters in vragen:
            for cel, waarde in vraag(per, filters, {}):
                if waarde is KLEIN:
                    zelf.verborgen.add(cel)
                elif not isinstance(waarde, Verborgen):
                    zelf.gezien[cel] = waarde
            for naam, waarde in kijk.eigen:
                if filters.get(naam, waarde) == waarde:
                    zelf.eigen.update(vraag(per, filters, {naam: waarde}))
        return zelf

    def rest(self, alles: Mapping[Cel, int]) -> dict[Cel, int]:
        """How much of each cell is another's; `alles`: what it is in full."""
        return {
            cel: alles[cel] - self.eigen.get(cel, 0)
            for cel in self.gezien.keys() | self.verborgen
            if cel in alles
        }

    @property
    def sommen(self) -> list[tuple[list[Cel], Cel]]:
        """Every total with its parts: along the areas and along each dimension."""
        delen: dict[tuple[Cel, str], list[Cel]] = defaultdict(list)
        cellen = {cel for cel, n in self.gezien.items() if n} | self.verborgen
        for cel in cellen:
            for naam, waarde in cel:
                rest = cel - {(naam, waarde)}
                boven = list(erboven(waarde)[1:]) if naam == GEBIED else [""]
                hoger = rest
                if naam == GEBIED and len(boven) > 1:
                    hoger = rest | {(GEBIED, boven[0])}
                soort = f"{naam}{len(boven)}"
                if hoger in cellen:
                    delen[hoger, soort].append(cel)
        return [(lijst, totaal) for (totaal, _soort), lijst in delen.items()]

    def opgelost(self) -> dict[Cel, Fraction]:
        """The hidden numbers that the sums fix, by elimination with fractions."""
        plek = {cel: nummer for nummer, cel in enumerate(sorted(self.verborgen, key=sorted))}
        rijen = []
        for delen, totaal in self.sommen:
            rij: dict[int, Fraction] = defaultdict(Fraction)
            rechts = Fraction(0)
            for cel, teken in [(d, 1) for d in delen] + [(totaal, -1)]:
                if cel in plek:
                    rij[plek[cel]] += teken
                else:
                    rechts -= teken * self.gezien[cel]
            rijen.append(({k: v for k, v in rij.items() if v}, rechts))
        naam = {nummer: cel for cel, nummer in plek.items()}
        return {naam[nummer]: waarde for nummer, waarde in los_op(rijen).items()}

    def klem(self) -> set[Cel]:
        """The hidden numbers of which only one value is left, when each is at least one."""
        onder = dict.fromkeys(self.verborgen, 1)
        boven: dict[Cel, float] = dict.fromkeys(self.verborgen, float("inf"))
        for _ronde in range(40):
            for delen, totaal in self.sommen:
                laag = [onder.get(c, self.gezien.get(c, 0)) for c in delen]
                hoog = [boven.get(c, self.gezien.get(c, 0)) for c in delen]
                if totaal in onder:
                    onder[totaal] = max(onder[totaal], sum(laag))
                    boven[totaal] = min(boven[totaal], sum(hoog))
                t_laag = onder.get(totaal, self.gezien.get(totaal, 0))
                t_hoog = boven.get(totaal, self.gezien.get(totaal, 0))
                for cel, mijn_laag, mijn_hoog in zip(delen, laag, hoog, strict=True):
                    if cel in onder:
                        boven[cel] = min(boven[cel], t_hoog - (sum(laag) - mijn_laag))
                        if sum(hoog) - mijn_hoog < float("inf"):
                            onder[cel] = max(onder[cel], t_laag - (sum(hoog) - mijn_hoog))
        return {cel for cel in onder if onder[cel] == boven[cel]}


def los_op(
    rijen: Iterable[tuple[dict[int, Fraction], Fraction]],
) -> dict[int, Fraction]:
    """Gauss-Jordan: the unknowns that stand alone in the end, with their value."""
    klaar: dict[int, tuple[dict[int, Fraction], Fraction]] = {}
    for begin, rechts_ in rijen:
        rij, rechts = dict(begin), rechts_
        for spil in [k for k in rij if k in klaar]:
            rij, rechts = _trek_af(rij, rechts, rij[spil], *klaar[spil])
        if not rij:
            continue
        spil = min(rij)
        deel = rij[spil]
        rij, rechts = {k: v / deel for k, v in rij.items()}, rechts / deel
        for ander, (oud, oud_rechts) in list(klaar.items()):
            if spil in oud:
                klaar[ander] = _trek_af(oud, oud_rechts, oud[spil], rij, rechts)
        klaar[spil] = (rij, rechts)
    return {spil: rechts for spil, (rij, rechts) in klaar.items() if len(rij) == 1}


def _trek_af(
    rij: dict[int, Fraction],
    rechts: Fraction,
    keer: Fraction,
    af: dict[int, Fraction],
    af_rechts: Fraction,
) -> tuple[dict[int, Fraction], Fraction]:
    uit = dict(rij)
    for plek, waarde in af.items():
        uit[plek] = uit.get(plek, Fraction(0)) - keer * waarde
    return {k: v for k, v in uit.items() if v}, rechts - keer * af_rechts
