"""Paraplu: the Gelderse monitor and the work around jeugdbescherming."""
