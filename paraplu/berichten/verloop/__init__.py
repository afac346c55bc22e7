"""The flows of messages as state: what stands, what may follow, until when, and who must act."""

from paraplu.berichten.verloop.bewaking import Bewaking
from paraplu.berichten.verloop.declaratie import Declaratie
from paraplu.berichten.verloop.levering import Levering
from paraplu.berichten.verloop.toewijzing import Toewijzing
from paraplu.berichten.verloop.verloop import Verloop, volg, volg_gebeurtenissen
from paraplu.berichten.verloop.verzoek import Verzoek
from paraplu.berichten.verloop.zinnen import Afwijking

__all__ = [
    "Afwijking",
    "Bewaking",
    "Declaratie",
    "Levering",
    "Toewijzing",
    "Verloop",
    "Verzoek",
    "volg",
    "volg_gebeurtenissen",
]
