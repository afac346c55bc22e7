"""TR101: geen sleutel staat twee keer in een bericht."""

from __future__ import annotations

import pytest

from tests.berichten.regels.voorbeeld import (
    aangevraagd_product,
    breekt,
    contact,
    houdt,
    nieuw_product,
    product,
    relatie,
    startbericht,
    startproduct,
    stopbericht,
    stopproduct,
    te_wijzigen_product,
    toegewezen_product,
    toewijzingsbericht,
    verzoek_om_toewijzing,
    verzoek_om_wijziging,
)

LATER = {"Ingangsdatum": "2025-01-01", "Einddatum": "2025-12-31"}


def test_adressen_van_een_andere_soort_mogen_en_van_dezelfde_niet():
    houdt(toewijzingsbericht(contacten=[contact(), contact(Soort="02")]))
    gemaakt = toewijzingsbericht(contacten=[contact(), contact(Soort="02"), contact()])

    breekt(gemaakt, "TR101", "Client/Contactgegevens/Contact[3]")


def test_het_adres_van_een_relatie_telt_bij_die_relatie():
    ouders = [relatie(Nummer="1"), relatie(Nummer="2")]

    houdt(toewijzingsbericht(relaties=ouders, contacten=[contact()]))


def test_relaties_hebben_elk_een_eigen_nummer():
    gemaakt = toewijzingsbericht(relaties=[relatie(Nummer="1"), relatie(Nummer="1", Soort="09")])

    breekt(gemaakt, "TR101", "Client/Relaties/Relatie[2]")


def test_toewijzingen_hebben_elk_een_eigen_nummer():
    def met(nummer):
        tweede = toegewezen_product(ToewijzingNummer=nummer, **LATER)
        return toewijzingsbericht(producten=[toegewezen_product(), tweede])

    houdt(met("2"))
    breekt(met("1"), "TR101", "Client/ToegewezenProducten/ToegewezenProduct[2]")
    # A number may have zeros in front.
    breekt(met("001"), "TR101", "Client/ToegewezenProducten/ToegewezenProduct[2]")


@pytest.mark.parametrize(
    "anders",
    [
        {"ToewijzingNummer": "2"},
        {"ToewijzingNummer": None},
        {"Product": product("48", "48A02")},
        {"Product": product("48", None)},
        {"Begindatum": "2024-02-02"},
    ],
)
def test_een_start_verschilt_in_minstens_een_deel_van_zijn_sleutel(anders):
    houdt(startbericht(producten=[startproduct(), startproduct(**anders)]))


@pytest.mark.parametrize(
    "anders", [{}, {"StatusAanlevering": "3"}, {"ToewijzingIngangsdatum": "2023-12-01"}]
)
def test_een_start_die_alleen_in_iets_anders_verschilt_mag_niet(anders):
    gemaakt = startbericht(producten=[startproduct(), startproduct(**anders)])

    breekt(gemaakt, "TR101", "Client/StartProducten/StartProduct[2]")


@pytest.mark.parametrize("anders", [{"RedenBeeindiging": "20"}, {"Einddatum": "2024-02-28"}])
def test_bij_een_stop_horen_ook_de_reden_en_de_einddatum_bij_de_sleutel(anders):
    houdt(stopbericht(producten=[stopproduct(), stopproduct(**anders)]))
    gemaakt = stopbericht(producten=[stopproduct(**anders), stopproduct(**anders)])

    breekt(gemaakt, "TR101", "Client/StopProducten/StopProduct[2]")


def test_gevraagde_producten_hebben_elk_een_eigen_referentie():
    tweede = {"ToewijzingIngangsdatum": "2025-01-01", "ToewijzingEinddatum": "2025-12-31"}

    def met(referentie):
        ander = aangevraagd_product(ReferentieAanbieder=referentie, **tweede)
        return verzoek_om_toewijzing(producten=[aangevraagd_product(), ander])

    houdt(met("A2"))
    pad = "Client/AangevraagdeProducten/AangevraagdProduct[2]"
    breekt(met("A1"), "TR101", pad, naast=("TR383",))


def test_een_verzoek_om_wijziging_noemt_elke_toewijzing_een_keer_per_soort():
    houdt(verzoek_om_wijziging(ongewijzigd=["1", "3"]))
    breekt(
        verzoek_om_wijziging(ongewijzigd=["1", "3", "1"]),
        "TR101",
        "Client/Verzoek/OngewijzigdeProducten/OngewijzigdProduct[3]",
    )
    breekt(
        verzoek_om_wijziging(te_wijzigen=[te_wijzigen_product(), te_wijzigen_product()]),
        "TR101",
        "Client/Verzoek/TeWijzigenProducten/TeWijzigenProduct[2]",
    )


def test_een_nieuw_product_wordt_per_ingangsdatum_een_keer_gevraagd():
    juni = nieuw_product(GewensteIngangsdatum="2024-06-01")
    mei = nieuw_product(Einddatum="2024-05-31")

    houdt(verzoek_om_wijziging(nieuw=[mei, juni]))
    breekt(
        verzoek_om_wijziging(nieuw=[mei, mei]),
        "TR101",
        "Client/Verzoek/NieuweProducten/NieuwProduct[2]",
        naast=("TR410",),
    )
