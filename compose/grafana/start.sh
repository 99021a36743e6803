#!/bin/sh
# Starts Grafana with the login of its data source, which provisioning takes from the environment only.
set -eu
ZHENGAI_INFLUX_AUTHORIZATION="Token grafana:$(cat /run/secrets/influxdb_grafana_password)"
export ZHENGAI_INFLUX_AUTHORIZATION
exec /run.sh "$@"
