package cn.zhengai.catalogue.sheet;

/** Names of files made of what people type. */
final class FileNames {
    private static final int LONGEST = 80;

    private FileNames() {}

    /** The name typed, else the other, without anything that a path would take for more than a name. */
    static String of(String typed, String otherwise) {
        String name = (typed.isBlank() ? otherwise : typed.replaceFirst("\\.ya?ml$", ""))
                .strip()
                .replaceAll("[\\s/\\\\:*?\"<>|\\p{Cntrl}]+", "-")
                .replaceFirst("^\\.+", "");
        String kept = name.length() > LONGEST ? name.substring(0, LONGEST) : name;
        return kept.isEmpty() ? "catalogue" : kept;
    }
}
