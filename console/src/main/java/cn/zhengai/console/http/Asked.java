package cn.zhengai.console.http;

import cn.zhengai.core.catalogue.Level;
import cn.zhengai.core.warning.WarningKind;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Query parameters, read or refused. A blank parameter counts as absent. */
public final class Asked {
    private final Context ctx;

    public Asked(Context ctx) {
        this.ctx = ctx;
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(ctx.queryParam(name)).map(String::trim).filter(v -> !v.isEmpty());
    }

    public Optional<Boolean> flag(String name) {
        return text(name).map(v -> switch (v.toLowerCase(Locale.ROOT)) {
            case "true", "1", "yes" -> true;
            case "false", "0", "no" -> false;
            default -> throw Refusal.badParameter(name, "应为 true 或 false，收到 " + v);
        });
    }

    public int whole(String name, int otherwise, int least, int most) {
        return text(name)
                .map(v -> {
                    try {
                        int number = Integer.parseInt(v);
                        if (number >= least && number <= most) {
                            return number;
                        }
                    } catch (NumberFormatException notANumber) {
                        throw Refusal.badParameter(name, "应为整数，收到 " + v);
                    }
                    throw Refusal.badParameter(name, "应在 " + least + " 到 " + most + " 之间，收到 " + v);
                })
                .orElse(otherwise);
    }

    public int offset() {
        return whole("offset", 0, 0, 10_000_000);
    }

    public int limit(int otherwise) {
        return whole("limit", otherwise, 1, 1000);
    }

    public Optional<Level> level() {
        return text("level")
                .map(v -> Arrays.stream(Level.values())
                        .filter(l -> l.name().equalsIgnoreCase(v) || l.chinese().equals(v))
                        .findFirst()
                        .orElseThrow(
                                () -> Refusal.badParameter("level", "应为 SCHOOL、PROGRAM、COURSE、TEACHER、STUDENT 之一")));
    }

    public Optional<WarningKind> kind() {
        return text("kind")
                .map(v -> Arrays.stream(WarningKind.values())
                        .filter(k -> k.name().equalsIgnoreCase(v) || k.chinese().equals(v))
                        .findFirst()
                        .orElseThrow(() -> Refusal.badParameter("kind", "应为 THRESHOLD、NO_DATA 之一")));
    }

    /** An instant with offset, a local date-time or a date (its first instant) in the college's zone. */
    public Optional<Instant> instant(String name, ZoneId zone) {
        return text(name).map(v -> {
            try {
                if (v.length() == 10) {
                    return LocalDate.parse(v).atStartOfDay(zone).toInstant();
                }
                boolean offset = v.endsWith("Z") || v.matches(".*[+-]\\d\\d:?\\d\\d$");
                return offset
                        ? OffsetDateTime.parse(v).toInstant()
                        : LocalDateTime.parse(v).atZone(zone).toInstant();
            } catch (DateTimeException e) {
                throw Refusal.badParameter(name, "时间应写作 2026-03-01 或 2026-03-01T08:00:00+08:00，收到 " + v);
            }
        });
    }
}
