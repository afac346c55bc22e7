"""A message that care stopped (307) does not end a measure: a person does, after the hand-over (R12)."""

from __future__ import annotations

import pytest

from paraplu.aanmelden.berichtenpost.duiden import STOP_GEMELD, Betekenis
from paraplu.aanmelden.berichtenpost.verwerken import record_stop
from paraplu.aanmelden.models import Toewijzing
from paraplu.casussen.actions import fix_document
from tests.casussen.bouwen import BEGIN
from tests.overdracht.bouwen import Loop

pytestmark = pytest.mark.django_db
#: JZ588: died, as planned, started by the gemeente.
REDENEN = ("02", "31", "36")


@pytest.mark.parametrize("reden", REDENEN)
def test_een_stopbericht_over_de_maatregel_beeindigt_haar_niet(loop: Loop, reden):
    casus = loop.w.casus(maatregel=loop.maatregel)
    bepaling = fix_document(casus=casus, soort="bepaling", inhoud={}, by=loop.houder, on=BEGIN)
    toewijzing = Toewijzing.objects.create(
        casus=casus, bepaling=bepaling, aanbieder=loop.w.gi, productcategorie="48",
        productcode="48A01", ingangsdatum=BEGIN, gecodeerd_op=BEGIN, nummer=1,
        toegewezen_op=BEGIN, gestart_op=BEGIN,
    )  # fmt: skip
    record_stop(
        betekenis=Betekenis(
            soort=STOP_GEMELD, berichtsoort="JW307", gemeente="0228", aanbieder="90000001",
            dagtekening=loop.vandaag, toewijzing_nummer=1, datum=loop.vandaag, reden=reden,
        ),
        casus=casus,
        on=loop.vandaag,
    )  # fmt: skip
    toewijzing.refresh_from_db()
    assert toewijzing.gestopt_op == loop.vandaag
    assert loop.maatregel_nu().tot is None
    assert loop.maatregel.eindes.count() == 0
