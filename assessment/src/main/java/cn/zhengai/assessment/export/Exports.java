package cn.zhengai.assessment.export;

import cn.zhengai.assessment.breakdown.AssessmentJson;
import cn.zhengai.assessment.breakdown.CollegeAssessment;
import java.io.IOException;
import java.io.OutputStream;

/** Writes an assessment to a stream. */
public final class Exports {
    private Exports() {}

    /**
     * Writes and flushes; does not close the stream.
     *
     * <p>xlsx: grades, goals, subjects and where they come from, one sheet each. csv: the list of grades, UTF-8 with BOM.
     * json: everything, as {@link AssessmentJson}.
     *
     * @throws IOException as the stream throws it
     */
    public static void write(CollegeAssessment assessment, Format format, OutputStream out) throws IOException {
        switch (format) {
            case XLSX -> new AssessmentWorkbook(assessment).write(out);
            case CSV -> GradeList.write(assessment, out);
            case JSON -> AssessmentJson.write(assessment, out);
        }
        out.flush();
    }
}
