"""What a line of the trace costs: chained as it is, beside a bare insert, and checked afterwards.

`python -m bench.spoor [AANTAL]` on an empty database of its own (PARAPLU_VAR); prints Markdown.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable

import django

from paraplu.project import postgres

AANTAL = 2000


def meet(doe: Callable[[], None], aantal: int) -> float:
    """Milliseconds per line."""
    begin = time.perf_counter()
    for _keer in range(aantal):
        doe()
    return (time.perf_counter() - begin) / aantal * 1000


def main(aantal: int) -> None:
    """Measure and print."""
    postgres.start()
    django.setup()
    from django.core.management import call_command  # noqa: PLC0415
    from django.db import connection, transaction  # noqa: PLC0415
    from django.utils import timezone  # noqa: PLC0415

    from paraplu.web.actions import write_spoor  # noqa: PLC0415
    from paraplu.web.spoor.controle import Telling, check_ketens  # noqa: PLC0415
    from paraplu.web.spoor.schrijven import append  # noqa: PLC0415
    from paraplu.web.spoor.zegel import Velden  # noqa: PLC0415

    call_command("migrate", verbosity=0, interactive=False)
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE IF NOT EXISTS bench_spoor (LIKE web_spoor INCLUDING INDEXES)")
        cursor.execute("ALTER TABLE bench_spoor ADD COLUMN IF NOT EXISTS nr bigserial")

    @transaction.atomic
    def kaal() -> None:
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO bench_spoor (id, keten_id, nummer, zegel, wanneer, als, handeling,"
                " voorwerp, doel, resultaat, gezin, namens) VALUES (nextval('bench_spoor_nr_seq'),"
                " 1, currval('bench_spoor_nr_seq'), '', now(), 'a', 'b', 'c', 'd', 'e', 'f', 'g')"
            )

    @transaction.atomic
    def keten() -> None:
        write_spoor(gebruiker=None, handeling="b", voorwerp="c", doel="d", gezin="f")

    meet(kaal, 100), meet(keten, 100)
    kaal_ms, keten_ms = meet(kaal, aantal), meet(keten, aantal)
    velden = Velden(timezone.now(), None, "a", "b", "c", "d", "e", "f", "g")
    begin = time.perf_counter()
    for _keer in range(aantal // 10):
        append([velden] * 1000)
    tegelijk_ms = (time.perf_counter() - begin) / (aantal // 10)
    telling, voor = Telling(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begin = time.perf_counter()
    assert list(check_ketens(telling)) == []
    duur = time.perf_counter() - begin
    erbij = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - voor) / 1024
    print("| | ms per line |\n|---|---|")
    print(f"| bare insert and commit | {kaal_ms:.2f} |")
    print(f"| `write_spoor` and commit | {keten_ms:.2f} |")
    print(f"| `append`, 1,000 lines at a time | {tegelijk_ms:.3f} |")
    print(
        f"| check, {telling.regels:,} lines, {erbij:.0f} MB more memory | {duur / telling.regels * 1000:.4f} |"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else AANTAL)
