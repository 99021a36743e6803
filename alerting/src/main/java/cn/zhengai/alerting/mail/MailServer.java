package cn.zhengai.alerting.mail;

import java.time.Duration;
import java.util.Optional;

/**
 * The SMTP server of the college.
 *
 * @param login empty when the server asks for none
 * @param timeout of each of connecting, reading and writing
 */
public record MailServer(String host, int port, Security security, Optional<Login> login, Duration timeout) {
    public MailServer {
        if (host.isBlank() || port < 1 || port > 0xFFFF || timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException(
                    "host, port 1..65535 and a timeout: " + host + ":" + port + ", " + timeout);
        }
    }

    /** How the connection is kept private. */
    public enum Security {
        /** Plain, or encrypted when the server offers it; certificates are not checked. */
        NONE,
        /** STARTTLS is demanded. */
        STARTTLS,
        /** TLS from the first byte, usually port 465. */
        SSL
    }

    /** Who we are to the server. */
    public record Login(String user, String password) {
        /** Without the password. */
        @Override
        public String toString() {
            return "Login[" + user + "]";
        }
    }
}
