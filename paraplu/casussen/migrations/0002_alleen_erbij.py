"""What happened is only added to; a closed step and a fixed document are not edited (database)."""

from django.db import migrations

VOORUIT = """
CREATE FUNCTION casussen_weiger() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'deze rij kan niet worden gewijzigd; voeg een nieuwe toe met een reden';
END $$;
CREATE TRIGGER casussen_gebeurtenis_alleen_erbij BEFORE UPDATE OR DELETE ON casussen_gebeurtenis
    FOR EACH ROW EXECUTE FUNCTION casussen_weiger();
CREATE TRIGGER casussen_herberekening_alleen_erbij BEFORE UPDATE OR DELETE ON casussen_herberekening
    FOR EACH ROW EXECUTE FUNCTION casussen_weiger();
CREATE TRIGGER casussen_afschrift_alleen_erbij BEFORE UPDATE OR DELETE ON casussen_afschrift
    FOR EACH ROW EXECUTE FUNCTION casussen_weiger();
CREATE TRIGGER casussen_casusstap_gesloten BEFORE UPDATE OR DELETE ON casussen_casusstap
    FOR EACH ROW WHEN (OLD.afgerond_op IS NOT NULL) EXECUTE FUNCTION casussen_weiger();
CREATE TRIGGER casussen_document_vast BEFORE UPDATE ON casussen_document
    FOR EACH ROW WHEN (
        OLD.inhoud IS DISTINCT FROM NEW.inhoud
        OR OLD.persoonsgegevens IS DISTINCT FROM NEW.persoonsgegevens
        OR OLD.vastgesteld_op IS DISTINCT FROM NEW.vastgesteld_op
    ) EXECUTE FUNCTION casussen_weiger();
"""
TERUG = """
DROP TRIGGER casussen_gebeurtenis_alleen_erbij ON casussen_gebeurtenis;
DROP TRIGGER casussen_herberekening_alleen_erbij ON casussen_herberekening;
DROP TRIGGER casussen_afschrift_alleen_erbij ON casussen_afschrift;
DROP TRIGGER casussen_casusstap_gesloten ON casussen_casusstap;
DROP TRIGGER casussen_document_vast ON casussen_document;
DROP FUNCTION casussen_weiger();
"""


class Migration(migrations.Migration):
    dependencies = [("casussen", "0001_begin")]
    operations = [migrations.RunSQL(VOORUIT, TERUG)]
