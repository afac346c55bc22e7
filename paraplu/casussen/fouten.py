"""What can go wrong in the work, named for what happened; the pages turn it into a sentence."""

from __future__ import annotations

from typing import Any


class CasusFout(Exception):
    """Base of this room's errors; the text is Dutch and says what to do."""

    @property
    def melding(self) -> str:
        """What stands above the form."""
        return str(self)

    def toon(self) -> dict[str, Any]:
        """What the page shows besides, such as a list of reasons."""
        return {}


class StapAlreadyClosed(CasusFout):
    """Two people closed the same step; the first one counts."""

    def __init__(self, sleutel: str) -> None:
        super().__init__(
            "Deze stap is intussen door een ander afgerond. Er is niets dubbel gedaan."
        )
        self.sleutel = sleutel


class UnknownUitkomst(CasusFout):
    """The route does not know this outcome for this step."""


class VoorwaardeNietVervuld(CasusFout):
    """Something must be done before the step can be closed like this."""


class MagNiet(CasusFout):
    """This person may not do this in this case."""


class StaleSave(CasusFout):
    """Somebody saved a newer version meanwhile; both versions are shown."""

    def __init__(self, versie: int) -> None:
        super().__init__("Een ander heeft dit intussen gewijzigd. Vergelijk beide en kies.")
        self.versie = versie


class AlreadyKnown(CasusFout):
    """The child is known in another family already; who may see that one has been asked to look."""


class GeenOverdracht(CasusFout):
    """A measure ends only after the lokaal team accepted the family (R12)."""

    def __init__(self) -> None:
        super().__init__(
            "Deze maatregel kan nog niet eindigen: het lokale team heeft het gezin nog niet "
            "overgenomen. Rond eerst de warme overdracht af."
        )


class NietGetoetst(CasusFout):
    """Something that is looked at before a measure ends is not in order; the text says what."""
