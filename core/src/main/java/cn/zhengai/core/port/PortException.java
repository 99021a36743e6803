package cn.zhengai.core.port;

import org.jspecify.annotations.Nullable;

/** The outside failed; translated once, in the adapter. */
public final class PortException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final Trouble trouble;

    public PortException(Trouble trouble, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.trouble = trouble;
    }

    public PortException(Trouble trouble, String message) {
        this(trouble, message, null);
    }

    public Trouble trouble() {
        return trouble;
    }
}
