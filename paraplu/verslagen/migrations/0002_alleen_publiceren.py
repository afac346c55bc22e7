"""A report is never removed, and changes once: when it is published (database)."""

from django.db import migrations

VOORUIT = """
CREATE FUNCTION verslagen_alleen_publiceren() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'een verslag wordt niet verwijderd';
    END IF;
    IF OLD.gepubliceerd_op IS NOT NULL THEN
        RAISE EXCEPTION 'een gepubliceerd verslag verandert niet';
    END IF;
    IF to_jsonb(NEW) - 'gepubliceerd_op' - 'gepubliceerd_door_id'
        IS DISTINCT FROM to_jsonb(OLD) - 'gepubliceerd_op' - 'gepubliceerd_door_id' THEN
        RAISE EXCEPTION 'aan een verslag verandert niets: maak een nieuwe versie';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER verslagen_rapport_alleen_publiceren BEFORE UPDATE OR DELETE ON verslagen_rapport
FOR EACH ROW EXECUTE FUNCTION verslagen_alleen_publiceren();
"""
TERUG = """
DROP TRIGGER verslagen_rapport_alleen_publiceren ON verslagen_rapport;
DROP FUNCTION verslagen_alleen_publiceren();
"""


class Migration(migrations.Migration):
    dependencies = (("verslagen", "0001_begin"),)
    operations = (migrations.RunSQL(VOORUIT, TERUG),)
