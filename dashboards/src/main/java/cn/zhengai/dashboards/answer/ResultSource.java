package cn.zhengai.dashboards.answer;

import java.util.List;

/** Answers the queries of the dashboards from what is published. For use by many threads. */
public interface ResultSource {
    /**
     * Asks one statement.
     *
     * @param influxQl one SELECT or SHOW TAG VALUES, as the dashboards ask them, with variables and macros filled in
     * @return one for each series of the answer, in the order in which InfluxDB gives them; empty when there is nothing
     * @throws cn.zhengai.core.port.PortException UNAVAILABLE when it cannot be asked now, REFUSED when the statement is none
     *     of those the dashboards ask
     */
    List<Answer> ask(String influxQl);
}
