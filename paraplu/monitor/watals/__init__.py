"""What if a definition or the tussentaal were another: the same figures under a proposed rule.

Nothing of what is counted is written here again: the derived tables are made with another parameter
or another mapping, and every indicator reads those. What comes out is for readers who see the data
in full: two figures of one group under two rules give away the children between them.
"""

from paraplu.monitor.watals.naast import Naast, make_naast
from paraplu.monitor.watals.openen import AndersMonitor, open_anders
from paraplu.monitor.watals.verhuizing import Verhuizing, read_verhuizingen
from paraplu.monitor.watals.wijziging import GEWOON, Wijziging

__all__ = [
    "GEWOON",
    "AndersMonitor",
    "Naast",
    "Verhuizing",
    "Wijziging",
    "make_naast",
    "open_anders",
    "read_verhuizingen",
]
