"""The file of a version of an annex (R159); these rows are only added to (database)."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


VOORUIT = """
CREATE TRIGGER contract_bijlagebestand_alleen_erbij BEFORE UPDATE OR DELETE
    ON contract_bijlagebestand FOR EACH ROW EXECUTE FUNCTION contract_weiger();
"""
TERUG = "DROP TRIGGER contract_bijlagebestand_alleen_erbij ON contract_bijlagebestand;"


class Migration(migrations.Migration):

    dependencies = [
        ('contract', '0003_ontwikkellijn'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Bijlagebestand',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('soort', models.CharField(max_length=100)),
                ('uitgang', models.CharField(max_length=5)),
                ('afdruk', models.CharField(max_length=64)),
                ('grootte', models.PositiveIntegerField()),
                ('inhoud', models.BinaryField()),
                ('op', models.DateField()),
                ('door', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('versie', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='bestand', to='contract.bijlageversie')),
            ],
        ),
        migrations.RunSQL(VOORUIT, TERUG),
    ]
