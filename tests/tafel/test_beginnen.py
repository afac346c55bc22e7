"""Who brings a family to the table, for which talk, and what does not belong there (R18, R59, R79, R81)."""

from __future__ import annotations

from datetime import date

import pytest

from paraplu.afspraken.vereisten import vereiste
from paraplu.casussen import actions
from paraplu.casussen.fouten import CasusFout
from paraplu.casussen.models import Casus, Maatregel
from paraplu.netwerk.models import Soort
from paraplu.netwerk.queries import in_force
from paraplu.tafel.actions import instellen
from paraplu.tafel.deelnemers import tafel_of
from paraplu.tafel.models import Gesprek, Tafel
from paraplu.tafel.regels import aanmelders, age_on, is_heard, list_vereisten
from tests.casussen.bouwen import make_organisatie
from tests.tafel.aan import DAG


def test_het_lokale_team_meldt_een_heel_gezin_aan(t):
    casus = t.begin()
    assert (casus.kind, casus.houder, casus.gi) == (None, t.wie["lokaal_team"], None)
    assert casus.tafelverzoek.tafel == t.tafel
    assert t.open(casus) == {"verzoek"}


@pytest.mark.parametrize(
    ("rol", "aanmelder"), [("jeugdbeschermer", "gi"), ("veilig_thuis", "veilig_thuis")]
)
def test_een_gi_en_veilig_thuis_melden_ook_aan(t, rol, aanmelder):
    casus = t.begin(houder=t.wie[rol], aanmelder=aanmelder)
    assert casus.tafelverzoek.aanmelder == aanmelder
    met_lokaal_team = casus.deelnames.filter(in_force(DAG), rol="lokaal_team")
    assert met_lokaal_team.exists()


@pytest.mark.parametrize("aanmelder", ["leerplicht", "aanbieder"])
def test_leerplicht_en_aanbieder_melden_alleen_samen_met_het_lokale_team_aan(t, aanmelder):
    with pytest.raises(CasusFout, match="samen met het lokale team"):
        t.begin(aanmelder=aanmelder)
    with pytest.raises(CasusFout, match="kunt dit gezin zo niet aanmelden"):
        t.begin(
            aanmelder=aanmelder,
            houder=t.wie["jeugdbeschermer"],
            mede_naam="A",
            mede_organisatie="B",
        )
    casus = t.begin(aanmelder=aanmelder, mede_naam="A. de Vries", mede_organisatie="School Zuid")
    assert casus.tafelverzoek.mede_organisatie == "School Zuid"


def test_wie_geen_rol_heeft_om_aan_te_melden_begint_niets(t):
    with pytest.raises(CasusFout, match="kunt dit gezin zo niet aanmelden"):
        t.begin(houder=t.wie["ambtenaar"])
    assert not Casus.objects.exists()


def test_een_gezin_heeft_een_verzoek_tegelijk(t):
    gezin = t.gezin()
    t.begin(gezin=gezin)
    with pytest.raises(CasusFout, match="loopt al een verzoek"):
        t.begin(gezin=gezin)


def test_zonder_kinderen_begint_er_niets(t):
    leeg = actions.open_gezin(gemeente="0228", regio="FV", on=DAG)
    with pytest.raises(CasusFout, match="Voeg eerst de kinderen"):
        t.begin(gezin=leeg)


def _ots(t, gezin) -> Maatregel:
    return actions.start_maatregel(
        persoon=gezin.personen.filter(rol="kind").first(), soort="ots", gi=t.gi,
        uitspraak_op=DAG, vanaf=DAG, jeugdbeschermer=t.wie["jeugdbeschermer"],
    )  # fmt: skip


def test_het_einde_van_een_ots_gaat_over_die_maatregel(t):
    gezin = t.gezin()
    maatregel = _ots(t, gezin)
    gi = {"houder": t.wie["jeugdbeschermer"], "aanmelder": "gi", "gezin": gezin}
    with pytest.raises(CasusFout, match="Kies de ondertoezichtstelling"):
        t.begin(soort=Gesprek.EINDE_OTS, **gi)
    casus = t.begin(soort=Gesprek.EINDE_OTS, maatregel=maatregel, **gi)
    assert casus.kind == maatregel.persoon


