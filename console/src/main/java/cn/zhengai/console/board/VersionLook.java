package cn.zhengai.console.board;

import cn.zhengai.console.http.Refusal;
import cn.zhengai.core.version.CatalogueDiff;
import cn.zhengai.core.version.CatalogueVersion.Head;
import cn.zhengai.core.version.Change;
import cn.zhengai.core.version.Edition;
import cn.zhengai.core.version.Editions;
import cn.zhengai.core.version.Timeline;
import cn.zhengai.core.version.Timeline.Standing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Looks at the versions of the catalogue as of today. */
public final class VersionLook {
    private final Records records;

    public VersionLook(Records records) {
        this.records = records;
    }

    /** A version and how it stands. */
    public record Row(Head head, Standing standing, boolean correction) {}

    /** All versions, newest first. */
    public List<Row> all() {
        var zone = records.catalogue().get().zone();
        LocalDate today = LocalDate.ofInstant(records.time().instant(), zone);
        List<Head> heads = records.editions().heads();
        Timeline timeline = Timeline.of(heads);
        List<Row> rows = new ArrayList<>();
        heads.forEach(head -> rows.add(new Row(head, timeline.standing(head, today), head.correction(zone))));
        Collections.reverse(rows);
        return rows;
    }

    /** @throws Refusal when there is none of that number */
    public Row one(int number) {
        return all().stream()
                .filter(row -> row.head().number() == number)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("目录没有第 " + number + " 版"));
    }

    /** What changed from one version to another; nothing before the first. */
    public List<Change> changes(int before, int after) {
        Editions editions = records.editions();
        Edition young = editions.version(after).orElseThrow(() -> Refusal.notFound("目录没有第 " + after + " 版"));
        if (before == 0) {
            return List.of();
        }
        Edition old = editions.version(before).orElseThrow(() -> Refusal.notFound("目录没有第 " + before + " 版"));
        return CatalogueDiff.between(old.catalogue(), young.catalogue());
    }
}
