package cn.zhengai.catalogue.schema;

import cn.zhengai.catalogue.finding.Code;
import cn.zhengai.catalogue.finding.Findings;
import cn.zhengai.catalogue.finding.Place;
import cn.zhengai.catalogue.node.Document;
import cn.zhengai.catalogue.node.FileKind;
import cn.zhengai.catalogue.node.Mapping;
import cn.zhengai.catalogue.node.Node;
import cn.zhengai.catalogue.node.Sequence;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;

/** Holds documents against the JSON Schema of their kind (draft 2020-12, {@code schema/*.schema.json}). */
public final class SchemaCheck {
    private final Map<FileKind, Schema> schemas = new EnumMap<>(FileKind.class);
    private final Map<FileKind, Shape> shapes = new EnumMap<>(FileKind.class);

    /** Text of the schema of a kind of file, as shipped for editors. */
    public static String text(FileKind kind) {
        try (InputStream in = FileKind.class.getResourceAsStream("/cn/zhengai/catalogue/schema/" + kind.schema())) {
            if (in == null) {
                throw new IllegalStateException("schema not packed: " + kind.schema());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Reports everything the schema refuses, each at its own place. */
    public void check(Document document, Findings findings) {
        Shape shape = shapes.computeIfAbsent(document.kind(), Shape::of);
        if (!shape.holds(document)) {
            check(document.kind(), shape.doubtful(document), findings);
        }
    }

    /** As {@link #check(Document, Findings)}, without asking first what is sound. */
    void check(FileKind kind, Node root, Findings findings) {
        Schema schema = schemas.computeIfAbsent(kind, known -> registry().getSchema(text(known), InputFormat.JSON));
        for (Error error : schema.validate(TreeAsJson.of(root))) {
            Node at = locate(root, error.getInstanceLocation());
            Fault fault = new Fault(error, at, schema.getSchemaNode());
            Code code = fault.code();
            findings.add(place(at, code, error), code, fault.sentence());
        }
    }

    /** Made for each kind that has a fault: the library is not loaded for a catalogue without. */
    private static SchemaRegistry registry() {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    }

    private static Place place(Node at, Code code, Error error) {
        if (code == Code.UNKNOWN_KEY && at instanceof Mapping mapping) {
            Mapping.Field field = mapping.fields().get(error.getProperty());
            return field == null ? at.place() : field.key();
        }
        return at.place();
    }

    private static Node locate(Node root, NodePath path) {
        Node at = root;
        for (int i = 0; i < path.getNameCount(); i++) {
            at = step(at, path.getElement(i));
        }
        return at;
    }

    private static Node step(Node from, Object element) {
        if (from instanceof Sequence sequence && element instanceof Number index) {
            return sequence.items().get(index.intValue());
        }
        return from instanceof Mapping mapping ? mapping.get(element.toString()).orElse(from) : from;
    }
}
