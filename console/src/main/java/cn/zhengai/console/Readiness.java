package cn.zhengai.console;

import java.util.Optional;

/** Says whether the process can do its work now. Called often, by many threads; must not wait. */
@FunctionalInterface
public interface Readiness {
    /** Why not, Chinese; empty when it can. */
    Optional<String> whyNot();
}
