package cn.zhengai.collector.follow;

import cn.zhengai.core.catalogue.Follow;
import java.time.ZoneId;

/** Where a partition is read from of which nothing was taken yet. */
final class Beginning {
    private Beginning() {}

    static long of(Topic.Session session, Topic.Reach reach, Follow follow, ZoneId zone) {
        return follow.from()
                .map(day -> session.firstSince(
                        reach.partition(), day.atStartOfDay(zone).toInstant()))
                .map(first -> Math.max(reach.begin(), first))
                .orElse(reach.begin());
    }
}
