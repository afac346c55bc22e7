"""Een jaar onder twee normen: gehaald, niet gehaald, of waarom dat niet te zeggen is (R205, R218)."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace
from decimal import Decimal

import pytest

from paraplu.afspraken.normen import Normwaarde, find_norm
from paraplu.monitor.verbergen import KLEIN
from paraplu.vooruit import opdrachten
from paraplu.vooruit.lezen.norm import weigh

NU = find_norm("V2a")
#: Three percent less each year in the place of five, and from the first year on without an end.
VOORSTEL = replace(NU, waarden=(Normwaarde(vanaf=NU.waarden[0].vanaf, waarde=Decimal(-3)),))

#: year, measured, the year before → limit and status now, and under the proposal.
TABEL = [
    (2022, 190, 200, 190.0, "gehaald", 194.0, "gehaald"),
    (2022, 193, 200, 190.0, "niet gehaald", 194.0, "gehaald"),
    (2022, 195, 200, 190.0, "niet gehaald", 194.0, "niet gehaald"),
    (2022, None, 200, 190.0, "nog niet bekend", 194.0, "nog niet bekend"),
    (2022, 190, None, None, "nog niet bekend", None, "nog niet bekend"),
    (2021, 190, 200, None, "geen norm", None, "geen norm"),
    (2024, 193, 200, None, "geen norm", 194.0, "gehaald"),
]


@pytest.mark.parametrize(("jaar", "gemeten", "vorige", *"abcd"), TABEL)
def test_een_jaar_onder_beide_normen(jaar, gemeten, vorige, a, b, c, d):
    nu, voorstel = (weigh(norm, jaar, gemeten, vorige) for norm in (NU, VOORSTEL))
    assert (nu.grens, nu.oordeel) == (a, b)
    assert (voorstel.grens, voorstel.oordeel) == (c, d)


def test_een_verborgen_vorig_jaar_verbergt_wat_de_norm_vraagt():
    toets = weigh(NU, 2022, 190, KLEIN)
    assert toets.grens is KLEIN
    assert toets.oordeel == "verborgen"


def test_een_verborgen_jaar_heeft_geen_stand():
    assert weigh(NU, 2022, KLEIN, 200).oordeel == "verborgen"


@pytest.mark.parametrize("waarde", ["NaN", "veel", "1e400", "-101"])
def test_een_norm_die_geen_getal_is_geeft_een_zin(waarde):
    with pytest.raises(opdrachten.KanNiet, match="geen getal van -100"):
        opdrachten.show_norm(Namespace(onderwerp="instroom", waarde=waarde))
