"""Rules on the key of a start and a stop."""

from __future__ import annotations

from collections.abc import Iterator

from paraplu.berichten.regels.toets import Inhoud, Omgeving, toets

_TEKST = "Zonder toewijzingnummer en zonder product is niet te zien waar dit over gaat."
_REMEDIE = "Vul ToewijzingNummer in; bij taakgerichte hulp Product."


@toets("IV096", klasse="StartProduct", in_=("JW305",), tekst=_TEKST, remedie=_REMEDIE)
@toets("IV096", klasse="StopProduct", in_=("JW307",), tekst=_TEKST, remedie=_REMEDIE)
def start_en_stop_hebben_een_sleutel(levering: Inhoud, omgeving: Omgeving) -> Iterator[str]:
    """A start or stop names its allocation or, when paid by task and not allocated, its product."""
    if "ToewijzingNummer" not in levering and "Product" not in levering:
        yield ""
