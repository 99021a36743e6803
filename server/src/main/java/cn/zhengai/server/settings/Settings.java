package cn.zhengai.server.settings;

import cn.zhengai.core.catalogue.Retention;
import cn.zhengai.storage.jdbc.PostgresAccess;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the owner of a run may set, from {@code zhengai.yaml} in the data folder; every key is optional. Secrets may be
 * written as {@code ${NAME}}, and are then taken from the environment, or as {@code ${file:/path}}, and are then the
 * content of that file.
 *
 * @param host address to listen on; {@code 127.0.0.1} unless set
 * @param baseUrl how people reach the pages; used in links
 * @param mail how mail leaves; empty: mail notices wait in the outbox, and after seven days are not sent any more
 * @param webhooks named targets; units refer to them by name, because a URL is a credential
 * @param backups made by themselves every day; empty: only when asked for
 * @param retention how long things are kept
 * @param ledger where the ledger is kept; empty: in the data folder
 * @param distributed where readings are kept in the distributed run; empty: in the data folder
 */
public record Settings(
        String host,
        int port,
        Optional<String> baseUrl,
        Optional<Mail> mail,
        Map<String, Webhook> webhooks,
        Drop drop,
        Push push,
        Optional<Backups> backups,
        Retention retention,
        Optional<PostgresAccess> ledger,
        Optional<Distributed> distributed) {
    private static final int DEFAULT_PORT = 8080;
    /** Of megabytes and of seconds. */
    private static final int MOST = 1000;

    /**
     * Mail by SMTP, or into a pickup folder when {@code pickup} is set.
     *
     * @param security {@code none}, {@code starttls} or {@code ssl}
     */
    public record Mail(
            Optional<String> pickup,
            Optional<String> host,
            int port,
            Optional<String> user,
            Optional<String> password,
            String security,
            String from) {}

    /** One webhook; with a secret, requests are signed. */
    public record Webhook(String url, Optional<String> secret) {}

    /** The drop folder: a file is stable when it did not change for so many seconds. */
    public record Drop(int stableSeconds) {}

    /** Limits of a push. */
    public record Push(int largestMegabytes, int inFlightMegabytes) {}

    /**
     * Backups that are made every day.
     *
     * @param folder that gets them; a relative one lies in the data folder
     * @param at in the college's zone
     * @param keep so many of the newest; older ones are deleted
     */
    public record Backups(Path folder, LocalTime at, int keep) {}

    /**
     * Reads the file, or gives the defaults when there is none.
     *
     * @throws Refusal naming line and key when it is not understood
     */
    public static Settings read(Path file, Map<String, String> environment) {
        if (!Files.exists(file)) {
            return Raw.NOTHING.checked(environment);
        }
        String text = text(file);
        try {
            ObjectMapper yaml =
                    new ObjectMapper(new YAMLFactory()).enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
            Raw raw = text.isBlank() ? Raw.NOTHING : yaml.readValue(text, Raw.class);
            return raw.checked(environment);
        } catch (JsonProcessingException e) {
            throw SettingsFault.refusal(file, text, e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new Refusal(Refusal.Cause.SETTINGS, "设置文件 " + file + " 不是 UTF-8 编码。请用 UTF-8 编码另存后再启动。");
        } catch (IOException e) {
            throw new Refusal(Refusal.Cause.SETTINGS, "无法读取设置文件 " + file + "。请检查它的类型和权限。");
        }
    }

    /** The same with another port. */
    public Settings onPort(int other) {
        return new Settings(host, other, baseUrl, mail, webhooks, drop, push, backups, retention, ledger, distributed);
    }

    /** How people reach the pages. */
    public String link() {
        return baseUrl.orElse("http://" + host + ":" + port);
    }

    /** As written; absent keys are null. */
    private record Raw(
            @Nullable String host,
            @Nullable Integer port,
            @JsonProperty("base-url") @Nullable String baseUrl,
            @Nullable RawMail mail,
            @Nullable Map<String, RawWebhook> webhooks,
            @Nullable RawDrop drop,
            @Nullable RawPush push,
            @Nullable RawBackups backup,
            @Nullable Map<String, String> retention,
            @Nullable LedgerSetting ledger,
            @Nullable DistributedSetting distributed) {
        static final Raw NOTHING = new Raw(null, null, null, null, null, null, null, null, null, null, null);

        Settings checked(Map<String, String> environment) {
            Secrets secrets = new Secrets(environment);
            int wanted = port == null ? DEFAULT_PORT : port;
            if (wanted < 0 || wanted > 65_535) {
                throw new Refusal(Refusal.Cause.SETTINGS, "设置 port 应在 0 到 65535 之间，现在是 " + wanted + "。");
            }
            if (backup != null && ledger != null) {
                throw new Refusal(
                        Refusal.Cause.SETTINGS,
                        "设置 backup 与 ledger 不能同时使用：自动备份备不到 PostgreSQL 里的台账。请去掉 backup，按 docs/backup.md 用 pg_dump 备份。");
            }
            if (distributed != null && ledger == null) {
                throw new Refusal(
                        Refusal.Cause.SETTINGS,
                        "分布式运行（设置 distributed）的台账在 PostgreSQL 中，请同时写明 ledger 的 url、user、password。");
            }
            return new Settings(
                    host == null ? "127.0.0.1" : host,
                    wanted,
                    Optional.ofNullable(baseUrl),
                    Optional.ofNullable(mail).map(m -> m.checked(secrets)),
                    webhooks == null
                            ? Map.of()
                            : webhooks.entrySet().stream()
                                    .collect(Collectors.toUnmodifiableMap(
                                            Map.Entry::getKey, e -> e.getValue().checked(e.getKey(), secrets))),
                    new Drop(within("drop.stable-seconds", drop == null ? null : drop.stableSeconds(), 0, 5)),
                    new Push(
                            within("push.largest-megabytes", push == null ? null : push.largestMegabytes(), 1, 32),
                            within("push.in-flight-megabytes", push == null ? null : push.inFlightMegabytes(), 1, 128)),
                    Optional.ofNullable(backup).map(RawBackups::checked),
                    RetentionSetting.of(retention == null ? Map.of() : retention),
                    Optional.ofNullable(ledger).map(l -> l.checked(secrets.maybe("ledger.password", l.password()))),
                    Optional.ofNullable(distributed).map(d -> d.checked(secrets)));
        }

        private static int within(String key, @Nullable Integer value, int least, int usual) {
            if (value != null && (value < least || value > MOST)) {
                throw new Refusal(
                        Refusal.Cause.SETTINGS, "设置 " + key + " 应在 " + least + " 到 " + MOST + " 之间，现在是 " + value + "。");
            }
            return value == null ? usual : value;
        }
    }

    private record RawMail(
            @Nullable String pickup,
            @Nullable String host,
            @Nullable Integer port,
            @Nullable String user,
            @Nullable String password,
            @Nullable String security,
            @Nullable String from) {

        Mail checked(Secrets secrets) {
            if ((pickup == null) == (host == null)) {
                throw new Refusal(Refusal.Cause.SETTINGS, "设置 mail 需要 host（SMTP 服务器）或 pickup（邮件目录）之一。");
            }
            String how = security == null ? "starttls" : security;
            if (!how.matches("none|starttls|ssl")) {
                throw new Refusal(Refusal.Cause.SETTINGS, "设置 mail.security 应为 none、starttls 或 ssl，现在是“" + how + "”。");
            }
            return new Mail(
                    Optional.ofNullable(pickup),
                    Optional.ofNullable(host),
                    port == null ? (how.equals("ssl") ? 465 : 25) : port,
                    Optional.ofNullable(user),
                    Optional.ofNullable(password).map(p -> secrets.resolve("mail.password", p)),
                    how,
                    from == null ? "zhengai@localhost" : from);
        }
    }

    private record RawWebhook(
            @Nullable String url, @Nullable String secret) {
        Webhook checked(String name, Secrets secrets) {
            if (url == null) {
                throw new Refusal(Refusal.Cause.SETTINGS, "设置 webhooks." + name + " 缺少 url。");
            }
            return new Webhook(
                    secrets.resolve("webhooks." + name + ".url", url),
                    Optional.ofNullable(secret).map(s -> secrets.resolve("webhooks." + name + ".secret", s)));
        }
    }

    private record RawDrop(
            @JsonProperty("stable-seconds") @Nullable Integer stableSeconds) {}

    private record RawPush(
            @JsonProperty("largest-megabytes") @Nullable Integer largestMegabytes,
            @JsonProperty("in-flight-megabytes") @Nullable Integer inFlightMegabytes) {}

    private record RawBackups(
            @Nullable String folder,
            @Nullable String at,
            @Nullable Integer keep) {
        private static final int USUALLY_KEPT = 14;

        Backups checked() {
            if (folder == null || folder.isBlank()) {
                throw new Refusal(Refusal.Cause.SETTINGS, "设置 backup 缺少 folder（备份放在哪个文件夹，最好在另一块磁盘上）。");
            }
            try {
                return new Backups(
                        Path.of(folder),
                        LocalTime.parse(at == null ? "02:30" : at),
                        Raw.within("backup.keep", keep, 1, USUALLY_KEPT));
            } catch (DateTimeParseException notATime) {
                throw new Refusal(Refusal.Cause.SETTINGS, "设置 backup.at 应是时间，例如 \"02:30\"，现在是“" + at + "”。");
            }
        }
    }

    /** Takes {@code ${NAME}} from the environment and {@code ${file:/path}} from a file. */
    record Secrets(Map<String, String> environment) {
        @Nullable
        String maybe(String key, @Nullable String text) {
            return text == null ? null : resolve(key, text);
        }

        String resolve(String key, String text) {
            if (!text.startsWith("${") || !text.endsWith("}")) {
                return text;
            }
            String name = text.substring(2, text.length() - 1);
            if (name.startsWith(SecretFile.PREFIX)) {
                return SecretFile.content(key, name.substring(SecretFile.PREFIX.length()));
            }
            String value = environment.get(name);
            if (value == null) {
                throw new Refusal(Refusal.Cause.SETTINGS, "设置 " + key + " 取自环境变量 " + name + "，但该变量未设置。");
            }
            return value;
        }
    }
}
