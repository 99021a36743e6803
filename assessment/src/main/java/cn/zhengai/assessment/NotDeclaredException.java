package cn.zhengai.assessment;

/** Someone asked for a cycle, unit, goal or subject that the catalogue does not have; the message says which, in Chinese. */
public final class NotDeclaredException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotDeclaredException(String message) {
        super(message);
    }
}
