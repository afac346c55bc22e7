"""The report on quality: for the command line, as a file, and on paper. Numbers only, no children."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from paraplu.web.getallen import cel
from paraplu.web.papier import Alinea, Kop, Lijst, Stuk, Tabel

from .bevindingen import name_maand
from .kwaliteit import Beeld, Blik, make_zin
from .volledigheid import shorten_maand

#: Months in the table on paper: more columns do not fit beside the words.
OP_PAPIER = 6


@dataclass(frozen=True)
class Rapport:
    """What a report says: whose data, which months, and the counts."""

    blik: Blik
    beeld: Beeld
    op: date

    def regels(self) -> list[dict[str, Any]]:
        """One row per check, as the command line and a spreadsheet show it."""
        return [
            {
                "code": rij.controle.code,
                "controle": rij.controle.titel,
                "herstelt": " of ".join(rij.controle.herstelt),
                self.blik.maand: rij.maand,
                "twaalf_maanden": rij.samen,
                "zelf_te_herstellen": rij.zelf,
                "buigt": " ".join(rij.controle.buigt),
            }
            for rij in self.beeld.rijen
        ]

    def trend(self) -> list[dict[str, Any]]:
        """One row per month."""
        return [{"maand": maand, "bevindingen": aantal} for maand, aantal in self.beeld.per_maand]

    def as_dict(self) -> dict[str, Any]:
        """Everything, for JSON."""
        return {
            "partij": self.blik.partij.naam,
            "maand": self.blik.maand,
            "bekend_op": self.op.isoformat(),
            "controles": self.regels(),
            "trend": self.trend(),
        }


def make_stuk(rapport: Rapport) -> Stuk:
    """The report on paper."""
    blik, beeld = rapport.blik, rapport.beeld
    zelf = _("Hiervan kan %(naam)s er %(n)s zelf herstellen.") % {
        "naam": blik.partij.naam,
        "n": cel(beeld.zelf),
    }
    return Stuk(
        titel=_("Kwaliteit van de gegevens van %(naam)s") % {"naam": blik.partij.naam},
        onderwerp=_("Wat er niet klopt, wie het herstelt en welke cijfers het buigt"),
        datum=rapport.op,
        voet=_("Zoals bekend op %(dag)s. Dit rapport bevat aantallen en geen kinderen.")
        % {"dag": date_format(rapport.op, "j F Y")},
        blokken=(
            Alinea(make_zin(beeld, blik) + (f" {zelf}" if blik.codes and beeld.samen else "")),
            Kop(1, _("Per maand")),
            Tabel(
                koppen=(_("Maand"), _("Bevindingen")),
                rijen=tuple((name_maand(m), str(cel(n))) for m, n in beeld.per_maand),
                bijschrift=_("Bevindingen per maand"),
            ),
            *_controles(rapport),
            Kop(1, _("Wat u kunt doen")),
            Lijst(tuple(f"{r.controle.code} {r.controle.titel}. {r.controle.advies}" for r in beeld.rijen) or (_("Er is niets te herstellen."),)),
        ),
    )  # fmt: skip


def _controles(rapport: Rapport) -> tuple[Kop | Tabel, ...]:
    maanden = rapport.blik.maanden[-OP_PAPIER:]
    rijen = rapport.beeld.rijen
    if not rijen:
        return ()
    trend = Tabel(
        koppen=(_("Code"), *(shorten_maand(m) for m in maanden), _("12 maanden"), _("zelf")),
        rijen=tuple(
            (
                rij.controle.code,
                *(str(cel(n)) for n in rij.per_maand[-OP_PAPIER:]),
                str(cel(rij.samen)),
                str(cel(rij.zelf)),
            )
            for rij in rijen
        ),
        bijschrift=_("Bevindingen per controle en maand"),
    )
    woorden = Tabel(
        koppen=(_("Code"), _("Wat is er"), _("Wie herstelt het"), _("Buigt")),
        rijen=tuple(
            (
                rij.controle.code,
                rij.controle.titel,
                rij.herstelt,
                ", ".join(rij.controle.buigt) or _("geen cijfer"),
            )
            for rij in rijen
        ),
        bijschrift=_("Controles met bevindingen"),
    )
    return (Kop(1, _("Per controle")), woorden, trend)
