package cn.zhengai.catalogue.lint;

import cn.zhengai.catalogue.build.Declared;
import cn.zhengai.catalogue.finding.Code;
import cn.zhengai.catalogue.finding.Findings;
import cn.zhengai.catalogue.node.Mapping;
import cn.zhengai.core.catalogue.SourceMapping;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.file.FileSystems;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.PatternSyntaxException;

/** How a source's files are found and read: name pattern, charset, form of the instant. */
record FileLint(List<Declared<SourceMapping>> sources, Findings findings) {
    private static final Set<String> TIME_FORMATS = Set.of("iso", "epoch-s", "epoch-ms", "epoch-us", "epoch-ns");

    void check() {
        Map<String, String> owners = new HashMap<>();
        for (Declared<SourceMapping> source : sources) {
            source.node().mapping("time").ifPresent(entry -> time(entry, source.value()));
            source.node().mapping("drop").ifPresent(entry -> {
                String files = entry.text("files").orElse("");
                glob(entry, files);
                charset(entry);
                String other = owners.putIfAbsent(files, source.value().name());
                if (other != null) {
                    findings.add(
                            entry.placeOf("files"),
                            Code.SAME_FILES,
                            "来源“%s”和“%s”都收取文件 %s，只有一个会收到；请让文件名有所区别。"
                                    .formatted(other, source.value().name(), files));
                }
            });
        }
    }

    private void time(Mapping entry, SourceMapping source) {
        String format = source.time().format();
        if (!TIME_FORMATS.contains(format) && !pattern(format)) {
            findings.add(
                    entry.placeOf("format"),
                    Code.BAD_TIME_FORMAT,
                    "时间格式“%s”不可用；请写 iso、epoch-s、epoch-ms、epoch-us、epoch-ns，或 yyyy/M/d H:mm 这样的格式。".formatted(format));
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
