"""`start`: everything at once, until Ctrl-C. `werk`: background work only. `beheer`: Django's own."""

from __future__ import annotations

import argparse
import os
import signal
import socket
import subprocess
import sys
import time
from types import FrameType

from paraplu.afspraken.plaats import var_map
from paraplu.beheer.reservekopie import inhoud
from paraplu.project import postgres, spoor, verdicht


def register(subparsers: argparse._SubParsersAction) -> None:
    """Add the commands of this room."""
    start = subparsers.add_parser("start", help="start Paraplu in de browser, tot Ctrl-C")
    start.add_argument("--leeg", action="store_true", help="zonder demo Gelderland")
    start.add_argument("--adres", default="127.0.0.1", help="adres waarop de server luistert")
    start.add_argument("--poort", type=int, default=8000, help="poort van de server")
    start.add_argument("--werkers", type=int, default=2, help="aantal processen van de webserver")
    start.set_defaults(doe=start_alles)
    werk = subparsers.add_parser("werk", help="doe het werk op de achtergrond, tot Ctrl-C")
    werk.set_defaults(doe=run_werk)
    beheer = subparsers.add_parser("beheer", help="opdrachten van Django, zoals migrate")
    beheer.add_argument("rest", nargs=argparse.REMAINDER)
    beheer.set_defaults(doe=run_beheer)
    spoor.register(subparsers)
    verdicht.register(subparsers)


def prepare_database() -> None:
    """Start the embedded database when it is the one in use, and load Django. Tables are not made."""
    eigen = ("PARAPLU_DATABASE_URL", "PARAPLU_DATABASE_URL_APP")
    if not any(os.environ.get(naam) for naam in eigen):
        postgres.start()
    import django  # noqa: PLC0415 - commands that need no database do not pay for it

    django.setup()


def start_alles(args: argparse.Namespace) -> int:
    """Set up what is missing and run the web server and the worker until a signal comes."""
    from paraplu.monitor.motor import (  # noqa: PLC0415 - not for every command
        MotorOntbreekt,
        OnbekendeMotor,
        find_motor,
    )

    if not is_free(args.adres, args.poort):
        print(
            f"Poort {args.poort} is niet vrij. Kies een andere, zoals --poort {args.poort + 1}.",
            file=sys.stderr,
        )
        return 2
    try:
        find_motor().check()
        prepare_database()
    except (OnbekendeMotor, MotorOntbreekt) as fout:
        print(f"Dat kan niet: {fout}.", file=sys.stderr)
        return 2
    except postgres.PostgresNietGestart as fout:
        print(fout, file=sys.stderr)
        return 2
    _zeg(f"Alle gegevens staan in {var_map()}.")
    if inhoud.is_half():
        _zeg(
            "Hier wordt een reservekopie teruggezet. Geef eerst 'paraplu reservekopie terug' opnieuw."
        )
        return 2
    _set_up_django()
    if not args.leeg:
        _fill_demo()
    return _run(args)


def is_free(adres: str, poort: int) -> bool:
    """Whether a server can listen there; asked first, since filling the demo takes minutes."""
    soort = socket.AF_INET6 if ":" in adres else socket.AF_INET
    with socket.socket(soort) as contact:
        contact.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            contact.bind((adres.strip("[]"), poort))
        except (OSError, OverflowError):
            return False
    return True


def run_werk(_args: argparse.Namespace) -> int:
    """The worker: takes in uploads and whatever else was deferred."""
    os.environ["PARAPLU_PROCES"] = "werk"
    prepare_database()
    from django.core.management import call_command  # noqa: PLC0415

    call_command("procrastinate", "worker", "--concurrency", "1")
    return 0


def run_beheer(args: argparse.Namespace) -> int:
    """Pass the words on to Django's own command line."""
    prepare_database()
    from django.core.management import execute_from_command_line  # noqa: PLC0415

    execute_from_command_line(["paraplu beheer", *args.rest])
    return 0


def _set_up_django() -> None:
    from django.core.management import call_command  # noqa: PLC0415

    call_command("migrate", verbosity=0, interactive=False)
    call_command("collectstatic", verbosity=0, interactive=False, clear=False)


def _fill_demo() -> None:
    from paraplu.demo.opdrachten import fill_werk_too, fill_when_empty  # noqa: PLC0415

    if fill_when_empty():
        fill_werk_too()


def _run(args: argparse.Namespace) -> int:
    """Keep both processes alive together: when one ends, the other is stopped too."""
    webserver = [
        sys.executable, "-m", "gunicorn", "paraplu.project.wsgi:application",
        "--bind", f"{args.adres}:{args.poort}", "--workers", str(args.werkers),
        "--timeout", "120", "--graceful-timeout", "5", "--log-level", "warning",
        # One worker listens while the other is busy; temporary files stay in memory.
        "--worker-tmp-dir", "/dev/shm" if os.path.isdir("/dev/shm") else str(var_map()),  # noqa: S108, PTH112
    ]  # fmt: skip
    werk = [sys.executable, "-m", "paraplu", "werk"]
    kinderen = [subprocess.Popen(woorden, start_new_session=True) for woorden in (webserver, werk)]  # noqa: S603
    signal.signal(signal.SIGTERM, _stop_nicely)
    _zeg(f"Paraplu draait op http://{args.adres}:{args.poort}/ – stop met Ctrl-C.")
    try:
        while all(kind.poll() is None for kind in kinderen):
            time.sleep(0.3)
        _zeg("Een van de processen stopte; Paraplu stopt nu helemaal.")
        return 2
    except KeyboardInterrupt:
        _zeg("Paraplu stopt. Wat was opgeslagen, blijft staan.")
        return 0
    finally:
        for kind in kinderen:
            kind.terminate()
        for kind in kinderen:
            try:
                kind.wait(timeout=10)
            except subprocess.TimeoutExpired:
                kind.kill()


def _stop_nicely(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _zeg(zin: str) -> None:
    print(zin, file=sys.stderr, flush=True)
