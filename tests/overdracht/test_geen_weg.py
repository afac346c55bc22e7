"""Whatever anybody tries, in whatever order: no measure ends without a hand-over that was accepted.

Chance chooses the acts, also those that a page would not offer, and rows written past every action.
After each of them the naive reading of the steps is asked: may this measure have ended? (R12)
"""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.db.models import QuerySet

from paraplu.casussen import actions
from paraplu.casussen.actions.einde import Reden
from paraplu.casussen.fouten import CasusFout
from paraplu.casussen.models import CasusStap, Einde, Maatregel
from paraplu.overdracht.actions import overdragen
from tests.overdracht.bouwen import Loop

pytestmark = pytest.mark.django_db
ROLLEN = ("jeugdbeschermer", "teamleider", "lokaal_team")
UITZONDERINGEN = {"overlijden", "andere_gi", "andere_maatregel"}


class Poging:
    """Somebody who tries everything; what is refused, is undone."""

    def __init__(self, zaad: int) -> None:
        self.kans = random.Random(zaad)
        self.loop = Loop()
        self.loop.begin()
        self.geeindigd = False

    def een(self) -> None:
        doe = self.kans.choice(
            (self._werk, self._werk, self._werk, self._sluit, self._eindig, self._schrijf, self._herstel)
        )  # fmt: skip
        try:
            with transaction.atomic():
                doe()
        except (CasusFout, DatabaseError, ValueError, AttributeError):
            pass

    def _open(self) -> CasusStap | None:
        return self._kies(CasusStap.objects.filter(casus=self.loop.casus, afgerond_op=None))

    def _kies(self, rijen: QuerySet) -> Any:
        """One of them, by the same chance each time; None of none."""
        alle = list(rijen.order_by("id"))
        return self.kans.choice(alle) if alle else None

    def _werk(self) -> None:
        """What belongs to the step that is open, by who does it."""
        loop = self.loop
        stap = self._open()
        if stap is None:
            loop.begin()
            return
        doen: dict[str, Callable[[], object]] = {
            "vragen": loop.vraag,
            "beschikbaar": loop.neem_over,
            "regelen": lambda: overdragen.name_overnemer(
                stap=stap, medewerker=loop.lt, by=loop.w.wie["teamleider"], on=loop.vandaag
            ),
            "gesprek": loop.bespreek,
            "aanvaarden": loop.aanvaard,
            "beeindigen": loop.beeindig,
            "opvolgen": lambda: loop.volg(volgend_op=loop.vandaag + timedelta(days=5)),
        }
        doen[stap.sleutel]()

    def _sluit(self) -> None:
        """Any outcome of the open step, whether or not anything was written down."""
        stap = self._open()
        uitkomst = self.kans.choice(sorted(stap.casus.route.uitkomsten(stap.sleutel)))
        rol = self.kans.choice(ROLLEN)
        actions.close_stap(
            stap=stap, uitkomst=uitkomst, by=self.loop.w.wie[rol], on=self.loop.vandaag,
            toelichting="zomaar",
        )  # fmt: skip

    def _eindig(self) -> None:
        """The action itself, for every intention, and the exception with an ordinary reason."""
        reden = Reden(sleutel=self.kans.choice(["volgens_plan", "opgeheven"]), toelichting="zo")
        dag, by = self.loop.vandaag, self.loop.houder
        if self.kans.random() < 0.5:
            einde = self._kies(Einde.objects.all())
            actions.end_maatregel(einde=einde, op=dag, reden=reden, by=by, on=dag)
        else:
            actions.end_by_exception(
                maatregel=self.loop.maatregel, op=dag, reden=reden, by=by, on=dag
            )

    def _schrijf(self) -> None:
        """Past every action: rows of their own making."""
        dag, reden = self.loop.vandaag, "volgens_plan"
        self.kans.choice(
            (
                lambda: Maatregel.objects.update(tot=dag, reden_einde=reden),
                lambda: Einde.objects.update(op=dag, reden=reden),
                lambda: Einde.objects.update(op=dag, reden=reden, grond="uitzondering", casus=None),
                lambda: CasusStap.objects.filter(sleutel="aanvaarden").update(uitkomst="aanvaard"),
                lambda: actions.take_back_einde(
                    einde=Einde.objects.filter(op__isnull=False).last(),
                    by=self.loop.houder, on=dag, reden="vergissing",
                ),
            )
        )()  # fmt: skip

    def _herstel(self) -> None:
        """A closed step again, which takes back what followed."""
        stap = self._kies(CasusStap.objects.exclude(afgerond_op=None))
        actions.redo_stap(stap=stap, by=self.loop.houder, on=self.loop.vandaag, reden="anders")

    def mag_geeindigd_zijn(self, maatregel: Maatregel, *, liep: bool) -> bool:
        """The naive reading: an exception says so itself; else the last answer was a yes."""
        if maatregel.tot is None or maatregel.reden_einde in UITZONDERINGEN or not liep:
            return True
        einde = Einde.objects.get(maatregel=maatregel, vervallen_op=None)
        antwoorden = [
            stap.uitkomst
            for stap in CasusStap.objects.filter(casus=einde.casus).order_by("id")
            if stap.sleutel == "aanvaarden"
        ]
        return bool(antwoorden) and antwoorden[-1] == "aanvaard"


@pytest.mark.parametrize("zaad", range(6))
def test_geen_enkele_weg_sluit_een_maatregel_zonder_aanvaarding(zaad):
    poging = Poging(zaad)
    liep = True
    for _ in range(25):
        poging.een()
        maatregel = poging.loop.maatregel_nu()
        assert poging.mag_geeindigd_zijn(maatregel, liep=liep)
        liep = maatregel.tot is None


def test_de_gewone_weg_eindigt_wel_zodat_de_proef_iets_zegt():
    poging = Poging(0)
    for _ in range(6):
        poging._werk()
    assert poging.loop.maatregel_nu().tot is not None
