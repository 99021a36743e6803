package cn.zhengai.core.version;

/**
 * One difference between two versions of the catalogue.
 *
 * @param id of what changed; empty for the college itself and for counts of persons
 * @param what which of its properties, in Chinese; {@code 新增} or {@code 删除} of the whole
 * @param before as people read it; empty when it was not there
 * @param after as people read it; empty when it is not there any more
 */
public record Change(Kind kind, String id, String name, String what, String before, String after) {

    /** 质控点“学生签到率”（course.attendance）：预警值 < 90 → < 92. */
    public String sentence() {
        String who = kind.chinese() + (name.isEmpty() ? "" : "“" + name + "”") + (id.isEmpty() ? "" : "（" + id + "）");
        if (before.isEmpty() && after.isEmpty()) {
            return who + "：" + what;
        }
        return who + "：" + what + " " + (before.isEmpty() ? "无" : before) + " → " + (after.isEmpty() ? "无" : after);
    }

    /** What sort of thing changed, in the order people are told. */
    public enum Kind {
        COLLEGE("学校"),
        UNIT("单位"),
        SUBJECT("诊改主体"),
        POINT("质控点"),
        CYCLE("周期"),
        GOAL("目标"),
        SOURCE("数据来源");

        private final String chinese;

        Kind(String chinese) {
            this.chinese = chinese;
        }

        public String chinese() {
            return chinese;
        }
    }
}
