"""A province at work for the load test: people, families, and many copies of cases the engine made.

Each case of `EXEMPLAREN` went through the engine to another step of a route. A copy gets the number
`n * RUIMTE + number of the original`, so that all keys inside a family stay right by themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import psycopg
from django.apps import apps
from django.db import connection, models, transaction
from django.utils import timezone

from paraplu.afspraken import gebieden
from paraplu.casussen import actions
from paraplu.casussen.models import Gezin, Maatregel, Persoon
from paraplu.netwerk.models import Afwezigheid, Functie, Medewerker, Organisatie, Soort, Team
from paraplu.project import postgres
from paraplu.web.models import Gebruiker, Spoor
from tests.aanmelden.test_wandelingen import Wandeling
from tests.casussen.bouwen import ACCOUNT, BEGIN, Wereld

#: More than the rows of any table of the originals.
RUIMTE = 1000
PER_JEUGDBESCHERMER = 50
PER_TEAM = 10
AANBIEDERS = 100
#: People per organisation of a kind, by role.
BEZETTING = {
    Soort.LOKAAL_TEAM: {"lokaal_team": 6},
    Soort.GEMEENTE: {"backoffice": 3},
    Soort.AANBIEDER: {"zorgaanbieder": 4},
    Soort.REGIO: {"regionaal_contactpersoon": 3, "functionaris": 2, "zorgbemiddelaar": 2},
    Soort.EXPERTTEAM: {"expertteam": 5},
}
#: Days before today on which the originals begin; copies move by at most two weeks from it.
GELEDEN = 20


def build(casussen: int, *, regels_spoor: int) -> dict[str, int]:
    """Fill the empty database; gives how many rows there are of what matters."""
    with psycopg.connect(**_as_superuser()) as lijn:
        lijn.execute(f"GRANT SET ON PARAMETER session_replication_role TO {postgres.ROL}")
    with transaction.atomic():
        organisaties = _make_organisaties()
        _make_people(organisaties, casussen)
        originelen = _make_originals(timezone.localdate() - timedelta(days=GELEDEN))
        _copy_all(originelen, casussen)
    _write_trace(regels_spoor)
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
    tabellen = ("Casus", "CasusStap", "StapRol", "Deelname", "Gebeurtenis", "Gezin", "Persoon")
    geteld = {naam: apps.get_model("casussen", naam).objects.count() for naam in tabellen}
    return {**geteld, "Medewerker": Medewerker.objects.count(), "Spoor": Spoor.objects.count()}


def _as_superuser() -> dict[str, str]:
    adres = postgres.verbinding("postgres")
    namen = {"host": "HOST", "user": "USER", "password": "PASSWORD", "dbname": "NAME"}
    return {naam: adres[sleutel] for naam, sleutel in namen.items()}


def _make_organisaties() -> list[Organisatie]:
    """Four GIs, the gemeenten with their lokaal team, the regions with their expertteam, providers."""
    vorm = [("GI", str(n), Soort.GI, "", "") for n in range(1, 5)]
    vorm += [("ZA", str(n), Soort.AANBIEDER, "", "") for n in range(1, AANBIEDERS + 1)]
    for regio in gebieden.regios():
        vorm.append(("REG", regio.code, Soort.REGIO, regio.code, ""))
        vorm.append(("RET", regio.code, Soort.EXPERTTEAM, regio.code, ""))
        for gemeente in gebieden.gemeenten_van(regio.code):
            for soort, kop in ((Soort.LOKAAL_TEAM, "LT"), (Soort.GEMEENTE, "GEM")):
                vorm.append((kop, gemeente.code, soort, regio.code, gemeente.code))
    return Organisatie.objects.bulk_create(
        Organisatie(
            sleutel=f"{kop}-{wie}",
            soort=soort,
            naam=f"{soort.label} {wie}",
            code=f"9000{nummer:04}",
            regio=regio,
            gemeente=gemeente,
            vanaf=BEGIN,
        )
        for nummer, (kop, wie, soort, regio, gemeente) in enumerate(vorm, start=1)
    )


def _make_people(organisaties: list[Organisatie], casussen: int) -> None:
    """Everybody with an account and a role; one in a hundred is away, with a colleague in place."""
    plan: list[tuple[str, Organisatie, Team | None]] = []
    gis = [o for o in organisaties if o.soort == Soort.GI]
    jeugdbeschermers = max(8, -(-casussen // PER_JEUGDBESCHERMER))
    aantal_teams = -(-jeugdbeschermers // PER_TEAM)
    teams = Team.objects.bulk_create(
        Team(organisatie=gis[n % len(gis)], naam=f"Team {n}", vanaf=BEGIN)
        for n in range(aantal_teams)
    )
    plan += [("teamleider", team.organisatie, team) for team in teams]
    for n in range(jeugdbeschermers):
        team = teams[n % len(teams)]
        plan.append(("jeugdbeschermer", team.organisatie, team))
    for organisatie in organisaties:
        for rol, aantal in BEZETTING.get(Soort(organisatie.soort), {}).items():
            plan += [(rol, organisatie, None)] * aantal
    gebruikers = Gebruiker.objects.bulk_create(
        Gebruiker(
            gebruikersnaam=f"{rol}-{nummer}-werk",
            password="!",
            naam=f"{rol} {nummer}",
            soort=ACCOUNT[rol],
            organisatie_soort="gemeente",
            organisatie_code=organisatie.gemeente or "0228",
            organisatie_naam=organisatie.naam,
        )
        for nummer, (rol, organisatie, _team) in enumerate(plan)
    )
    mensen = Medewerker.objects.bulk_create(
        Medewerker(gebruiker=gebruiker, organisatie=plek[1], naam=gebruiker.naam, vanaf=BEGIN)
        for gebruiker, plek in zip(gebruikers, plan, strict=True)
    )
    Functie.objects.bulk_create(
        Functie(medewerker=wie, rol=rol, organisatie=organisatie, team=team, vanaf=BEGIN)
        for wie, (rol, organisatie, team) in zip(mensen, plan, strict=True)
    )
    Afwezigheid.objects.bulk_create(
        Afwezigheid(medewerker=weg, vervanger=mensen[plek - 1], vanaf=BEGIN, reden="ziek")
        for plek, weg in enumerate(mensen)
        if plek % 100 == 99 and plan[plek][0] == plan[plek - 1][0] == "jeugdbeschermer"
    )


class Loop(Wandeling):
    """A walk over a route in a world that is there already."""

    def __init__(self, wereld: Wereld, route: str, dag: date) -> None:
        self.w, self.dag = wereld, dag
        self.casus = wereld.casus(route, on=dag)

    def overleg(self) -> None:
        """Both talks of the route, as far as it has them."""
        self.spreek("contact_lokaal_team", "lokaal_team")
        if self.casus.route_sleutel == "aanmeldroute-315":
            self.spreek("contact_aanbieder", "zorgaanbieder")

    def wijs_af(self) -> None:
        """The provider refuses."""
        from paraplu.aanmelden.actions import toewijzen  # noqa: PLC0415 - Django is loaded by now

        toewijzen.refuse_aanvraag(
            stap=self.stap("reactie_aanbieder"),
            aanbieder=self.w.aanbieder,
            reden="niet_op_tijd",
            toelichting="pas over een half jaar",
            by=self.w.wie["zorgaanbieder"],
            on=self.dag,
        )
        self.sluit("reactie_aanbieder", "afwijzing", "zorgaanbieder")


def _begonnen(loop: Loop) -> None:
    """The talk is written down and the step can be closed."""
    from paraplu.aanmelden.actions import contact  # noqa: PLC0415 - Django is loaded by now

    contact.write_contactverslag(
        stap=loop.stap("contact_lokaal_team"),
        met="lokaal_team",
        organisatie=loop.w.lokaal_team,
        by=loop.casus.houder,
        on=loop.dag,
        gesproken_met="iemand",
        gezin_bekend=True,
        aanbod_bekend=True,
        beschikbaarheid_bekend=True,
        wenselijke_hulp="ambulant",
        duur_en_omvang="een half jaar",
    )


def _overlegd(loop: Loop) -> None:
    loop.overleg()


def _bepaald(loop: Loop) -> None:
    """All was sent, the two steps of it can be closed."""
    from paraplu.aanmelden.actions import versturen  # noqa: PLC0415 - Django is loaded by now

    loop.overleg()
    loop.bepaal()
    w = loop.w
    for rol, naar in (("lokaal_team", w.lokaal_team), ("zorgaanbieder", w.aanbieder)):
        versturen.send_stukken(
            casus=loop.casus, rol=rol, organisatie=naar, by=loop.casus.houder, on=loop.dag
        )


def _verstuurd(loop: Loop) -> None:
    loop.overleg()
    loop.bepaal()
    loop.verstuur()


def _afgewezen(loop: Loop) -> None:
    _verstuurd(loop)
    loop.wijs_af()


def _bij_expertteam(loop: Loop) -> None:
    _afgewezen(loop)
    loop.sluit("keuze_vervolg", "expertteam")


EXEMPLAREN: tuple[tuple[str, Callable[[Loop], None]], ...] = (
    ("aanmeldroute-301", _begonnen),
    ("aanmeldroute-315", _overlegd),
    ("aanmeldroute-301", _bepaald),
    ("aanmeldroute-301", _verstuurd),
    ("aanmeldroute-315", _verstuurd),
    ("aanmeldroute-315", _afgewezen),
    ("aanmeldroute-315", _bij_expertteam),
)


def _make_originals(dag: date) -> list[int]:
    """One family per state, in Ede; gives their numbers."""
    wereld = Wereld()
    gezinnen = []
    for route, loop_tot in EXEMPLAREN:
        loop = Loop(wereld, route, dag)
        gezin = loop.casus.gezin
        wie = wereld.wie["jeugdbeschermer"]
        tweede = actions.add_persoon(
            gezin=gezin, rol=Persoon.Rol.KIND, voornamen="Sietse", achternaam="Testkind",
            by=wie, on=dag,
        )  # fmt: skip
        for kind in (loop.casus.kind, tweede):
            Maatregel.objects.create(
                persoon=kind, soort="ots", gi=wereld.gi, uitspraak_op=dag, vanaf=dag,
                jeugdbeschermer=wie, jeugdbeschermer_sinds=dag,
            )  # fmt: skip
        loop_tot(loop)
        gezinnen.append(gezin.pk)
    return gezinnen


@dataclass(frozen=True)
class Kopie:
    """How the rows of one table are copied: which belong to which family, and columns that change."""

    model: type[models.Model]
    gezinnen: dict[int, int]


def _copy_all(gezinnen: list[int], casussen: int) -> None:
    """As many copies of the families, in turn, as there have to be cases."""
    with connection.cursor() as cursor:
        _plan(cursor, gezinnen, casussen - len(gezinnen))
        # Right by construction: millions of references are not looked up one by one at the end.
        cursor.execute("SET LOCAL session_replication_role = replica")
        for kopie in _list_copies():
            _copy(cursor, kopie)
            _renumber(cursor, kopie.model)


#: How often each of `EXEMPLAREN` is copied, of twenty: few cases come to an expertteam.
VERDELING = (4, 3, 3, 3, 3, 3, 1)


def _plan(cursor: Any, gezinnen: list[int], aantal: int) -> None:
    """Per copy: which family, who holds it, and the organisations of its gemeente."""
    keuze = [gezin for gezin, keer in zip(gezinnen, VERDELING, strict=True) for _ in range(keer)]
    cursor.execute(
        """
        CREATE TEMP TABLE plan AS
        WITH jb AS (SELECT f.medewerker_id, f.organisatie_id, f.team_id,
                           row_number() OVER (ORDER BY f.id) - 1 AS i, count(*) OVER () AS alle
                    FROM netwerk_functie f WHERE f.rol = 'jeugdbeschermer' AND team_id IS NOT NULL),
             g AS (SELECT lt.gemeente, lt.regio, lt.id AS lt, gem.id AS gem, reg.id AS reg,
                          ret.id AS ret, row_number() OVER (ORDER BY lt.id) - 1 AS i,
                          count(*) OVER () AS alle
                   FROM netwerk_organisatie lt
                   JOIN netwerk_organisatie gem ON gem.sleutel = 'GEM-' || lt.gemeente
                   JOIN netwerk_organisatie reg ON reg.sleutel = 'REG-' || lt.regio
                   JOIN netwerk_organisatie ret ON ret.sleutel = 'RET-' || lt.regio
                   WHERE lt.soort = 'lokaal_team'),
             za AS (SELECT id, row_number() OVER (ORDER BY id) - 1 AS i
                    FROM netwerk_organisatie WHERE soort = 'aanbieder')
        SELECT n, (%s::bigint[])[n %% %s + 1] AS gezin, jb.medewerker_id AS houder,
               jb.organisatie_id AS gi, jb.team_id AS team, za.id AS za,
               g.lt, g.gem, g.reg, g.ret, g.gemeente, g.regio, 7 * (n * 13 %% 5 - 2) AS dagen
        FROM generate_series(1, %s) n
        JOIN jb ON jb.i = n / %s %% jb.alle
        JOIN g ON g.i = n * 23 %% g.alle
        JOIN za ON za.i = n * 29 %% %s
        """,
        [keuze, len(keuze), aantal, len(keuze), AANBIEDERS],
    )


def _list_copies() -> Iterator[Kopie]:
    """Every table of the work in which the families have rows."""
    for label in ("casussen", "aanmelden"):
        for model in apps.get_app_config(label).get_models():
            rijen = {rij.pk: _family(rij) for rij in model.objects.all()}
            if gezinnen := {pk: gezin for pk, gezin in rijen.items() if gezin}:
                assert max(gezinnen) < RUIMTE, model
                yield Kopie(model, gezinnen)


def _family(rij: Any) -> int | None:
    """The number of the family that a row belongs to, along whatever leads there."""
    if isinstance(rij, Gezin):
        return int(rij.pk)
    for naam in ("gezin", "casus", "stap", "document", "persoon", "maatregel", "vraag"):
        if verwijst := getattr(rij, naam, None):
            return _family(verwijst) if isinstance(verwijst, models.Model) else None
    return None


def _copy(cursor: Any, kopie: Kopie) -> None:
    tabel = kopie.model._meta.db_table
    velden = kopie.model._meta.concrete_fields
    namen = ", ".join(veld.column for veld in velden)
    waarden = ", ".join(_expression(veld) for veld in velden)
    cursor.execute(
        f"INSERT INTO {tabel} ({namen}) SELECT {waarden} FROM {tabel} b"
        " JOIN unnest(%s::bigint[], %s::bigint[]) AS van(id, gezin) ON van.id = b.id"
        " JOIN plan p ON p.gezin = van.gezin",
        [list(kopie.gezinnen), list(kopie.gezinnen.values())],
    )


#: Columns that the plan decides, by table and name.
PER_KOPIE = {
    ("casussen_gezin", "gemeente"): "p.gemeente",
    ("casussen_gezin", "regio"): "p.regio",
    ("casussen_casus", "regio"): "p.regio",
    ("casussen_persoon", "achternaam"): "b.achternaam || (p.n * 7919 %% 20011)",
}


def _expression(veld: models.Field) -> str:
    kolom = f"b.{veld.column}"
    if anders := PER_KOPIE.get((veld.model._meta.db_table, veld.column)):
        return anders
    if veld.primary_key:
        return f"p.n * {RUIMTE} + {kolom}"
    if isinstance(veld, models.DateTimeField):
        return kolom
    if isinstance(veld, models.DateField):
        # Whole weeks, so that a term keeps its last day.
        return f"{kolom} + p.dagen" if veld.name != "route_versie" else kolom
    if not isinstance(veld, models.ForeignKey):
        return kolom
    doel = veld.related_model
    if doel is Organisatie:
        return _organisatie(kolom)
    if doel is Medewerker:
        return f"CASE {kolom} WHEN {_houder()} THEN p.houder ELSE {kolom} END"
    if doel is Team:
        return "p.team" if veld.model._meta.model_name == "casus" else _team(kolom)
    if doel._meta.app_label in {"casussen", "aanmelden"}:
        return f"p.n * {RUIMTE} + {kolom}"
    return kolom


def _houder() -> int:
    return Medewerker.objects.filter(functies__rol="jeugdbeschermer").latest("pk").pk


def _team(_kolom: str) -> str:
    """The team leader of the holder's team takes part, not every team leader of the GI."""
    return "CASE b.rol WHEN 'teamleider' THEN p.team END"


