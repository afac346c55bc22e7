"""Help that goes another way: refused, never begun, or task-oriented without an allocation."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from paraplu.demo.wereld import feiten
from paraplu.demo.wereld.begrippen import Kind, Product, Toewijzing, Traject, Versie, Zending
from paraplu.demo.wereld.dagen import maand_van, na, plus_maanden, werkdag
from paraplu.demo.wereld.land import producten, regio_van
from paraplu.demo.wereld.post import Stuk
from paraplu.demo.wereld.wereld import Wereld

#: Invented shares of new help.
NOOIT_BEGONNEN = 0.03
AFGEWEZEN = 0.015
TAAKGERICHT = 0.02
#: The region that buys a little help per task (invented).
REGIO_TAAKGERICHT = "MIJOV"


class Anders:
    """Exceptions that a monitor must not count as help, or count apart."""

    def __init__(self, wereld: Wereld) -> None:
        self.w = wereld
        self._eindigt: dict[int, list[Traject]] = defaultdict(list)

    def leef_maand(self, maand: int) -> None:
        """End the task-oriented help that is due."""
        for traject in self._eindigt.pop(maand, ()):
            assert traject.einde is not None
            feiten.eindig_levering(self.w, traject.deel, traject.einde, "31")

    def probeer(self, groep: int, dag: date) -> None:
        """Beside a child that gets help this month, now and then one that goes another way."""
        toeval = self.w.toeval
        if groep == feiten.CRISIS:
            return
        if toeval.kans(NOOIT_BEGONNEN):
            self._nooit_begonnen(groep, dag)
        if toeval.kans(AFGEWEZEN):
            self._afgewezen(groep, dag)
        if groep == 1 and toeval.kans(TAAKGERICHT):
            self._taakgericht(dag)

    def _traject(self, kind: Kind, groep: int, dag: date) -> Traject:
        product = self.w.land.kies_product(self.w.toeval, groep)
        if not product.frequentie:  # a budget goes its own way
            product = producten()["amb_uur"]
        aanbieder = self.w.land.kies_aanbieder(self.w.toeval, kind.gemeente, groep)
        return Traject(kind, "hulp", product, aanbieder, dag, dag, geraakt=maand_van(dag))

    def _kind(self, dag: date) -> Kind:
        leeftijd = self.w.toeval.uniform(2, 17)
        return self.w.maak_kind(geboren=na(dag, -round(leeftijd * 365.25)))

    def _nooit_begonnen(self, groep: int, dag: date) -> None:
        """Allocated, never begun, and later withdrawn: shortened, or 13 in the newer release."""
        toeval = self.w.toeval
        kind = self._kind(dag)
        traject = self._traject(kind, groep, dag)
        kind.trajecten.append(traject)
        besloten = werkdag(dag)
        einde = na(plus_maanden(besloten, 12), -1)
        deel = feiten.wijs_toe(
            self.w, traject, ingang=dag, einde=einde, besloten=besloten, verwijzer=None
        )
        later = werkdag(na(besloten, toeval.randint(40, 130)))
        if later >= feiten.EERSTE_3_2:
            feiten.wijzig(self.w, deel, besloten=later, einde=dag, reden="13")
        else:
            feiten.wijzig(self.w, deel, besloten=later, einde=later, reden="05")

    def _afgewezen(self, groep: int, dag: date) -> None:
        """A request that the gemeente turns down (319); there is no allocation."""
        if dag < feiten.EERSTE_3_2:
            return
        toeval = self.w.toeval
        kind = self._kind(dag)
        traject = self._traject(kind, groep, dag)
        gevraagd = werkdag(dag)
        verzoek = feiten.vraag_aan(self.w, traject, dag=gevraagd, verwijzer="02")
        verzoek.afgewezen_op = werkdag(na(gevraagd, toeval.randint(2, 5)))
        wens = self._wens(traject, gevraagd)
        for soort, op, code in (("315", gevraagd, "0200"), ("319", verzoek.afgewezen_op, "4")):
            self.w.stuur(
                Stuk(
                    dag=op,
                    soort=soort,
                    gemeente=kind.gemeente,
                    aanbieder=traject.aanbieder,
                    kind=kind,
                    toewijzing=wens,
                    verzoek=verzoek,
                    code=code,
                )
            )

    def _wens(self, traject: Traject, dag: date) -> Toewijzing:
        """What was asked for; it is no allocation of the world."""
        einde = na(plus_maanden(dag, 6), -1)
        versie = Versie(dag, "12:00:00", dag, einde, traject.product.volume or 1, None, None)
        versie.zendingen = [Zending(dag)]
        return Toewijzing(
            nummer=0,
            beschikking=0,
            traject=traject,
            gemeente=traject.kind.gemeente,
            aanbieder=traject.aanbieder,
            product=traject.product,
            aspecifiek=False,
            verzoek=None,
            meldt=False,
            versies=[versie],
        )

    def _taakgericht(self, dag: date) -> None:
        """Only a start and a stop, without a number; paid outside the declarations."""
        kind = self._kind(dag)
        if regio_van(kind.gemeente) != REGIO_TAAKGERICHT:
            return
        traject = self._traject(kind, 1, dag)
        traject.einde = na(dag, self.w.toeval.randint(30, 200))
        kind.trajecten.append(traject)
        product: Product = traject.product
        deel = Toewijzing(
            nummer=0,
            beschikking=0,
            traject=traject,
            gemeente=kind.gemeente,
            aanbieder=traject.aanbieder,
            product=product,
            aspecifiek=False,
            verzoek=None,
            meldt=True,
            taakgericht=True,
        )
        traject.delen.append(deel)
        self.w.toewijzingen.append(deel)
        feiten.begin_levering(self.w, deel, dag)
        self._eindigt[maand_van(traject.einde)].append(traject)
