"""The safety plan of a family: one at a time, of the parents, in versions that are never edited."""

from __future__ import annotations

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from paraplu.casussen.models import Gezin, Persoon
from paraplu.netwerk.models import Medewerker


class Fase(models.TextChoices):
    """How far a family is: first safety together, then what makes it last (R2). The order counts."""

    DIRECT = "direct", _("Directe veiligheid")
    OORZAKEN = "oorzaken", _("Oorzaken aanpakken")
    DUURZAAM = "duurzaam", _("Blijvende veiligheid")
    HERSTEL = "herstel", _("Herstel van wat is gebeurd")


class MetOuders(models.TextChoices):
    """How far the parents made the plan themselves (R268)."""

    HELEMAAL = "helemaal", _("Ja, helemaal")
    DEELS = "deels", _("Voor een deel")
    NIET = "niet", _("Nee")


class Aanleiding(models.TextChoices):
    """Why there is a new version."""

    BEGIN = "begin", _("Eerste plan")
    TAFEL = "tafel", _("Besproken aan de Jeugdbeschermingstafel")
    EVALUATIE = "evaluatie", _("Samen teruggekeken")
    VERANDERING = "verandering", _("Er is iets veranderd")


class Veiligheidsplan(models.Model):
    """The plan of one family (R10). The parents own it (R268); who writes only holds the pen."""

    gezin = models.ForeignKey(Gezin, on_delete=models.PROTECT, related_name="veiligheidsplannen")
    begonnen_op = models.DateField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    beeindigd_op = models.DateField(null=True, blank=True)
    reden_einde = models.TextField(blank=True)

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(
                name="een_veiligheidsplan_per_gezin",
                fields=("gezin",),
                condition=models.Q(beeindigd_op=None),
            ),
            models.CheckConstraint(
                name="plan_eindigt_met_een_reden",
                condition=models.Q(beeindigd_op=None, reden_einde="")
                | (models.Q(beeindigd_op__isnull=False) & ~models.Q(reden_einde="")),
            ),
        )

    def __str__(self) -> str:
        return f"veiligheidsplan {self.pk}"

    def get_absolute_url(self) -> str:
        """The page of the family's plan."""
        return reverse("veiligheidsplan", args=[self.gezin_id])


class Planversie(models.Model):
    """One version of a plan, fixed: the next one follows it (forms §4; R65, R70, R222, R268).

    `makers_*` are who made it, in their own words. `als_ouders_niet_kunnen` says which steps follow
    when the parents cannot make it safe themselves (R65). `toezicht_door` looks whether agreements
    are kept, `steun_voor_ouders` helps the parents directly (R69).
    """

    plan = models.ForeignKey(Veiligheidsplan, on_delete=models.PROTECT, related_name="versies")
    nummer = models.PositiveIntegerField()
    vastgesteld_op = models.DateField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    aanleiding = models.CharField(max_length=12, choices=Aanleiding.choices)
    fase = models.CharField(max_length=10, choices=Fase.choices)
    waarom = models.TextField()
    makers_gezin = models.CharField(max_length=200, blank=True)
    makers_netwerk = models.CharField(max_length=200, blank=True)
    makers_hulp = models.CharField(max_length=200, blank=True)
    met_ouders = models.CharField(max_length=10, choices=MetOuders.choices)
    met_ouders_reden = models.TextField(blank=True)
    gezin_besloot = models.TextField(blank=True)
    als_het_lukt = models.TextField()
    als_het_niet_lukt = models.TextField()
    als_ouders_niet_kunnen = models.TextField()
    toezicht_door = models.CharField(max_length=120)
    steun_voor_ouders = models.CharField(max_length=120)
    evaluatie_op = models.DateField()
    evaluatie_met = models.CharField(max_length=200)
    kind_uitleg = models.TextField(blank=True)
    kind_bij_wie = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ("plan", "nummer")
        constraints = (
            models.UniqueConstraint(name="een_planversie_per_nummer", fields=("plan", "nummer")),
            models.CheckConstraint(
                name="niet_met_ouders_heeft_een_reden",
                condition=models.Q(met_ouders=MetOuders.HELEMAAL) | ~models.Q(met_ouders_reden=""),
            ),
            models.CheckConstraint(
                name="evaluatie_na_vaststellen",
                condition=models.Q(evaluatie_op__gte=models.F("vastgesteld_op")),
            ),
        )

    def __str__(self) -> str:
        return f"veiligheidsplan {self.plan_id} versie {self.nummer}"

    @property
    def has_kindversie(self) -> bool:
        """Whether something was written for the children."""
        return bool(self.kind_uitleg)


class Instemming(models.Model):
    """Somebody said of one version that they agree, or not; a later word is a new row."""

    versie = models.ForeignKey(Planversie, on_delete=models.PROTECT, related_name="instemmingen")
    persoon = models.ForeignKey(
        Persoon, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    medewerker = models.ForeignKey(
        Medewerker, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    #: Of who is neither in the family nor in the network room, such as a neighbour.
    naam = models.CharField(max_length=120, blank=True)
    akkoord = models.BooleanField()
    toelichting = models.TextField(blank=True)
    op = models.DateField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("op", "id")
        constraints = (
            models.CheckConstraint(
                name="instemming_is_van_een",
                condition=models.Q(persoon__isnull=False, medewerker=None, naam="")
                | models.Q(persoon=None, medewerker__isnull=False, naam="")
                | (models.Q(persoon=None, medewerker=None) & ~models.Q(naam="")),
            ),
        )

    def __str__(self) -> str:
        return f"instemming {self.pk}"

    @property
    def wie(self) -> str:
        """Who said it; only for pages of who may see the family."""
        return self.persoon.naam if self.persoon else str(self.medewerker or self.naam)
