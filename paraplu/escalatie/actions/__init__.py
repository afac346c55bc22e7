"""The only writers of this room; one module per kind of act."""

from .beginnen import begin_beleid, begin_bestuurlijk, begin_escalatie
from .onbeschermd import add_bespreking, close_onbeschermd, report_onbeschermd
from .stappen import (
    add_deelnemer,
    go_to_bestuurders,
    go_to_gedragswetenschappers,
    go_to_leidinggevenden,
    hold_bestuurders,
    hold_gedragswetenschappers,
    hold_leidinggevenden,
    write_eigen_overleg,
)
from .verslag import judge_verslag, write_verslag

__all__ = [
    "add_bespreking",
    "add_deelnemer",
    "begin_beleid",
    "begin_bestuurlijk",
    "begin_escalatie",
    "close_onbeschermd",
    "go_to_bestuurders",
    "go_to_gedragswetenschappers",
    "go_to_leidinggevenden",
    "hold_bestuurders",
    "hold_gedragswetenschappers",
    "hold_leidinggevenden",
    "judge_verslag",
    "report_onbeschermd",
    "write_eigen_overleg",
    "write_verslag",
]
