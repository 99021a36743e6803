package cn.zhengai.server.command;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where a run keeps its data. */
public final class FolderOption {
    @Option(
            names = "--data",
            paramLabel = "目录",
            description = "数据目录（默认 ${DEFAULT-VALUE}），一个目录同时只能由一个进程使用",
            defaultValue = "data")
    private Path folder = Path.of("data");

    public Path folder() {
        return folder;
    }
}
