"""Which days count, and when a term ends. Standard library only."""

from paraplu.termijnen.bon import Bonregel, Termijnbon, make_bon
from paraplu.termijnen.duur import Duur, GeenDuur, lees_termijn
from paraplu.termijnen.grond import Termijngrond
from paraplu.termijnen.kalender import BuitenKalender, Kalender, kalender, kalenders
from paraplu.termijnen.moment import GeenTijdzone, dag_van
from paraplu.termijnen.opschorting import GeenOpschorting, Opschorting, lees_opschorting
from paraplu.termijnen.resterend import Resterend, Stip
from paraplu.termijnen.termijn import Dag, GeenUitersteDatum, Stand, Termijn, bereken
from paraplu.termijnen.vergelijking import Projectie, Termijnverschil, project, vergelijk

__all__ = [
    "Bonregel",
    "BuitenKalender",
    "Dag",
    "Duur",
    "GeenDuur",
    "GeenOpschorting",
    "GeenTijdzone",
    "GeenUitersteDatum",
    "Kalender",
    "Opschorting",
    "Projectie",
    "Resterend",
    "Stand",
    "Stip",
    "Termijn",
    "Termijnbon",
    "Termijngrond",
    "Termijnverschil",
    "bereken",
    "dag_van",
    "kalender",
    "kalenders",
    "lees_opschorting",
    "lees_termijn",
    "make_bon",
    "project",
    "vergelijk",
]
