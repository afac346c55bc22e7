"""Small situations, one child each, that a contract manager can check by hand.

Each has a sentence, what was sent, and the checks that find something about this child. They are part of
the world of `kwaliteit`, so that the second reading sees them too.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from tests.monitor.post import Post

JAN, MRT, APR, MEI = (date(2023, maand, 1) for maand in (1, 3, 4, 5))
EIND_MAART, EIND_2023 = date(2023, 3, 31), date(2023, 12, 31)


@dataclass(frozen=True)
class Voorbeeld:
    """What was sent about one child, and what is wrong with it."""

    zin: str
    stuur: Callable[[Post, int, str], None]
    gevonden: set[str]


class Stuurder:
    """Sends about one child, on one allocation; days that a call does not name do not matter."""

    def __init__(self, post: Post, nummer: int, kind: str) -> None:
        self.post, self.nummer, self.kind = post, nummer, kind

    def wijs_toe(self, *, naast: int = 0, **velden: Any) -> None:
        self.post.toewijzing(
            self.nummer + naast, kind=self.kind, **{"einddatum": EIND_2023, **velden}
        )

    def start(self, begin: date = JAN, *, naast: int = 0, **velden: Any) -> None:
        self.post.start(self.nummer + naast, kind=self.kind, begindatum=begin, **velden)

    def stop(self, einde: date, begin: date = JAN, *, naast: int = 0, reden: str = "31") -> None:
        self.post.stop(
            self.nummer + naast, kind=self.kind, begindatum=begin, einddatum=einde, reden_beeindiging=reden
        )  # fmt: skip

    def declareer(self, begin: date, einde: date, bedrag: int = 10_000, **velden: Any) -> None:
        nummer = f"D{self.nummer}{begin}"
        kop = {"declaratie_nummer": nummer, "periode_begin": begin, "periode_einde": einde}
        bericht = self.post.bericht("JW323", **kop)
        self.post.regel(
            "declaratie", bericht, kind=self.kind, toewijzing_nummer=self.nummer, bedrag=bedrag,
            begindatum=begin, einddatum=einde, declaratie_nummer=nummer, referentie=nummer,
            credit=False, **{"productcategorie": "48", "productcode": "48A01", **velden},
        )  # fmt: skip
        self.post.bericht(
            "JW325", declaratie_nummer=nummer, retourcodes="0200", retourcodes_klasse="8001"
        )


def _maak(doe: Callable[[Stuurder], None]) -> Callable[[Post, int, str], None]:
    return lambda post, nummer, kind: doe(Stuurder(post, nummer, kind))


def _goed(s: Stuurder) -> None:
    s.wijs_toe()
    s.start()
    s.declareer(MRT, EIND_MAART)
    s.stop(EIND_2023)


def _zonder_toewijzing(s: Stuurder) -> None:
    s.start()
    s.stop(EIND_2023)


def _te_lang_gedeclareerd(s: Stuurder) -> None:
    s.wijs_toe(einddatum=EIND_MAART)
    s.start()
    s.stop(EIND_MAART)
    s.declareer(APR, date(2023, 4, 30))


def _ander_product(s: Stuurder) -> None:
    s.wijs_toe()
    s.start()
    s.stop(EIND_2023)
    s.declareer(MRT, EIND_MAART, productcode="48A03")


def _los_gedeclareerd(s: Stuurder) -> None:
    s.declareer(MRT, EIND_MAART)


def _stop_te_vroeg(s: Stuurder) -> None:
    s.wijs_toe()
    s.start(MEI)
    s.stop(APR, MEI)


def _stop_alleen(s: Stuurder) -> None:
    s.wijs_toe()
    s.start(MRT)
    s.stop(EIND_2023, MRT)
    s.stop(EIND_MAART, JAN)


def _vergeten_stop(s: Stuurder) -> None:
    s.wijs_toe(einddatum=EIND_MAART)
    s.start()


def _twee_starts(s: Stuurder) -> None:
    s.wijs_toe()
    s.start(JAN)
    s.start(MRT)
    s.stop(EIND_2023, JAN)
    s.stop(EIND_2023, MRT)


def _geen_start(s: Stuurder) -> None:
    s.wijs_toe()
    s.declareer(MRT, EIND_MAART)


def _twee_gis(s: Stuurder) -> None:
    for naast, gi in ((0, "60000001"), (1, "60000002")):
        s.wijs_toe(naast=naast)
        s.post.tabellen["toewijzing"][-1]["aanbieder"] = gi
        s.start(naast=naast)
        s.stop(EIND_2023, naast=naast)


def _vreemde_reden(s: Stuurder) -> None:
    s.wijs_toe()
    s.start()
    s.stop(EIND_2023, reden="77")


def _te_oud(s: Stuurder) -> None:
    s.wijs_toe(geboortejaar=1999)
    s.start()
    s.stop(EIND_2023)


def _onbekend_product(s: Stuurder) -> None:
    s.wijs_toe(productcode="48ZZZ")
    s.start(productcode="48ZZZ")
    s.post.stop(
        s.nummer, kind=s.kind, begindatum=JAN, einddatum=EIND_2023, reden_beeindiging="31",
        productcode="48ZZZ",
    )  # fmt: skip


def _boven_budget(s: Stuurder) -> None:
    s.wijs_toe(budget=9_999)
    s.start()
    s.stop(EIND_2023)
    s.declareer(MRT, EIND_MAART)


VOORBEELDEN = [
    Voorbeeld("Toegewezen, gestart, gedeclareerd en gestopt: niets aan de hand.", _maak(_goed), set()),
    Voorbeeld("Gestart op een nummer dat niemand heeft toegewezen.", _maak(_zonder_toewijzing), {"K01"}),
    Voorbeeld("Gedeclareerd op een nummer dat niemand heeft toegewezen.", _maak(_los_gedeclareerd), {"K02"}),
    Voorbeeld("Toegewezen tot en met maart, gedeclareerd over april.", _maak(_te_lang_gedeclareerd), {"K03"}),
    Voorbeeld("48A01 toegewezen, 48A03 gedeclareerd.", _maak(_ander_product), {"K04"}),
    Voorbeeld("Gestart op 1 mei, gestopt op 1 april.", _maak(_stop_te_vroeg), {"K05"}),
    Voorbeeld("Een stop bij een start op 1 januari die er niet is.", _maak(_stop_alleen), {"K06"}),
    Voorbeeld("Toegewezen tot en met maart en nooit gestopt.", _maak(_vergeten_stop), {"K07"}),
    Voorbeeld("Gestart in januari en nog eens in maart.", _maak(_twee_starts), {"K08"}),
    Voorbeeld("Gedeclareerd en toegekend, nooit gestart.", _maak(_geen_start), {"K09"}),
    Voorbeeld("Een heel jaar OTS bij twee instellingen.", _maak(_twee_gis), {"K17"}),
    Voorbeeld("Een product dat niet in de lijst staat.", _maak(_onbekend_product), {"K21"}),
    Voorbeeld("Gestopt met reden 77.", _maak(_vreemde_reden), {"K24"}),
    Voorbeeld("Geboren in 1999 en een nieuwe OTS in 2023.", _maak(_te_oud), {"K25", "K26"}),
    Voorbeeld("Een budget van € 99,99 en € 100,00 gedeclareerd.", _maak(_boven_budget), {"K28"}),
]  # fmt: skip


def kind_van(nummer: int) -> str:
    """The pseudonym of the child of an example."""
    return f"voorbeeld{nummer:03d}"


def stuur_alle() -> dict[str, list[dict[str, Any]]]:
    """The tables with every example; numbers that no generated world uses."""
    post = Post()
    post.verhuis("0228")
    for nummer, voorbeeld in enumerate(VOORBEELDEN):
        voorbeeld.stuur(post, 900_000_000 + 10 * nummer, kind_van(nummer))
    return post.tabellen
