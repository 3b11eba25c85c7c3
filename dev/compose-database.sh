#!/bin/sh
# Run once by the postgres image: the role that migrates, and the database that belongs to it. The migrations make the rest.
set -eu
psql --set ON_ERROR_STOP=1 --set password="$MIGRATOR_PASSWORD" --username "$POSTGRES_USER" --dbname postgres <<'SQL'
CREATE ROLE tributary_migrator LOGIN CREATEROLE CREATEDB BYPASSRLS PASSWORD :'password';
CREATE DATABASE tributary OWNER tributary_migrator;
SQL
