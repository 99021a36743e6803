package cn.zhengai.collector.jdbc;

import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * JDBC drivers from jar files in some folders, apart from this program's own classes; a jar put there is found without a
 * restart. A driver that this program brings itself is used when the folders have none. Safe for use by many threads.
 */
public final class Drivers {
    private static final Logger LOG = LoggerFactory.getLogger(Drivers.class);

    private final List<Path> folders;
    private List<Path> seen = List.of();
    private List<Driver> loaded = List.of();

    /** @param folders that need not exist */
    public Drivers(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    /** @throws PortException {@link Trouble#REFUSED} when there is none, with what to fetch and where to put it */
    synchronized Driver forUrl(String url) {
        List<Path> jars = jars();
        if (!jars.equals(seen)) {
            loaded = load(jars);
            seen = jars;
        }
        return Stream.concat(loaded.stream(), own().stream())
                .filter(driver -> accepts(driver, url))
                .findFirst()
                .orElseThrow(() -> new PortException(Trouble.REFUSED, absent(url, jars)));
    }

    private String absent(String url, List<Path> jars) {
        Engine engine = Engine.of(url);
        String there = jars.isEmpty()
                ? "那里现在没有 jar 文件"
                : "那里现在有："
                        + jars.stream()
                                .map(jar -> String.valueOf(jar.getFileName()))
                                .collect(Collectors.joining("、"));
        return "没有能连接 " + engine.label() + " 的驱动。请下载 " + engine.driver() + "，放进 " + folders.get(0) + "（" + there
                + "），不用重启。";
    }

    private List<Path> jars() {
        List<Path> jars = new ArrayList<>();
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    files.filter(file -> file.toString().endsWith(".jar"))
                            .sorted()
                            .forEach(jars::add);
                } catch (IOException | UncheckedIOException unreadable) {
                    LOG.warn("无法查看驱动文件夹 {}：{}", folder, unreadable.getMessage());
                }
            }
        }
        return jars;
    }

    /** The class loader lives as long as its drivers; it is not closed, for a session may still use it. */
    private static List<Driver> load(List<Path> jars) {
        URL[] urls = jars.stream().map(Drivers::url).toArray(URL[]::new);
        ClassLoader apart = new URLClassLoader("drivers", urls, ClassLoader.getPlatformClassLoader());
        return found(ServiceLoader.load(Driver.class, apart));
    }

    private static List<Driver> own() {
        return found(ServiceLoader.load(Driver.class, Drivers.class.getClassLoader()));
    }

    private static List<Driver> found(ServiceLoader<Driver> services) {
        List<Driver> drivers = new ArrayList<>();
        Iterator<Driver> each = services.iterator();
        for (Optional<Driver> next = next(each); next.isPresent(); next = next(each)) {
            drivers.add(next.get());
        }
        return drivers;
    }

    /** The next that can be loaded. */
    private static Optional<Driver> next(Iterator<Driver> each) {
        while (true) {
            try {
                return each.hasNext() ? Optional.of(each.next()) : Optional.empty();
            } catch (ServiceConfigurationError | LinkageError broken) {
                LOG.warn("一个 JDBC 驱动无法装入：{}", broken.getMessage());
            }
        }
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean accepts(Driver driver, String url) {
        try {
            return driver.acceptsURL(url);
        } catch (SQLException malformed) {
            LOG.debug("{} does not take {}", driver, url, malformed);
            return false;
        }
    }
}
