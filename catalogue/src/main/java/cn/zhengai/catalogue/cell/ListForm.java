package cn.zhengai.catalogue.cell;

import cn.zhengai.catalogue.finding.Place;
import cn.zhengai.catalogue.node.Node;
import cn.zhengai.catalogue.node.Sequence;
import cn.zhengai.workbook.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Several values in one cell, apart by 、 or line breaks; people also use commas and semicolons. When a value itself
 * contains one of these, or looks like JSON, the cell says a JSON array.
 */
public record ListForm(Form each) implements Form {
    private static final Pattern BETWEEN = Pattern.compile("[、\\n;；,，]");
    private static final Pattern NEEDS_JSON = Pattern.compile("[、\\n\\r;；,，]|^[\\p{Z}\\s\\[{\"]|[\\p{Z}\\s]$|^$");

    @Override
    public Shown write(Node value) {
        List<Node> items = value instanceof Sequence sequence ? sequence.items() : List.of();
        List<Shown> shown = items.stream().map(each::write).toList();
        if (shown.size() == 1 && !(shown.get(0) instanceof Shown.Text)) {
            return shown.get(0);
        }
        List<String> texts = shown.stream().map(ListForm::text).toList();
        boolean json = texts.stream().anyMatch(text -> NEEDS_JSON.matcher(text).find());
        return new Shown.Text(json ? JsonText.of(value) : String.join("、", texts));
    }

    private static String text(Shown shown) {
        if (shown instanceof Shown.Text words) {
            return words.text();
        }
        return shown instanceof Shown.Day day
                ? day.day().toString()
                : ((Shown.Figure) shown).number().toPlainString();
    }

    @Override
    public Node read(Cell cell, Place place) {
        if (cell.text().startsWith("[")) {
            Node parsed = JsonText.read(cell.text(), place).orElse(null);
            if (parsed instanceof Sequence sequence) {
                return sequence;
            }
        }
        List<Node> items = new ArrayList<>();
        Stream<String> texts =
                cell.kind() == Cell.Kind.TEXT ? BETWEEN.splitAsStream(cell.text()) : Stream.of(cell.text());
        texts.map(Scalars::trimmed)
                .filter(text -> !text.isEmpty())
                .forEach(text -> items.add(each.read(new Cell(text, cell.kind(), false), place)));
        return new Sequence(place, items);
    }
}
