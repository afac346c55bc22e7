"""Envelopes around a message: those of VECOZO, StUF-GGk and SOAP, and any other XML."""

from paraplu.berichten.omslag.openen import Omslag, Uitgepakt, om_bericht, open_omslag

__all__ = ["Omslag", "Uitgepakt", "om_bericht", "open_omslag"]
