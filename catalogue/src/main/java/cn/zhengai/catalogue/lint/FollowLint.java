package cn.zhengai.catalogue.lint;

import cn.zhengai.catalogue.build.Declared;
import cn.zhengai.catalogue.finding.Code;
import cn.zhengai.catalogue.finding.Findings;
import cn.zhengai.catalogue.node.Mapping;
import cn.zhengai.catalogue.node.Scalar;
import cn.zhengai.core.catalogue.Follow;
import cn.zhengai.core.catalogue.SourceMapping;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** How a topic is followed: brokers that can be reached, columns that are there, no secret given away, no circle. */
final class FollowLint {
    private static final Pattern SERVERS =
            Pattern.compile("\\s*[^\\s,:/]+(:\\d{1,5})\\s*(,\\s*[^\\s,:/]+(:\\d{1,5})\\s*)*");
    private static final Pattern SETTING = Pattern.compile("\\s*[a-z0-9.]+\\s*=.*\\S.*");
    private static final Pattern COLUMN = Pattern.compile("\\{([^{}]+)}");
    private static final Pattern SECRET = Pattern.compile("password|jaas", Pattern.CASE_INSENSITIVE);
    private static final String OURS = "zhengai.";
    /** Decided by the reader: positions are the ledger's, and only what is committed is read. */
    private static final Set<String> NOT_TO_CHOOSE = Set.of(
            "bootstrap.servers",
            "group.id",
            "client.id",
            "auto.offset.reset",
            "enable.auto.commit",
            "isolation.level",
            "key.deserializer",
            "value.deserializer");

    private final List<Declared<SourceMapping>> sources;
    private final Findings findings;

    FollowLint(List<Declared<SourceMapping>> sources, Findings findings) {
        this.sources = sources;
        this.findings = findings;
    }

    void check() {
        for (Declared<SourceMapping> source : sources) {
            source.node().mapping("kafka").ifPresent(written -> check(source, written));
        }
    }

    private void check(Declared<SourceMapping> source, Mapping written) {
        written.text("bootstrap")
                .filter(text -> !SERVERS.matcher(text).matches())
                .ifPresent(text -> findings.add(
                        written.placeOf("bootstrap"),
                        Code.FOLLOW_SERVERS,
                        "“%s”不是 Kafka 的地址；请写成 主机:端口，多个用逗号分开，例如 kafka1.example.edu.cn:9092,kafka2.example.edu.cn:9092。"
                                .formatted(text)));
        written.text("topic")
                .filter(topic -> topic.startsWith(OURS))
                .ifPresent(topic -> findings.add(
                        written.placeOf("topic"),
                        Code.FOLLOW_OWN_TOPIC,
                        "主题 %s 是本系统自己的，读到的采集值又会写回去，没有尽头；这里写对方系统的主题。直接向 zhengai.readings 写采集值的，不用声明订阅。"
                                .formatted(topic)));
        columns(source, written);
        login(written);
        written.scalars("settings").forEach(this::setting);
    }

    private void columns(Declared<SourceMapping> source, Mapping written) {
        boolean lines = written.text("format").filter("csv"::equals).isPresent();
        List<String> columns = written.texts("columns");
        if (lines && columns.isEmpty()) {
            findings.add(
                    written.placeOf("format"),
                    Code.FOLLOW_COLUMNS,
                    "写法是 csv，而没有 columns：消息里没有表头，请依次写出各列的名称，例如 columns: [实训室, 时间, 使用率]。");
        } else if (!lines && !columns.isEmpty()) {
            findings.add(
                    written.placeOf("columns"),
                    Code.FOLLOW_COLUMNS,
                    "写法是 json，不用写 columns：列名就是 JSON 里的路径，例如 payload.after.score。请删去 columns，或把 format 改为 csv。");
        } else if (new HashSet<>(columns).size() < columns.size()) {
            findings.add(written.placeOf("columns"), Code.FOLLOW_COLUMNS, "columns 里有重名的列，取数时分不清；请给每一列不同的名称。");
        } else if (lines) {
            missing(source, written, new HashSet<>(columns));
        }
    }

    private void missing(Declared<SourceMapping> source, Mapping written, Set<String> there) {
        there.addAll(Follow.OF_EVERY_RECORD);
        Set<String> missing = wanted(source.value());
        missing.removeAll(there);
        if (!missing.isEmpty()) {
            findings.add(
                    written.placeOf("columns"),
                    Code.FOLLOW_NO_COLUMN,
                    "映射要用的列 %s 不在 columns 里，采集值都会被拒收；请核对 columns 与 subject、time、measures 里的列名。"
                            .formatted(String.join("、", missing)));
        }
    }

    /** Columns without which there is no reading. */
    private static Set<String> wanted(SourceMapping mapping) {
        Set<String> wanted = new LinkedHashSet<>(in(mapping.subject()));
        wanted.add(mapping.time().column());
        for (SourceMapping.Measure measure : mapping.measures()) {
            wanted.addAll(in(measure.point()));
            Optional<String> value = measure.numerator().isPresent() ? Optional.empty() : measure.value();
            value.filter(column -> !measure.optional()).ifPresent(wanted::add);
            if (measure.value().isEmpty() && !measure.optional()) {
                measure.numerator().ifPresent(wanted::add);
                measure.denominator().ifPresent(wanted::add);
            }
        }
        return wanted;
    }

    private static List<String> in(String template) {
        return COLUMN.matcher(template).results().map(found -> found.group(1)).toList();
    }

    private void login(Mapping written) {
        boolean user = written.has("user");
        boolean password = written.has("password");
        if (user != password) {
            findings.add(
                    written.placeOf(user ? "user" : "password"),
                    Code.FOLLOW_LOGIN,
                    "kafka 的 user 和 password 要一起写；对方不要求登录时两项都不写。");
        }
        written.text("password")
                .filter(text -> !text.startsWith("${"))
                .ifPresent(plain -> findings.add(
                        written.placeOf("password"),
                        Code.PLAIN_PASSWORD,
                        "密码直接写在目录文件里，看得到目录的人都看得到它；请改写成 ${变量名}，把密码放进启动时的环境变量。"));
    }

    private void setting(Scalar line) {
        String text = line.text();
        String name = text.split("=", 2)[0].strip();
        if (!SETTING.matcher(text).matches()) {
            findings.add(
                    line.place(),
                    Code.FOLLOW_SETTING,
                    "“%s”不是一项设置；请写成 名称=值，例如 ssl.truststore.location=/etc/zhengai/kafka.p12。".formatted(text));
        } else if (NOT_TO_CHOOSE.contains(name)) {
            findings.add(line.place(), Code.FOLLOW_SETTING, "设置 %s 由本系统决定，读到哪里记在台账里；请删去这一项。".formatted(name));
        } else if (SECRET.matcher(name).find() && !text.contains("${")) {
            findings.add(
                    line.place(),
                    Code.PLAIN_PASSWORD,
                    "设置 %s 里的密码直接写在目录文件里，看得到目录的人都看得到它；请改写成 ${变量名}，把密码放进启动时的环境变量。".formatted(name));
        }
    }
}
