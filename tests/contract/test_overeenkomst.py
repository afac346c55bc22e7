"""The agreement: its term, who joins on which day and who decides, annexes, and what a region has."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import DatabaseError, transaction

from paraplu.afspraken import gebieden
from paraplu.contract import queries
from paraplu.contract.actions import overeenkomsten as acts
from paraplu.contract.actions import registers
from paraplu.contract.actions.begin import fill_begin
from paraplu.contract.fouten import (
    AlPartij,
    BestaatAl,
    BuitenLooptijd,
    GeenBesluitNodig,
    GeenLatereDag,
    GeenToetreeddag,
    OngeldigeWaarde,
)
from paraplu.contract.looptijd import is_toetreeddag
from paraplu.contract.models import (
    Bijlage,
    Overeenkomst,
    Partij,
    Punt,
    Regioclausule,
    Werknorm,
    Werkzaamheid,
)
from paraplu.web.models import Spoor

pytestmark = pytest.mark.django_db
BOETE, TOETREDING = Regioclausule.Sleutel.BOETE, Regioclausule.Sleutel.TOETREDING
DAG = date(2023, 4, 1)


def toetreden(overeenkomst, *, vanaf=DAG, code="GI-NIEUW"):
    return acts.ask_toetreding(
        overeenkomst=overeenkomst, code=code, naam="Een nieuwe GI", vanaf=vanaf
    )


def test_er_is_een_overeenkomst_met_zeven_regios_en_vier_gis(overeenkomst):
    """R153, R154, P32: from 1-1-2022 for three years; made twice it is one."""
    assert fill_begin() == overeenkomst == Overeenkomst.objects.get()
    assert (overeenkomst.begin, overeenkomst.einde) == (date(2022, 1, 1), date(2024, 12, 31))
    partijen = queries.parties_on(overeenkomst, op=date(2022, 1, 1))
    assert partijen.filter(soort=Partij.Soort.REGIO).count() == 7
    assert partijen.filter(soort=Partij.Soort.GI).count() == 4
    assert not queries.parties_on(overeenkomst, op=date(2021, 12, 31)).exists()


def test_verlengen_maakt_het_einde_later_en_laat_het_eerste_einde_staan(overeenkomst):
    """R154."""
    velden = {"besloten_op": date(2024, 6, 1), "toelichting": "besluit", "by": None}
    acts.extend(overeenkomst=overeenkomst, tot=date(2026, 12, 31), **velden)
    assert queries.einde_of(overeenkomst) == date(2026, 12, 31)
    assert queries.einde_of(overeenkomst, op=date(2024, 5, 31)) == date(2024, 12, 31)
    with pytest.raises(GeenLatereDag):
        acts.extend(overeenkomst=overeenkomst, tot=date(2026, 12, 31), **velden)


def test_toetreden_kan_op_vier_dagen_van_het_jaar():
    """R156: of all days of a year, by hand."""
    dagen = [date(2023, 1, 1) + timedelta(days=plek) for plek in range(365)]
    goed = [(dag.day, dag.month) for dag in dagen if is_toetreeddag(dag)]
    assert goed == [(1, 1), (1, 4), (1, 7), (1, 10)]


def test_een_gi_treedt_toe_op_zo_n_dag_binnen_de_looptijd_en_maar_een_keer(overeenkomst):
    """R156."""
    with pytest.raises(GeenToetreeddag):
        toetreden(overeenkomst, vanaf=date(2023, 4, 2))
    with pytest.raises(BuitenLooptijd):
        toetreden(overeenkomst, vanaf=date(2025, 1, 1))
    toetreden(overeenkomst)
    with pytest.raises(AlPartij):
        toetreden(overeenkomst)
    with pytest.raises(AlPartij):
        toetreden(overeenkomst, code="GI-JBGLD")


def test_elke_regio_besluit_zelf_en_de_laatste_keer_telt(overeenkomst):
    """R156: in Centraal Gelderland the gemeenten alone decide."""
    gi = toetreden(overeenkomst)
    assert not any(queries.works_in(gi, r.code, op=DAG) for r in gebieden.regios())
    for regio, akkoord, wie in (("CG", True, "gemeenten"), ("FV", False, "samen")):
        besluit = acts.decide_toetreding(
            partij=gi, regio=regio, akkoord=akkoord, besloten_op=date(2023, 3, 1), by=None
        )
        assert besluit.wie == wie
    assert queries.works_in(gi, "CG", op=DAG)
    assert not queries.works_in(gi, "CG", op=DAG - timedelta(days=1))
    assert not queries.works_in(gi, "FV", op=DAG)
    acts.decide_toetreding(partij=gi, regio="FV", akkoord=True, besloten_op=DAG, by=None)
    assert queries.works_in(gi, "FV", op=DAG)


def test_over_een_gi_van_het_begin_wordt_niet_besloten(overeenkomst):
    gi = overeenkomst.partijen.get(code="GI-WSS")
    assert queries.works_in(gi, "RIV", op=date(2022, 1, 1))
    with pytest.raises(GeenBesluitNodig):
        acts.decide_toetreding(partij=gi, regio="CG", akkoord=True, besloten_op=DAG, by=None)


def test_alleen_midden_ijssel_oost_veluwe_houdt_de_passage_over_boetes(overeenkomst):
    """R157, R191, P14, R6: a flag per region and no amount anywhere."""
    standen = {r.code: r.boete for r in queries.list_regios(overeenkomst, op=DAG)}
    assert standen == {r.code: r.code == "MIJOV" for r in gebieden.regios()}
    assert queries.has_boeteclausule("MIJOV", op=DAG)
    assert not queries.has_boeteclausule("CG", op=DAG)
    assert not queries.has_boeteclausule("MIJOV", op=date(2025, 1, 1))
    velden = {veld.name for veld in Regioclausule._meta.get_fields()}
    assert not velden & {"bedrag", "boete_bedrag"}


def test_een_clausule_geldt_vanaf_haar_dag(overeenkomst):
    velden = {"overeenkomst": overeenkomst, "regio": "RIV", "bron": "besluit", "by": None}
    acts.set_clausule(sleutel=BOETE, waarde="ja", vanaf=DAG, **velden)
    voor, na = (
        queries.clausule_on(overeenkomst, "RIV", BOETE, op=dag)
        for dag in (DAG - timedelta(days=1), DAG)
    )
    assert (voor, na) == ("nee", "ja")
    with pytest.raises(OngeldigeWaarde):
        acts.set_clausule(sleutel=TOETREDING, waarde="ja", vanaf=DAG, **velden)


def test_er_zijn_negen_bijlagen_en_een_versie_verandert_niet(overeenkomst):
    """R159, R160."""
    assert overeenkomst.bijlagen.count() == 9
    numbers = set(overeenkomst.bijlagen.exclude(nummer="").values_list("nummer", flat=True))
    assert numbers == {"1", "2", "3", "5", "8"}
    boek = Bijlage.objects.get(nummer="2")
    versie = acts.add_versie(bijlage=boek, versie="1.0", vanaf=DAG, vindplaats="zaak 1", by=None)
    with pytest.raises(BestaatAl):
        acts.add_versie(bijlage=boek, versie="1.0", vanaf=DAG, vindplaats="zaak 2", by=None)
    with pytest.raises(DatabaseError, match="voeg een nieuwe toe"), transaction.atomic():
        type(versie).objects.filter(pk=versie.pk).update(versie="2.0")
    momenten = {m.bron: (m.vanaf, m.tot) for m in overeenkomst.momenten.all()}
    assert momenten["R160"] == (date(2021, 7, 9), date(2021, 9, 17))
    assert momenten["R155"] == (date(2023, 12, 31), None)


def test_de_eenmalige_kosten_van_2022_zijn_niet_bekend(overeenkomst):
    """R162, R319, R312: 25,000 in 2021 for Centraal Gelderland, 2022 is open."""
    werk = {w.jaar: w for w in Werkzaamheid.objects.filter(regio="CG")}
    assert (werk[2021].bedrag, werk[2022].bedrag, werk[2022].dekking) == (25_000, None, "")
    assert werk[2021].dekking == "Regionaal Transformatie Budget"


def test_wat_is_afgesproken_en_nog_niet_bekend_is_heeft_geen_stand(overeenkomst):
    """R167, R168, R177, R190, R293, R295, R292, R165: named, with no value or stand made up."""
    bronnen = list(Punt.objects.values_list("bron", flat=True))
    assert set(bronnen) == {"R167", "R168", "R177", "R190", "R293", "R295"}
    assert bronnen.count("R190") == 6
    assert not Punt.objects.exclude(standen=None).exists()
    assert {n.soort for n in Werknorm.objects.filter(waarde=None)} == set(Werknorm.Soort)


def test_de_caseload_staat_naast_de_norm_van_die_dag(overeenkomst):
    """R292: 160 measures of 10 full-time workers are 16, one more than the norm."""
    velden = {"gi": "GI-WSS", "gi_naam": "GI", "fte": Decimal(10), "bron": "opgave", "by": None}
    registers.add_caseload(op=date(2022, 6, 1), maatregelen=180, **velden)
    registers.add_caseload(op=date(2023, 6, 1), maatregelen=160, **velden)
    (regel,) = queries.list_caseload(op=date(2023, 7, 1))
    assert (regel.caseload, regel.norm, regel.verschil) == (16, None, None)
    registers.set_werknorm(
        soort="caseload", naam="Caseload", waarde=Decimal(15), vanaf=DAG, bron="besluit", by=None
    )
    (regel,) = queries.list_caseload(op=date(2023, 7, 1))
    assert regel.verschil == 1
    (regel,) = queries.list_caseload(op=date(2022, 7, 1))
    assert (regel.caseload, regel.norm) == (18, None)


def test_een_regio_legt_alleen_haar_eigen_clausules_vast(overeenkomst, als, accounts):
    """R157: the province for all; an account of a region for itself; a GI not at all."""
    regio = accounts["regio"]
    assert regio.organisatie_soort == "regio"
    eigen = regio.organisatie_code
    ander = next(r.code for r in gebieden.regios() if r.code != eigen)
    velden = {"boete": "ja", "toetreding": "gemeenten", "vanaf": "2023-01-01", "bron": "besluit"}

    def post(wie, code):
        adres = f"/contract/{overeenkomst.pk}/regio/{code}/clausules/"
        return als(wie).post(adres, velden).status_code

    assert (post("regio", eigen), post("regio", ander)) == (302, 404)
    assert (post("provincie", ander), post("gi", eigen)) == (302, 403)
    assert queries.clausule_on(overeenkomst, eigen, BOETE, op=DAG) == "ja"
    assert queries.clausule_on(overeenkomst, ander, TOETREDING, op=DAG) == "gemeenten"
    assert Spoor.objects.filter(voorwerp=eigen, handeling="regio: clausules vastleggen").exists()


def test_hoe_een_regio_eerder_inkocht_is_leeg_tot_iemand_het_vastlegt(overeenkomst, als, accounts):
    """R294."""
    eigen = accounts["regio"].organisatie_code
    adres = f"/contract/{overeenkomst.pk}/"
    assert als("gi").get(adres).content.decode().count("niet bekend") == 7
    velden = {"wijze": "open_house", "vanaf": "", "tot": "2021-12-31", "bron": "eigen opgave"}
    als("regio").post(f"{adres}regio/{eigen}/inkoop/", velden)
    pagina = als("gi").get(adres).content.decode()
    assert pagina.count("niet bekend") == 6
    assert "Open house" in pagina


def test_de_contractmanager_legt_de_toetreding_vast_en_de_fout_noemt_de_dagen(overeenkomst, als):
    """R156, on the page: the form keeps what was typed."""
    from tests.casussen.bouwen import make_organisatie  # noqa: PLC0415 - only here

    make_organisatie("GI-NIEUW", "gi", code="90000009")
    adres = f"/contract/{overeenkomst.pk}/erbij/gi/"
    fout = als("contractmanager").post(adres, {"gi": "GI-NIEUW", "vanaf": "2023-05-01"})
    assert fout.status_code == 422
    assert "1 oktober" in fout.content.decode()
    goed = als("contractmanager").post(adres, {"gi": "GI-NIEUW", "vanaf": "2023-07-01"})
    assert goed.status_code == 302
    assert als("gi").get(adres).status_code == 403
    besluit = {"akkoord": "ja", "besloten_op": "9999-12-31"}
    weg = f"/contract/partij/{Partij.objects.get(code='GI-NIEUW').pk}/CG/"
    assert "nog niet geweest" in als("contractmanager").post(weg, besluit).content.decode()


def test_een_gi_legt_alleen_de_eigen_caseload_vast(overeenkomst, als, accounts):
    """R292: the own one; norms and conditions are kept by who keeps the contract."""
    from tests.casussen.bouwen import make_organisatie  # noqa: PLC0415 - only here

    make_organisatie("GI-EIGEN", "gi", code=accounts["gi"].organisatie_code)
    make_organisatie("GI-ANDER", "gi", code="90000009")
    velden = {"op": "2023-01-01", "fte": "12,5", "maatregelen": "200", "bron": "eigen telling"}
    adres = "/contract/eromheen/caseload/"
    client = als("gi")
    assert client.post(adres, velden | {"gi": "GI-ANDER"}).status_code == 422
    assert client.post(adres, velden | {"gi": "GI-EIGEN"}).status_code == 302
    assert client.get("/contract/eromheen/norm/").status_code == 404
    assert "16,00" in client.get("/contract/eromheen/").content.decode()