def test_het_lokale_team_brengt_het_einde_van_een_ots_niet_in(t):
    gezin = t.gezin()
    with pytest.raises(CasusFout, match="brengt de jeugdbeschermer in"):
        t.begin(soort=Gesprek.EINDE_OTS, gezin=gezin, maatregel=_ots(t, gezin))


@pytest.mark.parametrize(
    ("toetst", "vanaf", "mag"),
    [(False, None, False), (True, date(2026, 2, 1), False), (True, DAG, True), (True, None, True)],
)
def test_een_regio_begint_met_toetsen_als_zij_dat_koos(t, toetst, vanaf, mag):
    """Rijk van Nijmegen does not do it yet, and intends to (R81, R274)."""
    Tafel.objects.update(toetst_einde_ots=toetst, toetst_vanaf=vanaf)
    gezin = t.gezin()
    velden = {"soort": Gesprek.EINDE_OTS, "gezin": gezin, "maatregel": _ots(t, gezin)}
    gi = {"houder": t.wie["jeugdbeschermer"], "aanmelder": "gi"}
    if mag:
        assert t.begin(**velden, **gi)
    else:
        with pytest.raises(CasusFout, match="nog niet"):
            t.begin(**velden, **gi)


def test_rijk_van_nijmegen_toetst_bij_het_begin_nog_niet(db):
    make_organisatie("JBT-RVN", Soort.TAFEL, regio="RVN")
    instellen.open_tafels(on=DAG)
    assert tafel_of("0268", "RVN", on=DAG).toetst_einde_ots is False


def test_een_tafel_die_de_gemeente_noemt_gaat_voor(t):
    eigen = make_organisatie("JBT-EDE", Soort.TAFEL, regio="FV")
    Tafel.objects.create(organisatie=eigen, gemeenten=["0228"])
    assert tafel_of("0228", "FV", on=DAG).organisatie == eigen
    assert tafel_of("0289", "FV", on=DAG) == t.tafel


@pytest.mark.parametrize("vraag", ["ret", "mda", "mdo"])
def test_een_vraag_voor_een_andere_tafel_begint_niet_en_hoort_waar_hij_wel_hoort(t, vraag):
    # R288.
    gezin = t.gezin()
    antwoord = t.client("lokaal_team").post(
        f"/werk/gezin/{gezin.pk}/tafel/", {"vraag": vraag, "aanmelder": "lokaal_team"}
    )
    assert "hoort bij een andere tafel" in antwoord.content.decode()
    assert not Casus.objects.exists()


def test_op_de_bladzijde_kiest_men_en_begint_het_verzoek(t):
    gezin = t.gezin()
    lokaal_team = t.client("lokaal_team")
    adres = f"/werk/gezin/{gezin.pk}/tafel/"
    assert adres in lokaal_team.get(f"/werk/gezin/{gezin.pk}/").content.decode()
    fout = lokaal_team.post(adres, {"vraag": "vijf_voor_twaalf", "aanmelder": "leerplicht"})
    assert fout.status_code == 422
    assert "Vul in wie samen" in fout.content.decode()
    antwoord = lokaal_team.post(adres, {"vraag": "kwart_voor_twaalf", "aanmelder": "lokaal_team"})
    casus = Casus.objects.get()
    assert antwoord.url == t.stap(casus, "verzoek").get_absolute_url()


@pytest.mark.parametrize(
    ("op", "jaren"), [(date(2022, 5, 31), 11), (date(2022, 6, 1), 12), (date(2026, 1, 5), 15)]
)
def test_vanaf_twaalf_jaar_wordt_een_kind_gehoord(t, op, jaren):
    """P27: twelve is meant as well."""
    kind = t.gezin().personen.get(voornamen="Fenna")
    assert age_on(kind.geboortedatum, op) == jaren
    assert is_heard(kind, op=op) is (jaren >= 12)


def test_elke_regel_noemt_een_vereiste_die_bestaat():
    regels = list_vereisten()
    assert len(regels) == 19
    assert all(vereiste(nummer).tekst for nummer in regels.values())
    assert [sleutel for sleutel, regel in aanmelders().items() if regel.samen] == [
        "leerplicht",
        "aanbieder",
    ]
