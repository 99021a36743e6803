package cn.zhengai.console.docs;

import cn.zhengai.console.http.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the contract says, in the order it says it. */
public record Contract(String description, List<Group> groups) {

    /** Operations of one tag. */
    public record Group(String name, List<Operation> operations) {}

    /** One way to call. */
    public record Operation(
            String method,
            String path,
            String summary,
            String description,
            List<Parameter> parameters,
            List<Body> requests,
            List<Answer> answers) {}

    /**
     * One parameter.
     *
     * @param in where it stands, Chinese
     * @param kind of its values: a type, or the values themselves; empty when the contract says nothing
     */
    public record Parameter(String name, String in, boolean required, String kind, String description) {}

    /** What is sent or answered. */
    public record Body(String mediaType, String example) {}

    /** One answer. */
    public record Answer(String status, String description, List<Body> bodies) {}

    /** Reads the contract that is shipped. */
    public static Contract read() {
        try (InputStream in = Contract.class.getResourceAsStream("/cn/zhengai/console/openapi.json")) {
            if (in == null) {
                throw new IllegalStateException("openapi.json is not on the class path");
            }
            return of(Json.read(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Contract of(JsonNode contract) {
        List<Group> groups = new ArrayList<>();
        for (JsonNode tag : contract.path("tags")) {
            String name = tag.path("name").asText();
            groups.add(new Group(name, operations(contract, name)));
        }
        return new Contract(contract.path("info").path("description").asText(), groups);
    }

    private static List<Operation> operations(JsonNode contract, String tag) {
        List<Operation> operations = new ArrayList<>();
        contract.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    JsonNode operation = method.getValue();
                    if (operation.path("tags").path(0).asText().equals(tag)) {
                        operations.add(operation(contract, method.getKey(), path.getKey(), operation));
                    }
                }));
        return operations;
    }

    private static Operation operation(JsonNode contract, String method, String path, JsonNode operation) {
        SchemaExample examples = new SchemaExample(contract);
        List<Parameter> parameters = new ArrayList<>();
        operation.path("parameters").forEach(p -> parameters.add(parameter(examples.resolved(p))));
        List<Answer> answers = new ArrayList<>();
        operation.path("responses").properties().forEach(a -> {
            JsonNode answer = examples.resolved(a.getValue());
            answers.add(new Answer(
                    a.getKey(), answer.path("description").asText(), bodies(answer.path("content"), examples)));
        });
        return new Operation(
                method.toUpperCase(Locale.ROOT),
                path,
                operation.path("summary").asText(),
                operation.path("description").asText(),
                parameters,
                bodies(examples.resolved(operation.path("requestBody")).path("content"), examples),
                answers);
    }

    private static Parameter parameter(JsonNode p) {
        JsonNode schema = p.path("schema");
        List<String> values = new ArrayList<>();
        schema.path("enum").forEach(v -> values.add(v.asText()));
        return new Parameter(
                p.path("name").asText(),
                switch (p.path("in").asText()) {
                    case "path" -> "路径";
                    case "header" -> "请求头";
                    default -> "查询参数";
                },
                p.path("required").asBoolean(),
                values.isEmpty() ? kind(schema.path("type").asText()) : String.join("、", values),
                p.path("description").asText());
    }

    private static String kind(String type) {
        return switch (type) {
            case "integer" -> "整数";
            case "number" -> "数";
            case "boolean" -> "true 或 false";
            case "string" -> "文字";
            default -> "";
        };
    }

    private static List<Body> bodies(JsonNode content, SchemaExample examples) {
        List<Body> bodies = new ArrayList<>();
        content.properties().forEach(media -> bodies.add(new Body(media.getKey(), examples.of(media.getValue()))));
        return bodies;
    }
}
