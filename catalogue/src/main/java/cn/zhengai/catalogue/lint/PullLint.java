package cn.zhengai.catalogue.lint;

import cn.zhengai.catalogue.build.Declared;
import cn.zhengai.catalogue.finding.Code;
import cn.zhengai.catalogue.finding.Findings;
import cn.zhengai.catalogue.node.Mapping;
import cn.zhengai.core.catalogue.Pull;
import cn.zhengai.core.catalogue.SourceMapping;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a database is asked: a query that reads, goes on from the watermark, and gives no secret away. */
final class PullLint {
    private static final Pattern COMMENT = Pattern.compile("--[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern ORDER = Pattern.compile("\\border\\s+by\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern BIND = Pattern.compile("(?<![:\\w]):([a-zA-Z_]\\w*)");
    private static final List<String> BINDS = List.of("since_instant", "since_id", "until");

    private final List<Declared<SourceMapping>> sources;
    private final Findings findings;

    PullLint(List<Declared<SourceMapping>> sources, Findings findings) {
        this.sources = sources;
        this.findings = findings;
    }

    void check() {
        for (Declared<SourceMapping> source : sources) {
            source.value()
                    .pull()
                    .ifPresent(pull -> source.node().mapping("jdbc").ifPresent(written -> check(pull, written)));
        }
    }

    private void check(Pull pull, Mapping written) {
        if (!pull.access().url().startsWith("jdbc:")) {
            findings.add(
                    written.placeOf("url"),
                    Code.PULL_URL,
                    "“%s”不是 JDBC 网址；请写成 jdbc:postgresql://主机/库 或 jdbc:mysql://主机/库 这样的形式。"
                            .formatted(pull.access().url()));
        }
        pull.access()
                .password()
                .filter(text -> !text.startsWith("${"))
                .ifPresent(plain -> findings.add(
                        written.placeOf("password"),
                        Code.PLAIN_PASSWORD,
                        "密码直接写在目录文件里，看得到目录的人都看得到它；请改写成 ${变量名}，把密码放进启动时的环境变量。"));
        query(COMMENT.matcher(pull.query()).replaceAll(" ").strip(), written);
        if (pull.pace().overlap().compareTo(pull.pace().safetyLag()) < 0) {
            findings.add(
                    written.placeOf("overlap"),
                    Code.PULL_TIMES,
                    "overlap（每次重读的时长）比 safety-lag（等待提交的时长）还短，晚提交的行容易漏到夜间对账才发现；请把 overlap 写得更长。");
        }
    }

    private void query(String query, Mapping written) {
        String lower = query.toLowerCase(Locale.ROOT);
        if (!lower.startsWith("select") && !lower.startsWith("with")) {
            findings.add(written.placeOf("query"), Code.PULL_WRITES, "查询要以 SELECT（或 WITH）开头；这里只读业务系统的数据，不会改它。");
            return;
        }
        for (String bind : BINDS.subList(0, 2)) {
            if (!lower.contains(":" + bind)) {
                findings.add(
                        written.placeOf("query"),
                        Code.PULL_BINDS,
                        "查询里没有 :%s，每次都会把整张表再读一遍；请写 WHERE (时间列, 编号列) > (:since_instant, :since_id)。".formatted(bind));
            }
        }
        BIND.matcher(lower)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .filter(name -> !BINDS.contains(name))
                .forEach(name -> findings.add(
                        written.placeOf("query"),
                        Code.PULL_BINDS,
                        "查询里的 :%s 没有人填；可以用的只有 :since_instant、:since_id 和 :until。".formatted(name)));
        if (!ORDER.matcher(query).find()) {
            findings.add(
                    written.placeOf("query"), Code.PULL_ORDER, "查询没有 ORDER BY，行的先后不定，会漏读；请在最后写 ORDER BY 时间列, 编号列。");
        }
    }
}
