package cn.zhengai.server.command;

import cn.zhengai.catalogue.finding.Place;
import cn.zhengai.catalogue.node.Mapping;
import cn.zhengai.catalogue.node.Scalar;
import cn.zhengai.catalogue.yaml.YamlText;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** Who changes the catalogue, why and from when. */
public final class NoteOptions {
    @Option(names = "--author", paramLabel = "姓名", description = "谁修改的")
    private String author = "";

    @Option(names = "--reason", paramLabel = "原因", description = "为什么修改；施行日期在今天之前时必填")
    private String reason = "";

    @Option(names = "--from", paramLabel = "日期", description = "从哪一天施行，如 2026-09-01；写 always 表示自始施行；默认当天")
    private String from = "";

    /**
     * As the change note's file says it.
     *
     * @throws cn.zhengai.server.settings.Refusal when the date is none
     */
    String text() {
        if (!from.isBlank()) {
            Publish.day(from);
        }
        Place here = Place.file("options");
        Map<String, Mapping.Field> fields = new LinkedHashMap<>();
        Map<String, String> said = new LinkedHashMap<>();
        said.put("author", author);
        said.put("reason", reason);
        said.put("from", from);
        said.forEach((key, text) -> {
            if (!text.isBlank()) {
                fields.put(key, new Mapping.Field(here, new Scalar(here, text, Scalar.Kind.TEXT)));
            }
        });
        return YamlText.of(new Mapping(here, fields));
    }
}
