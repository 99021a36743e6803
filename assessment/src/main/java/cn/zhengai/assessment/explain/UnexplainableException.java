package cn.zhengai.assessment.explain;

/** It cannot be explained, and the message says in Chinese why and what to do: what it was made with is not kept. */
public final class UnexplainableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnexplainableException(String message) {
        super(message);
    }
}
