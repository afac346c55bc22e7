"""Een verslag publiceren: door wie erover gaat, een keer, en daarna verandert het niet meer."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import DatabaseError, transaction

from paraplu.verslagen import actions, queries
from paraplu.verslagen.fouten import AlGepubliceerd, MagNietPubliceren, NietEigen
from paraplu.verslagen.models import Rapport
from paraplu.web.models import Soort, Spoor
from paraplu.web.rechten import mag
from tests.verslagen.conftest import DAG, opzet
from tests.web.wand.achter import achter_de_wand, nummers


def ziet(accounts, rapport) -> set[str]:
    return {soort for soort, wie in accounts.items()
            if queries.rapporten_for(wie).filter(pk=rapport.pk).exists()}  # fmt: skip


def test_een_concept_ziet_alleen_de_organisatie_die_het_maakte(accounts, concept):
    assert ziet(accounts, concept) == {"contractmanager"}


def test_na_het_publiceren_zien_alle_partijen_het_en_een_raad_niet(accounts, gepubliceerd):
    assert ziet(accounts, gepubliceerd) == set(Soort) - {"beheerder", "raadslid"}


def test_een_openbaar_verslag_ziet_ook_de_raad(accounts, maak):
    rapport = actions.keep_concept(
        gemaakt=maak("regio-CG", kring="publiek"), by=accounts["contractmanager"]
    )
    actions.publish(rapport=rapport, by=accounts["contractmanager"], on=DAG)
    assert ziet(accounts, rapport) == set(Soort) - {"beheerder"}


def test_een_volledig_verslag_blijft_in_de_eigen_organisatie(accounts, maak):
    rapport = actions.keep_concept(
        gemaakt=maak("regio-CG", kring="eigen"), by=accounts["contractmanager"]
    )
    actions.publish(rapport=rapport, by=accounts["contractmanager"], on=DAG)
    assert ziet(accounts, rapport) == {"contractmanager"}


def test_een_volledig_verslag_maakt_u_alleen_van_uw_eigen_gebied(accounts, monitor):
    with pytest.raises(NietEigen):
        actions.make_concept(opzet=opzet("regio-FV", kring="eigen"), by=accounts["contractmanager"])
    with pytest.raises(NietEigen):
        actions.make_concept(opzet=opzet("", kring="eigen"), by=accounts["gi"])
    assert not Rapport.objects.exists()


def test_een_raad_ziet_niet_wat_de_gemeente_voor_zichzelf_maakte(accounts, maak):
    raad, maker = accounts["raadslid"], accounts["backoffice"]
    raad.organisatie_code = maker.organisatie_code
    raad.save(update_fields=["organisatie_code"])
    gebied = f"gemeente-{maker.organisatie_code}"
    for kring in ("eigen", "partijen"):
        rapport = actions.keep_concept(gemaakt=maak(gebied, kring=kring), by=maker)
        assert ziet(accounts, rapport) >= {"backoffice"}
        assert "raadslid" not in ziet(accounts, rapport)
        assert not mag(raad, "verslag", rapport)
    with achter_de_wand(raad):
        assert nummers("verslagen_rapport") == set()


@pytest.mark.parametrize("soort", sorted(set(Soort)))
def test_de_wand_laat_dezelfde_rijen_zien_als_de_pagina(accounts, concept, maak, soort):
    for kring in ("publiek", "eigen"):
        rapport = actions.keep_concept(
            gemaakt=maak("regio-CG", kring=kring), by=accounts["contractmanager"]
        )
        actions.publish(rapport=rapport, by=accounts["contractmanager"], on=DAG)
    wie = accounts[soort]
    pagina = set(queries.rapporten_for(wie).values_list("pk", flat=True))
    with achter_de_wand(wie):
        assert nummers("verslagen_rapport") == pagina


@pytest.mark.parametrize(
    ("soort", "gebied", "mag"),
    [
        ("contractmanager", "regio-CG", True),
        ("contractmanager", "gemeente-0202", True),
        ("contractmanager", "gemeente-0228", False),
        ("contractmanager", "regio-FV", False),
        ("contractmanager", "gi-90000001", True),
        ("contractmanager", "", True),
        ("provincie", "regio-FV", True),
        ("backoffice", "gemeente-0228", False),
        ("gi", "gi-90000001", False),
    ],
)
def test_wie_waarover_publiceert(accounts, maak, soort, gebied, mag):
    rapport = actions.keep_concept(gemaakt=maak(gebied), by=accounts[soort])
    if mag:
        actions.publish(rapport=rapport, by=accounts[soort], on=DAG)
    else:
        with pytest.raises(MagNietPubliceren):
            actions.publish(rapport=rapport, by=accounts[soort], on=DAG)
    rapport.refresh_from_db()
    assert rapport.is_gepubliceerd is mag


def test_publiceren_kan_een_keer(accounts, gepubliceerd):
    with pytest.raises(AlGepubliceerd):
        actions.publish(rapport=gepubliceerd, by=accounts["contractmanager"], on=date(2024, 3, 1))
    gepubliceerd.refresh_from_db()
    assert gepubliceerd.gepubliceerd_op == DAG


def refused(zin: str, doe) -> None:
    with pytest.raises(DatabaseError, match=zin), transaction.atomic():
        doe()


def test_de_database_weigert_een_gepubliceerd_verslag_te_veranderen(gepubliceerd):
    eigen = Rapport.objects.filter(pk=gepubliceerd.pk)
    refused("verandert niet", lambda: eigen.update(gepubliceerd_op=None, gepubliceerd_door=None))
    refused("verandert niet", lambda: eigen.update(cijfers={}))
    refused("niet verwijderd", eigen.delete)


def test_ook_van_een_concept_veranderen_de_cijfers_niet(concept):
    eigen = Rapport.objects.filter(pk=concept.pk)
    refused("maak een nieuwe versie", lambda: eigen.update(cijfers={}))
    refused("niet verwijderd", eigen.delete)


def test_een_nieuwe_versie_vervangt_de_vorige_en_wist_haar_niet(accounts, gepubliceerd, maak):
    by = accounts["contractmanager"]
    nieuw = actions.keep_concept(gemaakt=maak("regio-CG"), by=by)
    versies = queries.versies_of(by, nieuw)
    assert [rapport.versie for rapport in versies] == [2, 1]
    assert queries.geldende_versie(versies) == gepubliceerd
    actions.publish(rapport=nieuw, by=by, on=DAG)
    assert queries.geldende_versie(queries.versies_of(by, nieuw)) == nieuw


def test_maken_publiceren_en_ophalen_staan_in_het_spoor(client, accounts, gepubliceerd):
    client.force_login(accounts["wethouder"])
    client.get(f"/verslagen/{gepubliceerd.pk}/verslag.pdf")
    handelingen = list(Spoor.objects.order_by("id").values_list("handeling", "gebruiker__soort"))
    assert handelingen == [
        ("verslag maken", "contractmanager"),
        ("verslag publiceren", "contractmanager"),
        ("verslag ophalen (pdf)", "wethouder"),
    ]
