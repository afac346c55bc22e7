"""Looking back: on a family after a talk (R60, R265), and on the talk itself (R82, R85)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from paraplu.casussen.models import Casus
from paraplu.netwerk.models import Medewerker

from .besluit import Besluit, Wijze
from .tafels import Tafel
from .zitting import Zitting


class Evaluatie(models.Model):
    """A planned moment, and what came out of it."""

    class Vervolg(models.TextChoices):
        """How it goes on; keys are those of the step in the route."""

        KLAAR = "klaar", _("De hulp gaat vrijwillig verder, evalueren is niet meer nodig")
        NIEUW_MOMENT = "nieuw_moment", _("Wij evalueren nog een keer")
        NIEUW_GESPREK = "nieuw_gesprek", _("Er komt een nieuw gesprek aan tafel")
        VTO = "vto", _("Alsnog een verzoek tot onderzoek aan de Raad")

    casus = models.ForeignKey(Casus, on_delete=models.PROTECT, related_name="tafelevaluaties")
    besluit = models.ForeignKey(Besluit, on_delete=models.PROTECT, related_name="evaluaties")
    wijze = models.CharField(max_length=12, choices=Wijze.choices)
    op = models.DateField()
    gehouden_op = models.DateField(null=True, blank=True)
    voortgang = models.TextField(blank=True)
    doorbraak = models.BooleanField(null=True)
    vervolg = models.CharField(max_length=15, choices=Vervolg.choices, blank=True)
    toelichting = models.TextField(blank=True)
    vervallen_op = models.DateField(null=True, blank=True)
    door = models.ForeignKey(
        Medewerker, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ("op", "id")
        constraints = (
            models.CheckConstraint(
                name="gehouden_evaluatie_is_heel",
                condition=models.Q(gehouden_op=None)
                | (
                    models.Q(doorbraak__isnull=False)
                    & ~models.Q(voortgang="")
                    & ~models.Q(vervolg="")
                ),
            ),
            models.UniqueConstraint(
                name="een_moment_tegelijk",
                fields=("casus",),
                condition=models.Q(gehouden_op=None, vervallen_op=None),
            ),
        )

    def __str__(self) -> str:
        return f"{self.casus_id} {self.op:%Y-%m-%d}"


class Terugkoppeling(models.Model):
    """What somebody thought of the talk or of working with the table (R82). Holds no name.

    `zitting` is filled for who sat at that talk; a manager tells of the table as a whole. `code` is
    on the paper form, so that each form counts once.
    """

    class Van(models.TextChoices):
        OUDER = "ouder", _("Een ouder")
        KIND = "kind", _("Een kind of jongere")
        PROFESSIONAL = "professional", _("Een professional")
        LEIDING_GI = "leiding_gi", _("Een leidinggevende van een GI")
        LEIDING_VT = "leiding_vt", _("Een leidinggevende van Veilig Thuis")
        LEIDING_RVDK = "leiding_rvdk", _("Een leidinggevende van de Raad")

    class Weg(models.TextChoices):
        PAPIER = "papier", _("Op papier")
        MEELEZEN = "meelezen", _("Op de eigen bladzijde")
        PARAPLU = "paraplu", _("In Paraplu")

    class Oordeel(models.IntegerChoices):
        GOED = 3, _("Ja")
        DEELS = 2, _("Een beetje")
        NIET = 1, _("Nee")

    tafel = models.ForeignKey(Tafel, on_delete=models.PROTECT, related_name="terugkoppelingen")
    zitting = models.ForeignKey(
        Zitting, null=True, blank=True, on_delete=models.PROTECT, related_name="terugkoppelingen"
    )
    van = models.CharField(max_length=15, choices=Van.choices)
    weg = models.CharField(max_length=10, choices=Weg.choices)
    code = models.CharField(max_length=16, blank=True)
    voorbereid = models.PositiveSmallIntegerField(choices=Oordeel.choices, null=True, blank=True)
    gehoord = models.PositiveSmallIntegerField(choices=Oordeel.choices, null=True, blank=True)
    duidelijk = models.PositiveSmallIntegerField(choices=Oordeel.choices, null=True, blank=True)
    goed = models.TextField(blank=True)
    beter = models.TextField(blank=True)
    #: The writer is unhappy with course or outcome, and wants to look back together (R85).
    wil_terugkijken = models.BooleanField(default=False)
    op = models.DateField()

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(
                name="een_papieren_formulier_telt_een_keer",
                fields=("code",),
                condition=~models.Q(code=""),
            ),
        )

    def __str__(self) -> str:
        return f"{self.tafel_id} {self.van} {self.op:%Y-%m-%d}"


class Terugkijkgesprek(models.Model):
    """The chair invites to look back because somebody was not satisfied (R85). Names nobody."""

    zitting = models.ForeignKey(
        Zitting, on_delete=models.PROTECT, related_name="terugkijkgesprekken"
    )
    terugkoppeling = models.OneToOneField(
        Terugkoppeling, null=True, blank=True, on_delete=models.PROTECT, related_name="gesprek"
    )
    uitgenodigd_op = models.DateField()
    gehouden_op = models.DateField(null=True, blank=True)
    geleerd = models.TextField(blank=True)
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.zitting_id} {self.uitgenodigd_op:%Y-%m-%d}"
