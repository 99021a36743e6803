package cn.zhengai.core.port;

/** What the outside failed at. */
public enum Trouble {
    /** Not reachable or not answering now; the same call may succeed later. */
    UNAVAILABLE("暂时不可用"),
    DISK_FULL("磁盘已满"),
    /** Another process holds it. */
    IN_USE("正被另一个进程使用"),
    /** Written by a newer version of this program. */
    NEWER_VERSION("数据由更新的版本写成"),
    /** Another owner has taken over: the position moved on. */
    STALE("已被其他实例接管"),
    /** What is stored cannot be read. */
    CORRUPT("数据损坏"),
    /** The call itself was refused. */
    REFUSED("请求被拒绝");

    private final String chinese;

    Trouble(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
