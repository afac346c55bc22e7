"""The demo as an app of Django: one page, no tables."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    """Demo Gelderland."""

    name = "paraplu.demo"
    verbose_name = "demo Gelderland"
