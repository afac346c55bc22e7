"""The folders of the post office in `var/postvak`, and the lock that lets one process in at a time."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from paraplu.afspraken.plaats import var_map
from paraplu.inname.schijf import sync_folder

#: What is being written, or waits for its name: nobody else should touch it yet.
WACHT = ".wacht"


def uit_map(afzender: str) -> Path:
    """Where messages of this sender lie to be sent; who takes them away removes them."""
    return _made("uit", afzender)


def in_map() -> Path:
    """Where others put messages that came in."""
    return _made("in")


def gelezen_map() -> Path:
    """Where files go that were taken in."""
    return _made("gelezen")


def fout_map() -> Path:
    """Where files go that were refused, each with an explanation beside it."""
    return _made("fout")


def waiting_files() -> list[Path]:
    """Files in the outbox that were written and have not got their name yet."""
    return sorted(_made("uit").glob(f"*/.[0-9]*{WACHT}"))


def remove_half_written() -> None:
    """Remove what a killed process was writing: it had not got so far that anybody knows of it."""
    for pad in var_map().joinpath("postvak").glob("**/..*"):
        pad.unlink(missing_ok=True)


def move_durably(pad: Path, naar: Path) -> None:
    """Move a file within the post office so that it survives a power cut, in one of both places."""
    pad.replace(naar)
    sync_folder(naar.parent)
    if naar.parent != pad.parent:
        sync_folder(pad.parent)


@contextmanager
def one_at_a_time() -> Iterator[bool]:
    """False when another process is busy with the post; it will do the work that lies there."""
    plaats = var_map() / "run"
    plaats.mkdir(parents=True, exist_ok=True)
    with (plaats / "postvak.slot").open("a") as bestand:
        try:
            fcntl.flock(bestand, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
            return
        yield True


def _made(*delen: str) -> Path:
    plaats = var_map().joinpath("postvak", *delen)
    if not plaats.is_dir():
        plaats.mkdir(parents=True, exist_ok=True, mode=0o700)
        sync_folder(plaats.parent)
    return plaats
