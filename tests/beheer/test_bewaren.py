"""What is past its term is found, shown as numbers, approved by another, and only then destroyed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from paraplu.beheer import actions
from paraplu.beheer.bewaren import dossier, regels, vooruit
from paraplu.beheer.fouten import AlGedaan, BestaatNiet, NietGoedgekeurd, ZelfOpgesteld
from paraplu.beheer.models import Vernietiging
from paraplu.casussen.models import Casus, CasusStap, Gebeurtenis, Gezin, Persoon
from paraplu.web.models import Aanmeldpoging, Spoor
from paraplu.web.spoor.controle import Telling, check_ketens
from tests.beheer.conftest import NU, OVER_TWINTIG_JAAR

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def zonder_leveringen(nep, monkeypatch):
    monkeypatch.setattr(nep, "leveringen", list, raising=False)


def _dossiers(op: date) -> list[str]:
    return [r.nummer for r in vooruit.look_ahead(op) if r.regel.sleutel == "dossier"]


def _goedgekeurd(accounts, op: date = OVER_TWINTIG_JAAR):
    lijst = actions.draw_up(op=op, by=None, nu=NU)
    actions.approve(lijst=lijst, by=accounts["beheerder"], nu=NU)
    lijst.refresh_from_db()
    return lijst


def test_twintig_jaar_na_de_laatste_wijziging_en_geen_dag_eerder(gesloten):
    laatste = dossier.find_dossier(gesloten.gezin_id).laatste
    dag = laatste.replace(year=laatste.year + 20)
    assert _dossiers(dag - timedelta(days=1)) == []
    assert _dossiers(dag) == [gesloten.gezin.nummer]


def test_wat_nog_loopt_staat_er_niet_op(wereld, gesloten):
    wereld.casus()
    assert _dossiers(OVER_TWINTIG_JAAR) == [gesloten.gezin.nummer]


def test_een_dossier_verdwijnt_helemaal_en_een_ander_blijft_heel(wereld, gesloten, accounts):
    ander = wereld.casus()
    alles = dossier.find_dossier(gesloten.gezin_id)
    voor = {tabel: _tel(tabel) for tabel in alles.rijen}

    gedaan = actions.destroy(lijst=_goedgekeurd(accounts), on=OVER_TWINTIG_JAAR, nu=NU)

    verslag = next(regel for regel in gedaan if regel.regel == "dossier")
    assert verslag.aantallen == alles.aantallen
    assert {"casussen_persoon", "casussen_casusstap", "casussen_deelname"} <= alles.rijen.keys()
    assert {t: voor[t] - _tel(t) for t in voor} == alles.aantallen
    assert not Gezin.objects.filter(pk=gesloten.gezin_id).exists()
    assert Persoon.objects.filter(gezin=ander.gezin).count() == 2
    assert CasusStap.objects.filter(casus=ander).exists()
    with pytest.raises(DatabaseError, match="kan niet worden gewijzigd"), transaction.atomic():
        _wis_gebeurtenis(ander)


def _tel(tabel: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {tabel}")
        return cursor.fetchone()[0]


def _wis_gebeurtenis(casus: Casus) -> None:
    """The triggers are back: what happened cannot be taken away."""
    Gebeurtenis.objects.create(casus=casus, soort="proef", op=casus.geopend_op)
    Gebeurtenis.objects.filter(casus=casus).delete()


def test_het_verslag_noemt_grond_en_goedkeuring_en_geen_persoon(gesloten, accounts):
    namen = [(p.voornamen, p.achternaam) for p in gesloten.gezin.personen.all()]
    nummer = gesloten.gezin.nummer
    actions.destroy(lijst=_goedgekeurd(accounts), on=OVER_TWINTIG_JAAR, nu=NU)
    verslag = Vernietiging.objects.get(regel="dossier")
    tekst = " ".join(str(waarde) for waarde in vars(verslag).values())

    assert "Jeugdwet, artikel 7.3.8" in verslag.grond
    assert (verslag.goedgekeurd_door, verslag.nummer) == (accounts["beheerder"], nummer)
    assert not any(deel in tekst for naam in namen for deel in naam)
    for doe in (verslag.delete, verslag.save):
        with pytest.raises(DatabaseError), transaction.atomic():
            doe()


def test_het_spoor_weet_ervan_en_blijft_heel(gesloten, accounts):
    nummer = gesloten.gezin.nummer
    actions.destroy(lijst=_goedgekeurd(accounts), on=OVER_TWINTIG_JAAR, nu=NU)
    gedaan = Spoor.objects.filter(gezin=nummer, handeling="vernietigen")
    assert gedaan.get().resultaat == "gelukt"
    assert list(check_ketens(Telling())) == []


def test_zonder_goedkeuring_verdwijnt_er_niets(gesloten):
    lijst = actions.draw_up(op=OVER_TWINTIG_JAAR, by=None, nu=NU)
    with pytest.raises(NietGoedgekeurd):
        actions.destroy(lijst=lijst, on=OVER_TWINTIG_JAAR, nu=NU)
    assert Gezin.objects.filter(pk=gesloten.gezin_id).exists()


def test_wie_de_lijst_opstelt_keurt_haar_niet_goed(accounts, gesloten):
    lijst = actions.draw_up(op=OVER_TWINTIG_JAAR, by=accounts["beheerder"], nu=NU)
    with pytest.raises(ZelfOpgesteld):
        actions.approve(lijst=lijst, by=accounts["beheerder"], nu=NU)


def test_een_lijst_wordt_een_keer_uitgevoerd(gesloten, accounts):
    lijst = _goedgekeurd(accounts)
    actions.destroy(lijst=lijst, on=OVER_TWINTIG_JAAR, nu=NU)
    lijst.refresh_from_db()
    with pytest.raises(AlGedaan):
        actions.destroy(lijst=lijst, on=OVER_TWINTIG_JAAR, nu=NU)


def test_een_aangehouden_dossier_blijft_ook_als_het_al_op_de_lijst_stond(gesloten, accounts):
    lijst = _goedgekeurd(accounts)
    nummer = gesloten.gezin.nummer
    gemaakt = actions.hold(
        gezin=nummer, grond="klacht", by=accounts["beheerder"], on=OVER_TWINTIG_JAAR
    )
    gedaan = actions.destroy(lijst=lijst, on=OVER_TWINTIG_JAAR, nu=NU)

    assert next(r for r in gedaan if r.nummer == nummer).overgeslagen == "aangehouden"
    assert Gezin.objects.filter(pk=gesloten.gezin_id).exists()
    assert vooruit.held(OVER_TWINTIG_JAAR) == {nummer: "klacht"}
    actions.release(aanhouding=gemaakt, by=accounts["beheerder"], on=OVER_TWINTIG_JAAR)
    assert vooruit.held(OVER_TWINTIG_JAAR) == {}
    with pytest.raises(BestaatNiet):
        actions.hold(
            gezin="G999999", grond="klacht", by=accounts["beheerder"], on=OVER_TWINTIG_JAAR
        )


def test_een_dossier_dat_weer_werd_geopend_blijft(wereld, gesloten, accounts):
    lijst = _goedgekeurd(accounts)
    Casus.objects.filter(pk=gesloten.pk).update(afgesloten_op=None, afloop="")
    gedaan = actions.destroy(lijst=lijst, on=OVER_TWINTIG_JAAR, nu=NU)
    assert "weer in gebruik" in next(r for r in gedaan if r.regel == "dossier").overgeslagen
    assert Gezin.objects.filter(pk=gesloten.gezin_id).exists()


def test_oude_mislukte_aanmeldingen_gaan_en_nieuwe_blijven(accounts):
    oud, nieuw = (Aanmeldpoging.objects.create(sleutel=sleutel) for sleutel in ("oud", "nieuw"))
    vandaag = nieuw.wanneer.date()
    Aanmeldpoging.objects.filter(pk=oud.pk).update(wanneer=oud.wanneer - timedelta(days=40))
    actions.destroy(lijst=_goedgekeurd(accounts, vandaag), on=vandaag, nu=NU)
    assert [poging.sleutel for poging in Aanmeldpoging.objects.all()] == ["nieuw"]


def test_elke_regel_zegt_hoe_lang_en_op_welke_grond():
    alle = {regel.sleutel: regel for regel in regels.regels()}
    assert alle["dossier"].on(date(2026, 11, 22)).jaren == 20
    assert all(termijn.bron for regel in alle.values() for termijn in regel.termijnen)
    assert all(regel.uitleg for regel in alle.values())
    assert {r.sleutel for r in alle.values() if r.verdwijnt} == {
        "dossier", "aanmeldpogingen", "sessies",
    }  # fmt: skip


def test_voor_de_eerste_dag_van_een_regel_verdwijnt_er_niets():
    assert regels.regel("dossier").on(date(2025, 12, 31)) is None
