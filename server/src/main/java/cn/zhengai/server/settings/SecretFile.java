package cn.zhengai.server.settings;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** A secret that is the content of a file, as container engines hand secrets over. */
final class SecretFile {
    static final String PREFIX = "file:";

    private SecretFile() {}

    /**
     * The content without the line break at its end.
     *
     * @param key the setting that asks for it
     * @throws Refusal when there is no such file, it cannot be read, or nothing is in it
     */
    static String content(String key, String name) {
        String text = text(key, name);
        String secret = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        secret = secret.endsWith("\r") ? secret.substring(0, secret.length() - 1) : secret;
        if (secret.isBlank()) {
            throw refusal(key, name, "是空的");
        }
        return secret;
    }

    private static String text(String key, String name) {
        try {
            Path file = Path.of(name);
            if (!file.isAbsolute()) {
                throw refusal(key, name, "不是从根目录写起的路径");
            }
            if (!Files.exists(file)) {
                throw refusal(key, name, "不存在");
            }
            return Files.readString(file);
        } catch (CharacterCodingException notText) {
            throw refusal(key, name, "不是 UTF-8 编码的文字");
        } catch (IOException | InvalidPathException unreadable) {
            throw refusal(key, name, "无法读取（请检查类型和权限）");
        }
    }

    private static Refusal refusal(String key, String name, String fault) {
        return new Refusal(Refusal.Cause.SETTINGS, "设置 " + key + " 取自文件 " + name + "，但该文件" + fault + "。");
    }
}
