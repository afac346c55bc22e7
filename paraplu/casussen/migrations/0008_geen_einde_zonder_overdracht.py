"""No measure ends without its row Einde, and that one not without an accepted hand-over (R12)."""

from django.db import migrations

# As the owner, for the wall may hide the step from who asks; the answer is only yes or no.
VOORUIT = """
CREATE FUNCTION casussen_einde_mag() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NEW.grond = 'overdracht' AND coalesce((
        SELECT s.uitkomst FROM casussen_casusstap s JOIN casussen_casus c ON c.id = s.casus_id
        WHERE c.id = NEW.casus_id AND c.gezin_id = NEW.gezin_id
        AND c.route_sleutel = 'warme-overdracht' AND s.sleutel = 'aanvaarden'
        ORDER BY s.id DESC LIMIT 1
    ), '') <> 'aanvaard' THEN
        RAISE EXCEPTION 'een maatregel eindigt pas na een aanvaarde warme overdracht';
    END IF;
    IF NOT EXISTS (
        SELECT 1 FROM casussen_maatregel m JOIN casussen_persoon p ON p.id = m.persoon_id
        WHERE m.id = NEW.maatregel_id AND p.gezin_id = NEW.gezin_id
    ) THEN
        RAISE EXCEPTION 'deze maatregel is van een ander gezin';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER casussen_einde_mag BEFORE INSERT OR UPDATE ON casussen_einde
    FOR EACH ROW WHEN (NEW.op IS NOT NULL AND NEW.vervallen_op IS NULL)
    EXECUTE FUNCTION casussen_einde_mag();
CREATE TRIGGER casussen_einde_blijft BEFORE DELETE ON casussen_einde
    FOR EACH ROW EXECUTE FUNCTION casussen_weiger();
CREATE TRIGGER casussen_einde_vast BEFORE UPDATE ON casussen_einde
    FOR EACH ROW WHEN (
        OLD.vervallen_op IS NOT NULL
        OR (OLD.op IS NOT NULL AND (
            OLD.op IS DISTINCT FROM NEW.op
            OR OLD.reden IS DISTINCT FROM NEW.reden
            OR OLD.voogd IS DISTINCT FROM NEW.voogd
            OR OLD.toelichting IS DISTINCT FROM NEW.toelichting
        ))
        OR OLD.maatregel_id IS DISTINCT FROM NEW.maatregel_id
        OR OLD.casus_id IS DISTINCT FROM NEW.casus_id
        OR OLD.grond IS DISTINCT FROM NEW.grond
    ) EXECUTE FUNCTION casussen_weiger();

CREATE FUNCTION casussen_maatregel_eindigt() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (
        SELECT 1 FROM casussen_einde e
        WHERE e.maatregel_id = NEW.id AND e.vervallen_op IS NULL
        AND e.op = NEW.tot AND e.reden = NEW.reden_einde
    ) THEN
        RAISE EXCEPTION 'een maatregel eindigt alleen met een grond: overdracht of uitzondering';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER casussen_maatregel_begint BEFORE INSERT ON casussen_maatregel
    FOR EACH ROW WHEN (NEW.tot IS NOT NULL) EXECUTE FUNCTION casussen_maatregel_eindigt();
CREATE TRIGGER casussen_maatregel_eindigt BEFORE UPDATE ON casussen_maatregel
    FOR EACH ROW WHEN (
        NEW.tot IS NOT NULL AND (
            OLD.tot IS DISTINCT FROM NEW.tot OR OLD.reden_einde IS DISTINCT FROM NEW.reden_einde
        )
    ) EXECUTE FUNCTION casussen_maatregel_eindigt();
"""
TERUG = """
DROP TRIGGER casussen_maatregel_eindigt ON casussen_maatregel;
DROP TRIGGER casussen_maatregel_begint ON casussen_maatregel;
DROP FUNCTION casussen_maatregel_eindigt();
DROP TRIGGER casussen_einde_vast ON casussen_einde;
DROP TRIGGER casussen_einde_blijft ON casussen_einde;
DROP TRIGGER casussen_einde_mag ON casussen_einde;
DROP FUNCTION casussen_einde_mag();
"""


class Migration(migrations.Migration):
    dependencies = [("casussen", "0007_einde")]
    operations = [migrations.RunSQL(VOORUIT, TERUG)]
