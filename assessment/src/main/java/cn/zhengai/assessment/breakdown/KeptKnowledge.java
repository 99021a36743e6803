package cn.zhengai.assessment.breakdown;

import cn.zhengai.core.reading.Knowledge;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The knowledge in a kept document ({@link AssessmentJson}). When the readings are moved to another log its places are
 * others there; everything else in the document stays letter by letter, and so does its digest, which leaves it out.
 */
public final class KeptKnowledge {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String FIELD = "knowledge";

    private KeptKnowledge() {}

    /** Empty when the document says nothing of it. */
    public static Optional<Knowledge> of(String document) {
        return span(document).map(span -> Knowledge.parse(span.text()));
    }

    /** The document with another; the same document when it says nothing of it. */
    public static String moved(String document, UnaryOperator<Knowledge> translation) {
        return span(document)
                .map(span -> document.substring(0, span.from)
                        + '"'
                        + translation.apply(Knowledge.parse(span.text())).text()
                        + '"'
                        + document.substring(span.to))
                .orElse(document);
    }

    /** Of the value, quotes included. */
    private record Span(int from, int to, String text) {}

    private static Optional<Span> span(String document) {
        try (JsonParser in = JSON.createParser(document)) {
            in.nextToken();
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String name = in.currentName();
                JsonToken value = in.nextToken();
                if (FIELD.equals(name) && value == JsonToken.VALUE_STRING) {
                    int from = (int) in.currentTokenLocation().getCharOffset();
                    String text = in.getText();
                    return Optional.of(new Span(from, document.indexOf('"', from + 1) + 1, text));
                }
                in.skipChildren();
            }
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("a kept assessment is not readable", unreadable);
        }
    }
}
