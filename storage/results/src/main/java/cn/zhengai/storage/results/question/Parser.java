package cn.zhengai.storage.results.question;

import cn.zhengai.storage.results.question.Column.Function;
import cn.zhengai.storage.results.question.Select.Fill;
import cn.zhengai.storage.results.question.Select.Grouping;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads a statement. */
public final class Parser {
    private static final String DIFFERENCE = "non_negative_difference";

    private final Words words;

    private Parser(String text) {
        this.words = new Words(text);
    }

    /** @throws cn.zhengai.core.port.PortException REFUSED when it is none that the dashboards ask */
    public static Statement statement(String influxQl) {
        Parser parser = new Parser(influxQl);
        Statement statement = parser.words.take("SHOW") ? parser.tagValues() : parser.select();
        Token rest = parser.words.next();
        if (rest.kind() != Token.Kind.END) {
            throw Refused.because("“" + rest + "”");
        }
        return statement;
    }

    private Statement.TagValues tagValues() {
        words.demand("TAG", "VALUES", "FROM");
        String measurement = words.name();
        words.demand("WITH", "KEY", "=");
        String key = words.name();
        Where where = new Where(words);
        Optional<Condition> condition = words.take("WHERE") ? where.read() : Optional.empty();
        if (!where.span().equals(Span.ALL)) {
            throw Refused.because("SHOW TAG VALUES 的 time");
        }
        return new Statement.TagValues(measurement, key, condition);
    }

    private Select select() {
        words.demand("SELECT");
        List<Column> columns = new ArrayList<>();
        do {
            columns.add(column());
        } while (words.take(","));
        words.demand("FROM");
        Select.Source source = source();
        Where where = new Where(words);
        Optional<Condition> condition = words.take("WHERE") ? where.read() : Optional.empty();
        Grouping grouping = words.take("GROUP") ? grouping() : Grouping.NONE;
        boolean falling = words.take("ORDER") && falling();
        OptionalInt limit = words.take("LIMIT") ? OptionalInt.of(words.whole()) : OptionalInt.empty();
        return new Select(columns, source, condition, where.span(), grouping, falling, limit);
    }

    private Column column() {
        if (words.peek().kind() == Token.Kind.NAME) {
            String of = words.name();
            return new Column.Plain(of, alias(of));
        }
        String called = words.of(Token.Kind.WORD).toLowerCase(Locale.ROOT);
        words.demand("(");
        boolean difference = called.equals(DIFFERENCE);
        Function function = function(difference ? words.of(Token.Kind.WORD).toLowerCase(Locale.ROOT) : called);
        if (difference) {
            words.demand("(");
        }
        String of = words.name();
        words.demand(")");
        if (difference) {
            words.demand(")");
        }
        return new Column.Call(function, of, difference, alias(called));
    }

    private static Function function(String name) {
        return Arrays.stream(Function.values())
                .filter(f -> f.influxQl().equals(name))
                .findFirst()
                .orElseThrow(() -> Refused.because("函数 " + name));
    }

    private String alias(String otherwise) {
        return words.take("AS") ? words.name() : otherwise;
    }

    private Select.Source source() {
        if (words.take("(")) {
            Select inner = select();
            words.demand(")");
            return new Select.Nested(inner);
        }
        return new Select.Named(words.name());
    }

    private Grouping grouping() {
        words.demand("BY");
        List<String> tags = new ArrayList<>();
        long every = 0;
        long offset = 0;
        do {
            if (words.take("TIME")) {
                words.demand("(");
                every = words.nanos();
                offset = words.take(",") ? words.nanos() : 0;
                words.demand(")");
            } else {
                tags.add(words.name());
            }
        } while (words.take(","));
        return new Grouping(tags, every, offset, words.take("FILL") ? fill() : Fill.NULL);
    }

    private Fill fill() {
        words.demand("(");
        Token token = words.next();
        words.demand(")");
        if (token.kind() == Token.Kind.NUMBER) {
            return new Fill(Fill.Kind.NUMBER, Double.parseDouble(token.text()));
        }
        return switch (token.text()) {
            case "none" -> new Fill(Fill.Kind.NONE, 0);
            case "null" -> Fill.NULL;
            case "previous" -> new Fill(Fill.Kind.PREVIOUS, 0);
            default -> throw Refused.because("fill(" + token + ")");
        };
    }

    private boolean falling() {
        words.demand("BY", "TIME");
        boolean falling = words.take("DESC");
        return falling || (words.take("ASC") && falling);
    }
}