def _organisatie(kolom: str) -> str:
    van = {"gi": "GI-1", "lt": "LT-0228", "gem": "GEM-0228", "za": "ZA-1", "reg": "REG-FV"}
    van["ret"] = "RET-FV"
    keren = " ".join(
        f"WHEN {Organisatie.objects.get(sleutel=sleutel).pk} THEN p.{naam}"
        for naam, sleutel in van.items()
    )
    return f"CASE {kolom} {keren} ELSE {kolom} END"


def _renumber(cursor: Any, model: type[models.Model]) -> None:
    tabel = model._meta.db_table
    cursor.execute(
        f"SELECT setval(pg_get_serial_sequence('{tabel}', 'id'), (SELECT max(id) FROM {tabel}))"
    )


def _write_trace(aantal: int) -> None:
    """A chain with a past: lines about the families, as the pages write them."""
    from paraplu.web.spoor.schrijven import append  # noqa: PLC0415 - Django is loaded by now
    from paraplu.web.spoor.zegel import Velden  # noqa: PLC0415

    nummers = list(Gezin.objects.order_by("pk").values_list("pk", flat=True))
    wie = list(Gebruiker.objects.filter(soort="jeugdbeschermer").values_list("pk", flat=True))
    toen: datetime = timezone.now() - timedelta(days=30)
    regels: list[Velden] = []
    for n in range(aantal):
        gezin = nummers[n * 7919 % len(nummers)]
        regels.append(
            Velden(
                toen, wie[n % len(wie)], "Jeugdbeschermer, GI 1", "gezin bekijken", f"G{gezin}",
                "behandelen van een casus", "gelukt", f"G{gezin}", "",
            )
        )  # fmt: skip
        if len(regels) == 1000 or n == aantal - 1:
            append(regels)
            regels = []
