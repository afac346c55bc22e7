"""The tables of this room: the plan of a family, its versions, what was agreed, and who agreed."""

from .afspraken import Veiligheidsafspraak, Veiligheidsvoorwaarde
from .plan import Aanleiding, Fase, Instemming, MetOuders, Planversie, Veiligheidsplan

__all__ = [
    "Aanleiding",
    "Fase",
    "Instemming",
    "MetOuders",
    "Planversie",
    "Veiligheidsafspraak",
    "Veiligheidsplan",
    "Veiligheidsvoorwaarde",
]
