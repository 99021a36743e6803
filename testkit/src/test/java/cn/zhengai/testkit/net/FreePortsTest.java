package cn.zhengai.testkit.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class FreePortsTest {
    /** Where Linux says which ports it gives to connections. */
    private static final Path GIVEN = Path.of("/proc/sys/net/ipv4/ip_local_port_range");

    /** Such a file is read at once or not at all. */
    private static int firstGiven() throws IOException {
        return Files.exists(GIVEN)
                ? Integer.parseInt(Files.readAllLines(GIVEN).get(0).split("\\s+", -1)[0])
                : 32_768;
    }

    @Test
    void theyAreDifferentFreeAndGivenToNobodyElse() throws IOException {
        List<Integer> ports = FreePorts.some(50);
        assertThat(ports).doesNotHaveDuplicates().hasSize(50).allMatch(port -> port > 1_024);
        int first = firstGiven();
        assertThat(ports).allMatch(port -> port < first);
        for (int port : ports) {
            try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                assertThat(free.isBound()).isTrue();
            }
        }
    }
}
