"""Van een stap in een casus naar een bericht dat klaarstaat."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings

from paraplu.aanmelden.berichtenpost import NietTeVersturen, WijzigingKanNiet
from paraplu.aanmelden.berichtenpost.bewaren import inhoud_van
from paraplu.aanmelden.berichtenpost.terughalen import read_product, running_products
from paraplu.aanmelden.berichtenpost.zenden import (
    send_antwoord,
    send_intrekking,
    send_start,
    send_stop,
    send_toewijzing,
    send_verzoek,
)
from paraplu.aanmelden.models import Nummerreeks, Toewijzing, Werkbericht
from paraplu.casussen.actions import change_persoon, deelname
from paraplu.casussen.models import Casus, Document, Persoon
from paraplu.web.models import Gebruiker
from tests.web.wand.achter import achter_de_wand

from . import willekeurig as w
from .conftest import AANBIEDER, GEMEENTE, NU
from .voorbeeld import DAG, gelezen


@pytest.fixture
def toewijzing(post) -> Toewijzing:
    """Help that was coded and is not allocated yet."""
    return maak(post.casus)


def maak(casus, **velden) -> Toewijzing:
    kind = casus.kind
    if not kind.telefoon:
        kind.refresh_from_db()
        change_persoon(persoon=kind, versie=kind.versie, telefoon="06 12345678")
        casus.refresh_from_db()
    bepaling = Document.objects.create(
        casus=casus, soort="bepaling", versie=Document.objects.count() + 1, inhoud={},
        vastgesteld_op=DAG, door=casus.houder,
    )  # fmt: skip
    return Toewijzing.objects.create(
        **{
            "casus": casus,
            "bepaling": bepaling,
            "aanbieder": casus.aanbieder,
            "productcategorie": "45",
            "productcode": "45A04",
            "ingangsdatum": DAG,
            "einddatum": date(2026, 12, 31),
            "volume": 4,
            "eenheid": "04",
            "frequentie": "2",
            "gecodeerd_door": casus.houder,
            "gecodeerd_op": DAG,
            **velden,
        }
    )


def producten(bericht: Werkbericht) -> list[dict]:
    client = gelezen(inhoud_van(bericht)).inhoud["Client"]
    return client["ToegewezenProducten"]["ToegewezenProduct"]


def test_een_toewijzing_krijgt_een_nummer_en_staat_klaar(post, toewijzing):
    bericht = send_toewijzing(toewijzing=toewijzing, nu=NU)
    toewijzing.refresh_from_db()
    (product,) = producten(bericht)

    assert (bericht.soort, bericht.status, bericht.casus) == ("JW301", "klaargezet", post.casus)
    assert (bericht.afzender, bericht.ontvanger) == (GEMEENTE, AANBIEDER)
    assert product["ToewijzingNummer"] == str(toewijzing.nummer)
    assert toewijzing.toegewezen_op == DAG


def test_een_tweede_toewijzing_herhaalt_wat_er_loopt_ongewijzigd(post, toewijzing):
    eerste = send_toewijzing(toewijzing=toewijzing, nu=NU)
    tweede = maak(post.casus, productcategorie="54", productcode="54001")
    bericht = send_toewijzing(toewijzing=tweede, nu=NU + timedelta(days=9))
    nieuw, herhaald = producten(bericht)

    assert nieuw["ToewijzingNummer"] == str(tweede.nummer)
    assert herhaald == producten(eerste)[0]


def test_wat_voorbij_is_wordt_niet_herhaald(post, toewijzing):
    send_toewijzing(toewijzing=toewijzing, nu=NU)
    kind = {"gemeente": GEMEENTE, "aanbieder": AANBIEDER}

    assert len(running_products(post.casus.kind_id, on=date(2026, 12, 31), **kind)) == 1
    assert running_products(post.casus.kind_id, on=date(2027, 1, 1), **kind) == []


def test_dezelfde_hulp_twee_keer_toewijzen_gaat_niet_uit(post, toewijzing):
    send_toewijzing(toewijzing=toewijzing, nu=NU)
    laatste = Nummerreeks.objects.get(soort="toewijzing").laatste
    dubbel = maak(post.casus)
    with pytest.raises(NietTeVersturen) as fout:
        send_toewijzing(toewijzing=dubbel, nu=NU)
    dubbel.refresh_from_db()

    assert {reden.regel for reden in fout.value.redenen} == {"TR302"}
    assert dubbel.nummer is None
    assert Nummerreeks.objects.get(soort="toewijzing").laatste == laatste


def test_een_toewijzing_wordt_ingetrokken_en_daarna_verwijderd(post, toewijzing):
    send_toewijzing(toewijzing=toewijzing, nu=NU)
    later = NU + timedelta(days=30)
    (eerder,) = producten(
        send_intrekking(toewijzing=toewijzing, per=date(2026, 6, 30), reden="09", nu=later)
    )
    (weg,) = producten(send_intrekking(toewijzing=toewijzing, nu=later + timedelta(days=1)))
    wat = ("Einddatum", "RedenWijziging")

    assert [eerder[naam] for naam in wat] == ["2026-06-30", "09"]
    assert [weg[naam] for naam in wat] == ["2026-03-02", "13"]
    with pytest.raises(NietTeVersturen):
        send_intrekking(toewijzing=toewijzing, nu=later)


def test_intrekken_na_het_einde_kan_niet(post, toewijzing):
    send_toewijzing(toewijzing=toewijzing, nu=NU)
    with pytest.raises(WijzigingKanNiet):
        send_intrekking(toewijzing=toewijzing, per=date(2027, 1, 1), reden="09", nu=NU)


def test_wat_is_afgekeurd_telt_als_niet_verzonden(post, toewijzing):
    bericht = send_toewijzing(toewijzing=toewijzing, nu=NU)
    Werkbericht.objects.filter(pk=bericht.pk).update(status="afgekeurd")
    with pytest.raises(NietTeVersturen):
        send_intrekking(toewijzing=toewijzing, nu=NU)


def test_een_verzoek_noemt_de_gi_en_de_toewijzing_erop_de_referentie(post, toewijzing):
    verzoek = send_verzoek(toewijzing=toewijzing, nu=NU)
    client = gelezen(inhoud_van(verzoek)).inhoud["Client"]
    (gevraagd,) = client["AangevraagdeProducten"]["AangevraagdProduct"]
    (toegewezen,) = producten(send_toewijzing(toewijzing=toewijzing, nu=NU))
    toewijzing.refresh_from_db()

    assert (verzoek.afzender, verzoek.ontvanger) == (AANBIEDER, GEMEENTE)
    assert gevraagd["Verwijzer"] == {"Type": "04", "ZorgverlenerCode": post.casus.gi.code}
    assert toegewezen["ReferentieAanbieder"] == gevraagd["ReferentieAanbieder"]
    assert toewijzing.verzocht_op == DAG


def test_een_319_zonder_reden_wijst_nog_niets_af(post, toewijzing):
    send_verzoek(toewijzing=toewijzing, nu=NU)
    onderzoek = send_antwoord(toewijzing=toewijzing, nu=NU)
    assert toewijzing.afgewezen_op is None
    afwijzing = send_antwoord(toewijzing=toewijzing, reden="3", nu=NU)
    toewijzing.refresh_from_db()

    assert gelezen(inhoud_van(onderzoek)).inhoud["Antwoord"]["VerzoekAntwoord"] == "2"
    assert gelezen(inhoud_van(afwijzing)).inhoud["Antwoord"]["RedenAfwijzingVerzoek"] == "3"
    assert (toewijzing.afgewezen_op, toewijzing.reden_afwijzing) == (DAG, "3")


def test_een_start_en_een_stop_noemen_de_toewijzing(post, toewijzing):
    send_toewijzing(toewijzing=toewijzing, nu=NU)
    start = send_start(toewijzing=toewijzing, begindatum=DAG, nu=NU)
    toewijzing.gestart_op = DAG
    stop = send_stop(toewijzing=toewijzing, einddatum=DAG, reden="31", nu=NU)

    assert [een.soort for een in (start, stop)] == ["JW305", "JW307"]
    assert start.sleutels == stop.sleutels == [f"T {GEMEENTE} {toewijzing.nummer}"]


def test_zonder_toewijzing_geen_start_en_zonder_start_geen_stop(toewijzing):
    with pytest.raises(NietTeVersturen):
        send_start(toewijzing=toewijzing, begindatum=DAG, nu=NU)
    with pytest.raises(NietTeVersturen):
        send_stop(toewijzing=toewijzing, einddatum=DAG, reden="31", nu=NU)


def test_de_backoffice_verstuurt_ook_wat_zij_zelf_niet_ziet(post, toewijzing):
    """The parents, and what runs at this provider from another case of the same child."""
    kind = post.casus.kind
    ouder = Persoon.objects.get(gezin=kind.gezin, rol="ouder")
    change_persoon(persoon=ouder, versie=ouder.versie, gezag=True, telefoon="06 12345678")
    send_toewijzing(toewijzing=toewijzing, nu=NU)
    andere = Casus.objects.create(
        **{
            veld.attname: getattr(post.casus, veld.attname)
            for veld in Casus._meta.fields
            if not veld.primary_key
        }
    )
    tweede = maak(andere, productcategorie="54", productcode="54001")
    backoffice = Gebruiker.objects.get(soort="backoffice")
    deelname.let_in(
        casus=andere, organisatie=andere.gemeente, rol="backoffice", reden="betrokken", on=DAG
    )
    with achter_de_wand(backoffice):
        gezien = set(Casus.objects.all()), set(Persoon.objects.filter(rol="ouder"))
        bericht = send_toewijzing(toewijzing=Toewijzing.objects.get(pk=tweede.pk), nu=NU)

    assert gezien == ({andere}, set())
    assert "Relaties" in gelezen(inhoud_van(bericht)).inhoud["Client"]
    assert len(producten(bericht)) == 2


@settings(max_examples=60, deadline=None)
@given(w.toewijzingen())
def test_een_toewijzing_komt_uit_haar_bericht_zoals_zij_erin_ging(toewijzingen):
    for een in toewijzingen:
        moment = een.vastgesteld_op.replace(microsecond=0)
        assert read_product(een.klasse()) == replace(een, vastgesteld_op=moment)
