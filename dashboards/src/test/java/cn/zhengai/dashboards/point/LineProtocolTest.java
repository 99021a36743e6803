package cn.zhengai.dashboards.point;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengai.core.measure.Fraction;
import cn.zhengai.dashboards.schema.Published;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineProtocolTest {
    private static Point.Draft draft() {
        return Point.of(Published.ORG_UNIT).tag("unit", "a,b c=d\\").tag("kind", "department");
    }

    @Test
    void tagsAreEscapedAndFieldsSayTheirKind() {
        Point text = draft().text("name", "护理\"学院\\").truth("active", true).at(1);
        assertThat(LineProtocol.text(List.of(text)))
                .isEqualTo("org_unit,kind=department,unit=a\\,b\\ c\\=d name=\"护理\\\"学院\\\\\",active=true 1000000\n");
        Point figures = Point.of(Published.PUBLICATION).whole("points", 3).atNanos(7);
        assertThat(LineProtocol.text(List.of(figures))).isEqualTo("publication points=3i 7\n");
    }

    @Test
    void figuresAreCutAndNeverRoundedUp() {
        Point point = Point.of(Published.PACE)
                .tag("cycle", "2026")
                .tag("unit", "u")
                .tag("unit_name", "单位")
                .cut("done", Fraction.of(89_999, 1_000))
                .at(0);
        assertThat(LineProtocol.text(List.of(point))).contains("done=89.99 ");
    }

    @Test
    void whatTheMeasurementDoesNotKnowIsRefused() {
        assertThatThrownBy(() -> draft().text("nmae", "x").at(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> draft().whole("name", 1).at(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> draft().at(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Point.of(Published.ORG_UNIT)
                        .tag("unit", "u")
                        .truth("active", true)
                        .at(0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
