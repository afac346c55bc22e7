"""Keys with which machines ask the API, and how many requests came in a minute."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Sleutel(models.Model):
    """A key of one account. Only its hash is kept: who reads this table can ask nothing."""

    gebruiker = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="api_sleutels"
    )
    #: What it is for, in the words of who made it.
    naam = models.CharField(_("naam"), max_length=80)
    #: The first characters, by which a person and the trace know one key from another.
    kenmerk = models.CharField(max_length=16)
    hash = models.CharField(max_length=64, unique=True)
    gemaakt_op = models.DateTimeField()
    #: The last day on which it works.
    einddatum = models.DateField(_("laatste dag"))
    ingetrokken_op = models.DateTimeField(null=True, blank=True)
    ingetrokken_door = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    #: The last day on which something was asked with it.
    laatst_gebruikt = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = _("API-sleutel")
        ordering: ClassVar[tuple[str, ...]] = ("-gemaakt_op", "-id")

    def __str__(self) -> str:
        return f"sleutel {self.kenmerk}"

    def is_geldig(self, *, on: date) -> bool:
        """Whether it opens anything on this day; its account must work too."""
        return (
            self.ingetrokken_op is None and on <= self.einddatum and self.gebruiker.is_geldig(on=on)
        )


class Teller(models.Model):
    """How many requests one asker made in one minute. `wie` is a keyed hash, of no use elsewhere."""

    wie = models.CharField(max_length=64)
    minuut = models.DateTimeField()
    aantal = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("teller")
        constraints = (
            models.UniqueConstraint(name="api_teller_een_per_minuut", fields=("wie", "minuut")),
        )
        indexes = (models.Index(name="api_teller_minuut", fields=("minuut",)),)

    def __str__(self) -> str:
        return f"{self.minuut:%H:%M} {self.aantal}"
