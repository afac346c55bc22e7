"""The organisations and the choices of the regions at the start."""

from __future__ import annotations

import csv
from datetime import date

import pytest

from paraplu.netwerk import queries
from paraplu.netwerk.instellingen import VAN_REGIO
from paraplu.netwerk.models import Organisatie, RegioInstelling, Soort
from paraplu.netwerk.seed import inrichten
from paraplu.project.opdracht import main

BEGIN = date(2022, 1, 1)
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def ingericht(gelderland) -> None:
    """Each test begins with a Gelderland that is set up."""


@pytest.mark.parametrize(
    ("soort", "aantal"),
    [
        (Soort.GI, 4),
        (Soort.VEILIG_THUIS, 3),
        (Soort.RVDK, 1),
        (Soort.GEMEENTE, 55),
        (Soort.LOKAAL_TEAM, 55),
        (Soort.REGIO, 7),
        (Soort.EXPERTTEAM, 7),
        (Soort.TAFEL, 7),
        (Soort.NETWERK, 7),
        (Soort.AANBIEDER, 7),
        (Soort.EXPERTISENETWERK, 1),  # P36
        (Soort.OVERIG, 1),
    ],
)
def test_van_elke_soort_organisatie_is_er_wat_de_agenda_noemt(soort, aantal):
    """R13, R14, R15, R17, R19, R145."""
    assert Organisatie.objects.filter(soort=soort).count() == aantal


def test_twee_keer_inrichten_maakt_niets_twee_keer():
    tweede = inrichten(date(2023, 1, 1))
    assert (tweede.organisaties, tweede.instellingen) == (0, 0)


def test_een_eigen_keuze_van_een_regio_blijft_staan():
    RegioInstelling.objects.filter(regio="FV", sleutel="route").update(waarde="315")
    inrichten(BEGIN)
    assert queries.instelling("FV", "route", op=BEGIN) == "315"


@pytest.mark.parametrize(
    ("regio", "route"),
    [("CG", "315"), ("RVN", "315"), ("ACH", "315"), ("FV", "301"), ("MIJOV", "301"), ("NV", "301"), ("RIV", "301")],
)  # fmt: skip
def test_elke_regio_heeft_een_route(regio, route):
    """R94."""
    assert queries.instelling(regio, "route", op=BEGIN) == route


def test_van_een_afgeleide_route_staat_erbij_dat_zij_is_afgeleid():
    afgeleid = RegioInstelling.objects.filter(sleutel="route", bron__startswith="Afgeleid")
    assert {rij.regio for rij in afgeleid} == {"FV", "MIJOV", "NV", "RIV"}


def test_alleen_centraal_gelderland_overlegt_eerst_met_het_lokale_team():
    """R95."""
    eerst = RegioInstelling.objects.filter(sleutel="lt_eerst", waarde="ja")
    assert [rij.regio for rij in eerst] == ["CG"]


@pytest.mark.parametrize(
    ("regio", "eigenaar"),
    [
        ("NV", "VT-NOG"),
        ("MIJOV", "VT-NOG"),
        ("ACH", "VT-NOG"),
        ("RIV", "GEM-0281"),
        ("RVN", "GEM-0268"),
        ("FV", "GEM-0228"),
        ("CG", "GEM-0202"),
    ],
)
def test_elke_regio_heeft_een_eigenaar_van_de_contacten(regio, eigenaar):
    """R25, R26: exactly one owner per region, and it is an organisation that exists."""
    assert queries.instelling(regio, "contact_eigenaar", op=BEGIN) == eigenaar
    assert Organisatie.objects.filter(sleutel=eigenaar).exists()


def test_het_expertteam_van_centraal_gelderland_heet_anders():
    """R145, R287."""
    team = queries.organisatie("RET-CG")
    assert (team.naam, team.vanaf) == ("Perspectiefoverleg", date(2020, 5, 1))


def test_elke_keuze_is_een_die_bestaat():
    for rij in RegioInstelling.objects.all():
        assert VAN_REGIO[rij.sleutel].check(rij.waarde) == rij.waarde


def test_geen_regio_koos_al_hoe_het_lokale_team_weet_welke_hulp_er_is():
    """R119, R285."""
    keuzes = RegioInstelling.objects.filter(sleutel="beschikbaarheid_optie")
    assert {rij.waarde for rij in keuzes} == {"onbeslist"}
    assert keuzes.count() == 7


@pytest.mark.parametrize(
    ("rol", "sleutel"),
    [
        ("lokaal_team", "LT-0228"),
        ("backoffice", "GEM-0228"),
        ("regionaal_contactpersoon", "REG-FV"),
        ("zorgbemiddelaar", "REG-FV"),
        ("functionaris", "GEM-0228"),
        ("expertteam", "RET-FV"),
    ],
)
def test_elke_rol_van_een_gemeente_hoort_bij_een_organisatie(rol, sleutel):
    assert queries.organisatie_met_rol(rol, gemeente="0228", op=BEGIN).sleutel == sleutel


def test_een_rol_die_van_het_gezin_afhangt_hoort_bij_geen_gemeente():
    assert queries.organisatie_met_rol("zorgaanbieder", gemeente="0228", op=BEGIN) is None
    assert queries.organisatie_met_rol("lokaal_team", gemeente="0363", op=BEGIN) is None


def test_de_opdracht_zegt_wat_er_nieuw_was(capsys):
    assert main(["netwerk", "inrichten", "--op", "2022-01-01"]) == 0
    assert "0 organisaties" in capsys.readouterr().out


def test_de_opdracht_weigert_wat_geen_dag_is(capsys):
    assert main(["netwerk", "inrichten", "--op", "gisteren"]) == 2
    assert "geen dag" in capsys.readouterr().err


def test_de_namen_zijn_die_van_de_referentielijst(shared):
    """Names of tables and expert teams beside the list they came from (R13, R18, R145)."""
    with (shared / "reference" / "organisations.csv").open(encoding="utf-8") as bestand:
        rijen = list(csv.DictReader(bestand))
    gevraagd = {
        rij["id"]: rij["name"].removesuffix(" (OPH)")
        for rij in rijen
        if rij["type"] in {"jeugdbeschermingstafel", "regionaal_expertteam"}
        and "not" not in rij["confidence"]
        and rij["confidence"] != "name assumed"
    }
    assert gevraagd
    for sleutel, naam in gevraagd.items():
        assert queries.organisatie(sleutel).naam == naam
