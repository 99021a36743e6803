package cn.zhengai.console.http;

/** Ends a request with a {@link Fault}; carried to the edge, where it becomes the answer. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final Fault fault;
    private final String detail;

    /** @param detail what was found and what to do, Chinese; may be empty */
    public Refusal(Fault fault, String detail) {
        super(fault + " " + detail, null, false, false);
        this.fault = fault;
        this.detail = detail;
    }

    public static Refusal notFound(String what) {
        return new Refusal(Fault.NOT_FOUND, what);
    }

    public static Refusal badParameter(String name, String what) {
        return new Refusal(Fault.BAD_PARAMETER, "参数 " + name + "：" + what);
    }

    public Fault fault() {
        return fault;
    }

    public String detail() {
        return detail;
    }
}
