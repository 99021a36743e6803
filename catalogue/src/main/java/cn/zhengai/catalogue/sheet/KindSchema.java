package cn.zhengai.catalogue.sheet;

import cn.zhengai.catalogue.cell.ChoiceForm;
import cn.zhengai.catalogue.cell.DayForm;
import cn.zhengai.catalogue.cell.Form;
import cn.zhengai.catalogue.cell.LineForm;
import cn.zhengai.catalogue.cell.ListForm;
import cn.zhengai.catalogue.cell.NameForm;
import cn.zhengai.catalogue.cell.NumberForm;
import cn.zhengai.catalogue.cell.PatienceForm;
import cn.zhengai.catalogue.cell.TextForm;
import cn.zhengai.catalogue.cell.TruthForm;
import cn.zhengai.catalogue.cell.WholeForm;
import cn.zhengai.catalogue.node.FileKind;
import cn.zhengai.catalogue.schema.SchemaCheck;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the schema of a kind of file says about its keys. */
final class KindSchema {
    private static final Map<String, Form> BY_DEFINITION = Map.of(
            "id", new NameForm(),
            "ref", new NameForm(),
            "date", new DayForm(),
            "line", new LineForm(),
            "patience", new PatienceForm());
    private static final Map<Set<String>, Form> BY_TYPE = Map.of(
            Set.of("boolean"), new TruthForm(),
            Set.of("number"), new NumberForm(),
            Set.of("integer"), new NumberForm(),
            Set.of("string"), new TextForm(),
            Set.of("string", "number"), new TextForm());

    private final JsonNode root;
    private final Names names;

    KindSchema(FileKind kind, Names names) {
        this.names = names;
        try {
            this.root = new ObjectMapper().readTree(SchemaCheck.text(kind));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("schema of " + kind, broken);
        }
    }

    JsonNode root() {
        return root;
    }

    /** The schema of what a node refers to; the node itself when it does not refer. */
    JsonNode resolved(JsonNode schema) {
        String definition = definition(schema);
        return definition.isEmpty() ? schema : root.path("$defs").path(definition);
    }

    private static String definition(JsonNode schema) {
        return schema.path("$ref").asText("").replaceFirst("^#/\\$defs/", "");
    }

    /** Keys with their schemas, in written order; none for what is no mapping. */
    Map<String, JsonNode> keys(JsonNode schema) {
        Map<String, JsonNode> keys = new LinkedHashMap<>();
        resolved(schema).path("properties").properties().forEach(key -> keys.put(key.getKey(), key.getValue()));
        return keys;
    }

    boolean requires(JsonNode schema, String key) {
        for (JsonNode required : resolved(schema).path("required")) {
            if (required.asText().equals(key)) {
                return true;
            }
        }
        return false;
    }

    /** A mapping and nothing else, of known keys. */
    boolean isMapping(JsonNode schema) {
        return types(schema).equals(Set.of("object")) && !keys(schema).isEmpty();
    }

    boolean isListOfMappings(JsonNode schema) {
        return types(schema).equals(Set.of("array")) && isMapping(items(schema));
    }

    JsonNode items(JsonNode schema) {
        return resolved(schema).path("items");
    }

    /** The description at the key, else the one of what it refers to; may be empty. */
    String help(JsonNode schema) {
        String own = schema.path("description").asText("");
        return own.isEmpty() ? resolved(schema).path("description").asText("") : own;
    }

    private Set<String> types(JsonNode schema) {
        JsonNode type = resolved(schema).path("type");
        Set<String> types = new HashSet<>();
        if (type.isTextual()) {
            types.add(type.asText());
        }
        type.forEach(one -> types.add(one.asText()));
        return types;
    }

    Form form(JsonNode schema) {
        Form defined = BY_DEFINITION.get(definition(schema));
        if (defined != null) {
            return defined;
        }
        JsonNode resolved = resolved(schema);
        if (resolved.has("enum")) {
            return new ChoiceForm(choices(resolved.path("enum"), help(schema)));
        }
        if (types(schema).equals(Set.of("array")) && !types(items(schema)).contains("object")) {
            return new ListForm(form(items(schema)));
        }
        return BY_TYPE.getOrDefault(types(schema), new WholeForm());
    }

    /** {@code higher 越高越好、lower 越低越好} in the description gives the Chinese of the words. */
    private Map<String, String> choices(JsonNode words, String description) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (JsonNode word : words) {
            choices.put(word.asText(), chinese(word.asText(), description));
        }
        boolean alike = new HashSet<>(choices.values()).size() < choices.size();
        if (alike) {
            choices.replaceAll((word, chinese) -> word);
        }
        return choices;
    }

    private String chinese(String word, String description) {
        Matcher said = Pattern.compile("(?<![\\w-])" + Pattern.quote(word) + "[ ：:]\\s*([\\p{IsHan}÷]+)")
                .matcher(description);
        return names.ofWord(word).orElseGet(() -> said.find() ? said.group(1) : word);
    }

    /** Ways to every value below a mapping, with its schema; lists of mappings are not gone into. */
    Map<List<String>, JsonNode> values(JsonNode schema) {
        Map<List<String>, JsonNode> values = new LinkedHashMap<>();
        collect(schema, List.of(), values);
        return values;
    }

    private void collect(JsonNode schema, List<String> way, Map<List<String>, JsonNode> values) {
        keys(schema).forEach((key, value) -> {
            List<String> here = new ArrayList<>(way);
            here.add(key);
            if (isMapping(value)) {
                collect(value, here, values);
            } else if (!way.isEmpty() || !isListOfMappings(value)) {
                values.put(List.copyOf(here), value);
            }
        });
    }

    /** Whether every mapping on the way to a value must be there, and the value in it. */
    boolean requires(JsonNode schema, List<String> way) {
        JsonNode at = schema;
        for (String key : way) {
            if (!requires(at, key)) {
                return false;
            }
            at = keys(at).getOrDefault(key, at);
        }
        return true;
    }
}
