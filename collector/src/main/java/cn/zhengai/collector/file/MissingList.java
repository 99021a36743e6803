package cn.zhengai.collector.file;

import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.Subject;
import cn.zhengai.core.measure.Micros;
import cn.zhengai.core.reading.Logged;
import cn.zhengai.core.reading.Reading;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** What a new version of a file left out, as a CSV file that Excel opens (UTF-8 with its mark). */
final class MissingList {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final String[] HEADER = {"质控点编号", "质控点", "主体编号", "主体", "时间", "有效值", "分子", "分母", "批次", "行号"};

    private MissingList() {}

    static void write(List<Logged> readings, Catalogue catalogue, Path to) throws IOException {
        try (Writer out = Files.newBufferedWriter(to, StandardCharsets.UTF_8);
                CsvWriter csv = CsvWriter.builder().build(out)) {
            out.write('\ufeff');
            csv.writeRecord(HEADER);
            for (Logged one : readings) {
                csv.writeRecord(line(one, catalogue));
            }
        }
    }

    private static String[] line(Logged one, Catalogue catalogue) {
        Reading reading = one.reading();
        String point = reading.series().point();
        String subject = reading.series().subject();
        return new String[] {
            point,
            catalogue.point(point).map(ControlPoint::name).orElse(""),
            subject,
            catalogue.subject(subject).map(Subject::name).orElse(""),
            TIME.format(Instant.ofEpochMilli(reading.at()).atZone(catalogue.zone())),
            Micros.toDecimal(Math.floorDiv(reading.position(), 2L)).toPlainString(),
            reading.isRatio() ? Micros.toDecimal(reading.numerator()).toPlainString() : "",
            reading.isRatio() ? Micros.toDecimal(reading.denominator()).toPlainString() : "",
            one.head().id(),
            Integer.toString(reading.row())
        };
    }
}
