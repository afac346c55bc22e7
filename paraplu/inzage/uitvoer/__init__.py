"""Figures and rows as a file to take along: XLSX, CSV and Parquet, each with its receipt and mark."""

from .bewijsregels import make_bewijsregels
from .blad import Kolom, Uitvoerblad, blad_van_cijfers, blad_van_regels
from .csvs import make_tabel, schrijf_csv
from .los import give_regels
from .parquet import schrijf_parquet
from .waarmerk import Waarmerk
from .xlsx import schrijf_xlsx

__all__ = [
    "Kolom",
    "Uitvoerblad",
    "Waarmerk",
    "blad_van_cijfers",
    "blad_van_regels",
    "give_regels",
    "make_bewijsregels",
    "make_tabel",
    "schrijf_csv",
    "schrijf_parquet",
    "schrijf_xlsx",
]
