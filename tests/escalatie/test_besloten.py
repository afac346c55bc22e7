"""Situation 3 is for the people named in it, and for nobody else: over every page (R132)."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import connection
from django.urls import get_resolver, reverse
from django.utils.timezone import now

from paraplu.casussen import queries as werk
from paraplu.casussen.actions import break_glass, deelname, redo_stap
from paraplu.casussen.betrokken import casussen_of
from paraplu.casussen.fouten import MagNiet
from paraplu.casussen.models import Deelname
from paraplu.escalatie.cijfers.metingen import read_verlopen
from paraplu.web.models import Spoor
from paraplu.web.rechten import mag
from tests.casussen.bouwen import BEGIN
from tests.escalatie.bouwen import ANDER, EIGEN, als, collega_van, vervang
from tests.rights.test_matrix import list_routes

#: Rooms whose pages are about families, cases and people; the others show deliveries and figures.
KAMERS = ("casussen", "aanmelden", "netwerk", "meelezen", "veiligheid", "tafel", "escalatie",
          "overdracht", "toekomsttuin")  # fmt: skip
#: Numbers that stand nowhere by accident.
CASUS, STAP = 7700001, 8800001


@pytest.fixture
def zaak(toneel):
    """Somebody's acts are of concern; the leidinggevenden of both sides are on the move."""
    with connection.cursor() as cursor:
        for tabel, eerste in (("casus", CASUS), ("casusstap", STAP)):
            cursor.execute(
                f"SELECT setval(pg_get_serial_sequence('casussen_{tabel}', 'id'), {eerste - 1})"
            )
    # Both sides know the family from an ordinary case.
    toneel.gewoon = toneel.wereld.casus()
    toneel.gezin = toneel.gewoon.gezin
    escalatie = toneel.begin("3")
    toneel.naar_stap_2(escalatie)
    return escalatie


def list_adressen(kamers: tuple[str, ...], nummers: list[int]) -> Iterator[tuple[str, str]]:
    """Every page of the rooms, with each of these numbers where it takes one."""
    for route in list_routes(get_resolver()):
        kamer = route.callback.__module__.split(".")[1]
        if kamer not in kamers or not route.name:
            continue
        vragen = route.pattern.converters
        if not vragen:
            yield route.name, reverse(route.name)
        elif set(vragen) == {"pk"}:
            for nummer in nummers:
                yield route.name, reverse(route.name, args=[nummer])


def leave_traces(toneel, zaak) -> None:
    """Who takes part looks at every page that the case has, and leaves a trace on each."""
    client = als(toneel.jb)
    client.get(toneel.stap(zaak).get_absolute_url())
    for naam, adres in list_adressen(KAMERS, [zaak.casus_id]):
        if str(zaak.casus_id) in adres and mag(toneel.jb.gebruiker, naam):
            client.get(adres)
    assert Spoor.objects.filter(voorwerp__contains=zaak.casus.nummer).count() > 3


def test_alleen_wie_genoemd_is_ziet_haar(toneel, zaak):
    mee = {toneel.jb, *toneel.leiding.values()}
    anderen = {*toneel.wereld.wie.values(), *toneel.gw.values(), toneel.wethouder} - mee
    for wie in mee:
        assert zaak.casus in werk.casussen_for(wie.gebruiker, op=BEGIN)
    for wie in (*anderen, collega_van(toneel.leiding[EIGEN]), collega_van(toneel.jb)):
        assert zaak.casus not in werk.casussen_for(wie.gebruiker, op=BEGIN)
        assert not werk.stappen_for(wie.gebruiker, op=BEGIN).filter(casus=zaak.casus).exists()


