# The image of Zhengai (诊改): one jar, a Java of its own with what the jar needs, no tools besides.
#
#   docker build -t zhengai:0.1.0 .
#   docker run -v zhengai:/data -p 127.0.0.1:8080:8080 zhengai:0.1.0        with host: 0.0.0.0 in /data/zhengai.yaml
#
# Everything a run keeps is in /data: give it a volume. It never needs root, a writable root file system or a secret at build time.

# --- the jar, as `./zhengai` builds it ---
FROM maven:3.9.9-eclipse-temurin-21 AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.m2 \
    mvn -B -q -ntp -pl server -am -Dmaven.test.skip=true package

# --- Java: all of Java SE (drivers of databases, loaded at run time, may ask for any of it), encodings of Chinese files,
# Chinese names of days, Kerberos for Kafka, and jcmd for whoever looks into a running one ---
FROM eclipse-temurin:21.0.11_10-jdk-jammy AS java
RUN jlink --no-header-files --no-man-pages --compress=zip-6 \
    --add-modules java.se,jdk.charsets,jdk.crypto.ec,jdk.jcmd,jdk.jfr,jdk.localedata,jdk.management,jdk.naming.dns,jdk.net,jdk.security.auth,jdk.security.jgss,jdk.unsupported,jdk.zipfs \
    --include-locales=zh,en --generate-cds-archive \
    --output /opt/java

# --- the image ---
FROM debian:12.13-slim
LABEL org.opencontainers.image.title="Zhengai 诊改" \
      org.opencontainers.image.description="Watches the quality control points of a vocational college: readings, warnings, achievement, grades" \
      org.opencontainers.image.version="0.1.0" \
      org.opencontainers.image.licenses="Apache-2.0"

# C.UTF-8 comes with Debian's libc; Java has time zones of its own, tzdata is for everything else.
ENV LANG=C.UTF-8 \
    LC_ALL=C.UTF-8 \
    TZ=Asia/Shanghai

# tzdata is to be the newest there is, so it has no version here.
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install -y --no-install-recommends tzdata \
    && rm -rf /var/lib/apt/lists/* \
    && groupadd --gid 10001 zhengai \
    && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /data --shell /usr/sbin/nologin zhengai \
    && install -d -o 10001 -g 10001 -m 0700 /data

COPY --from=java /opt/java /opt/zhengai/java
COPY compose/image/zhengai /usr/local/bin/zhengai
COPY LICENSE NOTICE THIRD-PARTY.md /opt/zhengai/
COPY --from=build /src/server/target/zhengai.jar /opt/zhengai/zhengai.jar

# A health check runs all the time: an archive of its classes takes a quarter off what it costs. It asks a service that is not
# there, so it ends with 1.
RUN /opt/zhengai/java/bin/java -XX:ArchiveClassesAtExit=/opt/zhengai/health.jsa -XX:+UseSerialGC \
        -jar /opt/zhengai/zhengai.jar health || test -s /opt/zhengai/health.jsa

USER 10001:10001
WORKDIR /data
EXPOSE 8080
HEALTHCHECK --interval=60s --timeout=10s --start-period=120s --retries=3 CMD ["zhengai", "health"]
ENTRYPOINT ["/usr/local/bin/zhengai"]
CMD ["serve", "--data", "/data"]
