"""How measures begin, are renewed, move and end, month by month, to the public figures."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from paraplu.demo.wereld import feiten
from paraplu.demo.wereld.begrippen import Kind, Organisatie, Product, Traject
from paraplu.demo.wereld.dagen import (
    eerste_dag,
    laatste_dag,
    maand_van,
    na,
    plus_maanden,
    verjaardag,
    werkdag,
)
from paraplu.demo.wereld.land import producten
from paraplu.demo.wereld.wereld import Wereld

#: From here on GI's have to report starts and stops too (P51).
STARTPLICHT_GI = date(2023, 4, 3)
#: Invented shares per month.
ANDERE_GI = 0.004


class Maatregelen:
    """The running measures of each group and what happens to them."""

    def __init__(self, wereld: Wereld) -> None:
        self.w = wereld
        self.lopend: dict[str, list[Traject]] = defaultdict(list)

    def begin(
        self, kind: Kind, groep: str, dag: date, *, product: Product | None = None
    ) -> Traject:
        """The court decides: a measure starts on `dag`."""
        product = product or self._eerste_product(groep)
        traject = Traject(kind, groep, product, kind.gi, dag, geraakt=maand_van(dag))
        kind.trajecten.append(traject)
        self.w.trajecten.append(traject)
        self.lopend[groep].append(traject)
        self._wijs_toe(traject, dag)
        return traject

    def _eerste_product(self, groep: str) -> Product:
        alle = producten()
        if groep == "JR":
            keuze = [p for p in alle.values() if p.groep == "JR"]
            return self.w.toeval.kies(keuze, [p.gewicht for p in keuze])
        if groep == "voogdij":
            return alle["voogdij"]
        return alle["jb_onbekend" if self.w.toeval.kans(0.01) else "ots_jaar_1"]

    def _duur(self, traject: Traject, dag: date) -> date | None:
        """The last day of an allocation that begins on `dag`."""
        toeval = self.w.toeval
        if traject.soort == "voogdij":
            return None
        if traject.soort == "JR":
            return na(plus_maanden(dag, toeval.choice((6, 12, 12, 24))), -1)
        maanden = 6 if traject.product.sleutel == "ots_jaar_1" and toeval.kans(0.3) else 12
        return na(plus_maanden(dag, maanden), -1)

    def _wijs_toe(self, traject: Traject, dag: date, *, einde: date | None = None) -> None:
        toeval = self.w.toeval
        zonder = dag < STARTPLICHT_GI and toeval.kans(traject.aanbieder.zonder_start)
        besloten = werkdag(na(dag, toeval.randint(6, 24)))
        deel = feiten.wijs_toe(
            self.w,
            traject,
            ingang=dag,
            einde=einde or self._duur(traject, dag),
            besloten=besloten,
            verwijzer="08",
            meldt=not zonder,
        )
        feiten.begin_levering(self.w, deel, dag, rustig=False)

    # -- one month ---------------------------------------------------------------------------

    def verleng(self, traject: Traject, tot: date) -> None:
        """Renew as long as the allocation ends before `tot` and the measure does not."""
        while True:
            einde = traject.deel.laatste.einde
            if einde is None or einde > tot or (traject.einde and traject.einde <= na(einde, 1)):
                return
            self._verleng_een(traject, einde)

    def _verleng_een(self, traject: Traject, einde: date) -> None:
        toeval = self.w.toeval
        volgende = na(einde, 1)
        product = traject.product
        if product.groep == "OTS" and plus_maanden(traject.begin, 12) <= volgende:
            product = producten()["ots_jaar_2"]
        zelfde = product is traject.product
        if zelfde and toeval.kans(0.75):
            nieuw = self._duur(traject, volgende)
            besloten = werkdag(na(einde, -toeval.randint(3, 20)))
            feiten.wijzig(self.w, traject.deel, besloten=besloten, einde=nieuw, reden="04")
            return
        feiten.eindig_levering(self.w, traject.deel, einde, "31")
        # A court that decides late leaves a gap; the measure itself goes on.
        gat = toeval.kies((0, toeval.randint(1, 25), toeval.randint(35, 50)), (92, 6, 2))
        traject.product = product
        self._wijs_toe(traject, na(volgende, gat))

    def eindig(self, traject: Traject, dag: date, *, reden: str | None = None) -> None:
        """The measure ends on `dag`."""
        toeval = self.w.toeval
        self.lopend[traject.soort].remove(traject)
        traject.einde = dag
        traject.geraakt = maand_van(dag)
        einde = traject.deel.laatste.einde
        if (einde is None or einde > dag) and toeval.kans(feiten.INGEKORT):
            besloten = werkdag(na(dag, toeval.randint(0, 9)))
            feiten.wijzig(self.w, traject.deel, besloten=besloten, einde=dag, reden="05")
        op_tijd = einde == dag
        gekozen = reden or ("31" if op_tijd else toeval.kies(("31", "34", "35"), (6, 3, 1)))
        feiten.eindig_levering(self.w, traject.deel, dag, gekozen)

    def kies_eindes(self, groep: str, aantal: int, maand: int) -> list[Traject]:
        """Which measures end this month: first who becomes eighteen, then by chance.

        What is due for renewal ends more often: a court decision is then needed to go on.
        """
        laatste = laatste_dag(maand)
        kandidaten = [
            t
            for t in self.lopend[groep]
            if t.geraakt < maand and t.deel.leveringen[-1].begin < eerste_dag(maand)
        ]
        vol = [t for t in kandidaten if groep != "JR" and wordt_volwassen(t.kind, maand)]
        rest = [t for t in kandidaten if t not in vol]
        gewichten = [8.0 if _loopt_af(t, laatste) else 1.0 for t in rest]
        for _ in range(max(0, min(aantal - len(vol), len(rest)))):
            gekozen = self.w.toeval.choices(range(len(rest)), gewichten)[0]
            vol.append(rest.pop(gekozen))
            gewichten.pop(gekozen)
        return vol

    def kies_dag(self, traject: Traject, maand: int) -> date:
        """The day in this month on which it ends."""
        eerste, laatste = eerste_dag(maand), laatste_dag(maand)
        begin = max(eerste, na(traject.deel.leveringen[-1].begin, 1))
        if traject.soort != "JR" and wordt_volwassen(traject.kind, maand):
            return max(begin, verjaardag(traject.kind.geboren, 18))
        einde = traject.deel.laatste.einde
        if einde and begin <= einde <= laatste:
            return einde
        return na(begin, self.w.toeval.randint(0, max(0, (laatste - begin).days)))

    def draag_over(self, traject: Traject, dag: date, gi: Organisatie, reden: str) -> None:
        """Another GI or gemeente goes on from `dag` (overdracht)."""
        oud = traject.deel
        einde = oud.laatste.einde
        vorige = na(dag, -1)
        besloten = werkdag(na(dag, -self.w.toeval.randint(0, 6)))
        feiten.wijzig(self.w, oud, besloten=besloten, einde=vorige, reden=reden)
        feiten.eindig_levering(self.w, oud, vorige, "35" if dag < feiten.EERSTE_3_2 else "38")
        traject.aanbieder = gi
        traject.geraakt = maand_van(dag)
        self._wijs_toe(traject, dag, einde=einde)

    def wissel_gi(self, maand: int) -> None:
        """A few children get another GI."""
        for groep in ("OTS", "voogdij"):
            for traject in list(self.lopend[groep]):
                if traject.geraakt < maand and self.w.toeval.kans(ANDERE_GI):
                    dag = na(eerste_dag(maand), self.w.toeval.randint(0, 27))
                    if kan_overdragen(traject, dag):
                        gi = self.w.land.kies_gi(self.w.toeval)
                        if gi is not traject.aanbieder:
                            traject.kind.gi = gi
                            self.draag_over(traject, dag, gi, "09")


def kan_overdragen(traject: Traject, dag: date) -> bool:
    """Whether the allocation holds on the day before and still a while after `dag`."""
    deel = traject.deel
    einde = deel.laatste.einde
    return (
        bool(deel.leveringen)
        and deel.leveringen[-1].einde is None
        and deel.leveringen[-1].begin < na(dag, -30)
        and (einde is None or einde > na(dag, 30))
    )


def wordt_volwassen(kind: Kind, maand: int) -> bool:
    """Whether the child becomes eighteen this month, or is so already."""
    return maand_van(verjaardag(kind.geboren, 18)) <= maand


def _loopt_af(traject: Traject, dag: date) -> bool:
    einde = traject.deel.laatste.einde
    return einde is not None and einde <= dag
