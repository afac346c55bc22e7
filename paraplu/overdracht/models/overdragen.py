"""The hand-over of a family to the lokaal team: the intention, the question, the talk, the follow-up."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from paraplu.casussen.models import Casus, CasusStap, Document
from paraplu.netwerk.models import Medewerker


class Voornemen(models.Model):
    """Why measures of a family can end, and whether the family knows (R274); one per case."""

    casus = models.OneToOneField(Casus, on_delete=models.PROTECT, related_name="voornemen")
    waarom = models.TextField()
    gezin_weet = models.BooleanField()
    #: Why parents or child do not know yet; only then filled.
    gezin_weet_niet = models.TextField(blank=True)
    op = models.DateField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="gezin_weet_het_of_er_is_een_reden",
                condition=models.Q(gezin_weet=True) | ~models.Q(gezin_weet_niet=""),
            ),
        )

    def __str__(self) -> str:
        return f"voornemen {self.casus_id}"


class Overdrachtsvraag(models.Model):
    """The question who takes the family over; from `gevraagd_op` the lokaal team has three days (R186)."""

    class Wijze(models.TextChoices):
        TELEFOON = "telefoon", _("Telefoon")
        GESPREK = "gesprek", _("In een gesprek")
        BERICHT = "bericht", _("Veilige mail of dit systeem")

    casus = models.ForeignKey(Casus, on_delete=models.PROTECT, related_name="overdrachtsvragen")
    stap = models.ForeignKey(CasusStap, on_delete=models.PROTECT, related_name="overdrachtsvragen")
    gevraagd_op = models.DateField()
    wijze = models.CharField(max_length=10, choices=Wijze.choices)
    vraag = models.TextField(blank=True)
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.casus_id} {self.gevraagd_op:%Y-%m-%d}"


class Overnemer(models.Model):
    """Who of the lokaal team takes the family over, and when that one can talk (R186, R232)."""

    casus = models.ForeignKey(Casus, on_delete=models.PROTECT, related_name="overnemers")
    stap = models.ForeignKey(CasusStap, on_delete=models.PROTECT, related_name="overnemers")
    medewerker = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    gesprek_op = models.DateField(null=True, blank=True)
    op = models.DateField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.casus_id} {self.op:%Y-%m-%d}"


class Aanwezig(models.TextChoices):
    """How somebody of the family had a part in the talk."""

    ERBIJ = "erbij", _("Was erbij")
    APART = "apart", _("Is apart gesproken")
    NIET = "niet", _("Was er niet bij")


class Overdrachtsgesprek(models.Model):
    """The talk in which the family is handed over (R12, R81, R274).

    What was agreed stands in `document`, a fixed version that was sent to the lokaal team; here is
    what is counted and looked for. `plan_versie` is the version of the safety plan that went along,
    None when there is no plan; then the document says why.
    """

    casus = models.ForeignKey(Casus, on_delete=models.PROTECT, related_name="overdrachtsgesprekken")
    stap = models.ForeignKey(
        CasusStap, on_delete=models.PROTECT, related_name="overdrachtsgesprekken"
    )
    document = models.OneToOneField(Document, on_delete=models.PROTECT, related_name="+")
    gehouden_op = models.DateField()
    opvolgen_op = models.DateField()
    ouders = models.CharField(max_length=5, choices=Aanwezig.choices)
    kind = models.CharField(max_length=5, choices=Aanwezig.choices)
    plan_versie = models.PositiveIntegerField(null=True, blank=True)
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("id",)
        constraints = (
            models.CheckConstraint(
                name="opvolgen_na_het_overdrachtsgesprek",
                condition=models.Q(opvolgen_op__gt=models.F("gehouden_op")),
            ),
        )

    def __str__(self) -> str:
        return f"{self.casus_id} {self.gehouden_op:%Y-%m-%d}"


class Opvolging(models.Model):
    """How the family is doing after the hand-over, on one moment (R48, R252, R276).

    The lokaal team writes it, and only the lokaal team reads `verslag`: the GI has no task any more.
    """

    class Hulp(models.TextChoices):
        JA = "ja", _("Ja, de hulp is begonnen")
        NEE = "nee", _("Nee, nog niet")
        NIET_NODIG = "niet_nodig", _("Er is geen hulp nodig")

    class Veilig(models.TextChoices):
        JA = "ja", _("Ja")
        NEE = "nee", _("Nee, er zijn opnieuw zorgen")
        ONBEKEND = "onbekend", _("Dat weten wij niet")

    casus = models.ForeignKey(Casus, on_delete=models.PROTECT, related_name="opvolgingen")
    stap = models.OneToOneField(CasusStap, on_delete=models.PROTECT, related_name="opvolging")
    op = models.DateField()
    in_beeld = models.BooleanField()
    hulp = models.CharField(max_length=10, choices=Hulp.choices)
    veilig = models.CharField(max_length=10, choices=Veilig.choices)
    verslag = models.TextField()
    #: None when the following ends here.
    volgend_op = models.DateField(null=True, blank=True)
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("id",)
        constraints = (
            models.CheckConstraint(
                name="volgend_moment_ligt_later",
                condition=models.Q(volgend_op=None) | models.Q(volgend_op__gt=models.F("op")),
            ),
            # A family does not disappear from sight: who is not seen is looked for again (R252).
            models.CheckConstraint(
                name="uit_beeld_heeft_een_volgend_moment",
                condition=models.Q(in_beeld=True)
                | models.Q(volgend_op__isnull=False)
                | models.Q(veilig="nee"),
            ),
        )

    def __str__(self) -> str:
        return f"{self.casus_id} {self.op:%Y-%m-%d}"
