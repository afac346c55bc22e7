"""The database shows a user what the queries show, and nobody else anything, whatever is asked."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, models, transaction
from django.utils.timezone import localdate, now
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from paraplu.casussen import actions, queries
from paraplu.casussen.models import (
    Afschrift,
    Casus,
    Deelname,
    Document,
    Gebeurtenis,
    Gezin,
    Noodtoegang,
    Persoon,
    Regie,
)
from paraplu.netwerk.models import Afwezigheid, Functie, Medewerker, Soort, Team
from paraplu.web.models import Gebruiker
from paraplu.web.wand.beleid import BELEID, KAMERS, VRIJ
from paraplu.web.wand.verzoek import beyond_wall
from tests.casussen.bouwen import BEGIN, Wereld, make_medewerker, make_organisatie
from tests.web.wand.achter import achter_de_wand, nummers, vraag

ROLLEN = ("jeugdbeschermer", "teamleider", "lokaal_team", "backoffice", "zorgaanbieder")
INHOUD = sorted(BELEID)
DAG = st.integers(-2, 2)


def tabellen() -> set[str]:
    return {
        model._meta.db_table
        for kamer in KAMERS
        for model in apps.get_app_config(kamer).get_models(include_auto_created=True)
    }


def test_elke_tabel_van_de_kamers_met_gezinnen_heeft_een_regel():
    assert {"casussen", "aanmelden"} <= KAMERS
    assert tabellen() - set(BELEID) - set(VRIJ) == set(), "schrijf hier een regel voor in wand.py"
    assert set(BELEID) | set(VRIJ) <= tabellen(), "deze tabel bestaat niet meer"


def test_elke_tabel_met_een_regel_staat_in_de_database_achter_de_wand(db):
    dicht = vraag("SELECT relname FROM pg_class WHERE relrowsecurity")
    assert {naam for (naam,) in dicht} == set(BELEID)


def test_de_rol_van_de_applicatie_kan_de_wand_niet_voorbij(db):
    [rij] = vraag(
        "SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb FROM pg_roles "
        "WHERE rolname = 'paraplu_app'"
    )
    assert rij == (False, False, False, False)
    assert vraag("SELECT tablename FROM pg_tables WHERE tableowner = 'paraplu_app'") == []


@pytest.mark.parametrize(
    "opdracht",
    [
        "ALTER TABLE casussen_casus DISABLE ROW LEVEL SECURITY",
        "DROP POLICY wand ON casussen_casus",
        "CREATE TABLE public.achterdeur (n int)",
        "SET ROLE paraplu",
        "UPDATE web_spoor SET doel = 'x'",
        "DELETE FROM web_spoor",
        "TRUNCATE casussen_casus CASCADE",
        "UPDATE django_migrations SET name = 'x'",
    ],
)
def test_de_applicatie_mag_de_wand_en_het_spoor_niet_veranderen(wereld, opdracht):
    if opdracht == "SET ROLE paraplu":
        # Who may be which role is looked at by who logged in: in a test that is the owner.
        [rij] = vraag("SELECT pg_has_role('paraplu_app', 'paraplu', 'member')")
        assert rij == (False,)
        return
    with pytest.raises(DatabaseError), achter_de_wand(wereld.gebruiker("jeugdbeschermer")):
        vraag(opdracht)


@pytest.fixture
def gevuld(wereld) -> Wereld:
    """A case in which much has happened, so that most tables have a row."""
    casus = wereld.casus()
    jeugdbeschermer = wereld.wie["jeugdbeschermer"]
    actions.set_regisseur(gezin=casus.gezin, medewerker=jeugdbeschermer, on=BEGIN)
    actions.start_maatregel(
        persoon=casus.kind, soort="ots", gi=wereld.gi, uitspraak_op=BEGIN, vanaf=BEGIN,
        contactpersoon=wereld.wie["lokaal_team"],
    )  # fmt: skip
    document = actions.fix_document(
        casus=casus, soort="bepaling", inhoud={"vraag": "hulp"}, by=jeugdbeschermer, on=BEGIN
    )
    Afschrift.objects.create(
        document=document, organisatie=wereld.aanbieder, rol="zorgaanbieder",
        met_persoonsgegevens=False, op=BEGIN, door=jeugdbeschermer,
    )  # fmt: skip
    actions.save_concept(
        gebruiker=jeugdbeschermer.gebruiker, casus=casus, formulier="bepaling", inhoud={}, versie=0
    )
    actions.break_glass(casus=casus, by=wereld.wie["expertteam"], now=now(), reden="nood")
    return wereld


@pytest.mark.parametrize("tabel", INHOUD)
def test_zonder_gebruiker_ziet_de_applicatie_niets(gevuld, tabel):
    with achter_de_wand():
        assert vraag(f"SELECT count(*) FROM {tabel}") == [(0,)]


def test_de_technisch_beheerder_ziet_niets(gevuld):
    beheerder = Gebruiker.objects.create_user(
        "beheer", naam="Beheer", soort="beheerder", organisatie_soort="beheer", organisatie_naam="B"
    )
    with achter_de_wand(beheerder):
        assert {tabel: nummers(tabel) for tabel in INHOUD if nummers(tabel)} == {}


def test_de_jeugdbeschermer_ziet_de_eigen_casus_met_alles_erbij(gevuld):
    with achter_de_wand(gevuld.gebruiker("jeugdbeschermer")):
        gezien = {tabel for tabel in INHOUD if nummers(tabel)}
    assert {
        "casussen_casus", "casussen_casusstap", "casussen_staprol", "casussen_deelname",
        "casussen_gebeurtenis", "casussen_gezin", "casussen_persoon", "casussen_regie",
        "casussen_maatregel", "casussen_contactpersoon", "casussen_document",
        "casussen_afschrift", "casussen_concept",
    } <= gezien  # fmt: skip


def test_een_concept_ziet_alleen_wie_het_schreef(gevuld):
    with achter_de_wand(gevuld.gebruiker("teamleider")):
        assert nummers("casussen_casus")
        assert nummers("casussen_concept") == set()


def test_wie_een_andere_casus_aanwijst_verandert_niets(gevuld):
    casus = Casus.objects.get()
    with achter_de_wand(gevuld.gebruiker("backoffice")):
        assert Casus.objects.filter(pk=casus.pk).update(spoed=True) == 0
        assert vraag("DELETE FROM casussen_concept RETURNING id") == []
        with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
            Gebeurtenis.objects.create(casus_id=casus.pk, soort="x", op=BEGIN)
    assert not Casus.objects.get().spoed


@pytest.mark.parametrize(
    "uitgang",
    [
        "SELECT count(*) FROM casussen_persoon",
        "SELECT count(*) FROM casussen_persoon WHERE achternaam ILIKE '%test%'",
        "SELECT count(*) FROM casussen_casus c JOIN casussen_persoon p ON p.id = c.kind_id",
        "SELECT count(*) FROM (SELECT 1 FROM casussen_gebeurtenis UNION ALL "
        "SELECT 1 FROM casussen_document) alles",
        "SELECT coalesce(max(id), 0) FROM casussen_casus",
    ],
)
def test_tellen_zoeken_en_uitvoeren_gaan_langs_dezelfde_wand(gevuld, uitgang):
    with achter_de_wand(gevuld.gebruiker("zorgaanbieder")):
        assert vraag(uitgang) == [(0,)]
    assert vraag(uitgang) != [(0,)]


def test_uitvoeren_met_copy_gaat_langs_de_wand(gevuld):
    uitvoer = "COPY (SELECT achternaam FROM casussen_persoon) TO STDOUT"
    with (
        achter_de_wand(gevuld.gebruiker("zorgaanbieder")),
        connection.cursor() as cursor,
        cursor.copy(uitvoer) as stroom,
    ):
        assert b"".join(bytes(stuk) for stuk in stroom) == b""


def test_een_sleutel_in_een_ander_gezin_verraadt_niets(gevuld):
    """A failing join or function must not run on rows that are not the user's."""
    with achter_de_wand(gevuld.gebruiker("zorgaanbieder")):
        assert vraag("SELECT id FROM casussen_persoon WHERE 1 / (length(achternaam) - 9) > 5") == []


