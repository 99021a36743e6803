package cn.zhengai.catalogue.schema;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.catalogue.node.FileKind;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SchemaCheckTest {

    private static JsonNode schema(FileKind kind) throws JsonProcessingException {
        return new ObjectMapper().readTree(SchemaCheck.text(kind));
    }

    @ParameterizedTest
    @EnumSource(FileKind.class)
    void theSchemaIsASchema(FileKind kind) throws JsonProcessingException {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        var meta = registry.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        assertThat(meta.validate(schema(kind))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(FileKind.class)
    void everyObjectRefusesUnknownKeysAndEveryFormIsExplained(FileKind kind) throws JsonProcessingException {
        List<JsonNode> all = new ArrayList<>();
        collect(schema(kind), all);
        assertThat(all)
                .filteredOn(node -> node.has("properties"))
                .isNotEmpty()
                .allMatch(node -> node.path("additionalProperties").isBoolean());
        assertThat(all)
                .filteredOn(node ->
                        node.path("pattern").isTextual() || node.path("enum").isArray())
                .isNotEmpty()
                .allMatch(node -> node.path("description").isTextual());
    }

    private static void collect(JsonNode node, List<JsonNode> into) {
        into.add(node);
        node.forEach(child -> collect(child, into));
    }
}
