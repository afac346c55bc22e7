"""Mail may carry an invitation, and may go to a guest who has no account."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('web', '0006_spoor_keten'),
    ]

    operations = [
        migrations.AlterField(
            model_name='postbericht',
            name='gebruiker',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='post', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AlterField(
            model_name='postbericht',
            name='soort',
            field=models.CharField(choices=[('overzicht', 'Overzicht'), ('direct', 'Direct'), ('gast', 'Aan iemand zonder account')], max_length=10),
        ),
        migrations.AddField(
            model_name='postbericht',
            name='e_mail',
            field=models.EmailField(blank=True, max_length=254),
        ),
        migrations.AddField(
            model_name='postbericht',
            name='uitnodiging',
            field=models.BinaryField(blank=True, null=True),
        ),
        migrations.AddConstraint(
            model_name='postbericht',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('e_mail', ''), ('gebruiker__isnull', False), models.Q(('soort', 'gast'), _negated=True)), models.Q(('gebruiker', None), ('soort', 'gast')), _connector='OR'), name='postbericht_aan_een_account_of_een_gast'),
        ),
    ]
