#!/bin/sh
# Zet Paraplu op een Debian-server (12 of nieuwer): pakketten, gebruiker, database, omgeving, nginx en
# systemd. Nog een keer uitvoeren mag: wat er al is, blijft zoals het is. De stappen en wat u zelf
# moet doen staan in docs/beheer.md.
#
#   sudo deploy/installeer.sh paraplu.voorbeeld.nl
#
# Vooraf: deze map staat in /opt/paraplu. Het certificaat en de sleutel zet u in /etc/ssl/paraplu.
set -eu

zeg() { echo "== $*"; }
fout() { echo "installeer: $*" >&2; exit 2; }

host=${1:-}
[ -n "$host" ] || fout "geef de naam van de server, bijvoorbeeld paraplu.voorbeeld.nl"
[ "$(id -u)" = 0 ] || fout "doe dit als root"
hier=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
[ "$hier" = /opt/paraplu/deploy ] || fout "zet Paraplu in /opt/paraplu"

zeg "pakketten"
DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends \
    python3 python3-venv ca-certificates postgresql postgresql-client nginx-light openssl util-linux

zeg "gebruiker en mappen"
id paraplu >/dev/null 2>&1 || useradd --system --home-dir /var/lib/paraplu --shell /usr/sbin/nologin paraplu
install -d -o paraplu -g paraplu -m 0700 /var/lib/paraplu /var/backups/paraplu
install -d -o root -g paraplu -m 0750 /etc/paraplu
install -d -o root -g root -m 0700 /etc/ssl/paraplu

zeg "Python en vormgeving"
/opt/paraplu/bin/paraplu --help >/dev/null
chmod -R go+rX,go-w /opt/paraplu

zeg "database"
pg_isready -q || fout "PostgreSQL draait niet: systemctl start postgresql"
als_postgres() { (cd / && setpriv --reuid=postgres --regid=postgres --init-groups "$@"); }
if [ "$(als_postgres psql -Atc "SELECT count(*) FROM pg_roles WHERE rolname = 'paraplu_eigenaar'")" = 0 ]; then
    app=$(openssl rand -hex 24)
    eigenaar=$(openssl rand -hex 24)
    export PARAPLU_APP="$app" PARAPLU_EIGENAAR="$eigenaar"
    als_postgres psql -q -v ON_ERROR_STOP=1 -f - < "$hier/postgres/rollen.sql"
    unset PARAPLU_APP PARAPLU_EIGENAAR
    umask 077
    sed -f - "$hier/paraplu.env.voorbeeld" > /etc/paraplu/paraplu.env <<EINDE
s/VERVANG_APP/$app/
s/VERVANG_HOST/$host/g
EINDE
    echo "PARAPLU_DATABASE_URL=postgresql://paraplu_eigenaar:$eigenaar@127.0.0.1:5432/paraplu" > /etc/paraplu/eigenaar.env
    umask 022
fi
chown root:root /etc/paraplu/paraplu.env /etc/paraplu/eigenaar.env
chmod 0600 /etc/paraplu/paraplu.env /etc/paraplu/eigenaar.env

zeg "tabellen"
install -m 0755 "$hier/paraplu" /usr/local/sbin/paraplu
/usr/local/sbin/paraplu beheer migrate --verbosity 0
/usr/local/sbin/paraplu beheer collectstatic --no-input --verbosity 0

zeg "nginx"
if [ ! -e /etc/nginx/sites-available/paraplu ]; then
    sed "s/paraplu\.voorbeeld\.nl/$host/g" "$hier/nginx/paraplu.conf" > /etc/nginx/sites-available/paraplu
    ln -sf ../sites-available/paraplu /etc/nginx/sites-enabled/paraplu
    rm -f /etc/nginx/sites-enabled/default
fi
if [ -e /etc/ssl/paraplu/volledig.pem ]; then nginx -t; else echo "Zet nog het certificaat in /etc/ssl/paraplu."; fi

zeg "systemd"
install -m 0644 "$hier"/systemd/paraplu-*.service "$hier"/systemd/paraplu-*.timer /etc/systemd/system/
if [ -d /run/systemd/system ]; then
    systemctl daemon-reload
    systemctl enable --now paraplu-web paraplu-werk paraplu-reservekopie.timer
    systemctl reload nginx
fi

zeg "klaar; maak nu het eerste account: paraplu account maak --help"
