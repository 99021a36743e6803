package cn.zhengai.server.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** How the command line explains itself: help and mistakes in Chinese. */
public final class Usage {
    private Usage() {}

    /** Gives a command and all below it Chinese headings and answers. */
    public static CommandLine inChinese(CommandLine line) {
        headings(line);
        line.setParameterExceptionHandler((mistake, args) -> explain(mistake));
        return line;
    }

    private static void headings(CommandLine line) {
        CommandSpec spec = line.getCommandSpec();
        spec.usageMessage()
                .synopsisHeading("用法：")
                .parameterListHeading("%n参数：%n")
                .optionListHeading("%n选项：%n")
                .commandListHeading("%n命令：%n");
        describe(spec, "--help", "显示这段说明");
        describe(spec, "--version", "显示版本");
        line.getSubcommands().values().forEach(Usage::headings);
    }

    private static void describe(CommandSpec spec, String name, String description) {
        OptionSpec option = spec.findOption(name);
        if (option != null) {
            spec.remove(option);
            spec.addOption(option.toBuilder().description(description).build());
        }
    }

    private static int explain(ParameterException mistake) {
        CommandLine line = mistake.getCommandLine();
        PrintWriter err = line.getErr();
        err.println(sentence(mistake));
        err.println();
        line.usage(err, line.getColorScheme());
        err.flush();
        return ExitCode.USAGE.number();
    }

    /** What was wrong and what to do. */
    static String sentence(ParameterException mistake) {
        if (mistake instanceof UnmatchedArgumentException unknown) {
            return unknown(unknown);
        }
        if (mistake instanceof MissingParameterException missing) {
            String names = missing.getMissing().stream().map(Usage::name).collect(Collectors.joining("、"));
            return "缺少" + (names.isEmpty() ? "参数的值" : names) + "。请补上后重试。";
        }
        ArgSpec about =
                mistake instanceof OverwrittenOptionException twice ? twice.getOverwritten() : mistake.getArgSpec();
        if (about == null) {
            return "命令行有误，请对照下面的用法修改。";
        }
        if (mistake instanceof OverwrittenOptionException) {
            return name(about) + "只能写一次。";
        }
        String value = mistake.getValue();
        return name(about) + (value == null ? "的值不合适" : "的值“" + value + "”不合适") + "，应为" + wanted(about) + "。";
    }

    private static String unknown(UnmatchedArgumentException unknown) {
        String names = unknown.getUnmatched().stream().map(a -> "“" + a + "”").collect(Collectors.joining("、"));
        boolean option = unknown.isUnknownOption();
        boolean command = !unknown.getCommandLine().getSubcommands().isEmpty();
        String what = option ? "选项" : command ? "命令" : "多出来的参数";
        List<String> suggestions = unknown.getSuggestions();
        String meant = suggestions.isEmpty()
                ? ""
                : "是不是想用"
                        + suggestions.stream().limit(3).map(s -> "“" + s + "”").collect(Collectors.joining("或")) + "？";
        return (option || command ? "没有" + what + names : what + names) + "。" + meant + "请对照下面的用法修改。";
    }

    private static String name(ArgSpec arg) {
        return arg instanceof OptionSpec option ? "选项 " + option.longestName() : "参数 " + arg.paramLabel();
    }

    private static String wanted(ArgSpec arg) {
        Class<?> type = arg.type();
        if (type.isEnum()) {
            return Stream.of(type.getEnumConstants()).map(String::valueOf).collect(Collectors.joining("、")) + " 之一";
        }
        return type == Integer.class || type == int.class ? "整数" : arg.paramLabel();
    }
}
