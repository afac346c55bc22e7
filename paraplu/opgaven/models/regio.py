"""What a region says of the bouwstenen (RA8) and around the garden (RA6); rows are only added."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Lijstantwoord(models.Model):
    """The answer of a region on one item, with its evidence; the last one holds."""

    class Stand(models.TextChoices):
        JA = "ja", _("Ja")
        DEELS = "deels", _("Voor een deel")
        NEE = "nee", _("Nee")

    regio = models.CharField(max_length=8)
    #: ra6 or ra8, and a key of `gegevens/lijsten.toml`.
    lijst = models.CharField(max_length=4)
    sleutel = models.CharField(max_length=20)
    stand = models.CharField(_("Is dit geregeld?"), max_length=6, choices=Stand.choices)
    #: Of a yes: since which day; it decides whether the region was in time.
    sinds = models.DateField(_("Sinds welke dag is het geregeld?"), null=True, blank=True)
    bewijs = models.TextField(_("Waaruit blijkt dat?"), max_length=2000)
    op = models.DateField()
    door = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar[tuple[str, ...]] = ("op", "id")
        indexes = (models.Index(fields=("regio", "lijst", "sleutel")),)
        constraints = (
            models.CheckConstraint(
                name="ja_heeft_een_dag",
                condition=Q(stand="ja", sinds__isnull=False)
                | (~Q(stand="ja") & Q(sinds__isnull=True)),
            ),
            models.CheckConstraint(name="antwoord_heeft_bewijs", condition=~Q(bewijs="")),
        )

    def __str__(self) -> str:
        return f"{self.regio} {self.sleutel} {self.stand}"
