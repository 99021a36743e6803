package cn.zhengai.dashboards.view;

import cn.zhengai.dashboards.answer.Answer;
import cn.zhengai.dashboards.answer.ResultSource;
import cn.zhengai.dashboards.fill.Filling;
import java.time.ZoneId;
import java.util.List;

/**
 * What a panel is asked with.
 *
 * @param zone of the college: days are its days
 */
public record Asking(ResultSource source, Filling filling, ZoneId zone) {
    List<Answer> ask(String query) {
        return source.ask(filling.query(query));
    }

    long from() {
        return filling.span().from().toEpochMilli();
    }

    long until() {
        return filling.span().until().toEpochMilli();
    }
}
