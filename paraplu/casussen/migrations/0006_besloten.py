"""A case can be closed to all but the people named in it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = (("casussen", "0005_casus_van_gezin"),)

    operations = (
        migrations.AddField("casus", "besloten", models.BooleanField(default=False)),
        migrations.AddField("deelname", "persoonlijk", models.BooleanField(default=False)),
    )
