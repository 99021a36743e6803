package cn.zhengai.catalogue.yaml;

import cn.zhengai.catalogue.finding.Code;
import cn.zhengai.catalogue.finding.Findings;
import cn.zhengai.catalogue.finding.Place;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/** Bytes of a file as text: UTF-8 with or without BOM, line ends of any system. */
public final class FileText {
    private static final char BOM = '\uFEFF';

    private FileText() {}

    /** The text without BOM and with {@code \n} alone; empty, with a finding, when it is no text in UTF-8. */
    public static Optional<String> decode(String file, byte[] bytes, Findings findings) {
        CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
        CharBuffer into = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = utf8.decode(ByteBuffer.wrap(bytes), into, true);
        into.flip();
        if (result.isError()) {
            findings.add(after(file, into), Code.WRONG_ENCODING, wrongEncoding(bytes));
            return Optional.empty();
        }
        int start = !into.isEmpty() && into.charAt(0) == BOM ? 1 : 0;
        String text = into.toString().substring(start).replace("\r\n", "\n").replace('\r', '\n');
        return printable(file, text, findings) ? Optional.of(text) : Optional.empty();
    }

    private static String wrongEncoding(byte[] bytes) {
        boolean chinese = decodes(bytes, Charset.forName("GB18030"));
        return (chinese ? "文件不是 UTF-8 编码，看起来是 GB18030（GBK）；" : "文件不是 UTF-8 编码，从这里开始无法识别；")
                + "请在编辑器里选择“另存为”，编码选 UTF-8 后再保存。";
    }

    private static boolean decodes(byte[] bytes, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer into = CharBuffer.allocate(bytes.length + 1);
        return !decoder.decode(ByteBuffer.wrap(bytes), into, true).isError();
    }

    private static boolean printable(String file, String text, Findings findings) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean control = c < ' ' ? c != '\n' && c != '\t' : c >= '\u007f' && c < '\u00a0' && c != '\u0085';
            if (control || c == '\uFFFE' || c == '\uFFFF' || c == BOM) {
                findings.add(
                        after(file, text.subSequence(0, i)),
                        Code.CONTROL_CHARACTER,
                        "这里有一个看不见的控制字符（U+%s）；请删除它，或确认这是一个文本文件。"
                                .formatted(HexFormat.of().withUpperCase().toHexDigits(c)));
                return false;
            }
        }
        return true;
    }

    private static Place after(String file, CharSequence read) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < read.length(); i++) {
            boolean end = read.charAt(i) == '\n';
            line += end ? 1 : 0;
            column = end ? 1 : column + 1;
        }
        return new Place(file, line, column);
    }
}
