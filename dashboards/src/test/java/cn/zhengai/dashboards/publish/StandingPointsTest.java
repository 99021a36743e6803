package cn.zhengai.dashboards.publish;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengai.core.catalogue.LinesBook;
import cn.zhengai.core.reading.Reading;
import cn.zhengai.dashboards.point.FieldValue;
import cn.zhengai.dashboards.point.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

class StandingPointsTest {
    private final StandingPoints points =
            new StandingPoints(new LinesBook(SmallCollege.of(List.of(6))), path -> "https://zg.example" + path);

    @Test
    void aReadingStandsWithItsBandAndLines() {
        Point point = points.of(SmallCollege.reading(SmallCollege.COURSE_POINT, "c1", 96))
                .get(0);
        assertThat(point.tags()).containsEntry("scope", ":root:d0:").containsEntry("subject_name", "名 c1");
        assertThat(point.fields())
                .containsEntry("band", new FieldValue.Whole(3))
                .containsEntry("value", new FieldValue.Decimal(96))
                .containsEntry("target", new FieldValue.Decimal(98))
                .containsEntry("standard", new FieldValue.Decimal(95))
                .containsEntry("warning", new FieldValue.Decimal(90));
    }

    @Test
    void theNewestIsAlsoWhatStandsNow() {
        List<Point> both = points.newest(SmallCollege.reading(SmallCollege.COURSE_POINT, "c1", 96));
        assertThat(both).hasSize(2);
        assertThat(both.get(1).nanos()).isZero();
        assertThat(both.get(1).fields())
                .containsEntry("value_text", new FieldValue.Text("96%"))
                .containsEntry("standard_text", new FieldValue.Text("≥ 95%"))
                .containsEntry("link", new FieldValue.Text("https://zg.example/series/course.attendance/c1"));
    }

    @Test
    void whatIsGoneIsSaidToBe() {
        Reading reading = SmallCollege.reading(SmallCollege.COURSE_POINT, "c1", 96);
        assertThat(points.newest(reading).get(1).fields()).containsEntry("active", new FieldValue.Truth(true));
        assertThat(points.gone(reading)).hasSize(1);
        assertThat(points.gone(reading).get(0).fields()).containsEntry("active", new FieldValue.Truth(false));
        assertThat(points.gone(reading).get(0).tags())
                .isEqualTo(points.newest(reading).get(1).tags());
    }

    @Test
    void ofPersonsAndOfTheUnknownNothingIsSaid() {
        assertThat(points.of(SmallCollege.reading(SmallCollege.STUDENT_POINT, "s0-0", 96)))
                .isEmpty();
        assertThat(points.of(SmallCollege.reading(SmallCollege.COURSE_POINT, "s0-0", 96)))
                .isEmpty();
        assertThat(points.of(SmallCollege.reading("other", "c1", 96))).isEmpty();
        assertThat(points.points()).containsExactly(SmallCollege.COURSE_POINT);
    }
}