def test_noodtoegang_opent_de_casus_en_het_gezin(gevuld):
    with achter_de_wand(gevuld.gebruiker("expertteam")):
        assert len(nummers("casussen_casus")) == 1
        assert len(nummers("casussen_persoon")) == 2
    Noodtoegang.objects.update(vanaf=now() - timedelta(hours=4), tot=now() - timedelta(hours=1))
    with achter_de_wand(gevuld.gebruiker("expertteam")):
        assert nummers("casussen_casus") == set()
        assert len(nummers("casussen_noodtoegang")) == 1


def test_het_netwerk_ziet_de_casus_en_niet_het_kind(gevuld):
    casus = Casus.objects.get()
    Deelname.objects.create(
        casus=casus, organisatie=gevuld.aanbieder, rol="zorgaanbieder", reden="stap:x", vanaf=BEGIN
    )
    with achter_de_wand(gevuld.gebruiker("zorgaanbieder")):
        assert nummers("casussen_casus") == {casus.pk}
        assert nummers("casussen_gezin") == {casus.gezin_id}
        assert nummers("casussen_persoon") == set()
    Afschrift.objects.create(
        document=Document.objects.get(), organisatie=gevuld.aanbieder, rol="zorgaanbieder",
        met_persoonsgegevens=True, grond="toewijzing", op=BEGIN, door=casus.houder,
    )  # fmt: skip
    with achter_de_wand(gevuld.gebruiker("zorgaanbieder")):
        assert nummers("casussen_persoon") == {casus.kind_id}


