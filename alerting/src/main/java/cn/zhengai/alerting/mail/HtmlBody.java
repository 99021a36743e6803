package cn.zhengai.alerting.mail;

import cn.zhengai.core.warning.Notice;
import cn.zhengai.core.warning.Severity;
import cn.zhengai.core.warning.WarningKind;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A notice's text as HTML that mail programs of any age can show: one table, styles inline, nothing loaded from outside.
 * What looks like a link in the last line becomes a button.
 */
final class HtmlBody {
    private static final String PAGE = """
        <!DOCTYPE html>
        <html lang="zh-CN"><head><meta charset="utf-8"><title>%1$s</title></head>
        <body style="margin:0;padding:24px 12px;background:#f3f5f8;\
        font-family:'PingFang SC','Microsoft YaHei','Noto Sans SC',sans-serif">
        <table role="presentation" cellpadding="0" cellspacing="0" align="center" width="600" \
        style="width:100%%;max-width:600px;background:#ffffff;border:1px solid #e2e6ec;border-radius:6px">
        <tr><td style="height:6px;background:%2$s;border-radius:6px 6px 0 0;font-size:0">&nbsp;</td></tr>
        <tr><td style="padding:24px 28px 4px;font-size:18px;line-height:1.5;font-weight:bold;color:#1f2937">%1$s</td></tr>
        <tr><td style="padding:8px 28px 20px;font-size:14px;line-height:1.9;color:#374151">%3$s</td></tr>
        %4$s<tr><td style="padding:14px 28px;border-top:1px solid #e2e6ec;font-size:12px;color:#8a94a6">\
        此邮件由质量诊改系统自动发出，请勿直接回复。</td></tr>
        </table></body></html>
        """;

    private static final String BUTTON = """
        <tr><td style="padding:0 28px 28px"><a href="%s" style="display:inline-block;padding:10px 22px;\
        background:#1d4ed8;color:#ffffff;text-decoration:none;border-radius:4px;font-size:14px">打开页面</a></td></tr>
        """;

    private HtmlBody() {}

    static String of(Notice notice) {
        String text = notice.text().stripTrailing();
        int lastLine = text.lastIndexOf('\n') + 1;
        String link = text.substring(lastLine);
        boolean linked = link.startsWith("http://") || link.startsWith("https://");
        String shown = linked ? text.substring(0, lastLine).replaceFirst("打开页面：\\s*$", "") : text;
        return PAGE.formatted(
                escaped(notice.title()),
                colour(notice.title().split("】", 2)[0]),
                paragraphs(shown),
                linked ? BUTTON.formatted(escaped(link)) : "");
    }

    private static String paragraphs(String text) {
        return Arrays.stream(text.strip().split("\n\n"))
                .map(block -> "<p style=\"margin:0 0 12px\">" + escaped(block).replace("\n", "<br>") + "</p>")
                .collect(Collectors.joining());
    }

    /** Of the severity that the mark before the title names; grey for data that do not come, green for what is over. */
    private static String colour(String mark) {
        if (mark.contains(WarningKind.NO_DATA.chinese())) {
            return "#64748b";
        }
        if (mark.contains(Severity.RED.chinese())) {
            return "#dc2626";
        }
        if (mark.contains(Severity.ORANGE.chinese())) {
            return "#f08c00";
        }
        if (mark.contains(Severity.YELLOW.chinese())) {
            return "#eab308";
        }
        return mark.contains(Severity.BLUE.chinese()) ? "#2563eb" : "#16a34a";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
