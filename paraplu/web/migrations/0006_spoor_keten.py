"""The trace becomes chains: each line gets its number and its seal; what was there first as well."""

import django.db.models.deletion
from django.db import migrations, models

from paraplu.web.spoor.zegel import Velden, current_sleutel, seal, secret_of

VELDEN = ("wanneer", "gebruiker_id", "als", "handeling", "voorwerp", "doel", "resultaat", "gezin", "namens")


def fill(apps, schema_editor):
    """Make the key while nobody works yet, and put the lines that exist in one chain."""
    Spoor, Spoorkop = apps.get_model("web", "Spoor"), apps.get_model("web", "Spoorkop")
    sleutel = current_sleutel()
    if not Spoor.objects.exists():
        return
    # A table with checks still to come cannot be altered.
    schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    schema_editor.execute("ALTER TABLE web_spoor DISABLE TRIGGER web_spoor_alleen_erbij")
    kop = Spoorkop.objects.create(sleutel=sleutel.kenmerk)
    geheim = secret_of(sleutel)
    for regel in Spoor.objects.order_by("id").iterator(chunk_size=2000):
        velden = Velden(*(getattr(regel, naam) for naam in VELDEN))
        kop.nummer += 1
        kop.zegel = seal(velden, keten=kop.pk, nummer=kop.nummer, vorige=kop.zegel, sleutel=geheim)
        Spoor.objects.filter(pk=regel.pk).update(keten=kop, nummer=kop.nummer, zegel=kop.zegel)
    kop.save()
    schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    schema_editor.execute("ALTER TABLE web_spoor ENABLE TRIGGER web_spoor_alleen_erbij")


class Migration(migrations.Migration):
    dependencies = [("web", "0005_post_en_agenda")]

    operations = [
        migrations.CreateModel(
            name="Spoorkop",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sleutel", models.CharField(max_length=16)),
                ("nummer", models.BigIntegerField(default=0)),
                ("zegel", models.CharField(blank=True, max_length=64)),
            ],
            options={"verbose_name": "keten van het spoor"},
        ),
        migrations.AddField(
            "spoor",
            "keten",
            models.ForeignKey(
                db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT,
                related_name="regels", to="web.spoorkop",
            ),
        ),
        migrations.AddField("spoor", "nummer", models.BigIntegerField(null=True)),
        migrations.AddField("spoor", "zegel", models.CharField(max_length=64, null=True)),
        migrations.AlterField("spoor", "wanneer", models.DateTimeField(db_index=True)),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.AlterField(
            "spoor",
            "keten",
            models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.PROTECT,
                related_name="regels", to="web.spoorkop",
            ),
        ),
        migrations.AlterField("spoor", "nummer", models.BigIntegerField()),
        migrations.AlterField("spoor", "zegel", models.CharField(max_length=64)),
        migrations.AddConstraint(
            "spoor",
            models.UniqueConstraint(fields=("keten", "nummer"), name="spoor_keten_nummer"),
        ),
        # Heads change with every line; room beside them keeps that from growing their index.
        migrations.RunSQL(
            "ALTER TABLE web_spoorkop SET (fillfactor = 20)",
            "ALTER TABLE web_spoorkop RESET (fillfactor)",
        ),
    ]
