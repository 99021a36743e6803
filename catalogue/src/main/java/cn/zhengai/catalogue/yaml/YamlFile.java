package cn.zhengai.catalogue.yaml;

import cn.zhengai.catalogue.finding.Code;
import cn.zhengai.catalogue.finding.Findings;
import cn.zhengai.catalogue.finding.Place;
import cn.zhengai.catalogue.node.Mapping;
import cn.zhengai.catalogue.node.Node;
import cn.zhengai.catalogue.node.Scalar;
import cn.zhengai.catalogue.node.Sequence;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Reads the text of one YAML file into a node tree. A key that stands twice is reported and its first value kept. */
public final class YamlFile {
    private static final int LARGEST_TEXT = 256 * 1024 * 1024;
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d{1,2})?");

    private final String file;
    private final Findings findings;
    private final YAMLParser parser;

    private YamlFile(String file, Findings findings, YAMLParser parser) {
        this.file = file;
        this.findings = findings;
        this.parser = parser;
    }

    /** The tree; empty, with a finding, when the text is not one YAML document. */
    public static Optional<Node> read(String file, String text, Findings findings) {
        LoaderOptions limits = new LoaderOptions();
        limits.setCodePointLimit(LARGEST_TEXT);
        YAMLFactory factory = YAMLFactory.builder()
                .loaderOptions(limits)
                .enable(YAMLParser.Feature.EMPTY_STRING_AS_NULL)
                .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS)
                .build();
        try (YAMLParser parser = factory.createParser(text)) {
            return new YamlFile(file, findings, parser).document();
        } catch (JsonProcessingException refused) {
            findings.add(place(file, refused), SyntaxFault.code(refused), SyntaxFault.sentence(refused));
            return Optional.empty();
        } catch (IOException impossible) {
            throw new IllegalStateException("a text in memory cannot fail to be read", impossible);
        }
    }

    private Optional<Node> document() throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null || first == JsonToken.VALUE_NULL) {
            findings.add(Place.file(file), Code.EMPTY_FILE, "文件是空的；请写入内容，不需要时删除这个文件。");
            return Optional.empty();
        }
        Node root = node(first);
        if (parser.nextToken() != null) {
            findings.add(here(), Code.YAML_SYNTAX, "一个文件只能有一份文档；请删去中间的分隔线 ---，或把后面的内容移到另一个文件。");
        }
        return Optional.of(root);
    }

    private Node node(JsonToken token) throws IOException {
        Place place = here();
        if (parser.isCurrentAlias() || parser.getObjectId() != null) {
            findings.add(place, Code.YAML_ALIAS, "目录文件不支持 YAML 的锚点（&）和引用（*）；请把内容直接写在这里，普通文字以这两个符号开头时要加引号。");
        }
        return switch (token) {
            case START_OBJECT -> mapping(place);
            case START_ARRAY -> sequence(place);
            case VALUE_NULL -> new Scalar(place, "", Scalar.Kind.NOTHING);
            case VALUE_TRUE, VALUE_FALSE ->
                new Scalar(place, token == JsonToken.VALUE_TRUE ? "true" : "false", Scalar.Kind.TRUTH);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(place, parser.getText());
            default -> new Scalar(place, parser.getText(), Scalar.Kind.TEXT);
        };
    }

    private static Scalar number(Place place, String text) {
        boolean plain = NUMBER.matcher(text).matches();
        return new Scalar(place, text, plain ? Scalar.Kind.NUMBER : Scalar.Kind.TEXT);
    }

    private Sequence sequence(Place place) throws IOException {
        List<Node> items = new ArrayList<>();
        for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
            items.add(node(next));
        }
        return new Sequence(place, items);
    }

    private Mapping mapping(Place place) throws IOException {
        Map<String, Mapping.Field> fields = new LinkedHashMap<>();
        for (JsonToken next = parser.nextToken(); next != JsonToken.END_OBJECT; next = parser.nextToken()) {
            String key = parser.currentName();
            Place keyPlace = here();
            Mapping.Field earlier = fields.get(key);
            if (earlier != null) {
                findings.add(
                        keyPlace,
                        Code.DUPLICATE_KEY,
                        "键 %s 在同一处写了两次，第一次在第 %s 行；请删去一个。"
                                .formatted(key, earlier.key().line()));
            }
            Node value = node(parser.nextToken());
            fields.putIfAbsent(key, new Mapping.Field(keyPlace, value));
        }
        return new Mapping(place, fields);
    }

    private Place here() {
        return place(file, parser.currentTokenLocation());
    }

    /** Where the parser stumbled; only the cause knows it exactly. */
    private static Place place(String file, JsonProcessingException refused) {
        return refused.getCause() instanceof MarkedYAMLException marked && marked.getProblemMark() != null
                ? new Place(
                        file,
                        marked.getProblemMark().getLine() + 1,
                        marked.getProblemMark().getColumn() + 1)
                : place(file, refused.getLocation());
    }

    private static Place place(String file, JsonLocation at) {
        return new Place(file, Math.max(1, at.getLineNr()), Math.max(1, at.getColumnNr()));
    }
}
