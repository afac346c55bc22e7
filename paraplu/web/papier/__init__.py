"""Letters and forms as accessible PDF (PDF/UA-1): what is said is data, how it looks is one template.

maak_pdf(Stuk(titel="Bepaling jeugdhulp", onderwerp="Casus C12", datum=date(2026, 4, 2),
              kenmerk="C12-3", blokken=(Kop(1, "Wat er nodig is"), Alinea("Ambulante hulp."))))
"""

from .pdf import PapierMislukt, maak_pdf
from .stuk import (
    Alinea,
    Blok,
    Figuur,
    Kop,
    Lijst,
    Ondertekening,
    OngeldigStuk,
    Qr,
    Stuk,
    Tabel,
    Velden,
    Verwijzingen,
)

__all__ = [
    "Alinea",
    "Blok",
    "Figuur",
    "Kop",
    "Lijst",
    "Ondertekening",
    "OngeldigStuk",
    "PapierMislukt",
    "Qr",
    "Stuk",
    "Tabel",
    "Velden",
    "Verwijzingen",
    "maak_pdf",
]