@pytest.mark.parametrize(("rol", "kamers"), [("lokaal_team", KAMERS), ("teamleider", KAMERS[:1])])
def test_op_geen_enkele_bladzijde_staat_zij_voor_een_ander(toneel, zaak, rol, kamers):
    """Who sees the same family looks everywhere, also at who looked, and finds nothing."""
    wie = toneel.wereld.wie[rol]
    leave_traces(toneel, zaak)
    client, gezien = als(wie), 0
    nummers = [zaak.casus_id, toneel.stap(zaak).pk, toneel.gezin.pk]
    for naam, adres in list_adressen(kamers, nummers):
        if not mag(wie.gebruiker, naam):
            continue
        antwoord = client.get(adres)
        gezien += antwoord.status_code == 200
        if str(CASUS + 1) in adres or str(toneel.stap(zaak).pk) in adres:
            assert antwoord.status_code in {302, 404, 405}, adres
        elif not antwoord.streaming:
            tekst = antwoord.content.decode(errors="replace")
            assert zaak.casus.nummer not in tekst, adres
            assert zaak.vraag not in tekst, adres
    assert gezien >= 8
    assert str(CASUS + 1) in zaak.casus.nummer


def test_een_vervanger_ziet_haar_niet_en_de_gewone_casus_wel(toneel, zaak):
    vervanger = collega_van(toneel.jb)
    vervang(toneel.jb, vervanger, BEGIN)
    assert set(werk.casussen_for(vervanger.gebruiker, op=BEGIN)) == {toneel.gewoon}
    leider = collega_van(toneel.leiding[ANDER])
    vervang(toneel.leiding[ANDER], leider, BEGIN)
    assert not werk.casussen_for(leider.gebruiker, op=BEGIN).exists()


def test_noodtoegang_geeft_hetzelfde_antwoord_als_een_casus_die_er_niet_is(toneel, zaak):
    client = als(toneel.wereld.wie["teamleider"])
    reden = "Er is vannacht iets gebeurd."
    antwoorden = [
        client.post(reverse("noodtoegang"), {"nummer": nummer, "reden": reden})
        for nummer in (zaak.casus.nummer, "C9999999")
    ]
    assert [a.status_code for a in antwoorden] == [422, 422]
    assert all("Deze casus bestaat niet" in a.content.decode() for a in antwoorden)
    with pytest.raises(MagNiet):
        break_glass(casus=zaak.casus, by=toneel.lt, now=now(), reden=reden)


def test_niemand_wordt_als_organisatie_binnengelaten(toneel, zaak):
    assert not Deelname.objects.filter(casus=zaak.casus, medewerker=None).exists()
    with pytest.raises(MagNiet):
        deelname.let_in(
            casus=zaak.casus,
            organisatie=toneel.wereld.gi,
            rol="teamleider",
            reden="betrokken",
            on=BEGIN,
        )


def test_ook_een_stap_die_wordt_overgedaan_laat_alleen_genoemden_binnen(toneel, zaak):
    stap = zaak.casus.stappen.get(sleutel="eigen_overleg")
    redo_stap(stap=stap, by=toneel.jb, on=BEGIN, reden="verkeerde dag")
    assert not Deelname.objects.filter(casus=zaak.casus, medewerker=None).exists()


def test_bij_wie_vertrekt_staat_geen_nummer_van_een_besloten_casus(toneel, zaak):
    teksten = [str(regel.tekst) for regel in casussen_of(toneel.jb, op=BEGIN)]
    assert any("besloten" in tekst for tekst in teksten)
    assert not any(zaak.casus.nummer in tekst for tekst in teksten)


def test_haar_spoor_staat_niet_bij_het_gezin_en_wel_bij_haar_nummer(toneel, zaak):
    als(toneel.jb).get(zaak.casus.get_absolute_url())
    rijen = Spoor.objects.filter(voorwerp=zaak.casus.nummer)
    assert rijen.exists()
    assert {rij.gezin for rij in rijen} == {""}


def test_over_wie_het_gaat_wordt_niet_als_deelnemer_vastgelegd(toneel, zaak):
    namen = set(zaak.deelnemers.values_list("naam", flat=True))
    assert namen == {toneel.jb.naam, *(wie.naam for wie in toneel.leiding.values())}


def test_in_cijfers_heeft_zij_geen_regio_en_geen_partij(toneel, zaak):
    [verloop] = read_verlopen(BEGIN)
    assert (verloop.situatie, verloop.regio, verloop.partij) == ("3", "", "")
