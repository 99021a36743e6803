package cn.zhengai.catalogue.lint;

import cn.zhengai.catalogue.build.Declared;
import cn.zhengai.catalogue.finding.Code;
import cn.zhengai.catalogue.finding.Findings;
import cn.zhengai.catalogue.node.Mapping;
import cn.zhengai.core.catalogue.SourceMapping;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** How a source's files are found and read: name pattern, charset, form of the instant. */
record FileLint(List<Declared<SourceMapping>> sources, Findings findings) {
    private static final Set<String> TIME_FORMATS = Set.of("iso", "epoch-s", "epoch-ms", "epoch-us", "epoch-ns");
    private static final ZonedDateTime SAMPLE =
            LocalDateTime.of(2026, 11, 23, 14, 5).atZone(ZoneId.of("Asia/Shanghai"));
    private static final Pattern QUOTED = Pattern.compile("'[^']*'");

    void check() {
        Map<String, String> owners = new LinkedHashMap<>();
        for (Declared<SourceMapping> source : sources) {
            source.node().mapping("time").ifPresent(entry -> time(entry, source.value()));
            source.node().mapping("drop").ifPresent(entry -> {
                String files = entry.text("files").orElse("");
                glob(entry, files);
                charset(entry);
                overlap(owners, entry, files, source.value().name());
            });
        }
    }

    /** A file that both patterns take: the same, or a sample of one that the other takes too. */
    private void overlap(Map<String, String> owners, Mapping entry, String files, String name) {
        Optional<String> other = owners.keySet().stream()
                .filter(known -> takes(known, sample(files)) || takes(files, sample(known)))
                .findFirst();
        other.ifPresent(known -> findings.add(
                entry.placeOf("files"),
                Code.SAME_FILES,
                "来源“%s”和“%s”都收取文件 %s，只有一个会收到；请让文件名有所区别。"
                        .formatted(
                                owners.get(known),
                                name,
                                known.equals(files)
                                        ? files
                                        : takes(known, sample(files)) ? sample(files) : sample(known))));
        owners.putIfAbsent(files, name);
    }

    private static String sample(String glob) {
        return glob.replace("*", "x").replace("?", "1");
    }

    private static boolean takes(String glob, String file) {
        return valid(glob)
                && FileSystems.getDefault().getPathMatcher("glob:" + glob).matches(Path.of(file.replace("\0", "")));
    }

    private void time(Mapping entry, SourceMapping source) {
        String format = source.time().format();
        if (!TIME_FORMATS.contains(format) && !pattern(format)) {
            findings.add(
                    entry.placeOf("format"),
                    Code.BAD_TIME_FORMAT,
                    "时间格式“%s”不可用；请写 iso、epoch-s、epoch-ms、epoch-us、epoch-ns，或 yyyy/M/d H:mm 这样的格式。".formatted(format));
        } else if (!TIME_FORMATS.contains(format) && loses(format)) {
            findings.add(
                    entry.placeOf("format"),
                    Code.TIME_FORMAT_LOSES,
                    "按时间格式“%s”，2026-11-23 14:05 会写成“%s”，读不回原来的日期和时刻；年是 yyyy，月是 MM 或 M，日是 dd 或 d，时是 HH 或 H，分是 mm。"
                            .formatted(format, written(format)));
        }
    }

    /** Does what is written with it not come back as the same day and, when it has hours, the same hour? */
    private static boolean loses(String format) {
        String letters = QUOTED.matcher(format).replaceAll("");
        if (letters.indexOf('Y') >= 0 || letters.indexOf('D') >= 0) {
            return true;
        }
        try {
            TemporalAccessor back = DateTimeFormatter.ofPattern(format, Locale.CHINA)
                    .parseBest(
                            written(format),
                            ZonedDateTime::from,
                            OffsetDateTime::from,
                            LocalDateTime::from,
                            LocalDate::from);
            boolean hours = letters.chars().anyMatch(letter -> "hHkK".indexOf(letter) >= 0);
            return !LocalDate.from(back).equals(SAMPLE.toLocalDate())
                    || hours
                            && (!back.isSupported(ChronoField.HOUR_OF_DAY)
                                    || back.get(ChronoField.HOUR_OF_DAY) != SAMPLE.getHour());
        } catch (DateTimeException lost) {
            return true;
        }
    }

    private static String written(String format) {
        try {
            return DateTimeFormatter.ofPattern(format, Locale.CHINA).format(SAMPLE);
        } catch (DateTimeException impossible) {
            return "";
        }
    }

    private static boolean pattern(String format) {
        try {
            return DateTimeFormatter.ofPattern(format, Locale.ROOT) != null;
        } catch (IllegalArgumentException wrong) {
            return false;
        }
    }

    private void glob(Mapping entry, String files) {
        boolean folder = files.indexOf('/') >= 0 || files.indexOf('\\') >= 0;
        if (folder || !valid(files)) {
            findings.add(
                    entry.placeOf("files"),
                    Code.BAD_GLOB,
                    "文件名通配式“%s”%s；请写成 attendance-*.csv 这样的形式。".formatted(files, folder ? "不能带文件夹" : "的括号不成对"));
        }
    }

    private static boolean valid(String glob) {
        try {
            return FileSystems.getDefault().getPathMatcher("glob:" + glob) != null;
        } catch (PatternSyntaxException wrong) {
            return false;
        }
    }

    private void charset(Mapping entry) {
        String name = entry.text("charset").orElse("auto");
        if (!name.equals("auto") && !supported(name)) {
            findings.add(
                    entry.placeOf("charset"),
                    Code.UNKNOWN_CHARSET,
                    "不认识的编码“%s”；请写 auto、UTF-8 或 GB18030。".formatted(name));
        }
    }

    private static boolean supported(String name) {
        try {
            return Charset.isSupported(name);
        } catch (IllegalCharsetNameException wrong) {
            return false;
        }
    }
}
