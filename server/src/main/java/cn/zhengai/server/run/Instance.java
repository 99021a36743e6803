package cn.zhengai.server.run;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/** This process among those that share a ledger. */
final class Instance {
    private static final Duration TERM = Duration.ofSeconds(30);
    private static final int NAME_BYTES = 4;
    private static final String ONLY = "embedded";

    private final Run run;
    private final String name;

    private Instance(Run run, String name) {
        this.run = run;
        this.name = name;
    }

    /** The only one of an embedded run keeps its name; others get a new one with every start. */
    static Instance of(Run run) {
        return new Instance(run, run.distributed() ? fresh() : ONLY);
    }

    /** Host and data folder: the same after a restart on the same host, for what is looked at over days. */
    static String stableName(Run run) {
        return run.distributed() ? host() + ":" + run.folder().root().toAbsolutePath() : ONLY;
    }

    private static String fresh() {
        byte[] random = new byte[NAME_BYTES];
        ThreadLocalRandom.current().nextBytes(random);
        return host() + "-" + HexFormat.of().formatHex(random);
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost()
                    .getHostName()
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("\\s", "-");
        } catch (UnknownHostException nameless) {
            return "instance";
        }
    }

    /** Which no other has. */
    String name() {
        return name;
    }

    /** A step that is taken while no other instance takes it. */
    Loop.Step alone(String work, Loop.Step step) {
        return alone(work, step, () -> {});
    }

    /** @param gained before the first step after another instance may have taken some */
    Loop.Step alone(String work, Loop.Step step, Runnable gained) {
        if (!run.distributed()) {
            return step;
        }
        Lease lease = new Lease(run.stores().ledger().warnings(), work, name, run.time(), TERM, gained);
        return () -> lease.getAsBoolean() && step.runOnce();
    }
}
