"""Meetings online (R238); the standing questions about a core value and where it is noticed (R220, R221)."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('overleg', '0003_gegevenswens'),
    ]

    operations = [
        migrations.AddField(
            model_name='bijeenkomst',
            name='online',
            field=models.BooleanField(default=False, verbose_name='Is het online?'),
        ),
        migrations.AddField(
            model_name='reflectie',
            name='betekenis',
            field=models.TextField(blank=True, max_length=2000, verbose_name='Wat betekent deze waarde in uw dagelijkse werk? (mag leeg blijven)'),
        ),
        migrations.AddField(
            model_name='reflectie',
            name='moeilijk',
            field=models.TextField(blank=True, max_length=2000, verbose_name='Waar is het moeilijk om u eraan te houden? (mag leeg blijven)'),
        ),
        migrations.AddField(
            model_name='reflectie',
            name='niveau',
            field=models.CharField(blank=True, choices=[('gezin', 'Bij kinderen en ouders'), ('mensen', 'In het gedrag van professionals en bestuurders'), ('tafels', 'Aan de tafels'), ('contract', 'In contract en verantwoording')], max_length=10, verbose_name='Waar is dit te merken? (mag leeg blijven)'),
        ),
        migrations.AddField(
            model_name='reflectie',
            name='past',
            field=models.CharField(blank=True, choices=[('ja', 'Ja, deze waarde past'), ('nee', 'Nee, deze waarde past niet')], max_length=4, verbose_name='Past deze waarde? (mag leeg blijven)'),
        ),
        migrations.AddField(
            model_name='reflectie',
            name='voorstel',
            field=models.CharField(blank=True, max_length=400, verbose_name='Wat moet er anders? (mag leeg blijven)'),
        ),
    ]
