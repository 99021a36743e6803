package cn.zhengai.server.run;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What an instance of the distributed run does; any set of them, any number of instances of each. */
public enum Role {
    /** Takes readings in: pushes, dropped files, databases and topics that are asked. */
    COLLECTOR("采集"),
    /** Writes what stands in the log into the store. */
    RECORDER("记录"),
    /** Evaluates what stands in the log; listens for silence. */
    WARNER("预警"),
    /** Routes and sends notices, tells others on the topic of warnings. */
    NOTIFIER("通知"),
    /** Works on results by itself: shows them to Grafana, erases what was kept long enough. */
    ASSESSMENT("考核"),
    /** Shows pages and answers the API. */
    CONSOLE("页面");

    private final String chinese;

    Role(String chinese) {
        this.chinese = chinese;
    }

    /** As it is written in commands and settings. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String chinese() {
        return chinese;
    }

    /** What an embedded run does. */
    public static Set<Role> all() {
        return EnumSet.allOf(Role.class);
    }

    /** Empty when there is none of that name. */
    public static Optional<Role> of(String key) {
        return Arrays.stream(values()).filter(role -> role.key().equals(key)).findFirst();
    }

    /** All names, for messages. */
    public static String keys() {
        return List.of(values()).stream().map(Role::key).collect(Collectors.joining("、"));
    }
}
