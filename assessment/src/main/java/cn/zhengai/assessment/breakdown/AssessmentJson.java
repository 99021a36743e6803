package cn.zhengai.assessment.breakdown;

import cn.zhengai.assessment.grade.Shown;
import cn.zhengai.core.measure.Fraction;
import cn.zhengai.core.reading.Knowledge;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The JSON form of an assessment. A figure is {@code {"exact":"2/3","shown":"0.66"}}: the first is read back, the second
 * is cut to two decimals for people. What is absent is {@code null}, except that a document without {@code knowledge} says
 * nothing of it; instants are ISO 8601 in UTC. {@code running} is the day up to which the result of a running cycle speaks;
 * it follows from the rest and is not read back.
 */
public final class AssessmentJson {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule()
                    .addSerializer(new FractionWriter())
                    .addDeserializer(Fraction.class, new FractionReader())
                    .addSerializer(new KnowledgeWriter())
                    .addDeserializer(Knowledge.class, new KnowledgeReader()))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .build();

    private static final ObjectMapper SHOWN = MAPPER.copy().addMixIn(CollegeAssessment.class, Running.class);

    private AssessmentJson() {}

    private interface Running {
        @JsonProperty("running")
        Optional<LocalDate> running();
    }

    /** One line. */
    public static String text(CollegeAssessment assessment) {
        try {
            return SHOWN.writeValueAsString(assessment);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("an assessment has a JSON form", unwritable);
        }
    }

    /** As {@link #text} in UTF-8; does not close the stream. */
    public static void write(CollegeAssessment assessment, OutputStream out) throws IOException {
        write(SHOWN, assessment, out);
    }

    /** As {@link #write}, without what follows from the rest. */
    static void writeForDigest(CollegeAssessment assessment, OutputStream out) throws IOException {
        write(MAPPER, assessment, out);
    }

    private static void write(ObjectMapper mapper, CollegeAssessment assessment, OutputStream out) throws IOException {
        mapper.writer().without(JsonGenerator.Feature.AUTO_CLOSE_TARGET).writeValue(out, assessment);
    }

    /**
     * The inverse of {@link #text}.
     *
     * @throws JsonProcessingException when the text is no assessment
     */
    public static CollegeAssessment parse(String text) throws JsonProcessingException {
        return MAPPER.readValue(text, CollegeAssessment.class);
    }

    private static final class FractionWriter extends StdSerializer<Fraction> {
        private static final long serialVersionUID = 1L;

        FractionWriter() {
            super(Fraction.class);
        }

        @Override
        public void serialize(Fraction value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeStartObject();
            out.writeStringField("exact", value.toString());
            out.writeStringField("shown", Shown.percent(value));
            out.writeEndObject();
        }
    }

    private static final class FractionReader extends StdDeserializer<Fraction> {
        private static final long serialVersionUID = 1L;

        FractionReader() {
            super(Fraction.class);
        }

        @Override
        public Fraction deserialize(JsonParser in, DeserializationContext context) throws IOException {
            JsonNode node = in.readValueAsTree();
            return Fraction.parse(node.path("exact").asText());
        }
    }

    private static final class KnowledgeWriter extends StdSerializer<Knowledge> {
        private static final long serialVersionUID = 1L;

        KnowledgeWriter() {
            super(Knowledge.class);
        }

        @Override
        public void serialize(Knowledge value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(value.text());
        }
    }

    private static final class KnowledgeReader extends StdDeserializer<Knowledge> {
        private static final long serialVersionUID = 1L;

        KnowledgeReader() {
            super(Knowledge.class);
        }

        @Override
        public Knowledge deserialize(JsonParser in, DeserializationContext context) throws IOException {
            try {
                return Knowledge.parse(in.getValueAsString(""));
            } catch (IllegalArgumentException unreadable) {
                throw context.weirdStringException(in.getValueAsString(""), Knowledge.class, "no place in a log");
            }
        }
    }
}
