package cn.zhengai.server.command;

import cn.zhengai.catalogue.CatalogueFolder;
import cn.zhengai.collector.keys.KeyRing;
import cn.zhengai.server.settings.Clocks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code zhengai key SOURCE}: makes a key with which a source may push. Works while the server runs. */
@Command(name = "key", description = "为一个数据来源生成推送密钥（只显示一次；服务运行时也可执行）", mixinStandardHelpOptions = true)
public final class KeyCommand implements Callable<Integer> {
    @Mixin
    private final FolderOption data = new FolderOption();

    @Parameters(paramLabel = "来源", description = "数据来源的编号，与 sources/*.yaml 中的 id 一致")
    private String source = "";

    @Override
    public Integer call() throws IOException {
        Path folder = data.folder();
        Files.createDirectories(folder);
        String key = KeyRing.open(folder.resolve("keys.yaml"), Clocks.system()).create(source);
        Say say = Say.toTerminal();
        say.line(key);
        if (undeclared(folder.resolve("catalogue"))) {
            say.error("注意：目录里没有声明数据来源“" + source + "”，它报送的内容按标准列名读取。请核对编号是否写错。");
        }
        return ExitCode.OK.number();
    }

    private boolean undeclared(Path catalogue) {
        return Files.isDirectory(catalogue)
                && CatalogueFolder.read(catalogue)
                        .catalogue()
                        .filter(c -> !c.sources().containsKey(source))
                        .isPresent();
    }
}
