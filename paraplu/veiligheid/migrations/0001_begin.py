"""The safety plan of a family, its versions, and who agreed."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('casussen', '0004_deelname_van_groep'),
        ('netwerk', '0003_aanbod'),
    ]

    operations = [
        migrations.CreateModel(
            name='Veiligheidsplan',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('begonnen_op', models.DateField()),
                ('beeindigd_op', models.DateField(blank=True, null=True)),
                ('reden_einde', models.TextField(blank=True)),
                ('door', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='netwerk.medewerker')),
                ('gezin', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='veiligheidsplannen', to='casussen.gezin')),
            ],
            options={
                'ordering': ('id',),
            },
        ),
        migrations.CreateModel(
            name='Planversie',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('nummer', models.PositiveIntegerField()),
                ('vastgesteld_op', models.DateField()),
                ('aanleiding', models.CharField(choices=[('begin', 'Eerste plan'), ('tafel', 'Besproken aan de Jeugdbeschermingstafel'), ('evaluatie', 'Samen teruggekeken'), ('verandering', 'Er is iets veranderd')], max_length=12)),
                ('fase', models.CharField(choices=[('direct', 'Directe veiligheid'), ('oorzaken', 'Oorzaken aanpakken'), ('duurzaam', 'Blijvende veiligheid'), ('herstel', 'Herstel van wat is gebeurd')], max_length=10)),
                ('waarom', models.TextField()),
                ('makers_gezin', models.CharField(blank=True, max_length=200)),
                ('makers_netwerk', models.CharField(blank=True, max_length=200)),
                ('makers_hulp', models.CharField(blank=True, max_length=200)),
                ('met_ouders', models.CharField(choices=[('helemaal', 'Ja, helemaal'), ('deels', 'Voor een deel'), ('niet', 'Nee')], max_length=10)),
                ('met_ouders_reden', models.TextField(blank=True)),
                ('gezin_besloot', models.TextField(blank=True)),
                ('als_het_lukt', models.TextField()),
                ('als_het_niet_lukt', models.TextField()),
                ('als_ouders_niet_kunnen', models.TextField()),
                ('toezicht_door', models.CharField(max_length=120)),
                ('steun_voor_ouders', models.CharField(max_length=120)),
                ('evaluatie_op', models.DateField()),
                ('evaluatie_met', models.CharField(max_length=200)),
                ('kind_uitleg', models.TextField(blank=True)),
                ('kind_bij_wie', models.CharField(blank=True, max_length=200)),
                ('door', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='netwerk.medewerker')),
                ('plan', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='versies', to='veiligheid.veiligheidsplan')),
            ],
            options={
                'ordering': ('plan', 'nummer'),
            },
        ),
        migrations.CreateModel(
            name='Veiligheidsvoorwaarde',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('volgorde', models.PositiveSmallIntegerField()),
                ('wat', models.TextField()),
                ('gesteld_door', models.CharField(max_length=120)),
                ('geregeld_op', models.DateField()),
                ('versie', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='voorwaarden', to='veiligheid.planversie')),
            ],
            options={
                'ordering': ('versie', 'volgorde'),
            },
        ),
        migrations.CreateModel(
            name='Veiligheidsafspraak',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('volgorde', models.PositiveSmallIntegerField()),
                ('tekst', models.TextField()),
                ('wie', models.CharField(max_length=120)),
                ('voor_wie', models.CharField(choices=[('kind', 'Het kind'), ('opvoeder', 'Een ouder of opvoeder'), ('gezin', 'Het hele gezin')], default='gezin', max_length=10)),
                ('vanaf', models.DateField()),
                ('tot', models.DateField(blank=True, null=True)),
                ('toezicht_door', models.CharField(blank=True, max_length=120)),
                ('voor_kind', models.TextField(blank=True)),
                ('voorwaarde', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='afspraken', to='veiligheid.veiligheidsvoorwaarde')),
            ],
            options={
                'ordering': ('voorwaarde', 'volgorde'),
            },
        ),
        migrations.CreateModel(
            name='Instemming',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('naam', models.CharField(blank=True, max_length=120)),
                ('akkoord', models.BooleanField()),
                ('toelichting', models.TextField(blank=True)),
                ('op', models.DateField()),
                ('door', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='netwerk.medewerker')),
                ('medewerker', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='netwerk.medewerker')),
                ('persoon', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='casussen.persoon')),
                ('versie', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='instemmingen', to='veiligheid.planversie')),
            ],
            options={
                'ordering': ('op', 'id'),
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('medewerker', None), ('naam', ''), ('persoon__isnull', False)), models.Q(('medewerker__isnull', False), ('naam', ''), ('persoon', None)), models.Q(('medewerker', None), ('persoon', None), models.Q(('naam', ''), _negated=True)), _connector='OR'), name='instemming_is_van_een')],
            },
        ),
        migrations.AddConstraint(
            model_name='veiligheidsplan',
            constraint=models.UniqueConstraint(condition=models.Q(('beeindigd_op', None)), fields=('gezin',), name='een_veiligheidsplan_per_gezin'),
        ),
        migrations.AddConstraint(
            model_name='veiligheidsplan',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('beeindigd_op', None), ('reden_einde', '')), models.Q(('beeindigd_op__isnull', False), models.Q(('reden_einde', ''), _negated=True)), _connector='OR'), name='plan_eindigt_met_een_reden'),
        ),
        migrations.AddConstraint(
            model_name='planversie',
            constraint=models.UniqueConstraint(fields=('plan', 'nummer'), name='een_planversie_per_nummer'),
        ),
        migrations.AddConstraint(
            model_name='planversie',
            constraint=models.CheckConstraint(condition=models.Q(('met_ouders', 'helemaal'), models.Q(('met_ouders_reden', ''), _negated=True), _connector='OR'), name='niet_met_ouders_heeft_een_reden'),
        ),
        migrations.AddConstraint(
            model_name='planversie',
            constraint=models.CheckConstraint(condition=models.Q(('evaluatie_op__gte', models.F('vastgesteld_op'))), name='evaluatie_na_vaststellen'),
        ),
        migrations.AddConstraint(
            model_name='veiligheidsvoorwaarde',
            constraint=models.UniqueConstraint(fields=('versie', 'volgorde'), name='een_voorwaarde_per_plek'),
        ),
        migrations.AddConstraint(
            model_name='veiligheidsafspraak',
            constraint=models.UniqueConstraint(fields=('voorwaarde', 'volgorde'), name='een_afspraak_per_plek'),
        ),
        migrations.AddConstraint(
            model_name='veiligheidsafspraak',
            constraint=models.CheckConstraint(condition=models.Q(('tot', None), ('tot__gte', models.F('vanaf')), _connector='OR'), name='afspraak_eindigt_na_begin'),
        ),
    ]
