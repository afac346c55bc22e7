"""One round of the post: take in what came, send what waits, and let the monitor count both."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from paraplu.aanmelden.models import Werkbericht
from paraplu.inname.fouten import InnameFout

from .mappen import one_at_a_time
from .meetellen import tel_mee
from .ontvangen import Gelezen, ontvang
from .verzenden import verstuur


@dataclass(frozen=True, kw_only=True)
class Ronde:
    """What one round did. `bezig`: another process had the post, so nothing was done here."""

    verzonden: tuple[Werkbericht, ...] = ()
    gelezen: tuple[Gelezen, ...] = ()
    geteld: int = 0
    fout: str = ""
    bezig: bool = False

    @property
    def geweigerd(self) -> tuple[Gelezen, ...]:
        """Files that were refused, and messages that got an answer with a refusal."""
        afgekeurd = Werkbericht.Status.AFGEKEURD
        return tuple(
            een
            for een in self.gelezen
            if een.fout or (een.bericht is not None and een.bericht.status == afgekeurd)
        )

    @property
    def mislukt(self) -> bool:
        """Whether something was left undone and has to be tried again."""
        return bool(self.fout) or self.bezig or any(een.mislukt for een in self.gelezen)


def doe_ronde(*, nu: datetime, uit: bool = True, in_: bool = True) -> Ronde:
    """Go once; the answers to what comes in go out in the same round."""
    with one_at_a_time() as aan_de_beurt:
        if not aan_de_beurt:
            return Ronde(bezig=True)
        gelezen = ontvang(nu=nu) if in_ else []
        verzonden = verstuur(nu=nu) if uit else []
        geteld, fout = _count(nu)
    return Ronde(verzonden=tuple(verzonden), gelezen=tuple(gelezen), geteld=geteld, fout=fout)


def _count(nu: datetime) -> tuple[int, str]:
    try:
        return tel_mee(nu=nu), ""
    except InnameFout as fout:
        return 0, str(fout)
