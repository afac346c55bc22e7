"""Reads back what was taken along."""

from __future__ import annotations

import csv
import io
import zipfile

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet


def lees_zip(antwoord) -> dict[str, str]:
    """The text of each file in a zip, by name."""
    with zipfile.ZipFile(io.BytesIO(antwoord.content)) as zip_:
        return {naam: zip_.read(naam).decode("utf-8-sig") for naam in zip_.namelist()}


def lees_csv(tekst: str) -> list[list[str]]:
    """The rows of a CSV with semicolons."""
    return list(csv.reader(io.StringIO(tekst), delimiter=";"))


def lees_xlsx(inhoud: bytes) -> dict[str, Worksheet]:
    """The sheets of a workbook, by name."""
    werkmap = openpyxl.load_workbook(io.BytesIO(inhoud))
    return {vel.title: vel for vel in werkmap.worksheets}


def inhoud_van(vel: Worksheet) -> dict[str, str]:
    """The sheet with the receipt as what and what it says."""
    return dict(vel.iter_rows(values_only=True, max_col=2))
