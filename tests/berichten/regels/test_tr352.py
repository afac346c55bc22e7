"""TR352: een verzoek om wijziging noemt een toewijzing die er is."""

from __future__ import annotations

from tests.berichten.regels.voorbeeld import breekt, houdt, nieuw_product, verzoek_om_wijziging


def test_ongewijzigd_of_te_wijzigen_is_genoeg():
    houdt(verzoek_om_wijziging(te_wijzigen=[]))
    houdt(verzoek_om_wijziging(ongewijzigd=[]))


def test_alleen_iets_nieuws_mag_niet():
    gemaakt = verzoek_om_wijziging(ongewijzigd=[], te_wijzigen=[], nieuw=[nieuw_product()])

    breekt(gemaakt, "TR352", "Client/Verzoek")
