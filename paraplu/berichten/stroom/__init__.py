"""Read a message of any size as rows of the monitor's tables, in constant memory."""

from paraplu.berichten.stroom.delen import Deel, Kop, Slot, maak_batch
from paraplu.berichten.stroom.indeling import tabelschema
from paraplu.berichten.stroom.lezen import lees_stroom

__all__ = ["Deel", "Kop", "Slot", "lees_stroom", "maak_batch", "tabelschema"]
