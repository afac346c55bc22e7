"""What a GI does besides measures: preventive work (49), advice and costs of wards (no measure)."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Any

from paraplu.demo.wereld import feiten
from paraplu.demo.wereld.begrippen import Kind, Product, Traject
from paraplu.demo.wereld.dagen import eerste_dag, laatste_dag, maand_van, na, plus_maanden, werkdag
from paraplu.demo.wereld.land import producten
from paraplu.demo.wereld.toeval import Quotum
from paraplu.demo.wereld.wereld import Wereld


class Overig:
    """Products of 47 to 49 that are no measure; they count in the money only (P5, P61)."""

    def __init__(self, wereld: Wereld, cijfers: dict[str, Any], voogdij: list[Traject]) -> None:
        self.w = wereld
        self.voogdij = voogdij
        self.cijfers = cijfers
        self.eindigt: dict[int, list[Traject]] = defaultdict(list)
        self._quota = {naam: Quotum() for naam in ("advies", "pupil")}
        self._preventief = 0

    def leef_maand(self, maand: int) -> None:
        """End and begin preventive work; now and then advice or costs."""
        schaal = self.w.instelling.schaal
        for traject in self.eindigt.pop(maand, ()):
            assert traject.einde is not None
            feiten.eindig_levering(self.w, traject.deel, traject.einde, "31")
            if traject.soort == "preventief":
                self._preventief -= 1
        while self._preventief < round(self.cijfers["stand"] * schaal):
            self._preventief += 1
            begin = self._dag(maand)
            einde = na(begin, self.w.toeval.randint(60, 300))
            self._start(self._kind(begin), "preventief", "preventief", begin, einde)
        for _ in range(
            self._quota["advies"].neem(self.cijfers["gbm_advies_per_jaar"] * schaal / 12)
        ):
            begin = self._dag(maand)
            self._start(self._kind(begin), "eenmalig", "gbm_advies", begin, na(begin, 60))
        for _ in range(
            self._quota["pupil"].neem(self.cijfers["pupilkosten_per_jaar"] * schaal / 12)
        ):
            self._kosten(maand)

    def _kosten(self, maand: int) -> None:
        """Costs for a child under voogdij."""
        dag = eerste_dag(maand)
        onder_voogdij = [t for t in self.voogdij if t.loopt_op(dag)]
        if onder_voogdij:
            kind = self.w.toeval.choice(onder_voogdij).kind
            heeft = any(t.product.sleutel == "pupilkosten" for t in kind.trajecten)
            if not heeft:
                self._start(kind, "eenmalig", "pupilkosten", dag, na(dag, 85))

    def _kind(self, dag: date) -> Kind:
        leeftijd = self.w.toeval.uniform(3, 17)
        return self.w.maak_kind(geboren=na(dag, -round(leeftijd * 365.25)))

    def _dag(self, maand: int) -> date:
        return na(eerste_dag(maand), self.w.toeval.randint(0, laatste_dag(maand).day - 1))

    def _start(self, kind: Kind, soort: str, sleutel: str, begin: date, einde: date) -> None:
        product: Product = producten()[sleutel]
        traject = Traject(kind, soort, product, kind.gi, begin, einde, geraakt=maand_van(begin))
        kind.trajecten.append(traject)
        self.w.trajecten.append(traject)
        deel = feiten.wijs_toe(
            self.w,
            traject,
            ingang=begin,
            einde=max(na(plus_maanden(begin, 12), -1), einde),
            besloten=werkdag(na(begin, self.w.toeval.randint(0, 10))),
            verwijzer=None if soort == "preventief" else "08",
        )
        feiten.begin_levering(self.w, deel, begin)
        self.eindigt[maand_van(einde)].append(traject)
