#!/bin/sh
# Run once by InfluxDB's image, after its setup: a bucket for published results, and a login of release 1 for Grafana,
# which may read that and nothing else. Readings carry ids of persons and stay out of its reach.
set -eu
# A year a shard: see docs/influxdb.md.
influx bucket update --id "$DOCKER_INFLUXDB_INIT_BUCKET_ID" --retention 0 --shard-group-duration 52w
results=$DOCKER_INFLUXDB_INIT_BUCKET-results
influx bucket create \
    --org "$DOCKER_INFLUXDB_INIT_ORG" \
    --name "$results" \
    --retention 0 \
    --shard-group-duration 52w
influx v1 auth create \
    --org "$DOCKER_INFLUXDB_INIT_ORG" \
    --username grafana \
    --password "$(cat /run/secrets/influxdb_grafana_password)" \
    --read-bucket "$(influx bucket list --org "$DOCKER_INFLUXDB_INIT_ORG" --name "$results" --hide-headers | cut -f 1)"
