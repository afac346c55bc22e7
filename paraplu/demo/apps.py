"""The demo as an app of Django: a page, a panel on cases, no tables."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    """Demo Gelderland."""

    name = "paraplu.demo"
    verbose_name = "demo Gelderland"

    def ready(self) -> None:
        """Add the row of the rights matrix and the panel on the page of a case."""
        from paraplu.casussen.panelen import Paneel, register  # noqa: PLC0415 - models are there now
        from paraplu.web import rechten  # noqa: PLC0415

        from .paneel import show_tegenspel  # noqa: PLC0415
        from .rechten import MATRIX, VOORWERP  # noqa: PLC0415

        rechten.register(MATRIX, VOORWERP)
        register(Paneel(template="demo/_tegenspel.html", context=show_tegenspel))
