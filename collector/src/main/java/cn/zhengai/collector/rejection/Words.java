package cn.zhengai.collector.rejection;

/** Who does something about a rejection, and why. Neither is blank. */
public record Words(String by, String why) {
    private static final int LONGEST_NAME = 50;
    private static final int LONGEST_WHY = 500;

    /** @throws DeskRefused {@link DeskRefused.Cause#WORDS} when one is missing or too long */
    public static Words of(String by, String why) throws DeskRefused {
        return new Words(checked("by", "姓名", by, LONGEST_NAME), checked("why", "理由", why, LONGEST_WHY));
    }

    private static String checked(String name, String what, String text, int longest) throws DeskRefused {
        String plain = text.codePoints()
                .filter(c -> c == '\n' || !Character.isISOControl(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        if (plain.isEmpty()) {
            throw new DeskRefused(DeskRefused.Cause.WORDS, "请填写" + what + "（" + name + "）。");
        }
        if (plain.length() > longest) {
            throw new DeskRefused(DeskRefused.Cause.WORDS, what + "（" + name + "）最多 " + longest + " 字。");
        }
        return plain;
    }
}
