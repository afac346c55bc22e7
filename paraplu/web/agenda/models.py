"""The private link to someone's calendar."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Agendasleutel(models.Model):
    """The key in a calendar link. Only its hash is kept: who reads this table opens no calendar."""

    gebruiker = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="agendasleutels"
    )
    hash = models.CharField(max_length=64, unique=True)
    gemaakt_op = models.DateTimeField(auto_now_add=True)
    ingetrokken_op = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("agendasleutel")
        constraints = (
            # One link at a time: a new one makes an end of the old one, wherever that went.
            models.UniqueConstraint(
                name="agendasleutel_hoogstens_een_geldig",
                fields=("gebruiker",),
                condition=models.Q(ingetrokken_op=None),
            ),
        )

    def __str__(self) -> str:
        return f"agendasleutel {self.pk}"
