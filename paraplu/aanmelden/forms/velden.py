"""What the forms of the aanmeldroutes share: the fields of every step, and no personal data."""

from __future__ import annotations

from paraplu.casussen.forms.velden import (
    LANGSTE,
    dag,
    keuze,
    meer,
    refuse_persoonsgegevens,
    tekst,
)

__all__ = ["LANGSTE", "dag", "keuze", "meer", "refuse_persoonsgegevens", "tekst"]