# ---- the same relation, on made-up relations -------------------------------------------------


def periode(dag: int, lengte: int | None) -> dict[str, date | None]:
    vanaf = localdate() + timedelta(days=dag)
    return {"vanaf": vanaf, "tot": None if lengte is None else vanaf + timedelta(days=lengte)}


PERIODE = st.builds(periode, DAG, st.none() | st.integers(0, 3))
RELATIE = st.one_of(
    st.tuples(
        st.just("deelname"), st.integers(0, 2), st.sampled_from(ROLLEN), st.integers(0, 1),
        st.none() | st.integers(0, 3), st.none() | st.integers(0, 1), PERIODE,
    ),
    st.tuples(
        st.just("functie"), st.integers(0, 3), st.sampled_from(ROLLEN), st.integers(0, 1),
        st.none() | st.integers(0, 1), PERIODE,
    ),
    st.tuples(st.just("afwezig"), st.integers(0, 3), st.integers(0, 3), PERIODE),
    st.tuples(st.just("weg"), st.integers(0, 3), PERIODE),
    st.tuples(st.just("nood"), st.integers(0, 2), st.integers(0, 3), st.integers(-240, 60)),
    st.tuples(st.just("regie"), st.integers(0, 2), st.integers(0, 3), PERIODE),
    st.tuples(
        st.just("afschrift"), st.integers(0, 2), st.sampled_from(ROLLEN), st.integers(0, 1),
        st.booleans(),
    ),
)  # fmt: skip


