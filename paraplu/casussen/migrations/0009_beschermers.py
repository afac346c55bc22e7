"""Who was jeugdbeschermer of a measure from when (R295); of measures that run, who it is now."""

import django.db.models.deletion
from django.db import migrations, models


#: Who it was before is not known: it was overwritten until now.
VOORUIT = """
INSERT INTO casussen_beschermer (maatregel_id, medewerker_id, vanaf)
SELECT id, jeugdbeschermer_id, jeugdbeschermer_sinds FROM casussen_maatregel
WHERE jeugdbeschermer_id IS NOT NULL AND jeugdbeschermer_sinds IS NOT NULL;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('casussen', '0008_geen_einde_zonder_overdracht'),
        ('netwerk', '0003_aanbod'),
    ]

    operations = [
        migrations.CreateModel(
            name='Beschermer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('vanaf', models.DateField()),
                ('maatregel', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='beschermers', to='casussen.maatregel')),
                ('medewerker', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='netwerk.medewerker')),
            ],
            options={
                'ordering': ('vanaf', 'id'),
            },
        ),
        migrations.RunSQL(VOORUIT, migrations.RunSQL.noop),
    ]
