package cn.zhengai.catalogue.schema;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.catalogue.CatalogueFolder;
import cn.zhengai.catalogue.StarterCatalogue;
import cn.zhengai.catalogue.finding.Findings;
import cn.zhengai.catalogue.node.Document;
import cn.zhengai.catalogue.node.Mapping;
import cn.zhengai.catalogue.node.Node;
import cn.zhengai.catalogue.node.Scalar;
import cn.zhengai.catalogue.node.Sequence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The quick look at a document never hides what the schema refuses. */
class ShapeTest {
    private static final int EDITS = 150;
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\n",
            "P3D",
            "P3D\n",
            "PT",
            "P",
            "2026-01-31",
            "2026-01-31\n",
            "x y",
            "a/b",
            "higher",
            "daily",
            "甲",
            "true",
            "7");
    private static final List<String> NUMBERS = List.of("0", "1", "-1", "1.0", "0.5", "1e3", "1000001", "20000", "5.");

    @TempDir
    Path folder;

    private List<Document> documents = List.of();

    @BeforeEach
    void starter() throws IOException {
        StarterCatalogue.unpackTo(folder);
        documents = CatalogueFolder.documents(folder).documents();
    }

    @Test
    void theStarterCatalogueIsSoundAtOnce() {
        assertThat(documents)
                .isNotEmpty()
                .allMatch(document -> Shape.of(document.kind()).holds(document));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void sameFindingsAsTheFullCheck(long seed) {
        Random random = new Random(seed);
        SchemaCheck check = new SchemaCheck();
        int refused = 0;
        for (int i = 0; i < EDITS; i++) {
            Document sound = documents.get(random.nextInt(documents.size()));
            Node root = sound.root();
            for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
                root = edited(root, random);
            }
            Findings quick = new Findings();
            check.check(new Document(sound.file(), sound.kind(), root), quick);
            Findings full = new Findings();
            check.check(sound.kind(), root, full);
            assertThat(quick.sorted()).as(root.toString()).isEqualTo(full.sorted());
            refused += full.hasErrors() ? 1 : 0;
        }
        assertThat(refused).isBetween(EDITS / 3, EDITS - 1);
    }

    private static Node edited(Node node, Random random) {
        boolean here = random.nextInt(6) == 0;
        if (node instanceof Mapping mapping && !mapping.fields().isEmpty() && !here) {
            return below(mapping, random);
        }
        if (node instanceof Sequence sequence && !sequence.items().isEmpty() && !here) {
            List<Node> items = new ArrayList<>(sequence.items());
            int at = random.nextInt(items.size());
            if (random.nextInt(10) == 0) {
                items.remove(at);
            } else {
                items.set(at, edited(items.get(at), random));
            }
            return new Sequence(sequence.place(), items);
        }
        return other(node, random);
    }

    private static Node below(Mapping mapping, Random random) {
        Map<String, Mapping.Field> fields = new LinkedHashMap<>(mapping.fields());
        List<String> keys = List.copyOf(fields.keySet());
        String key = keys.get(random.nextInt(keys.size()));
        Mapping.Field field = mapping.fields().get(key);
        assertThat(field).isNotNull();
        switch (random.nextInt(12)) {
            case 0 -> fields.remove(key);
            case 1 -> fields.put(key + "s", field);
            case 2 -> fields.put("hold", new Mapping.Field(field.key(), other(field.value(), random)));
            default -> fields.put(key, new Mapping.Field(field.key(), edited(field.value(), random)));
        }
        return new Mapping(mapping.place(), fields);
    }

    private static Node other(Node node, Random random) {
        return switch (random.nextInt(7)) {
            case 0 -> new Scalar(node.place(), NUMBERS.get(random.nextInt(NUMBERS.size())), Scalar.Kind.NUMBER);
            case 1 -> new Scalar(node.place(), "true", Scalar.Kind.TRUTH);
            case 2 -> new Scalar(node.place(), "", Scalar.Kind.NOTHING);
            case 3 -> new Sequence(node.place(), random.nextBoolean() ? List.of() : List.of(node));
            case 4 ->
                new Mapping(
                        node.place(),
                        random.nextBoolean() ? Map.of() : Map.of("readings", new Mapping.Field(node.place(), node)));
            default -> new Scalar(node.place(), TEXTS.get(random.nextInt(TEXTS.size())), Scalar.Kind.TEXT);
        };
    }
}
