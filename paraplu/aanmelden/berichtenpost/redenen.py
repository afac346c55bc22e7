"""Why a message cannot be sent, in sentences that hold nothing of the child."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from paraplu.berichten import Bevinding
from paraplu.casussen.fouten import CasusFout


@dataclass(frozen=True, kw_only=True)
class Reden:
    """What is wrong at which element, what to do, and the rule of iJW behind it ("" for none)."""

    pad: str
    tekst: str
    remedie: str
    regel: str = ""


class NietTeVersturen(CasusFout, ValueError):
    """The message would break a rule of iJW. `redenen` says which; no value is in them."""

    def __init__(self, redenen: Sequence[Reden]) -> None:
        super().__init__(" ".join(f"{reden.tekst} {reden.remedie}" for reden in redenen))
        self.redenen = tuple(redenen)

    @property
    def melding(self) -> str:
        """The reasons stand below the form, not above it."""
        return _("Het bericht is niet verstuurd. Hieronder staat wat er nodig is.")

    def toon(self) -> dict[str, Any]:
        """The reasons one by one."""
        return {"redenen": self.redenen}


def reden_van(bevinding: Bevinding) -> Reden:
    """A finding of the check as a reason."""
    return Reden(
        pad=bevinding.pad,
        tekst=bevinding.tekst,
        remedie=bevinding.remedie,
        regel=bevinding.code,
    )


def without_address(wie: str, pad: str) -> Reden:
    """Of `wie` there is no address and no telephone number."""
    return Reden(
        pad=pad,
        tekst=f"Van {wie} is geen adres en geen telefoonnummer bekend.",
        remedie="Vul een adres in, of een telefoonnummer als het adres geheim is.",
        regel="TR006",
    )
