"""The register of definitions: every version with its text, and the fingerprints it has had."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

from paraplu.monitor.definities.vingerafdruk import afdruk, vingerafdruk

KOLOMMEN = ("code", "versie", "vingerafdruk", "vanaf", "reden")


class OnbekendeDefinitie(ValueError):
    """A code, or a version of it, that the register does not have."""


@dataclass(frozen=True, kw_only=True)
class Registerregel:
    """One line: from `vanaf` on our code for `versie` has this fingerprint, and why it changed."""

    code: str
    versie: int
    vingerafdruk: str
    vanaf: date
    reden: str


@dataclass(frozen=True, kw_only=True)
class Definitieversie:
    """A version of the definition of a value: its text, and since when the code counts so.

    `vingerafdruk` is of the code, `tekstafdruk` of the text that the parties sign. `regels` are the
    lines of the register: more than one where the code was written anew and the figure stayed.
    """

    code: str
    versie: int
    tekst: str
    regels: tuple[Registerregel, ...]

    @property
    def vingerafdruk(self) -> str:
        return self.regels[-1].vingerafdruk

    @property
    def tekstafdruk(self) -> str:
        return afdruk(self.tekst)

    @property
    def vanaf(self) -> date:
        """Since when our code counts so; from which day the parties use it is theirs to say."""
        return self.regels[0].vanaf

    @property
    def reden(self) -> str:
        """Why this version came."""
        return self.regels[0].reden

    @property
    def is_van_nu(self) -> bool:
        """Whether the code of now is the code that the register says it is."""
        return self.vingerafdruk == vingerafdruk(self.code)


@cache
def regels() -> tuple[Registerregel, ...]:
    """Every line of the register, as they were written."""
    tekst = _map().joinpath("register.csv").read_text(encoding="utf-8")
    return tuple(
        Registerregel(
            code=rij["code"],
            versie=int(rij["versie"]),
            vingerafdruk=rij["vingerafdruk"],
            vanaf=date.fromisoformat(rij["vanaf"]),
            reden=rij["reden"],
        )
        for rij in csv.DictReader(tekst.splitlines())
    )


def versies_van(code: str) -> list[Definitieversie]:
    """The versions of a definition, oldest first. Raises OnbekendeDefinitie."""
    nummers = sorted({regel.versie for regel in regels() if regel.code == code})
    if not nummers:
        raise OnbekendeDefinitie(f"van {code!r} staat geen definitie in het register")
    return [
        Definitieversie(
            code=code,
            versie=nummer,
            tekst=_tekst(code, nummer),
            regels=tuple(r for r in regels() if (r.code, r.versie) == (code, nummer)),
        )
        for nummer in nummers
    ]


def versie_van(code: str, versie: int | None = None) -> Definitieversie:
    """The version by which figures are counted now, or the one asked for.

    Raises OnbekendeDefinitie.
    """
    alle = versies_van(code)
    if versie is None:
        return alle[-1]
    for gevonden in alle:
        if gevonden.versie == versie:
            return gevonden
    raise OnbekendeDefinitie(f"{code} heeft geen versie {versie}")


def _tekst(code: str, versie: int) -> str:
    return _map().joinpath("teksten", f"{code}-{versie}.txt").read_text(encoding="utf-8")


def _map() -> Traversable:
    return resources.files("paraplu.monitor.definities")
