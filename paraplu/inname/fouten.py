"""What can stop a delivery, each with a sentence that says what happened and what to do."""

from __future__ import annotations

from pathlib import Path


class InnameFout(Exception):
    """The delivery cannot be taken. `str()` is the Dutch sentence to show; nothing was lost."""


class PadOntbreekt(InnameFout):
    """A path that was given is not there or cannot be read."""


class GeenBestanden(InnameFout):
    """The paths that were given hold no file that could be a message."""


class VerkeerdeDag(InnameFout):
    """The day of the delivery is no day, or lies in the future."""


class GeenMap(InnameFout):
    """The folder that was given cannot be written."""


class LeveringOnbekend(InnameFout):
    """No delivery has this number."""


class SleutelFout(InnameFout):
    """A key is missing, is not the one that was used before, or cannot be read."""


class BestandBeschadigd(InnameFout):
    """A kept file cannot be decrypted: other key, or bytes were changed."""


class SchijfVol(InnameFout):
    """The disk is full. What was already in the tables stays; the rest can be taken again."""

    def __init__(self, plaats: Path) -> None:
        super().__init__(
            f"De schijf is vol ({plaats}). Er is niets verloren: maak ruimte vrij en lees dezelfde "
            "bestanden daarna opnieuw. Wat al binnen was, telt dan niet dubbel."
        )
