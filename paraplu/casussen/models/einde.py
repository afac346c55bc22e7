"""The end of a measure: first the intention, then the end itself with its ground (R12)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from paraplu.netwerk.models import Medewerker, Organisatie

from .casussen import Casus
from .gezinnen import Gezin, Maatregel


class Einde(models.Model):
    """A measure is to end, and later has ended; the database lets no measure end without this row.

    With the ground "overdracht" it belongs to a case in which the lokaal team accepts the family;
    the ground "uitzondering" has no such case, and says in `toelichting` why. `op` is the last day
    of the measure, None while it is only an intention. A row with `vervallen_op` no longer holds:
    the measure goes on, or the end was set right by a new row.
    """

    class Grond(models.TextChoices):
        OVERDRACHT = "overdracht", _("Warm overgedragen aan het lokale team")
        UITZONDERING = "uitzondering", _("Zonder overdracht, met een eigen reden")

    maatregel = models.ForeignKey(Maatregel, on_delete=models.PROTECT, related_name="eindes")
    #: Of the child; it stands here so that the family's own rule decides who sees the row.
    gezin = models.ForeignKey(Gezin, on_delete=models.PROTECT, related_name="eindes")
    grond = models.CharField(max_length=15, choices=Grond.choices)
    casus = models.ForeignKey(
        Casus, null=True, blank=True, on_delete=models.PROTECT, related_name="eindes"
    )
    voorgenomen_op = models.DateField()
    verwacht_op = models.DateField()
    op = models.DateField(null=True, blank=True)
    #: A key of `afspraken.einde`, and the kind of guardian where it is about one.
    reden = models.CharField(max_length=40, blank=True)
    voogd = models.CharField(max_length=20, blank=True)
    toelichting = models.TextField(blank=True)
    #: The GI that goes on with the measure, or the measure that follows this one.
    naar = models.ForeignKey(
        Organisatie, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    opvolger = models.ForeignKey(
        Maatregel, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    vastgelegd_op = models.DateField(null=True, blank=True)
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    vervallen_op = models.DateField(null=True, blank=True)
    vervallen_reden = models.TextField(blank=True)

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(
                name="een_einde_per_maatregel",
                fields=("maatregel",),
                condition=models.Q(vervallen_op=None),
            ),
            models.CheckConstraint(
                name="einde_heeft_dag_en_reden",
                condition=models.Q(op=None, reden="")
                | (models.Q(op__isnull=False) & ~models.Q(reden="")),
            ),
            models.CheckConstraint(
                name="overdracht_heeft_een_casus",
                condition=models.Q(grond="overdracht", casus__isnull=False)
                | models.Q(grond="uitzondering", casus=None),
            ),
            # Held to the list of reasons by tests/afspraken/test_einde.py.
            models.CheckConstraint(
                name="uitzondering_heeft_een_eigen_reden",
                condition=models.Q(grond="overdracht")
                | (
                    models.Q(reden__in=("overlijden", "andere_gi", "andere_maatregel"))
                    & ~models.Q(toelichting="")
                ),
            ),
            models.CheckConstraint(
                name="overdracht_heeft_geen_reden_van_uitzondering",
                condition=models.Q(grond="uitzondering")
                | ~models.Q(reden__in=("overlijden", "andere_gi", "andere_maatregel")),
            ),
            models.CheckConstraint(
                name="andere_gi_en_maatregel_zijn_genoemd",
                condition=(~models.Q(reden="andere_gi") | models.Q(naar__isnull=False))
                & (~models.Q(reden="andere_maatregel") | models.Q(opvolger__isnull=False)),
            ),
        )

    def __str__(self) -> str:
        return f"{self.maatregel_id} {self.grond}"

    @property
    def is_beeindigd(self) -> bool:
        """Whether the measure ended by this row."""
        return self.op is not None and self.vervallen_op is None
