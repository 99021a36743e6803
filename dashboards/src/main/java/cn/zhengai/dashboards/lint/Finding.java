package cn.zhengai.dashboards.lint;

/** One thing that is wrong: where, and a sentence. */
public record Finding(String dashboard, String panel, String says) {
    @Override
    public String toString() {
        return dashboard + " / " + panel + "：" + says;
    }
}
