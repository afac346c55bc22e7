"""What the system refuses, in Dutch: its own words are English."""

from __future__ import annotations

import errno
from typing import Final

REDENEN: Final = {
    errno.ENOSPC: "de schijf is vol; maak ruimte en probeer het opnieuw",
    errno.EDQUOT: "u mag hier niet meer bewaren; maak ruimte en probeer het opnieuw",
    errno.EACCES: "u hebt daar geen recht toe",
    errno.EPERM: "u hebt daar geen recht toe",
    errno.EROFS: "deze schijf is alleen te lezen",
    errno.ENOENT: "deze map of dit bestand bestaat niet",
    errno.ENOTDIR: "een deel van dit pad is een bestand en geen map",
    errno.EISDIR: "dit is een map",
    errno.EEXIST: "hier staat al een bestand met deze naam",
    errno.ENAMETOOLONG: "deze naam is te lang",
    errno.EMFILE: "er staan te veel bestanden open",
    errno.EIO: "de schijf geeft een fout",
}


def reason(fout: OSError) -> str:
    """Why the system refused, to follow a colon; the number when we have no word for it."""
    return REDENEN.get(fout.errno or 0, f"het systeem geeft fout {fout.errno}")
