package cn.zhengai.messaging.kafka.announce;

import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.Subject;
import cn.zhengai.core.measure.Micros;
import cn.zhengai.core.warning.Fact;
import cn.zhengai.core.warning.Warning;
import cn.zhengai.core.warning.WarningKind;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * A fact as one flat JSON object. What speaks about a person says neither who nor how much nor which page, and goes by
 * another id ({@link Pseudonyms}); what the catalogue does not know counts as a person. Who acknowledged, and with what
 * words, is in no record.
 */
final class Announcement {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String PAGE = "/warnings/";

    private final String baseUrl;
    private final Pseudonyms pseudonyms;

    Announcement(String baseUrl, Pseudonyms pseudonyms) {
        this.baseUrl = baseUrl.endsWith("/") ? baseUrl.substring(0, baseUrl.length() - 1) : baseUrl;
        this.pseudonyms = pseudonyms;
    }

    /** The warning's id, as {@link #value} gives it. */
    byte[] key(Fact fact, Catalogue catalogue) {
        return id(fact.warning(), catalogue).getBytes(StandardCharsets.UTF_8);
    }

    byte[] value(Fact fact, Catalogue catalogue) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeNumberField("number", fact.number());
            json.writeStringField("step", fact.step().name());
            time(json, "knownAt", fact.recordedAt());
            json.writeBooleanField("tell", fact.tell());
            warning(json, fact.warning(), catalogue);
            about(json, fact.warning(), catalogue);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory", impossible);
        }
        return bytes.toByteArray();
    }

    private void warning(JsonGenerator json, Warning warning, Catalogue catalogue) throws IOException {
        json.writeStringField("warning", id(warning, catalogue));
        json.writeStringField("kind", warning.kind().name());
        json.writeStringField("severity", warning.severity().name());
        json.writeStringField("status", warning.status().name());
        time(json, "firstAt", warning.firstAt());
        time(json, "raisedAt", warning.raisedAt());
        if (warning.clearedAt().isPresent()) {
            time(json, "clearedAt", warning.clearedAt().get());
        }
        json.writeBooleanField("acknowledged", warning.acknowledgement().isPresent());
    }

    private void about(JsonGenerator json, Warning warning, Catalogue catalogue) throws IOException {
        if (!warning.point().equals(Warning.WHOLE_SOURCE)) {
            point(json, warning.point(), catalogue.point(warning.point()));
        }
        Optional<String> source = warning.source();
        if (source.isPresent()) {
            json.writeStringField("source", source.get());
        }
        boolean open = !personal(warning, catalogue);
        if (open && source.isEmpty()) {
            subject(json, warning.subject(), catalogue);
        }
        if (warning.kind() == WarningKind.NO_DATA) {
            json.writeNumberField("silentSeries", Math.floorDiv(warning.raisedValue(), 2L) / Micros.ONE);
        } else if (open) {
            json.writeStringField("value", Micros.text(Math.floorDiv(warning.raisedValue(), 2L)));
        }
        if (open) {
            json.writeStringField("link", baseUrl + PAGE + warning.id());
        }
    }

    private static void point(JsonGenerator json, String id, Optional<ControlPoint> known) throws IOException {
        json.writeStringField("point", id);
        if (known.isPresent()) {
            json.writeStringField("pointName", known.get().name());
            json.writeStringField("level", known.get().level().name());
            json.writeStringField("unit", known.get().unit().symbol());
        }
    }

    private static void subject(JsonGenerator json, String id, Catalogue catalogue) throws IOException {
        json.writeStringField("subject", id);
        json.writeStringField(
                "subjectName", catalogue.subject(id).map(Subject::name).orElse(id));
    }

    private String id(Warning warning, Catalogue catalogue) {
        return personal(warning, catalogue) ? pseudonyms.of(warning.id()) : warning.id();
    }

    private static boolean personal(Warning warning, Catalogue catalogue) {
        if (warning.source().isPresent()) {
            return false;
        }
        return catalogue.point(warning.point()).map(p -> p.level().personal()).orElse(true)
                || catalogue
                        .subject(warning.subject())
                        .map(s -> s.level().personal())
                        .orElse(true);
    }

    private static void time(JsonGenerator json, String name, Instant at) throws IOException {
        json.writeStringField(name, at.toString());
    }
}
