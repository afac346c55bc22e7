"""The review as rows of a sheet: for the page, and for the command line."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from .queries import Rij


def as_values(rij: Rij) -> dict[str, Any]:
    """The cells of one account by column."""
    wie = rij.gebruiker
    laatst = timezone.localdate(wie.laatst_ingelogd_op) if wie.laatst_ingelogd_op else None
    return {
        "nummer": wie.pk,
        "gebruikersnaam": wie.gebruikersnaam,
        "naam": wie.naam,
        "soort": wie.get_soort_display(),
        "organisatie": wie.organisatie_naam,
        "functies": ", ".join(rij.functies),
        "begin": wie.begindatum,
        "einde": wie.einddatum,
        "laatst_ingelogd": laatst,
        "inlogdienst": ", ".join(rij.diensten),
        "tweede_stap": "ja" if rij.tweede_stap else "nee",
        "slaapt": "ja" if rij.slaapt else "nee",
        "nagezien_op": rij.nagezien_op,
    }


KOLOMMEN = (
    "nummer", "gebruikersnaam", "naam", "soort", "organisatie", "functies", "begin", "einde",
    "laatst_ingelogd", "inlogdienst", "tweede_stap", "slaapt", "nagezien_op",
)  # fmt: skip


def cell(waarde: Any) -> str:
    """A value as text; one that a spreadsheet would take for a formula gets a quote in front."""
    tekst = "" if waarde is None else str(waarde)
    return f"'{tekst}" if tekst[:1] in {"=", "+", "-", "@", "\t", "\r"} else tekst
