"""The trace is append-only: the database itself refuses to change or remove a line."""

from django.db import migrations

VOORUIT = """
CREATE FUNCTION web_spoor_weiger() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'het spoor kan niet worden gewijzigd';
END $$;
CREATE TRIGGER web_spoor_alleen_erbij BEFORE UPDATE OR DELETE ON web_spoor
    FOR EACH ROW EXECUTE FUNCTION web_spoor_weiger();
"""
TERUG = """
DROP TRIGGER web_spoor_alleen_erbij ON web_spoor;
DROP FUNCTION web_spoor_weiger();
"""


class Migration(migrations.Migration):
    dependencies = [("web", "0001_initial")]
    operations = [migrations.RunSQL(VOORUIT, TERUG)]
