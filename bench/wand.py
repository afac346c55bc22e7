"""What the second wall costs: the same questions as the owner and as the application.

`python -m bench.wand [CASUSSEN]` on an empty database of its own (PARAPLU_VAR); prints Markdown.
One case goes through the engine; the others are copies of it, spread over people and gemeenten.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable

import django

from paraplu.project import postgres

CASUSSEN = 100_000
KEREN = 9
LOKALE_TEAMS = 51
JEUGDBESCHERMERS = 1500


def copy_rows(cursor, tabel: str, aantal: int, waar: str, **anders: str) -> None:
    """Copies of the row where `waar`, numbered `n`; `anders` are expressions over `n`."""
    cursor.execute(
        "SELECT column_name FROM information_schema.columns WHERE table_name = %s", [tabel]
    )
    kolommen = [kolom for (kolom,) in cursor.fetchall() if kolom != "id" or "id" in anders]
    waarden = [anders.get(kolom, f"bron.{kolom}") for kolom in kolommen]
    cursor.execute(
        f"INSERT INTO {tabel} ({', '.join(kolommen)}) SELECT {', '.join(waarden)} "
        f"FROM {tabel} bron, generate_series(1, {aantal}) n WHERE {waar}"
    )


def fill(cursor, aantal: int) -> tuple:
    """People and cases; gives the account of a jeugdbeschermer, a lokaal team, and one case."""
    from tests.casussen.bouwen import Wereld  # noqa: PLC0415

    wereld = Wereld()
    casus = wereld.casus()
    jb, lt = wereld.wie["jeugdbeschermer"], wereld.wie["lokaal_team"]
    hoog = 1_000_000
    for rol, wie, aantal_mensen, apart in (
        ("jb", jb, JEUGDBESCHERMERS, {}),
        ("lt", lt, LOKALE_TEAMS, {"organisatie_id": f"{hoog} + n"}),
    ):
        basis = hoog if rol == "jb" else 2 * hoog
        copy_rows(
            cursor, "web_gebruiker", aantal_mensen, f"id = {wie.gebruiker_id}",
            id=f"{basis} + n", gebruikersnaam=f"'{rol}' || n",
        )  # fmt: skip
        if rol == "lt":
            copy_rows(
                cursor, "netwerk_organisatie", aantal_mensen, f"id = {wie.organisatie_id}",
                id=f"{hoog} + n", sleutel="'LT' || n",
            )  # fmt: skip
        copy_rows(
            cursor, "netwerk_medewerker", aantal_mensen, f"id = {wie.pk}",
            id=f"{basis} + n", gebruiker_id=f"{basis} + n", **apart,
        )  # fmt: skip
        copy_rows(
            cursor, "netwerk_functie", aantal_mensen, f"medewerker_id = {wie.pk}",
            medewerker_id=f"{basis} + n", **apart,
        )  # fmt: skip
    houder = f"{hoog} + 1 + n % {JEUGDBESCHERMERS}"
    team = f"{hoog} + 1 + n % {LOKALE_TEAMS}"
    eigen, nieuw = f"casus_id = {casus.pk}", f"{hoog} + n"
    copy_rows(cursor, "casussen_gezin", aantal, f"id = {casus.gezin_id}", id=nieuw)
    copy_rows(cursor, "casussen_persoon", aantal, f"id = {casus.kind_id}", id=nieuw, gezin_id=nieuw)
    copy_rows(
        cursor, "casussen_casus", aantal, f"id = {casus.pk}",
        id=nieuw, gezin_id=nieuw, kind_id=nieuw, houder_id=houder, lokaal_team_id=team,
    )  # fmt: skip
    copy_rows(
        cursor, "casussen_casusstap", aantal, eigen,
        id=nieuw, casus_id=nieuw, behandelaar_id=houder, uiterste_datum="current_date + n % 60",
    )  # fmt: skip
    copy_rows(cursor, "casussen_staprol", aantal, "stap_id < 1000000", stap_id=nieuw)
    for rol, velden in (
        ("jeugdbeschermer", {"medewerker_id": houder}),
        ("teamleider", {}),
        ("lokaal_team", {"organisatie_id": team}),
    ):
        waar = f"{eigen} AND rol = '{rol}'"
        copy_rows(cursor, "casussen_deelname", aantal, waar, casus_id=nieuw, **velden)
    for _keer in range(3):
        copy_rows(cursor, "casussen_gebeurtenis", aantal, eigen, casus_id=nieuw)
    from paraplu.web.models import Gebruiker  # noqa: PLC0415

    def account(pk: int) -> Gebruiker:
        return Gebruiker.objects.get(pk=pk)

    return account(hoog + 7), account(2 * hoog + 7), hoog + 6


def median_ms(doe: Callable[[], object]) -> float:
    """The middle of a few times, after one to warm up."""
    doe()
    tijden = []
    for _keer in range(KEREN):
        begin = time.perf_counter()
        doe()
        tijden.append((time.perf_counter() - begin) * 1000)
    return statistics.median(tijden)


def main(aantal: int) -> None:
    """Fill, ask, and print."""
    postgres.start()
    django.setup()
    from django.core.management import call_command  # noqa: PLC0415
    from django.db import connection, transaction  # noqa: PLC0415
    from django.utils.timezone import localdate  # noqa: PLC0415

    from paraplu.casussen import queries  # noqa: PLC0415
    from paraplu.casussen.models import Casus, Gebeurtenis, Persoon  # noqa: PLC0415
    from tests.web.wand.achter import achter_de_wand, vraag  # noqa: PLC0415

    call_command("migrate", verbosity=0, interactive=False)
    with transaction.atomic(), connection.cursor() as cursor:
        jb, lt, casus = fill(cursor, aantal)
    # As the server does by itself before long.
    vraag("VACUUM ANALYZE")
    vandaag = localdate()
    vragen = {
        "a case by its number": (jb, lambda: list(queries.casussen_for(jb).filter(pk=casus))),
        "its events": (jb, lambda: list(Gebeurtenis.objects.filter(casus_id=casus))),
        "worklist of a jeugdbeschermer": (
            jb,
            lambda: list(
                queries.stappen_to_do(jb, op=vandaag)
                .select_related("casus", "organisatie")
                .order_by("uiterste_datum")[:50]
            ),
        ),
        "cases of a lokaal team, counted": (lt, lambda: queries.casussen_for(lt).count()),
        "cases of a lokaal team, first page": (
            lt, lambda: list(queries.casussen_for(lt).order_by("-pk")[:50]),
        ),
        "families of a lokaal team, a name looked for": (
            lt,
            lambda: list(
                queries.gezinnen_for(lt).filter(personen__achternaam__istartswith="test")[:50]
            ),
        ),
        "every case, no question asked (lokaal team)": (lt, Casus.objects.count),
        "every name, no question asked (lokaal team)": (
            lt, lambda: Persoon.objects.filter(achternaam="Niemand").count(),
        ),
    }  # fmt: skip
    print(f"{aantal:,} open cases. | owner, ms | behind the wall, ms |\n|---|---|---|")
    for naam, (wie, doe) in vragen.items():
        eigenaar = median_ms(doe)
        with achter_de_wand(wie):
            vraag("SET LOCAL statement_timeout = '60s'")
            achter = median_ms(doe)
        print(f"| {naam} | {eigenaar:.1f} | {achter:.1f} |", flush=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else CASUSSEN)
