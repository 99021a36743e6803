#!/bin/sh
# Run once by InfluxDB's image, after its setup: a login of release 1 for Grafana, which may read this bucket and nothing else.
set -eu
influx v1 auth create \
    --org "$DOCKER_INFLUXDB_INIT_ORG" \
    --username grafana \
    --password "$(cat /run/secrets/influxdb_grafana_password)" \
    --read-bucket "$DOCKER_INFLUXDB_INIT_BUCKET_ID"
