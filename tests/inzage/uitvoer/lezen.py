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


def lees_regels(antwoord) -> list[dict[str, str]]:
    """The rows of a zip with one table, by heading; the watermark has to be in it."""
    bestanden = lees_zip(antwoord)
    waarmerk = dict(lees_csv(bestanden.pop("waarmerk.csv")))
    assert waarmerk["Gemaakt door"]
    assert waarmerk["Gemaakt op"]
    [tekst] = bestanden.values()
    return list(csv.DictReader(io.StringIO(tekst), delimiter=";"))


def lees_xlsx(inhoud: bytes) -> dict[str, Worksheet]:
    """The sheets of a workbook, by name."""
    werkmap = openpyxl.load_workbook(io.BytesIO(inhoud))
    return {vel.title: vel for vel in werkmap.worksheets}


def inhoud_van(vel: Worksheet) -> dict[str, str]:
    """The sheet with the receipt as what and what it says."""
    return dict(vel.iter_rows(values_only=True, max_col=2))
