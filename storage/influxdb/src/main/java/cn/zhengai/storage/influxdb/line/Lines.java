package cn.zhengai.storage.influxdb.line;

/** Points as line protocol, one after another. Not safe for use by many threads. */
public final class Lines {
    private final StringBuilder text;
    private boolean fields;
    private int points;

    /** @param size characters expected */
    public Lines(int size) {
        this.text = new StringBuilder(size);
    }

    /** Begins a point. */
    public Lines point(String measurement) {
        text.append(measurement);
        fields = false;
        points++;
        return this;
    }

    /** Tags come before fields, in the order of their names; any text. */
    public Lines tag(String name, String value) {
        text.append(',').append(name).append('=');
        escaped(Tags.encoded(value), ", =");
        return this;
    }

    public Lines tag(String name, int value) {
        text.append(',').append(name).append('=').append(value);
        return this;
    }

    public Lines field(String name, long value) {
        begin(name).append(value).append('i');
        return this;
    }

    public Lines field(String name, double value) {
        begin(name).append(value);
        return this;
    }

    public Lines field(String name, boolean value) {
        begin(name).append(value ? 't' : 'f');
        return this;
    }

    public Lines field(String name, String value) {
        begin(name).append('"');
        escaped(value, "\"\\");
        text.append('"');
        return this;
    }

    /** Ends the point with its instant, in the precision of the whole. */
    public void at(long time) {
        text.append(' ').append(time).append('\n');
    }

    private StringBuilder begin(String name) {
        text.append(fields ? ',' : ' ').append(name).append('=');
        fields = true;
        return text;
    }

    private void escaped(String value, String special) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (special.indexOf(c) >= 0) {
                text.append('\\');
            }
            text.append(c);
        }
    }

    /** How many points there are. */
    public int points() {
        return points;
    }

    /** Characters so far. */
    public int length() {
        return text.length();
    }

    /** All of it; then it is empty again. */
    public String take() {
        String all = text.toString();
        text.setLength(0);
        points = 0;
        return all;
    }
}
