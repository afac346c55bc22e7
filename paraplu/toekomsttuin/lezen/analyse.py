"""The joint analysis as people read it: what holds, and what was saved beside it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..models import Alinea, Alineaversie, Huishouden, Sectie


@dataclass(frozen=True)
class Stand:
    """A paragraph as it stands: the version that holds, and saves beside it that nobody joined yet."""

    alinea: Alinea
    geldt: Alineaversie
    naast: tuple[Alineaversie, ...]
    laatste: int

    @property
    def is_weg(self) -> bool:
        """Whether it was taken away, and nothing stands beside that."""
        return not self.geldt.tekst and not self.naast


def stand_of(alinea: Alinea, versies: Iterable[Alineaversie]) -> Stand:
    """How a paragraph stands.

    The version that holds is the last that was not beside another. Who wrote it had seen everything
    before, so only what stands beside it since is still to be joined.
    """
    alle = sorted(versies, key=lambda versie: versie.nummer)
    geldt = [versie for versie in alle if not versie.naast][-1]
    naast = tuple(v for v in alle if v.naast and v.nummer > geldt.nummer)
    return Stand(alinea, geldt, naast, alle[-1].nummer)


def read_stand(alinea: Alinea) -> Stand:
    """How this paragraph stands now."""
    return stand_of(alinea, alinea.versies.select_related("door__organisatie"))


def read_secties(huishouden: Huishouden) -> list[tuple[str, str, list[Stand]]]:
    """Key, name and paragraphs of every section, in their order; what was taken away is left out."""
    rijen = Alineaversie.objects.filter(alinea__huishouden=huishouden).select_related(
        "alinea", "door__organisatie"
    )
    per_alinea: dict[Alinea, list[Alineaversie]] = {}
    for versie in rijen.order_by("alinea_id", "nummer"):
        per_alinea.setdefault(versie.alinea, []).append(versie)
    standen = [stand_of(alinea, versies) for alinea, versies in per_alinea.items()]
    return [
        (
            str(sectie.value),
            str(sectie.label),
            [s for s in standen if s.alinea.sectie == sectie and not s.is_weg],
        )
        for sectie in Sectie
    ]
