package cn.zhengai.catalogue.yaml;

import cn.zhengai.catalogue.node.Mapping;
import cn.zhengai.catalogue.node.Node;
import cn.zhengai.catalogue.node.Scalar;
import cn.zhengai.catalogue.node.Sequence;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;

/** Writes a node tree as the text of a YAML file; {@link YamlFile} reads the same tree from it. */
public final class YamlText {
    private static final YAMLFactory YAML = YAMLFactory.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
            .build();

    private YamlText() {}

    public static String of(Node root) {
        StringWriter text = new StringWriter();
        try (YAMLGenerator to = YAML.createGenerator(text)) {
            write(root, to);
        } catch (IOException impossible) {
            throw new IllegalStateException("a text in memory cannot fail to be written", impossible);
        }
        return text.toString();
    }

    private static void write(Node node, YAMLGenerator to) throws IOException {
        if (node instanceof Mapping mapping) {
            to.writeStartObject();
            for (Map.Entry<String, Mapping.Field> field : mapping.fields().entrySet()) {
                to.writeFieldName(field.getKey());
                write(field.getValue().value(), to);
            }
            to.writeEndObject();
        } else if (node instanceof Sequence sequence) {
            to.writeStartArray();
            for (Node item : sequence.items()) {
                write(item, to);
            }
            to.writeEndArray();
        } else {
            write((Scalar) node, to);
        }
    }

    private static void write(Scalar scalar, YAMLGenerator to) throws IOException {
        switch (scalar.kind()) {
            case TEXT -> to.writeString(scalar.text());
            case NUMBER -> to.writeNumber(scalar.text());
            case TRUTH -> to.writeBoolean(scalar.text().equals("true"));
            case NOTHING -> to.writeNull();
        }
    }
}
