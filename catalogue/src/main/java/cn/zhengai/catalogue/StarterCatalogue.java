package cn.zhengai.catalogue;

import cn.zhengai.catalogue.node.FileKind;
import cn.zhengai.catalogue.schema.SchemaCheck;
import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** The catalogue a college starts from: organisation, control points and sources, ready to be edited. */
public final class StarterCatalogue {
    private static final String HOME = "/cn/zhengai/catalogue/starter/";

    private StarterCatalogue() {}

    /** Paths of the starter's files, with {@code /}. */
    public static List<String> files() {
        return text("index.txt").lines().filter(line -> !line.isBlank()).toList();
    }

    /**
     * Copies the starter's files, and the JSON Schemas for editors below {@code schema/}. Files that exist stay as they
     * are.
     *
     * @return paths of the files written, with {@code /}
     * @throws PortException when the folder cannot be written
     */
    public static List<String> unpackTo(Path folder) {
        List<String> written = new ArrayList<>();
        for (String file : files()) {
            write(folder, file, text(file), written);
        }
        for (FileKind kind : FileKind.values()) {
            write(folder, "schema/" + kind.schema(), SchemaCheck.text(kind), written);
        }
        return written;
    }

    private static void write(Path folder, String file, String text, List<String> written) {
        Path target = folder.resolve(file);
        try {
            Path parent = target.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            if (!Files.exists(target)) {
                Files.writeString(target, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
                written.add(file);
            }
        } catch (FileAlreadyExistsException inTheWay) {
            throw new PortException(
                    Trouble.REFUSED, "起步目录写不进去：" + inTheWay.getFile() + " 已存在且不是文件夹；请换一个文件夹。", inTheWay);
        } catch (IOException broken) {
            throw new PortException(Trouble.REFUSED, "起步目录写不进去：" + target + "；请检查文件夹的写权限和磁盘空间。", broken);
        }
    }

    private static String text(String file) {
        try (InputStream in = StarterCatalogue.class.getResourceAsStream(HOME + file)) {
            if (in == null) {
                throw new IllegalStateException("not packed: " + HOME + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new PortException(Trouble.CORRUPT, "程序包里的起步目录读不出来：" + file + "；请重新安装。", broken);
        }
    }
}
