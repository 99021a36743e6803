package cn.zhengai.testkit.disk;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file system of a few megabytes, with a filler to be deleted when space is to return. Needs the right to mount. */
public final class SmallDisk implements AutoCloseable {
    private final Path mount;

    private SmallDisk(Path mount) {
        this.mount = mount;
    }

    /** Skips the test, saying so, where mounting is not allowed. */
    public static SmallDisk mount(Path where, int megabytes) throws IOException, InterruptedException {
        boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", where.toString());
        assumeTrue(mounted, "disk full: not tested here, for it needs the right to mount a tmpfs");
        return new SmallDisk(where);
    }

    /** Takes so much of it; delete what is returned to give it back. */
    public Path fill(int megabytes) throws IOException {
        return Files.write(mount.resolve("filler"), new byte[megabytes << 20]);
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException noSuchCommand) {
            return false;
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (!run("umount", mount.toString())) {
            throw new IOException("cannot unmount " + mount);
        }
    }
}
