"""Put an answer in a folder, and say in one line what became of a message."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from paraplu.berichten.antwoord.maken import GeenAntwoord
from paraplu.berichten.antwoord.reeks import Beantwoord
from paraplu.berichten.antwoord.terug import Beoordeling, lees_antwoord

GOED, AFGEKEURD, KAN_NIET = 0, 1, 2
#: The status of a run in which a message gets no answer for this kind of reason.
STATUS: Final = {"niet nodig": GOED, "niveau 1": AFGEKEURD, "kan niet": KAN_NIET}
OORDEEL: Final = {
    "niet nodig": "geen antwoord nodig",
    "niveau 1": "afgekeurd (schema)",
    "kan niet": "niet te beantwoorden",
}
BEZET: Final = (
    "Er staat al een ander antwoord op dit bericht, en op elk bericht hoort er één. "
    "Kies een andere map, of haal het oude antwoord weg als het niet is verzonden."
)


@dataclass(frozen=True, kw_only=True)
class Regeltje:
    """One line of the overview: the message, the verdict, and the answer or why there is none."""

    bestand: str
    soort: str
    oordeel: str = ""
    bestandsnaam: str = ""
    reden: str = ""
    status: int = GOED
    codes: list[dict[str, str]] = field(default_factory=list)
    bevindingen: list[dict[str, str]] = field(default_factory=list)

    def als_json(self) -> dict[str, Any]:
        """For another program; `codes` are those of the answer, `bevindingen` those of the check."""
        return {
            "bestand": self.bestand.encode("utf-8", "replace").decode(),
            "bericht": self.soort or None,
            "oordeel": self.oordeel,
            "antwoord": self.bestandsnaam or None,
            "reden": self.reden or None,
            "codes": self.codes,
            "bevindingen": self.bevindingen,
        }


def leg_weg(een: Beantwoord, map_: Path) -> Regeltje:
    """Write the answer to the folder, unless another answer to this message stands there."""
    regel = beschrijf(een)
    if regel.bestandsnaam and not _schrijf_eenmaal(map_ / regel.bestandsnaam, een.inhoud):
        return replace(regel, bestandsnaam="", reden=BEZET, status=KAN_NIET)
    return regel


def beschrijf(een: Beantwoord) -> Regeltje:
    """The line of the overview on this message; `bestandsnaam` is empty without an answer."""
    regel = Regeltje(
        bestand=een.bestand,
        soort=een.soort,
        bevindingen=[{"code": b.code, "pad": b.pad, "tekst": b.tekst} for b in een.bevindingen],
    )
    if isinstance(een.uitkomst, GeenAntwoord):
        waarom = een.uitkomst.waarom
        return replace(
            regel, oordeel=OORDEEL[waarom], reden=een.uitkomst.reden, status=STATUS[waarom]
        )
    beoordeling = lees_antwoord(een.uitkomst)
    return replace(
        regel,
        oordeel=zeg_oordeel(beoordeling),
        codes=[{"pad": o.pad, "code": o.code} for o in beoordeling.oordelen],
        bestandsnaam=f"{een.uitkomst.soort}-{een.identificatie}.xml",
        status=GOED if beoordeling.is_goedgekeurd else AFGEKEURD,
    )


def zeg_oordeel(beoordeling: Beoordeling) -> str:
    """The verdict in a few words: with the codes where something is refused."""
    if beoordeling.is_goedgekeurd:
        return "goedgekeurd" if beoordeling.toegekend is None else "toegekend"
    codes = ", ".join(sorted({een.code for een in beoordeling.fouten}))
    heel = beoordeling.toegekend is None or any(
        een.pad == "DeclaratieAntwoord" for een in beoordeling.fouten
    )
    return f"{'afgekeurd' if heel else 'deels afgewezen'} ({codes})"


def _schrijf_eenmaal(pad: Path, inhoud: bytes) -> bool:
    """Write the file whole; False when one with other content stands there, which stays."""
    if pad.exists():
        return pad.read_bytes() == inhoud
    deel = pad.with_name(f".{pad.name}.deel")
    try:
        deel.write_bytes(inhoud)
        deel.replace(pad)
    finally:
        deel.unlink(missing_ok=True)
    return True
