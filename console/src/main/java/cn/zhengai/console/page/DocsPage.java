package cn.zhengai.console.page;

import cn.zhengai.console.http.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The contract of the API as a page. */
public record DocsPage(Frame frame, String description, List<Group> groups) {

    /** Operations of one tag. */
    public record Group(String name, List<Operation> operations) {}

    /** One way to call. */
    public record Operation(
            String method,
            String path,
            String summary,
            String description,
            List<Parameter> parameters,
            List<Answer> answers) {}

    /** One parameter. */
    public record Parameter(String name, String in, boolean required, String description) {}

    /** One answer. */
    public record Answer(String status, String description) {}

    static DocsPage of(Frame frame) {
        JsonNode contract = read();
        List<Group> groups = new ArrayList<>();
        for (JsonNode tag : contract.path("tags")) {
            String name = tag.path("name").asText();
            groups.add(new Group(name, operations(contract, name)));
        }
        return new DocsPage(frame, contract.path("info").path("description").asText(), groups);
    }

    private static JsonNode read() {
        try (InputStream in = DocsPage.class.getResourceAsStream("/cn/zhengai/console/openapi.json")) {
            if (in == null) {
                throw new IllegalStateException("openapi.json is not on the class path");
            }
            return Json.read(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        List<Parameter> parameters = new ArrayList<>();
        for (JsonNode given : operation.path("parameters")) {
            JsonNode p = resolved(contract, given);
            parameters.add(new Parameter(
                    p.path("name").asText(),
                    p.path("in").asText(),
                    p.path("required").asBoolean(),
                    p.path("description").asText()));
        }
        List<Answer> answers = new ArrayList<>();
        operation
                .path("responses")
                .properties()
                .forEach(a -> answers.add(new Answer(
                        a.getKey(),
                        resolved(contract, a.getValue()).path("description").asText())));
        return new Operation(
                method.toUpperCase(Locale.ROOT),
                path,
                operation.path("summary").asText(),
                operation.path("description").asText(),
                parameters,
                answers);
    }

    private static JsonNode resolved(JsonNode contract, JsonNode node) {
        String ref = node.path("$ref").asText();
        return ref.isEmpty() ? node : contract.at(ref.substring(1));
    }
}
