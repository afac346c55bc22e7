"""A garden: who begins it, how far it is, who works there, and RA6 per region."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from paraplu.toekomsttuin.actions import leden, tuinen
from paraplu.toekomsttuin.fouten import AlLid, GeenInitiatief, NietNodig
from paraplu.toekomsttuin.lezen.gereed import fase_on, missing_soorten, read_gereed
from paraplu.toekomsttuin.lezen.ra6 import read_antwoorden
from paraplu.toekomsttuin.models import Fase, Laag, Lid, Tuin
from paraplu.toekomsttuin.queries import groepen_over, leden_on
from paraplu.web.models import Spoor
from tests.casussen.bouwen import BEGIN, make_organisatie
from tests.toekomsttuin.bouwen import GISTEREN, VANDAAG, VIER

pytestmark = pytest.mark.django_db


def test_een_regio_begint_een_tuin_op_de_pagina(w):
    antwoord = w.als("regio").post(
        "/tuinen/nieuw/",
        {"naam": "Tuin Twee", "gemeente": "0228", "initiatiefnemer": w.gemeente.pk, "omgeving": ""},
    )
    tuin = Tuin.objects.get(naam="Tuin Twee")
    assert antwoord["Location"] == f"/tuinen/{tuin.pk}/"
    assert (tuin.regio, tuin.veiligheidsregio, tuin.gemeenten.get().gemeente) == (
        "FV",
        "GM",
        "0228",
    )
    assert fase_on(tuin, op=VANDAAG) == Fase.VERKENNEN
    assert Spoor.objects.filter(handeling="tuin beginnen", voorwerp=tuin.nummer).exists()


def test_alleen_een_gemeente_of_regio_neemt_het_initiatief(w):
    """R245."""
    with pytest.raises(GeenInitiatief):
        tuinen.open_tuin(
            naam="x",
            regio="FV",
            gemeente="0228",
            initiatiefnemer=w.wie["raad"].organisatie,
            by=w.wie["regio"],
            on=BEGIN,
        )


def test_de_initiatiefnemer_is_op_de_pagina_alleen_uit_de_eigen_regio_te_kiezen(w):
    elders = make_organisatie("GEM-0202", "gemeente", code="0202", gemeente="0202", regio="CG")
    antwoord = w.als("regio").post(
        "/tuinen/nieuw/", {"naam": "x", "gemeente": "0202", "initiatiefnemer": elders.pk}
    )
    assert antwoord.status_code == 422
    assert Tuin.objects.count() == 1


def test_de_fasen_hebben_dagen_en_de_laatste_geldt(w):
    """R245: exploring, preparing, set up, started."""
    for dagen, fase in enumerate(Fase):
        tuinen.set_fase(
            tuin=w.tuin, fase=fase, vanaf=BEGIN + timedelta(days=dagen), by=w.wie["regio"]
        )
    assert fase_on(w.tuin, op=BEGIN + timedelta(days=1)) == Fase.VOORBEREIDEN
    assert fase_on(w.tuin, op=VANDAAG) == Fase.GESTART


def test_van_elk_van_de_vier_werkt_er_iemand_of_er_staat_wie_ontbreekt(w):
    """R39: every subset of the four, by hand."""
    alle = list(w.leden.values())
    for keuze in range(2 ** len(alle)):
        gekozen = [lid for plek, lid in enumerate(alle) if keuze >> plek & 1]
        missen = {lid.werkgever.get_soort_display() for lid in alle} - {
            lid.werkgever.get_soort_display() for lid in gekozen
        }
        assert set(missing_soorten(gekozen)) == missen


def test_wie_weggaat_telt_de_dag_erna_niet_meer_mee(w):
    leden.end_lid(lid=w.leden["raad"], tot=GISTEREN)
    assert missing_soorten(list(leden_on(w.tuin, op=GISTEREN))) == []
    assert missing_soorten(list(leden_on(w.tuin, op=VANDAAG))) == ["Raad voor de Kinderbescherming"]
    with pytest.raises(NietNodig):
        leden.end_lid(lid=w.leden["raad"], tot=VANDAAG)


def test_een_lid_blijft_in_dienst_bij_de_eigen_organisatie(w):
    """R55, R258: nothing of a membership can hold another employer."""
    for rol, (sleutel, _soort) in VIER.items():
        assert w.leden[rol].werkgever.sleutel == sleutel
    assert "organisatie" not in {veld.name for veld in Lid._meta.get_fields()}
    assert "RVDK-1" in w.als("regio").get(f"/tuinen/{w.tuin.pk}/leden/").content.decode()


def test_niemand_is_twee_keer_tegelijk_lid(w):
    with pytest.raises(AlLid):
        leden.add_lid(tuin=w.tuin, medewerker=w.wie["raad"], vanaf=VANDAAG)


def test_zonder_de_twee_vaste_posten_staat_er_een_waarschuwing(w):
    """R44."""
    zinnen = " ".join(read_gereed(w.tuin, op=VANDAAG).waarschuwingen)
    assert "De post van teamleider is leeg." in zinnen
    assert "De post van gedragswetenschapper is leeg." in zinnen
    leden.change_lid(lid=w.leden["raad"], post="teamleider", uren=None, bereikbaar="")
    zinnen = " ".join(read_gereed(w.tuin, op=VANDAAG).waarschuwingen)
    assert "teamleider is leeg" not in zinnen


def test_een_mandaat_zegt_wie_het_gaf_waarvoor_en_tot_wanneer(w):
    """R254."""
    lid = w.leden["veilig_thuis"]
    antwoord = w.als("regio").post(
        f"/tuinen/lid/{lid.pk}/",
        {
            "wat": "mandaat",
            "mandaat-waarvoor": "Zelf hulp inzetten",
            "mandaat-gegeven_door": "De bestuurder van Veilig Thuis",
            "mandaat-vanaf": BEGIN.isoformat(),
        },
    )
    assert antwoord.status_code == 302
    assert (
        "De bestuurder van Veilig Thuis"
        in w.als("raad").get(f"/tuinen/lid/{lid.pk}/").content.decode()
    )


def test_een_lid_schrijft_de_eigen_kennis_en_niet_die_van_een_ander(w):
    """R46."""
    eigen, ander = w.leden["raad"], w.leden["veilig_thuis"]
    data = {"wat": "kennis", "kennis-recht": "ruim", "kennis-dwang": "basis"}
    assert w.als("raad").post(f"/tuinen/lid/{eigen.pk}/", data).status_code == 302
    assert dict(eigen.kennis.values_list("onderwerp", "niveau")) == {
        "recht": "ruim",
        "dwang": "basis",
    }
    assert w.als("raad").post(f"/tuinen/lid/{ander.pk}/", data).status_code == 404
    assert not ander.kennis.exists()


@pytest.mark.parametrize("rol", ["raad", "wethouder_zonder_werk"])
def test_wie_de_tuin_niet_inricht_voegt_niemand_toe(w, rol):
    wie = w.wie["raad"] if rol == "raad" else w.wie["wethouder"]
    if rol != "raad":
        wie.tot = GISTEREN
        wie.save(update_fields=["tot"])
    antwoord = w.als_mens(wie).post(
        f"/tuinen/{w.tuin.pk}/erbij/lid/",
        {"medewerker": w.wie["buiten"].pk, "vanaf": BEGIN.isoformat()},
    )
    assert antwoord.status_code == 404
    assert not w.tuin.leden.filter(medewerker=w.wie["buiten"]).exists()


def test_de_regio_zet_iemand_in_de_tuin_en_haalt_die_er_weer_uit(w):
    client = w.als("regio")
    antwoord = client.post(
        f"/tuinen/{w.tuin.pk}/erbij/lid/",
        {"medewerker": w.wie["buiten"].pk, "vanaf": BEGIN.isoformat(), "post": "", "uren": "24"},
    )
    assert antwoord.status_code == 302
    lid = w.tuin.leden.get(medewerker=w.wie["buiten"])
    assert client.post(f"/tuinen/{w.tuin.pk}/eindig/lid/{lid.pk}/").status_code == 302
    lid.refresh_from_db()
    assert lid.tot == VANDAAG
    assert client.post(f"/tuinen/{w.tuin.pk}/eindig/lid/{lid.pk}/").status_code == 404


# ---- RA6 -------------------------------------------------------------------------------------


def antwoord_van(regio: str, op: date):
    return next(a for a in read_antwoorden(op=op) if a.regio == regio)


def test_ra6_is_ja_vanaf_de_dag_waarop_de_tuin_is_gestart(w):
    """R52."""
    begin = date(2021, 12, 1)
    tuinen.set_fase(tuin=w.tuin, fase=Fase.GESTART, vanaf=begin, by=w.wie["regio"])
    Tuin.objects.update(aangemaakt_op=begin)
    assert not antwoord_van("FV", begin - timedelta(days=1)).gestart
    assert antwoord_van("FV", date(2022, 1, 1)).gestart
    assert antwoord_van("FV", date(2022, 1, 1)).op_tijd
    assert not antwoord_van("CG", date(2022, 1, 1)).gestart


def test_een_tuin_die_pas_later_begon_is_gestart_en_niet_op_tijd(w):
    tuinen.set_fase(tuin=w.tuin, fase=Fase.GESTART, vanaf=GISTEREN, by=w.wie["regio"])
    gevonden = antwoord_van("FV", VANDAAG)
    assert (gevonden.gestart, gevonden.op_tijd, gevonden.sinds) == (True, False, GISTEREN)


def test_een_tuin_die_teruggaat_of_stopt_telt_niet_als_gestart(w):
    tuinen.set_fase(tuin=w.tuin, fase=Fase.GESTART, vanaf=BEGIN, by=w.wie["regio"])
    Tuin.objects.update(beeindigd_op=VANDAAG)
    assert not antwoord_van("FV", VANDAAG).gestart
    assert antwoord_van("FV", GISTEREN).gestart
    Tuin.objects.update(beeindigd_op=None)
    tuinen.set_fase(tuin=w.tuin, fase=Fase.INGERICHT, vanaf=GISTEREN, by=w.wie["regio"])
    assert not antwoord_van("FV", VANDAAG).gestart


def test_de_lijst_toont_ra6_voor_alle_zeven_regios_ook_aan_wie_geen_tuin_ziet(w):
    tuinen.set_fase(tuin=w.tuin, fase=Fase.GESTART, vanaf=BEGIN, by=w.wie["regio"])
    tekst = w.als("buiten").get("/tuinen/").content.decode()
    assert tekst.count('<th scope="row">') == 7
    assert tekst.count('merkje--goed">ja') == 1
    assert "Tuin Ede" not in tekst


def test_een_tuin_heeft_drie_groepen_waarvan_twee_met_anderen_gedeeld(w):
    """R43, R21."""
    tweede = tuinen.open_tuin(
        naam="Tuin Twee",
        regio="FV",
        gemeente="0339",
        initiatiefnemer=w.regio,
        by=w.wie["regio"],
        on=BEGIN,
    )
    van_een, van_twee = groepen_over(w.tuin), groepen_over(tweede)
    assert {groep.laag for groep in van_een} == set(Laag.values)
    samen = {groep.laag for groep in van_een} & {g.laag for g in van_een.filter(pk__in=van_twee)}
    assert samen == {Laag.PROJECTGROEP, Laag.STUURGROEP}
