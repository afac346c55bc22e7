"""What was decided, said, sent and answered is only added to; the database refuses a change (R76)."""

from django.db import migrations

TABELLEN = ("besluit", "stem", "verzending", "verslagreactie", "vto", "terugkoppeling")
VOORUIT = "\n".join(
    f"CREATE TRIGGER tafel_{naam}_alleen_erbij BEFORE UPDATE OR DELETE ON tafel_{naam}"
    " FOR EACH ROW EXECUTE FUNCTION casussen_weiger();"
    for naam in TABELLEN
)
TERUG = "\n".join(f"DROP TRIGGER tafel_{naam}_alleen_erbij ON tafel_{naam};" for naam in TABELLEN)


class Migration(migrations.Migration):
    dependencies = [("casussen", "0002_alleen_erbij"), ("tafel", "0002_zitting_en_daarna")]
    operations = [migrations.RunSQL(VOORUIT, TERUG)]
