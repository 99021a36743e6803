package cn.zhengai.console.http;

/** Why a request is not served. The constant is the {@code code} of the answer, its sentence the {@code message}. */
public enum Fault {
    BAD_REQUEST(400, "请求有误"),
    BAD_PARAMETER(400, "请求参数有误"),
    MALFORMED_BODY(400, "请求内容无法读取"),
    KEY_MISSING(401, "缺少推送密钥，请在 Authorization 或 X-Api-Key 请求头中提供"),
    KEY_UNKNOWN(401, "推送密钥无效或已停用"),
    KEY_FOREIGN(403, "推送密钥属于另一个数据来源"),
    CROSS_SITE(403, "请求来自其他网站，已拒绝"),
    PERSONAL(403, "涉及个人数据，此处只提供汇总"),
    NOT_FOUND(404, "没有找到所请求的内容"),
    METHOD_NOT_ALLOWED(405, "此地址不支持该请求方法"),
    CONFLICT(409, "请求与已有内容冲突"),
    TOO_LARGE(413, "内容过大，请分批报送"),
    UNSUPPORTED(415, "内容格式不受支持"),
    NOT_READABLE(422, "内容无法处理"),
    BUSY(429, "系统正忙，请稍后重试"),
    INTERNAL(500, "系统内部错误，详情已记入日志"),
    UNAVAILABLE(503, "服务暂时不可用，请稍后重试"),
    DISK_FULL(507, "服务器磁盘已满，数据未接收");

    private final int status;
    private final String chinese;

    Fault(int status, String chinese) {
        this.status = status;
        this.chinese = chinese;
    }

    public int status() {
        return status;
    }

    public String chinese() {
        return chinese;
    }

    /** The fault that an HTTP status stands for. */
    static Fault ofStatus(int status) {
        return switch (status) {
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 413 -> TOO_LARGE;
            case 415 -> UNSUPPORTED;
            case 503 -> UNAVAILABLE;
            default -> status < 500 ? BAD_REQUEST : INTERNAL;
        };
    }
}