class Proef:
    """Three cases, four people, two organisations, two teams; the relations come from outside."""

    def __init__(self) -> None:
        wereld = Wereld()
        self.organisaties = [make_organisatie(f"P-{n}", Soort.GI) for n in range(2)]
        self.teams = [
            Team.objects.create(organisatie=self.organisaties[0], naam=f"T{n}", vanaf=BEGIN)
            for n in range(2)
        ]
        self.mensen = [make_medewerker("jeugdbeschermer", self.organisaties[0]) for _ in range(4)]
        self.casussen = [wereld.casus() for _ in range(3)]
        for casus in self.casussen:
            actions.fix_document(
                casus=casus, soort="bepaling", inhoud={}, by=wereld.wie["jeugdbeschermer"], on=BEGIN
            )
        Functie.objects.filter(medewerker__in=self.mensen).delete()

    def leg(self, soort: str, *velden) -> None:
        getattr(self, f"_{soort}")(*velden)

    def _deelname(self, casus, rol, organisatie, wie, team, wanneer) -> None:
        Deelname.objects.create(
            casus=self.casussen[casus], rol=rol, organisatie=self.organisaties[organisatie],
            medewerker=None if wie is None else self.mensen[wie],
            team=None if team is None else self.teams[team], reden="proef", **wanneer,
        )  # fmt: skip

    def _functie(self, wie, rol, organisatie, team, wanneer) -> None:
        Functie.objects.create(
            medewerker=self.mensen[wie], rol=rol, organisatie=self.organisaties[organisatie],
            team=None if team is None else self.teams[team], **wanneer,
        )  # fmt: skip

    def _afwezig(self, wie, vervanger, wanneer) -> None:
        if wie != vervanger:
            Afwezigheid.objects.create(
                medewerker=self.mensen[wie], vervanger=self.mensen[vervanger], **wanneer
            )

    def _weg(self, wie, wanneer) -> None:
        Medewerker.objects.filter(pk=self.mensen[wie].pk).update(**wanneer)

    def _nood(self, casus, wie, minuten) -> None:
        vanaf = now() + timedelta(minutes=minuten)
        Noodtoegang.objects.create(
            casus=self.casussen[casus], medewerker=self.mensen[wie], reden="r", vanaf=vanaf,
            tot=vanaf + timedelta(hours=3),
        )  # fmt: skip

    def _regie(self, casus, wie, wanneer) -> None:
        gezin = self.casussen[casus].gezin
        if wanneer["tot"] is None:
            Regie.objects.filter(gezin=gezin, tot=None).delete()
        Regie.objects.create(gezin=gezin, medewerker=self.mensen[wie], **wanneer)

    def _afschrift(self, casus, rol, organisatie, met) -> None:
        Afschrift.objects.create(
            document=Document.objects.get(casus=self.casussen[casus]), rol=rol,
            organisatie=self.organisaties[organisatie], met_persoonsgegevens=met,
            grond="proef" if met else "", op=BEGIN, door=self.mensen[0],
        )  # fmt: skip


def volgens_queries(gebruiker: Gebruiker) -> dict[str, set[int]]:
    """What the queries let this user see, per table."""
    vandaag = localdate()
    casussen = list(queries.casussen_for(gebruiker))
    gezinnen = {g.pk for g in queries.gezinnen_for(gebruiker)}
    personen = {p.pk for p in Persoon.objects.filter(gezin__in=gezinnen)}
    personen |= {
        c.kind_id for c in casussen if queries.sees_persoonsgegevens(gebruiker, c, op=vandaag)
    }
    return {
        "casussen_casus": {c.pk for c in casussen},
        "casussen_gezin": gezinnen | {c.gezin_id for c in casussen},
        "casussen_persoon": personen,
        "casussen_document": {
            d.pk for c in casussen for d in queries.documenten_for(gebruiker, c, op=vandaag)
        },
        "casussen_gebeurtenis": sleutels(Gebeurtenis.objects.filter(casus__in=casussen)),
        "casussen_deelname": sleutels(Deelname.objects.filter(casus__in=casussen)),
    }


def sleutels(rijen: models.QuerySet) -> set[int]:
    return set(rijen.values_list("pk", flat=True))


def test_de_wand_laat_precies_zien_wat_de_queries_laten_zien(db):
    proef = Proef()

    @settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
    @given(relaties=st.lists(RELATIE, min_size=2, max_size=14))
    def vergelijk(relaties) -> None:
        with transaction.atomic():
            for relatie in relaties:
                proef.leg(*relatie)
            for wie in proef.mensen:
                verwacht = volgens_queries(wie.gebruiker)
                with achter_de_wand(wie.gebruiker):
                    assert {tabel: nummers(tabel) for tabel in verwacht} == verwacht
            transaction.set_rollback(True)

    vergelijk()


def test_ook_de_queries_zelf_geven_achter_de_wand_hetzelfde(gevuld):
    for rol, wie in gevuld.wie.items():
        voor = [sleutels(vraag_(wie.gebruiker)) for vraag_ in VRAGEN]
        with achter_de_wand(wie.gebruiker):
            assert [sleutels(vraag_(wie.gebruiker)) for vraag_ in VRAGEN] == voor, rol


VRAGEN = (queries.casussen_for, queries.gezinnen_for, queries.stappen_for)


def test_het_systeem_ziet_alles(gevuld):
    alles = {tabel: nummers(tabel) for tabel in INHOUD}
    with achter_de_wand(), beyond_wall():
        assert {tabel: nummers(tabel) for tabel in INHOUD} == alles
    assert Gezin.objects.count() == 1
