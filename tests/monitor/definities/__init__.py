"""Definitions: versions, texts and fingerprints."""
