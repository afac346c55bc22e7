"""Which steps have a form of their own from the allocation on, and what a case shows of them."""

from __future__ import annotations

from paraplu.casussen import panelen, stapvormen

from . import bij_bericht
from .views import berichten, evaluatie, expertteam, netwerk, opschalen, reactie, toewijzen

VORMEN = {
    "toewijzen": toewijzen.TOEWIJZEN,
    "verzoek_toewijzing": toewijzen.VERZOEK,
    "reactie_aanbieder": reactie.REACTIE,
    "start_hulp": reactie.START,
    "keuze_vervolg": netwerk.KEUZE,
    "netwerk": netwerk.NETWERK,
    "expertteam": expertteam.EXPERTTEAM,
    "opschalen": opschalen.OPSCHALEN,
}
PANELEN = (
    panelen.Paneel(template="aanmelden/vragen_paneel.html", context=berichten.show_vragen),
    panelen.Paneel(template="aanmelden/hulp_paneel.html", context=berichten.show_hulp),
    panelen.Paneel(template="aanmelden/evaluatie_paneel.html", context=evaluatie.show_panel),
    panelen.Paneel(template="aanmelden/berichten_paneel.html", context=berichten.show_berichten),
)


def register_all() -> None:
    """Show these on the pages of steps and cases, and listen to messages; after `verwerken`."""
    for route in ("aanmeldroute-301", "aanmeldroute-315"):
        for stap, vorm in VORMEN.items():
            stapvormen.register(route, stap, vorm)
    for paneel in PANELEN:
        panelen.register(paneel)
    bij_bericht.register_all()
