"""Who works in a garden: members keep their own employer (R55), with mandate, post and knowledge."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from paraplu.netwerk.models import Medewerker, Organisatie

from .tuinen import Tuin


class Post(models.TextChoices):
    """The two posts that every garden has (R44)."""

    GEEN = "", _("Geen vaste post")
    TEAMLEIDER = "teamleider", _("Teamleider")
    GEDRAGSWETENSCHAPPER = "gedragswetenschapper", _("Gedragswetenschapper")


class Lid(models.Model):
    """Somebody of an organisation who works in the garden, in a period (R21).

    The employer is the organisation of the `Medewerker` and nothing here changes it (R55, R258).
    """

    tuin = models.ForeignKey(Tuin, on_delete=models.PROTECT, related_name="leden")
    medewerker = models.ForeignKey(
        Medewerker,
        verbose_name=_("Wie?"),
        on_delete=models.PROTECT,
        related_name="tuinlidmaatschappen",
    )
    post = models.CharField(_("Post"), max_length=20, choices=Post.choices, blank=True)
    uren = models.DecimalField(
        _("Uren per week (mag leeg blijven)"),
        max_digits=4,
        decimal_places=1,
        null=True,
        blank=True,
    )
    bereikbaar = models.CharField(
        _("Wanneer en hoe bereikbaar voor de anderen? (mag leeg blijven)"),
        max_length=200,
        blank=True,
    )
    vanaf = models.DateField(_("Vanaf welke dag?"))
    tot = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("medewerker__naam",)
        constraints = (
            models.UniqueConstraint(
                name="een_lidmaatschap_per_tuin",
                fields=("tuin", "medewerker"),
                condition=models.Q(tot=None),
            ),
            models.CheckConstraint(
                name="lid_eindigt_na_begin",
                condition=models.Q(tot=None) | models.Q(tot__gte=models.F("vanaf")),
            ),
        )

    def __str__(self) -> str:
        return str(self.medewerker)

    @property
    def werkgever(self) -> Organisatie:
        """The own organisation, which stays the employer."""
        return self.medewerker.organisatie


class Mandaat(models.Model):
    """What a member may do outside the frame of the own organisation, and who gave that (R254)."""

    lid = models.ForeignKey(Lid, on_delete=models.PROTECT, related_name="mandaten")
    waarvoor = models.TextField(_("Wat mag dit lid doen?"), max_length=2000)
    gegeven_door = models.CharField(_("Wie gaf dit mandaat? (naam en functie)"), max_length=120)
    vanaf = models.DateField(_("Vanaf welke dag?"))
    tot = models.DateField(_("Tot en met welke dag? (mag leeg blijven)"), null=True, blank=True)

    class Meta:
        ordering = ("vanaf",)

    def __str__(self) -> str:
        return f"mandaat {self.pk}"


class Lidkennis(models.Model):
    """What a member knows of one of the seven subjects (R46); the last row of a subject holds."""

    class Niveau(models.TextChoices):
        GEEN = "geen", _("Nog niet")
        BASIS = "basis", _("Basis")
        RUIM = "ruim", _("Ruim, kan het anderen leren")

    lid = models.ForeignKey(Lid, on_delete=models.PROTECT, related_name="kennis")
    onderwerp = models.CharField(_("Onderwerp"), max_length=20)
    niveau = models.CharField(_("Hoeveel?"), max_length=10, choices=Niveau.choices)
    op = models.DateField()

    class Meta:
        ordering = ("op", "id")

    def __str__(self) -> str:
        return f"{self.lid_id} {self.onderwerp}"


class Leermoment(models.Model):
    """A moment of learning: with colleagues of the own organisation, an adviser, or all gardens.

    R258 asks for the first two, with the level of advice; R217 for the Gelderse exchange.
    """

    class Soort(models.TextChoices):
        EIGEN_ORGANISATIE = "eigen_organisatie", _("Delen met de eigen organisatie")
        ADVIES = "advies", _("Advies over samenwerken in een netwerk")
        GELDERLAND = "gelderland", _("Leren met de andere Gelderse tuinen")
        REFLECTIE = "reflectie", _("Samen terugkijken")

    class Niveau(models.TextChoices):
        STRATEGISCH = "strategisch", _("Bestuur")
        TACTISCH = "tactisch", _("Regio")
        OPERATIONEEL = "operationeel", _("Dagelijks werk")

    tuin = models.ForeignKey(Tuin, on_delete=models.PROTECT, related_name="leermomenten")
    soort = models.CharField(_("Wat voor moment?"), max_length=20, choices=Soort.choices)
    niveau = models.CharField(_("Op welk niveau?"), max_length=12, choices=Niveau.choices)
    op = models.DateField(_("Wanneer?"))
    met_wie = models.CharField(_("Met wie?"), max_length=200)
    geleerd = models.TextField(_("Wat namen we mee? (zonder namen van gezinnen)"), max_length=4000)
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("-op", "-id")

    def __str__(self) -> str:
        return f"{self.soort} {self.op:%Y-%m-%d}"
