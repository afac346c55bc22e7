"""The messages of the work: written, sent, taken in, and what they mean for a case.

What is imported here is pure: dataclasses in, a checked message out. The outbox and inbox are in
`postvak/`, the numbers in `nummers.py`.
"""

from .levering import Start, Stop, start_van
from .persoon import Adres, Gezagsdrager, Jeugdige, Persoonsnaam, organisatie_als_voogd
from .product import (
    AangevraagdProduct,
    Omvang,
    Product,
    ToegewezenProduct,
    Verwijzer,
    verwijzer_gemeente,
    verwijzer_gi,
)
from .redenen import NietTeVersturen, Reden
from .schrijven import (
    Antwoord,
    schrijf_antwoord,
    schrijf_start,
    schrijf_stop,
    schrijf_toewijzing,
    schrijf_verzoek,
)
from .uitgaand import Uitgaand, Verzending
from .wijzigen import WijzigingKanNiet, trek_in, verleng, verwijder

__all__ = [
    "AangevraagdProduct",
    "Adres",
    "Antwoord",
    "Gezagsdrager",
    "Jeugdige",
    "NietTeVersturen",
    "Omvang",
    "Persoonsnaam",
    "Product",
    "Reden",
    "Start",
    "Stop",
    "ToegewezenProduct",
    "Uitgaand",
    "Verwijzer",
    "Verzending",
    "WijzigingKanNiet",
    "organisatie_als_voogd",
    "schrijf_antwoord",
    "schrijf_start",
    "schrijf_stop",
    "schrijf_toewijzing",
    "schrijf_verzoek",
    "start_van",
    "trek_in",
    "verleng",
    "verwijder",
    "verwijzer_gemeente",
    "verwijzer_gi",
]
