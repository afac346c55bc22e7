"""An upload under way: what its progress page shows until the receipt is there."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Toestand(models.TextChoices):
    """How far an upload is."""

    WACHT = "wacht", _("wacht op haar beurt")
    BEZIG = "bezig", _("wordt ingelezen")
    KLAAR = "klaar", _("klaar")
    MISLUKT = "mislukt", _("niet gelukt")


class Inzending(models.Model):
    """One upload. Its files wait in a folder of their own and are removed when it has ended."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    gebruiker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT)
    gemaakt = models.DateTimeField(auto_now_add=True)
    #: The day of the delivery, and the number it got in the monitor.
    dag = models.DateField()
    levering = models.CharField(max_length=64, blank=True, db_index=True)
    bestanden = models.PositiveIntegerField()
    toestand = models.CharField(max_length=10, choices=Toestand.choices, default=Toestand.WACHT)
    stap = models.CharField(max_length=80, blank=True)
    #: In bytes.
    gedaan = models.BigIntegerField(default=0)
    totaal = models.BigIntegerField(default=0)
    berichten = models.IntegerField(default=0)
    regels = models.BigIntegerField(default=0)
    #: A Dutch sentence that can be shown as it is.
    fout = models.TextField(blank=True)

    class Meta:
        ordering = ("-gemaakt",)

    def __str__(self) -> str:
        return f"inzending van {self.gemaakt:%Y-%m-%d %H:%M}"

    @property
    def procent(self) -> int:
        """How much of it has been read."""
        return min(100, round(100 * self.gedaan / self.totaal)) if self.totaal else 0

    @property
    def is_onderweg(self) -> bool:
        """Whether there is still something to wait for."""
        return self.toestand in {Toestand.WACHT, Toestand.BEZIG}
