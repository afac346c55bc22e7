"""What the ledger says in words, the sheets say in rows: one may not change without the other."""

from __future__ import annotations

import pytest

from paraplu.afspraken import gebieden, organisaties, producten, tussentaal
from paraplu.afspraken.lezingen import lezing
from paraplu.afspraken.vereisten import vereiste


def test_de_regios_en_hun_aantal_staan_in_r13():
    tekst = vereiste("R13").tekst
    assert all(regio.naam in tekst for regio in gebieden.regios())
    assert f"{len(gebieden.regios())} jeugdhulpregio's" in tekst
    assert f"{sum(g.in_gvjb for g in gebieden.gemeenten())} gemeenten" in tekst


def test_het_aantal_buiten_de_provincie_staat_in_p38():
    assert sum(not g.in_gvjb for g in gebieden.gemeenten()) == 4
    assert "De vier" in lezing("P38").keuze


def test_de_gis_staan_in_r14_en_veilig_thuis_in_r15():
    namen = ("Jeugdbescherming Gelderland", "William Schrikker", "Leger des Heils", "Veilig Verder")
    for naam in namen:
        assert naam in vereiste("R14").tekst
        assert any(naam in o.naam for o in organisaties.gecertificeerde_instellingen())
    plaatsen = [o.naam.removeprefix("Veilig Thuis ") for o in organisaties.veilig_thuis()]
    assert all(plaats in vereiste("R15").tekst for plaats in plaatsen)


def test_de_tien_namen_van_de_tussentaal_staan_in_r206():
    tekst = vereiste("R206").tekst.lower()
    namen = tussentaal.categorieen().items()
    assert [n for n, naam in namen if f"{n} {naam.lower()}" not in tekst] == []


def test_de_categorieen_van_maatregelen_staan_in_r203():
    namen = producten.productcategorieen()
    for code in (*producten.CATEGORIEEN_MAATREGEL, producten.CATEGORIE_PREVENTIEF):
        assert f"{code} {namen[code].lower()}" in vereiste("R203").tekst


@pytest.mark.parametrize(
    ("woorden", "groep"),
    [
        ("ambulant", 1),
        ("licht verblijf", 6),
        ("pleegzorg", 2),
        ("gezinshuis", 3),
        ("middel verblijf", 7),
        ("zwaar verblijf", 8),
        ("JeugdzorgPlus", 5),
    ],
)
def test_de_rang_van_een_groep_staat_in_p22(woorden, groep):
    assert f"{woorden} {tussentaal.rang(groep)}" in lezing("P22").keuze
