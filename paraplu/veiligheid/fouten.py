"""What can go wrong with a plan, named for what happened; the pages turn it into a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from paraplu.casussen.fouten import CasusFout


class PlanOnvolledig(CasusFout):
    """Something is missing before this can be a plan; `mist` are the sentences that say what."""

    def __init__(self, mist: Sequence[str]) -> None:
        super().__init__(" ".join(mist))
        self.mist = tuple(mist)


class PlanBeeindigd(CasusFout):
    """The plan has ended; nothing is added to it any more."""


class VerouderdeVersie(CasusFout):
    """One agrees with the version that holds, not with one before it."""
