package cn.zhengai.testkit.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Ports of the loopback for servers that are ended and started again on the same port. They lie below those that systems
 * give to connections, and to listeners that ask for any: nobody is given one while its server is away.
 */
public final class FreePorts {
    private static final int FIRST = 15_000;
    private static final int COUNT = 15_000;
    private static final int TRIES = 1_000;

    private FreePorts() {}

    public static int one() {
        return some(1).get(0);
    }

    /** So many different ones, free now. */
    public static List<Integer> some(int count) {
        Random chance = new SecureRandom();
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int tries = 0; held.size() < count && tries < TRIES; tries++) {
                listening(FIRST + chance.nextInt(COUNT)).ifPresent(held::add);
            }
            if (held.size() < count) {
                throw new IllegalStateException(
                        "no free port on loopback between " + FIRST + " and " + (FIRST + COUNT));
            }
            return held.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            held.forEach(FreePorts::release);
        }
    }

    /** Nothing when somebody else listens there. */
    private static Optional<ServerSocket> listening(int port) {
        try {
            return Optional.of(new ServerSocket(port, 1, InetAddress.getLoopbackAddress()));
        } catch (IOException taken) {
            return Optional.empty();
        }
    }

    private static void release(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException stillHeld) {
            throw new UncheckedIOException("port " + socket.getLocalPort() + " is not given back", stillHeld);
        }
    }
}
