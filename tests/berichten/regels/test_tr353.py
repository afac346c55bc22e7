"""TR353: een verzoek om wijziging vraagt iets."""

from __future__ import annotations

from tests.berichten.regels.voorbeeld import breekt, houdt, verzoek_om_wijziging


def test_te_wijzigen_of_nieuw_is_genoeg():
    houdt(verzoek_om_wijziging(nieuw=[]))
    houdt(verzoek_om_wijziging(te_wijzigen=[]))


def test_alleen_wat_ongewijzigd_blijft_mag_niet():
    breekt(verzoek_om_wijziging(te_wijzigen=[], nieuw=[]), "TR353", "Client/Verzoek")


def test_een_leeg_verzoek_mag_om_twee_redenen_niet():
    leeg = verzoek_om_wijziging(ongewijzigd=[], te_wijzigen=[], nieuw=[])

    breekt(leeg, "TR353", "Client/Verzoek", naast=("TR352",))
