package cn.zhengai.storage.influxdb.client;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reads an answer in JSON as it comes, one document a chunk; nothing is held but one row. Errors of statements, which come
 * with status 200, and an end before the last chunk are troubles.
 */
final class Answer {
    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamReadFeature.AUTO_CLOSE_SOURCE).build();

    private final JsonParser parser;
    private final Consumer<Row> sink;
    private final Row row = new Row();
    private boolean more;

    private Answer(JsonParser parser, Consumer<Row> sink) {
        this.parser = parser;
        this.sink = sink;
    }

    static void read(InputStream from, Consumer<Row> sink) throws IOException {
        try (JsonParser parser = JSON.createParser(from)) {
            Answer answer = new Answer(parser, sink);
            boolean any = false;
            while (parser.nextToken() != null) {
                answer.document();
                any = true;
            }
            if (answer.more || !any) {
                throw new IOException("the answer ended before its end");
            }
        }
    }

    private void document() throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            switch (member()) {
                case "results" -> each(this::result);
                case "error" -> throw Failures.statement(parser.getText());
                default -> parser.skipChildren();
            }
        }
    }

    private void result() throws IOException {
        more = false;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            switch (member()) {
                case "series" -> each(this::series);
                case "error" -> throw Failures.statement(parser.getText());
                case "partial" -> more = parser.getBooleanValue();
                default -> parser.skipChildren();
            }
        }
    }

    /** InfluxDB writes name, tags and columns before values. */
    private void series() throws IOException {
        String name = "";
        Map<String, String> tags = Map.of();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            switch (member()) {
                case "name" -> name = parser.getText();
                case "tags" -> tags = tags();
                case "columns" -> row.series(name, tags, texts());
                case "values" -> each(this::values);
                default -> parser.skipChildren();
            }
        }
    }

    private void values() throws IOException {
        row.clear();
        int column = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (column >= row.width()) {
                throw new IOException("a row is longer than its head");
            }
            if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
                row.set(column, parser.getLongValue());
            } else if (parser.currentToken() != JsonToken.VALUE_NULL) {
                row.set(column, parser.getText(), parser.currentToken());
            }
            column++;
        }
        sink.accept(row);
    }

    private Map<String, String> tags() throws IOException {
        Map<String, String> tags = new HashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = member();
            tags.put(name, parser.getText());
        }
        return tags;
    }

    private List<String> texts() throws IOException {
        List<String> texts = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            texts.add(parser.getText());
        }
        return texts;
    }

    /** The name at hand; its value is then the current token. */
    private String member() throws IOException {
        String name = parser.currentName();
        if (parser.nextToken() == null) {
            throw new IOException("the answer ended before its end");
        }
        return name;
    }

    private void each(Part part) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == null) {
                throw new IOException("the answer ended before its end");
            }
            part.read();
        }
    }

    @FunctionalInterface
    private interface Part {
        void read() throws IOException;
    }
}
