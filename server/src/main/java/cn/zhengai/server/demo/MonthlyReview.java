package cn.zhengai.server.demo;

import cn.zhengai.core.catalogue.Catalogue;
import cn.zhengai.core.catalogue.ControlPoint;
import cn.zhengai.core.catalogue.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The training centre goes through the last month once more and publishes it whole: most figures are what they were, some
 * are a little higher, each with the reason. What a college sees of a source that publishes its history anew.
 */
final class MonthlyReview {
    static final String POINT = "program.lab-usage";
    private static final int CHANGED = 3;
    private static final String[] REASONS = {"补记纸质登记的实训课时", "教室调整后补登", "与实训中心登记核对"};

    private final Catalogue catalogue;
    private final DemoExports exports;

    MonthlyReview(Catalogue catalogue, DemoExports exports) {
        this.catalogue = catalogue;
        this.exports = exports;
    }

    /** Writes the month before a day; empty when the catalogue no longer has the point. */
    Optional<Path> write(Path folder, LocalDate day) throws IOException {
        Optional<ControlPoint> point = catalogue.point(POINT);
        if (point.isEmpty()) {
            return Optional.empty();
        }
        LocalDate last = day.withDayOfMonth(1).minusDays(1);
        StringBuilder rows = new StringBuilder(DemoExports.HEADER_WITH_REASON);
        int number = 0;
        for (Subject subject : catalogue.subjectsOf(point.get().level())) {
            if (point.get().appliesTo(subject)) {
                boolean changed = number % CHANGED == 0;
                Story.Figure was = exports.figure(point.get(), subject, last);
                rows.append(DemoExports.row(
                        POINT,
                        subject.id(),
                        last + " 18:00:00",
                        changed ? higher(was) : was,
                        changed ? REASONS[number / CHANGED % REASONS.length] : ""));
                number++;
            }
        }
        return Optional.of(Files.writeString(folder.resolve("jwxt-" + day + "-月度复核.csv"), rows));
    }

    /** One more of the whole; one less when it was all of it. */
    private static Story.Figure higher(Story.Figure was) {
        long part = Long.parseLong(was.numerator());
        long whole = Long.parseLong(was.denominator());
        return new Story.Figure("", Long.toString(part < whole ? part + 1 : part - 1), was.denominator());
    }
}
