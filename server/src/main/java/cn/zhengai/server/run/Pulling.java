package cn.zhengai.server.run;

import cn.zhengai.collector.jdbc.Drivers;
import cn.zhengai.collector.jdbc.JdbcSources;
import cn.zhengai.collector.pull.Sources;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** What pulling from databases needs of this machine: drivers, secrets, a thread that reads ahead. */
public final class Pulling {
    private static final String FOLDER = "drivers";

    private Pulling() {}

    /** Databases, with drivers from {@code drivers} in the data folder, then beside this program's jar. */
    public static Sources sources(Path dataFolder, Map<String, String> environment, InstantSource time) {
        List<Path> folders = new ArrayList<>();
        folders.add(dataFolder.resolve(FOLDER));
        Path program = program();
        if (program.getParent() != null) {
            folders.add(program.getParent().resolve(FOLDER));
        }
        return new JdbcSources(new Drivers(folders), environment, time);
    }

    private static Path program() {
        CodeSource code = Pulling.class.getProtectionDomain().getCodeSource();
        try {
            return code == null ? Path.of("") : Path.of(code.getLocation().toURI());
        } catch (URISyntaxException strange) {
            return Path.of("");
        }
    }

    /** One thread, made at first use, that does not keep the process alive. */
    static Executor readAhead() {
        return Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "pull-ahead");
            thread.setDaemon(true);
            return thread;
        });
    }
}
