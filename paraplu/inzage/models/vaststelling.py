"""A version of a definition that the contract board adopted: who, when, where, and from which day."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _


class Vaststelling(models.Model):
    """The signature under one version of the definition of a value. It is never changed."""

    code = models.CharField(max_length=8)
    versie = models.PositiveSmallIntegerField()
    #: Of the text that was adopted, as it stands in the register (`monitor.definities`).
    tekstafdruk = models.CharField(max_length=64)
    vastgesteld_op = models.DateField(_("vastgesteld op"))
    #: The meeting that decided.
    overleg = models.CharField(_("overleg"), max_length=120)
    #: In which function the account below wrote it down.
    functie = models.CharField(_("functie"), max_length=120)
    #: From which day the parties use this version.
    vanaf = models.DateField(_("geldt vanaf"))
    besluit = models.TextField(_("besluit"), max_length=2000)
    door = models.ForeignKey("web.Gebruiker", on_delete=models.PROTECT, related_name="+")
    geschreven_op = models.DateTimeField()

    class Meta:
        verbose_name = _("vaststelling")
        ordering: ClassVar[tuple[str, ...]] = ("code", "versie")
        constraints = (
            models.UniqueConstraint(name="vaststelling_een_per_versie", fields=("code", "versie")),
        )

    def __str__(self) -> str:
        return f"{self.code} versie {self.versie}, vastgesteld op {self.vastgesteld_op}"
