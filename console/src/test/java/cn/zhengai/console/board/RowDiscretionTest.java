package cn.zhengai.console.board;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.console.sample.SampleCollege;
import cn.zhengai.core.reading.BatchHead;
import cn.zhengai.core.reading.Reason;
import cn.zhengai.core.reading.Rejection;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rejected rows are shown as they came, except where a person may be meant. */
class RowDiscretionTest {
    @TempDir
    Path folder;

    private boolean shown(boolean open, String raw) {
        BatchHead head = new BatchHead("b", "jw", Instant.EPOCH, false);
        return new RowDiscretion(SampleCollege.silent(folder).catalogue, new Discretion(open))
                .shows(new Rejection(head, 1, Reason.UNKNOWN_SUBJECT, "请核对。", raw));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"point\":\"course.attendance\",\"subject\":\"c99\",\"value\":95}",
                "course.attendance,subject=c99 value=95",
                "course.marking;c3;x1;2026-03-01",
                "course.marking,rs12,2026-03-01",
                "学生签到率,c3,112"
            })
    void shown(String raw) {
        assertThat(shown(false, raw)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "c3,112",
                "nothing.known,c3,112",
                "student.credits,2026010101,112",
                "{\"point\":\"course.attendance\",\"subject\":\"s12\",\"value\":95}",
                "course.attendance,c3,教师甲7",
                "course.attendance,c3,t7",
                "course.attendance,c3,学期平均学分"
            })
    void withheld(String raw) {
        assertThat(shown(false, raw)).isFalse();
        assertThat(shown(true, raw)).isTrue();
    }

    @Test
    void whatIsSaidOfARowCountsToo() {
        BatchHead head = new BatchHead("b", "jw", Instant.EPOCH, false);
        var look = new RowDiscretion(SampleCollege.silent(folder).catalogue, new Discretion(false));
        assertThat(look.shows(
                        new Rejection(head, 1, Reason.UNKNOWN_SUBJECT, "诊改主体“s99”未登记，是否应为“s9”？", "course.marking,s99")))
                .isFalse();
    }
}
