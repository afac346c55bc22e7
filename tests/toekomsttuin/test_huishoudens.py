"""A household: 0 to 100, one fixed contact, a first decision by the four, safety, help, and out."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from paraplu.toekomsttuin.actions import huishoudens, hulp, leden
from paraplu.toekomsttuin.fouten import AlWeg, NietNodig, TuinFout
from paraplu.toekomsttuin.lezen.organisaties import measure_drukte
from paraplu.toekomsttuin.models import (
    Aanspreekpunt,
    Betrokkenheid,
    Domein,
    Huishouden,
    Screening,
)
from paraplu.web.models import Spoor
from tests.casussen.bouwen import BEGIN
from tests.toekomsttuin.bouwen import VANDAAG

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("soort", Huishouden.Soort.values)
def test_een_huishouden_van_elke_soort_komt_in_de_tuin(w, soort):
    """R40, R253: children are not required; the contact is there from the first day."""
    antwoord = w.als("raad").post(
        f"/tuinen/{w.tuin.pk}/huishoudens/nieuw/",
        {
            "soort": soort,
            "gemeente": "0228",
            "instroom_via": "lokaal_team",
            "instroom_op": BEGIN.isoformat(),
            "aanspreekpunt": w.leden["raad"].pk,
        },
    )
    huishouden = Huishouden.objects.get()
    assert antwoord["Location"] == huishouden.get_absolute_url()
    assert huishouden.soort == soort
    assert huishouden.aanspreekpunten.get().lid == w.leden["raad"]
    assert Spoor.objects.filter(gezin=huishouden.nummer).exists()


def test_instroom_is_via_veilig_thuis_of_het_lokale_team(w):
    """R45."""
    assert set(Huishouden.Instroom.values) == {"veilig_thuis", "lokaal_team"}
    antwoord = w.als("raad").post(
        f"/tuinen/{w.tuin.pk}/huishoudens/nieuw/", {"instroom_via": "buurman"}
    )
    assert antwoord.status_code == 422
    assert not Huishouden.objects.exists()


def test_er_is_altijd_precies_een_aanspreekpunt_en_elke_wisseling_heeft_een_reden(w):
    """R253."""
    huishouden = w.huishouden()
    with pytest.raises(TuinFout):
        huishoudens.change_aanspreekpunt(
            huishouden=huishouden, lid=w.leden["raad"], vanaf=VANDAAG, reden=" "
        )
    huishoudens.change_aanspreekpunt(
        huishouden=huishouden, lid=w.leden["raad"], vanaf=VANDAAG, reden="andere baan"
    )
    assert huishouden.aanspreekpunten.filter(tot=None).get().lid == w.leden["raad"]
    assert huishouden.aanspreekpunten.count() == 2
    with pytest.raises(TuinFout):
        huishoudens.change_aanspreekpunt(
            huishouden=huishouden, lid=w.leden["raad"], vanaf=VANDAAG, reden="zelfde"
        )
    with pytest.raises(IntegrityError), transaction.atomic():
        Aanspreekpunt.objects.create(
            huishouden=huishouden, lid=w.leden["lokaal_team"], vanaf=VANDAAG
        )


@pytest.mark.parametrize("mist", [None, "raad", "veilig_thuis"])
def test_het_eerste_besluit_nemen_de_vier_samen_of_er_staat_wie_er_niet_was(w, mist):
    """R257; it warns and does not keep help from a family (P43)."""
    huishouden = w.huishouden()
    nemers = [lid.pk for rol, lid in w.leden.items() if rol != mist]
    antwoord = w.als("raad").post(
        f"{huishouden.get_absolute_url()}besluit/",
        {
            "nemers": nemers,
            "wie": w.leden["lokaal_team"].pk,
            "hoe": "Thuis, samen met oma.",
            "waarom": "Oma wordt vertrouwd.",
            "op": VANDAAG.isoformat(),
        },
    )
    assert antwoord.status_code == 302
    tekst = w.als("raad").get(huishouden.get_absolute_url()).content.decode()
    assert "Thuis, samen met oma." in tekst
    assert ("niet alle vier" in tekst) == bool(mist)
    if mist:
        assert w.leden[mist].werkgever.get_soort_display() in tekst.split("niet alle vier")[1]


def test_de_fase_van_veiligheid_gaat_vooruit_en_terug_en_blijft_staan(w):
    """R2."""
    huishouden = w.huishouden()
    for fase in ("2", "3", "1"):
        huishoudens.set_veiligheid(
            huishouden=huishouden, fase=fase, waarom="x", op=VANDAAG, by=w.wie["raad"]
        )
    assert [rij.fase for rij in huishouden.fasen.all()] == ["1", "2", "3", "1"]
    with pytest.raises(DatabaseError, match="voeg een nieuwe toe"), transaction.atomic():
        huishouden.fasen.update(fase="4")


@pytest.mark.parametrize("domein", [Domein.TRAUMA, Domein.SCHULDEN])
def test_een_screening_gaat_over_een_persoon_en_een_domein(w, domein):
    """R251, R225."""
    huishouden = w.huishouden()
    ouder = huishouden.mensen.get(rol="ouder")
    antwoord = w.als("raad").post(
        f"{huishouden.get_absolute_url()}erbij/screening/",
        {
            "huisgenoot": ouder.pk,
            "domein": domein,
            "uitkomst": "speelt",
            "op": VANDAAG.isoformat(),
        },
    )
    assert antwoord.status_code == 302
    assert Screening.objects.get().huisgenoot == ouder


def test_niemand_van_een_ander_huishouden_wordt_hier_gescreend(w):
    een, ander = w.huishouden(), w.huishouden()
    with pytest.raises(TuinFout):
        hulp.screen(
            huishouden=een,
            huisgenoot=ander.mensen.first(),
            domein="lvb",
            uitkomst="niet",
            op=VANDAAG,
            by=w.wie["raad"],
        )


def test_elk_kind_heeft_eigen_woorden_die_blijven_staan(w):
    """R226."""
    huishouden = w.huishouden()
    kind, ouder = huishouden.mensen.get(rol="kind"), huishouden.mensen.get(rol="ouder")
    adres = f"{huishouden.get_absolute_url()}erbij/kindgesprek/"
    woorden = "Ik vind het raar als <ze> schreeuwen."
    velden = {"huisgenoot": kind.pk, "eigen_woorden": woorden, "op": VANDAAG.isoformat()}
    assert w.als("raad").post(adres, {**velden, "huisgenoot": ouder.pk}).status_code == 422
    assert "nog niet gesproken" in w.als("raad").get(huishouden.get_absolute_url()).content.decode()
    assert w.als("raad").post(adres, velden).status_code == 302
    assert kind.gesprekken.get().eigen_woorden == woorden
    tekst = w.als("raad").get(huishouden.get_absolute_url()).content.decode()
    assert "schreeuwen" in tekst
    assert "<ze>" not in tekst
    assert "nog niet gesproken" not in tekst
    with pytest.raises(DatabaseError, match="voeg een nieuwe toe"), transaction.atomic():
        kind.gesprekken.update(eigen_woorden="anders")


DELEN = {
    "gezinsgesprek": {
        "op": VANDAAG, "afspraken_duidelijk": "ja", "doel_duidelijk": "nee",
        "eigen_woorden": "Wij snappen het doel niet.", "zelf_besloten": "Oma past op.",
        "gevolg_uitgelegd": "ja",
    },
    "hulp": {"voor": "allen", "wat": "Schuldhulp", "door_wie": "gemeente", "begonnen_op": BEGIN},
    "hulpverleden": {
        "hulp": "Gezinscoach", "door_wie": "een aanbieder", "periode": "2019",
        "relatie": "Goed contact.", "werkte": "Thuis komen.", "werkte_niet": "Veel wisselen.",
    },
    "steun": {"wie": "oma", "doet": "past op", "vanaf": BEGIN},
    "organisatie": {"organisatie": "Wijkteam", "vanaf": BEGIN, "overgenomen": "nee"},
    "volgmoment": {"na": "overdracht", "gepland_op": VANDAAG},
    "huisgenoot": {"naam": "Nieuw Mens", "rol": "partner"},
    "veiligheid": {"fase": "2", "waarom": "Het is rustig.", "op": VANDAAG},
}  # fmt: skip


@pytest.mark.parametrize("deel", DELEN)
def test_elk_deel_van_een_huishouden_krijgt_een_regel_en_toont_die(w, deel):
    """R222, R223, R226, R249, R250, R252, R255: what was written is on the page, in those words."""
    huishouden = w.huishouden()
    adres = huishouden.get_absolute_url()
    client = w.als("raad")
    assert client.post(f"{adres}erbij/{deel}/", {"leeg": "ja"}).status_code == 422
    velden = {naam: str(waarde) for naam, waarde in DELEN[deel].items()}
    assert client.post(f"{adres}erbij/{deel}/", velden).status_code == 302
    tekst = client.get(adres).content.decode()
    for naam, waarde in DELEN[deel].items():
        if isinstance(waarde, str) and " " in waarde:
            assert waarde in tekst, naam
    assert Spoor.objects.filter(
        gezin=huishouden.nummer, handeling=f"huishouden: {deel} toevoegen"
    ).exists()


def test_een_bsn_staat_nergens_in_een_huishouden(w):
    adres = f"{w.huishouden().get_absolute_url()}erbij/steun/"
    velden = {"wie": "oma 999900006", "doet": "x", "vanaf": str(BEGIN)}
    antwoord = w.als("raad").post(adres, velden)
    assert antwoord.status_code == 422
    assert "lijkt een BSN te staan" in antwoord.content.decode()


def test_een_mandaat_gebruikt_wie_het_heeft_en_zolang_het_geldt(w):
    """R254: use of it is noted on the household."""
    huishouden = w.huishouden()
    mandaat = leden.give_mandaat(
        lid=w.leden["raad"], waarvoor="Zelf hulp inzetten", gegeven_door="directeur",
        vanaf=BEGIN, tot=BEGIN + timedelta(days=9),
    )  # fmt: skip
    adres = f"{huishouden.get_absolute_url()}erbij/mandaat/"
    velden = {"mandaat": mandaat.pk, "wat": "Opvang geregeld.", "op": str(BEGIN)}
    assert w.als("veilig_thuis").post(adres, velden).status_code == 422
    te_laat = {**velden, "op": str(BEGIN + timedelta(days=10))}
    assert w.als("raad").post(adres, te_laat).status_code == 422
    assert w.als("raad").post(adres, velden).status_code == 302
    assert huishouden.mandaatgebruik.get().lid == w.leden["raad"]


def test_uit_de_tuin_gaat_een_huishouden_met_een_reden_en_een_keer(w):
    huishouden = w.huishouden()
    adres = f"{huishouden.get_absolute_url()}weg/"
    assert w.als("raad").post(adres, {"op": str(VANDAAG)}).status_code == 422
    velden = {"reden": "lokaal_team", "tekst": "Het team blijft.", "op": str(VANDAAG)}
    assert w.als("raad").post(adres, velden).status_code == 302
    assert w.als("raad").post(adres, velden).status_code == 422
    with pytest.raises(AlWeg):
        huishoudens.add_huisgenoot(huishouden=huishouden, naam="x", rol="kind")
    assert w.als("raad").get(f"{huishouden.get_absolute_url()}erbij/steun/").status_code == 404


def test_ook_na_vertrek_blijft_een_gezin_in_beeld(w):
    """R252, R48: families do not go out of sight after a hand-over."""
    huishouden = w.huishouden()
    huishoudens.let_out(huishouden=huishouden, reden="lokaal_team", tekst="x", on=VANDAAG)
    adres = huishouden.get_absolute_url()
    velden = {"na": "overdracht", "gepland_op": str(VANDAAG + timedelta(days=90))}
    assert w.als("raad").post(f"{adres}erbij/volgmoment/", velden).status_code == 302
    moment = huishouden.volgmomenten.get()
    pagina = f"/tuinen/volgmoment/{moment.pk}/"
    assert w.als("raad").post(pagina, {"tekst": "x"}).status_code == 422
    antwoord = {"hulp_begonnen": "nee", "tekst": "Nog geen hulp."}
    assert w.als("raad").post(pagina, antwoord).status_code == 302
    moment.refresh_from_db()
    assert (moment.hulp_begonnen, moment.gehouden_op) == (False, VANDAAG)
    with pytest.raises(NietNodig):
        hulp.hold_volgmoment(moment=moment, hulp_begonnen=True, tekst="", on=VANDAAG)


def test_wie_keek_er_staat_op_een_pagina_van_het_huishouden(w):
    """R4."""
    huishouden = w.huishouden()
    w.als("veilig_thuis").get(huishouden.get_absolute_url())
    tekst = w.als("raad").get(f"{huishouden.get_absolute_url()}wie-keek/").content.decode()
    assert w.wie["veilig_thuis"].gebruiker.naam in tekst
    assert "huishouden bekijken" in tekst


# ---- R249, against a naive reading --------------------------------------------------------------

DAGEN = st.integers(0, 12)
RIJ = st.tuples(st.sampled_from("ABC"), DAGEN, st.none() | DAGEN, st.booleans())


@pytest.mark.django_db(databases=[])
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(RIJ, max_size=6), DAGEN, st.none() | DAGEN, st.integers(0, 14))
def test_overdrachten_en_organisaties_tegelijk_dag_voor_dag_geteld(rijen, begin, einde, nu):
    """R249: before and in the garden, each day looked at one by one."""
    dag = lambda n: BEGIN + timedelta(days=n)  # noqa: E731
    tot = None if einde is None else max(begin, einde)
    huishouden = Huishouden(instroom_op=dag(begin), uitstroom_op=None if tot is None else dag(tot))
    lijst = [
        Betrokkenheid(
            organisatie=wie, vanaf=dag(van), overgenomen=over,
            tot=None if t is None else dag(max(van, t)),
        )
        for wie, van, t, over in rijen
    ]  # fmt: skip
    laatste = nu if tot is None else min(nu, tot)

    def drukst(dagen) -> int:
        return max(
            (
                len({r.organisatie for r in lijst if r.vanaf <= d and (not r.tot or d <= r.tot)})
                for d in map(dag, dagen)
            ),
            default=0,
        )

    gemeten = measure_drukte(huishouden, lijst, op=dag(nu))
    over = [r.vanaf for r in lijst if r.overgenomen]
    assert gemeten.overdrachten_voor == sum(v < dag(begin) and v <= dag(nu) for v in over)
    assert gemeten.overdrachten_in == sum(dag(begin) <= v <= dag(laatste) for v in over)
    assert gemeten.tegelijk_voor == drukst(range(min(begin, nu + 1)))
    assert gemeten.tegelijk_in == drukst(range(begin, laatste + 1))
