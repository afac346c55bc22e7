"""The organisations of the agenda (R14, R15)."""

from __future__ import annotations

from paraplu.afspraken import gebieden, organisaties


def test_er_zijn_vier_gis_drie_veilig_thuis_en_een_raad():
    assert len(organisaties.gecertificeerde_instellingen()) == 4
    assert len(organisaties.veilig_thuis()) == 3
    assert [o.naam for o in organisaties.organisaties() if o.soort == "RvdK"] == [
        "Raad voor de Kinderbescherming"
    ]
    assert len(organisaties.aanbieders()) == 7


def test_elke_regio_heeft_een_veilig_thuis_dat_bestaat():
    bekend = {o.sleutel for o in organisaties.veilig_thuis()}
    assert {regio.veilig_thuis for regio in gebieden.regios()} == bekend


def test_er_staat_geen_verzonnen_agb_code():
    assert all(o.agb == "" for o in organisaties.organisaties())


def test_namen_van_gis_zijn_die_van_het_blad(blad):
    rijen = blad("reference/organisations.csv")
    bedoeld = {r["name"] for r in rijen if r["type"] == "gecertificeerde_instelling"}
    assert {o.naam for o in organisaties.gecertificeerde_instellingen()} == bedoeld
