"""CS002: een BSN voldoet aan de elfproef."""

from __future__ import annotations

import pytest

from paraplu.berichten.regels.register import regel
from tests.berichten.regels.voorbeeld import ANDER_BSN, bevindingen, codes, houdt, startbericht


def test_een_bsn_dat_klopt_mag():
    houdt(startbericht(Bsn=ANDER_BSN))


@pytest.mark.parametrize("bsn", ["999900007", "000000000"])
def test_een_bsn_dat_niet_klopt_kost_de_regels_van_deze_jeugdige(bsn):
    (bevinding,) = bevindingen(startbericht(Bsn=bsn))

    assert (bevinding.code, bevinding.pad) == ("CS002", "Client/Bsn")
    assert bevinding.weigert == "client"
    assert bsn not in repr(bevinding)
    assert bevinding.tekst
    assert (regel("CS002").niveau, regel("CS002").retourcode) == (2, "0001")


def test_een_bsn_van_acht_cijfers_is_een_andere_fout():
    assert codes(startbericht(Bsn="99990000")) == {"RS037"}
