"""Writing that survives a power cut: a file is there completely or not at all."""

from __future__ import annotations

import ctypes
import errno
import os
import secrets
from pathlib import Path

RENAME_EXCHANGE = 2
AT_FDCWD = -100


def write_durably(pad: Path, inhoud: bytes, *, mode: int = 0o600) -> None:
    """Write `inhoud` to `pad`: first beside it, then on disk, then under its name."""
    tijdelijk = pad.with_name(f".{pad.name}.{secrets.token_hex(4)}")
    nummer = os.open(tijdelijk, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    try:
        with os.fdopen(nummer, "wb") as doel:
            doel.write(inhoud)
            doel.flush()
            os.fsync(doel.fileno())
        tijdelijk.replace(pad)
    except BaseException:
        tijdelijk.unlink(missing_ok=True)
        raise
    sync_folder(pad.parent)


def sync_folder(plaats: Path) -> None:
    """Make the names in a folder survive a power cut, not only the contents of its files."""
    nummer = os.open(plaats, os.O_RDONLY)
    try:
        os.fsync(nummer)
    finally:
        os.close(nummer)


def exchange(nieuw: Path, oud: Path) -> None:
    """Let two folders change names in one step, so that there is never neither or half.

    Linux does this in the kernel. Where it cannot, two renames follow each other; `repair_exchange`
    repairs what a stop between them leaves.
    """
    libc = ctypes.CDLL(None, use_errno=True)
    if hasattr(libc, "renameat2"):
        gelukt = libc.renameat2(
            AT_FDCWD, os.fsencode(nieuw), AT_FDCWD, os.fsencode(oud), RENAME_EXCHANGE
        )
        if gelukt == 0:
            sync_folder(oud.parent)
            return
        if ctypes.get_errno() not in (errno.EINVAL, errno.ENOSYS, errno.EXDEV):
            raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), str(oud))
    tussen = between(oud)
    oud.rename(tussen)
    nieuw.rename(oud)
    tussen.rename(nieuw)
    sync_folder(oud.parent)


def repair_exchange(oud: Path) -> None:
    """After a stop between the renames of `exchange`: put the folder back under its name."""
    if between(oud).exists() and not oud.exists():
        between(oud).rename(oud)


def between(oud: Path) -> Path:
    """The name that a folder has for a moment while two folders change names."""
    return oud.with_name(f"{oud.name}.tussen")
