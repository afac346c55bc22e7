"""What stands around a garden: pilots, quality of local teams, expertise, clients, complaints."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from paraplu.netwerk.models import Medewerker, Organisatie

from .tuinen import Tuin


class Pilot(models.Model):
    """A pilot that gardens learn from (R247): its own evaluation comes first, no new ones everywhere."""

    naam = models.CharField(_("Naam"), max_length=120)
    regio = models.CharField(_("Waar?"), max_length=80)
    deelnemers = models.TextField(_("Wie doen mee?"), max_length=1000)
    doelgroep = models.CharField(_("Voor wie?"), max_length=200)
    evaluatie_op = models.DateField(
        _("Wanneer is de evaluatie? (mag leeg blijven)"), null=True, blank=True
    )
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("naam",)

    def __str__(self) -> str:
        return self.naam


class Pilotles(models.Model):
    """What a pilot taught, beside one of the eleven conditions."""

    pilot = models.ForeignKey(
        Pilot, verbose_name=_("Van welke pilot?"), on_delete=models.PROTECT, related_name="lessen"
    )
    conditie = models.CharField(_("Bij welke afspraak hoort dit?"), max_length=20)
    tekst = models.TextField(_("Wat leerden zij?"), max_length=2000)
    op = models.DateField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("conditie", "id")

    def __str__(self) -> str:
        return f"{self.pilot_id} {self.conditie}"


class Teamkwaliteit(models.Model):
    """What is known of one lokaal team on a day (R248): its frame, its QuickScan, what it meets."""

    team = models.ForeignKey(
        Organisatie,
        verbose_name=_("Welk lokaal team?"),
        on_delete=models.PROTECT,
        related_name="tuinkwaliteit",
    )
    kader = models.CharField(
        _("Welk kader?"),
        max_length=160,
        default="Kwaliteitskader Werken aan Veiligheid voor Lokale Teams",
    )
    versie = models.CharField(_("Versie (mag leeg blijven)"), max_length=20, blank=True)
    quickscan_op = models.DateField(
        _("Wanneer was de QuickScan? (mag leeg blijven)"), null=True, blank=True
    )
    uitkomst = models.TextField(
        _("Wat kwam eruit? (mag leeg blijven)"), max_length=2000, blank=True
    )
    voldaan = models.BooleanField(_("Voldoet het team aan de voorwaarden?"), null=True, blank=True)
    op = models.DateField()
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("op", "id")

    def __str__(self) -> str:
        return f"{self.team_id} {self.op:%Y-%m-%d}"


class Domein(models.TextChoices):
    """Adult and young problems that need own knowledge (R47, R225, R251)."""

    TRAUMA = "trauma", _("Trauma")
    VERSLAVING = "verslaving", _("Verslaving")
    PSYCHIATRIE = "psychiatrie", _("Psychiatrie")
    HECHTING = "hechting", _("Hechting")
    LVB = "lvb", _("Verstandelijke beperking")
    SCHULDEN = "schulden", _("Schulden")


class Expertise(models.Model):
    """Whom the garden can call for special knowledge, for youth, adults or both (R47)."""

    class VoorWie(models.TextChoices):
        JEUGD = "jeugd", _("Jeugd")
        VOLWASSENEN = "volwassenen", _("Volwassenen")
        BEIDE = "beide", _("Jeugd en volwassenen")

    tuin = models.ForeignKey(Tuin, on_delete=models.PROTECT, related_name="expertise")
    domein = models.CharField(_("Kennis van"), max_length=12, choices=Domein.choices)
    voor_wie = models.CharField(_("Voor wie?"), max_length=12, choices=VoorWie.choices)
    organisatie = models.CharField(_("Welke organisatie?"), max_length=120)
    contact = models.CharField(_("Wie bellen we daar, en hoe?"), max_length=200)
    vanaf = models.DateField(_("Vanaf welke dag?"))
    tot = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("domein", "organisatie")

    def __str__(self) -> str:
        return f"{self.get_domein_display()}: {self.organisatie}"


class Clientinbreng(models.Model):
    """What people with experience of their own said of the garden, and what was done with it (R49)."""

    tuin = models.ForeignKey(Tuin, on_delete=models.PROTECT, related_name="clientinbreng")
    van_wie = models.CharField(
        _("Van wie? (bijvoorbeeld een cliëntenraad of Zorgbelang)"), max_length=160
    )
    tekst = models.TextField(_("Wat zeiden zij?"), max_length=4000)
    gevolg = models.TextField(_("Wat doen wij daarmee?"), max_length=4000)
    op = models.DateField(_("Wanneer?"))
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("-op", "-id")

    def __str__(self) -> str:
        return f"inbreng {self.pk}"


class Klacht(models.Model):
    """A complaint about the garden: when it was confirmed, how it was handled, the lesson (R224)."""

    tuin = models.ForeignKey(Tuin, on_delete=models.PROTECT, related_name="klachten")
    ontvangen_op = models.DateField(_("Wanneer kwam de klacht?"))
    kern = models.TextField(_("Waar gaat het om? (zonder namen)"), max_length=2000)
    bevestigd_op = models.DateField(
        _("Wanneer kreeg de indiener een bevestiging? (mag leeg blijven)"), null=True, blank=True
    )
    afgehandeld_op = models.DateField(null=True, blank=True)
    afhandeling = models.TextField(_("Hoe is de klacht afgehandeld?"), max_length=4000, blank=True)
    les = models.TextField(_("Wat leren wij hiervan?"), max_length=4000, blank=True)
    door = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("-ontvangen_op", "-id")

    def __str__(self) -> str:
        return f"klacht {self.pk}"
