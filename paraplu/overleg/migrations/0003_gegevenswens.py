"""Data that a region asks for beside the common set (R309); these rows are only added to (database)."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


VOORUIT = """
CREATE TRIGGER overleg_gegevenswens_alleen_erbij BEFORE UPDATE OR DELETE
    ON overleg_gegevenswens FOR EACH ROW EXECUTE FUNCTION overleg_weiger();
"""
TERUG = "DROP TRIGGER overleg_gegevenswens_alleen_erbij ON overleg_gegevenswens;"


class Migration(migrations.Migration):

    dependencies = [
        ('overleg', '0002_alleen_erbij'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Gegevenswens',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('regio', models.CharField(blank=True, max_length=8, verbose_name='Jeugdhulpregio')),
                ('wat', models.CharField(max_length=160, verbose_name='Welke gegevens?')),
                ('cijfer', models.CharField(blank=True, max_length=40, verbose_name='Welk cijfer van de monitor is dit?')),
                ('waarom', models.CharField(max_length=300, verbose_name='Waarvoor zijn ze nodig?')),
                ('stand', models.CharField(choices=[('gevraagd', 'Gevraagd, nog niet besproken'), ('zinvol', 'Zinvol: het komt in de stukken'), ('niet', 'Niet zinvol')], max_length=10, verbose_name='Wat is bovenregionaal besproken?')),
                ('datum', models.DateField(verbose_name='Op welke dag?')),
                ('op', models.DateField()),
                ('door', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('datum', 'id'),
            },
        ),
        migrations.RunSQL(VOORUIT, TERUG),
    ]
