-- De rollen van docs/database.md. Voer dit uit als postgres, met de wachtwoorden in de omgeving (op de
-- opdrachtregel zou iedereen op de server ze kunnen zien):
--   PARAPLU_EIGENAAR=… PARAPLU_APP=… psql -f rollen.sql
-- De eigenaar bezit de tabellen. De toepassing kan niet om de rechten per rij heen.
\getenv eigenaar PARAPLU_EIGENAAR
\getenv app PARAPLU_APP
SET password_encryption = 'scram-sha-256';
CREATE ROLE paraplu_eigenaar LOGIN NOSUPERUSER NOCREATEROLE NOBYPASSRLS PASSWORD :'eigenaar';
CREATE ROLE paraplu_app LOGIN NOSUPERUSER NOCREATEROLE NOBYPASSRLS NOINHERIT PASSWORD :'app';
CREATE ROLE paraplu_systeem NOLOGIN NOSUPERUSER NOCREATEROLE NOBYPASSRLS NOINHERIT;
GRANT paraplu_systeem TO paraplu_app;
GRANT paraplu_app, paraplu_systeem TO paraplu_eigenaar;
CREATE DATABASE paraplu OWNER paraplu_eigenaar TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C.UTF-8';
REVOKE ALL ON DATABASE paraplu FROM PUBLIC;
GRANT CONNECT ON DATABASE paraplu TO paraplu_app;
-- Opdrachten kunnen persoonsgegevens bevatten: zij gaan nooit naar het log.
ALTER DATABASE paraplu SET log_statement = 'none';
ALTER DATABASE paraplu SET log_min_error_statement = 'panic';
ALTER DATABASE paraplu SET log_parameter_max_length_on_error = 0;
ALTER DATABASE paraplu SET log_min_duration_statement = -1;
