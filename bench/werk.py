"""People at work on a province full of cases: how long a page takes, beside a bare Django page.

`python -m bench.werk [--casussen 100000] [--mensen 300] [--seconden 60] [--denktijd 20]`

Makes a province in a folder of its own, starts Paraplu as `paraplu start` does, with the trace and
the wall, and lets people work over loopback. `--map` keeps the province for a next time.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from random import Random

WORTEL = Path(__file__).resolve().parents[1]
#: Who is at work, of a hundred people.
VERDELING = {
    "jeugdbeschermer": 62,
    "teamleider": 8,
    "lokaal_team": 14,
    "backoffice": 6,
    "zorgaanbieder": 6,
    "expertteam": 4,
}
MET_GEZINNEN = {"jeugdbeschermer", "teamleider", "lokaal_team"}


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as lijn:
        lijn.bind(("127.0.0.1", 0))
        return int(lijn.getsockname()[1])


@contextlib.contextmanager
def server(woorden: list[str], poort: int) -> Iterator[subprocess.Popen]:
    """A process that answers on `poort`, until the block ends."""
    proces = subprocess.Popen([sys.executable, "-m", *woorden], cwd=WORTEL)
    try:
        for _keer in range(240):
            with contextlib.suppress(OSError):
                urllib.request.urlopen(f"http://127.0.0.1:{poort}/", timeout=60).close()
                break
            if proces.poll() is not None:
                raise SystemExit(f"{woorden} stopte.")
            time.sleep(0.5)
        yield proces
    finally:
        proces.send_signal(signal.SIGTERM)
        proces.wait(timeout=30)


def prepare(casussen: int, regels_spoor: int) -> None:
    """Make the tables, and fill them when they are empty."""
    from paraplu.project import postgres  # noqa: PLC0415

    postgres.start()
    import django  # noqa: PLC0415

    django.setup()
    from django.core.management import call_command  # noqa: PLC0415

    from paraplu.casussen.models import Casus  # noqa: PLC0415

    call_command("migrate", verbosity=0, interactive=False)
    if not Casus.objects.exists():
        from bench.werk_wereld import build  # noqa: PLC0415

        begin = time.monotonic()
        print(build(casussen, regels_spoor=regels_spoor), file=sys.stderr)
        print(f"gevuld in {time.monotonic() - begin:.0f} s", file=sys.stderr)


def log_in(mensen: int) -> list[tuple[str, str]]:
    """(role, cookie) of as many people, spread over the roles; sessions as a login leaves them."""
    from django.conf import settings  # noqa: PLC0415
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: PLC0415
    from django.contrib.sessions.backends.db import SessionStore  # noqa: PLC0415

    from paraplu.web.models import Gebruiker  # noqa: PLC0415

    rng, koekjes = Random(1), []
    for rol, deel in VERDELING.items():
        alle = Gebruiker.objects.filter(
            gebruikersnaam__startswith=rol, gebruikersnaam__endswith="-werk"
        )
        aantal = max(1, round(mensen * deel / 100))
        for gebruiker in rng.sample(list(alle), min(aantal, len(alle))):
            sessie = SessionStore()
            sessie[SESSION_KEY] = str(gebruiker.pk)
            sessie[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
            sessie[HASH_SESSION_KEY] = gebruiker.get_session_auth_hash()
            sessie.create()
            csrf = "a" * 32
            koekjes.append((rol, f"sessionid={sessie.session_key}; csrftoken={csrf}"))
    return koekjes


def processes(plaats: Path) -> Iterator[Path]:
    """The servers, workers and database that work in `plaats`, as folders in /proc."""
    for proces in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            if f"PARAPLU_VAR={plaats}\0".encode() in (proces / "environ").read_bytes() + b"\0":
                yield proces


def memory_mb(plaats: Path) -> float:
    """Their memory in MB; what they share counts once."""
    kb = 0
    for proces in processes(plaats):
        with contextlib.suppress(OSError):
            regels = (proces / "smaps_rollup").read_text().splitlines()
            kb += next(int(regel.split()[1]) for regel in regels if regel.startswith("Pss:"))
    return kb / 1024


def processor_s(plaats: Path) -> float:
    """Their processor time so far, in seconds: on a busy machine it says more than the clock."""
    tikken = 0
    for proces in processes(plaats):
        with contextlib.suppress(OSError):
            velden = (proces / "stat").read_text().rpartition(")")[2].split()
            tikken += int(velden[11]) + int(velden[12])
    return tikken / os.sysconf("SC_CLK_TCK")


def show(naam: str, uitslag, kaal_p95: float | None = None) -> float:
    """Print a table; gives the p95 of all answers together, in ms."""
    print(f"\n{naam}: {uitslag.aantal} antwoorden\n")
    print("| page | answers | p50 ms | p95 ms | p99 ms | p95 / bare |\n|---|---|---|---|---|---|")
    alles: list[float] = []
    for pagina, tijden in uitslag.tijden.items():
        alles += tijden
        _row(pagina, tijden, kaal_p95)
    p95 = _row("all", alles, kaal_p95)
    print(f"\nNot 200 or 302: {dict(uitslag.antwoorden) or 'none'}.", flush=True)
    return p95


def _row(naam: str, tijden: list[float], kaal_p95: float | None) -> float:
    rij = sorted(tijden)
    p50, p95, p99 = (1000 * rij[min(len(rij) - 1, int(len(rij) * p))] for p in (0.5, 0.95, 0.99))
    verhouding = f"{p95 / kaal_p95:.1f}" if kaal_p95 else ""
    print(f"| {naam} | {len(rij)} | {p50:.0f} | {p95:.0f} | {p99:.0f} | {verhouding} |")
    return p95


def measure(args: argparse.Namespace, plaats: Path) -> None:
    """Start both servers and let the people in: first to the bare page, then to the work."""
    from bench.werk_bezoek import Bezoeker, Kijker, visit  # noqa: PLC0415

    koekjes = log_in(args.mensen)
    poort, kale_poort = free_port(), free_port()
    kaal = ["gunicorn", "bench.werk_kaal:application", "--bind", f"127.0.0.1:{kale_poort}"]
    kaal += ["--workers", "2", "--log-level", "warning"]
    werk = ["paraplu", "start", "--leeg", "--poort", str(poort)]
    print(f"load {os.getloadavg()[0]:.1f}, {len(koekjes)} people, {args.denktijd:g} s to think")
    with server(kaal, kale_poort), server(werk, poort):
        tijd = {"seconden": args.seconden, "denktijd": args.denktijd}
        warm = [Bezoeker(poort, koekje, gezinnen=False, zaad=n) for n, (_, koekje) in enumerate(koekjes[:4])]  # fmt: skip
        visit(warm, seconden=5, denktijd=0.2)
        kijkers = [Kijker(kale_poort, "", gezinnen=False, zaad=n) for n in range(len(koekjes))]
        voor = processor_s(plaats)
        uitslag = visit(kijkers, **tijd)
        tussen = processor_s(plaats)
        kaal_p95 = show("bare page", uitslag)
        kaal_ms = _cost(tussen - voor, uitslag.aantal)
        bezoekers = [
            Bezoeker(poort, koekje, gezinnen=rol in MET_GEZINNEN, zaad=n)
            for n, (rol, koekje) in enumerate(koekjes)
        ]
        voor = processor_s(plaats)
        uitslag = visit(bezoekers, **tijd)
        werk_ms = _cost(processor_s(plaats) - voor, uitslag.aantal)
        show("Paraplu", uitslag, kaal_p95)
        print(f"\nProcessor per answer: {werk_ms:.0f} ms, bare {kaal_ms:.1f} ms.")
        print(f"Memory: {memory_mb(plaats):.0f} MB; load now {os.getloadavg()[0]:.1f}.")


def _cost(seconden: float, aantal: int) -> float:
    return 1000 * seconden / max(1, aantal)


def main() -> None:
    """Read the words of the command line and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--casussen", type=int, default=100_000)
    parser.add_argument("--mensen", type=int, default=300)
    parser.add_argument("--seconden", type=float, default=60)
    parser.add_argument("--denktijd", type=float, default=20)
    parser.add_argument("--spoor", type=int, default=20_000, help="lines in the trace beforehand")
    parser.add_argument("--map", type=Path, help="where the province is kept")
    args = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "paraplu.project.settings")
    with contextlib.ExitStack() as stapel:
        plaats = args.map or Path(stapel.enter_context(tempfile.TemporaryDirectory()))
        os.environ["PARAPLU_VAR"] = str(plaats)
        os.environ.pop("PARAPLU_DATABASE_URL", None)
        prepare(args.casussen, args.spoor)
        measure(args, plaats)
        from paraplu.project import postgres  # noqa: PLC0415

        postgres.stop()


if __name__ == "__main__":
    main()
