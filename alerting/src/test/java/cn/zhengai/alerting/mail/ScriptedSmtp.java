package cn.zhengai.alerting.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** An SMTP server of one conversation that answers recipients as it is told. */
final class ScriptedSmtp {
    private final ServerSocket socket;
    private final String answerToRecipient;

    ScriptedSmtp(ServerSocket socket, String answerToRecipient) {
        this.socket = socket;
        this.answerToRecipient = answerToRecipient;
    }

    Thread start() {
        Thread thread = new Thread(this::talk, "scripted-smtp");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void talk() {
        try (Socket client = socket.accept();
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
                OutputStream out = client.getOutputStream()) {
            say(out, "220 scripted");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                say(out, line.startsWith("RCPT") ? answerToRecipient : line.startsWith("QUIT") ? "221 bye" : "250 ok");
            }
        } catch (IOException ended) {
            if (!socket.isClosed()) {
                throw new UncheckedIOException(ended);
            }
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
