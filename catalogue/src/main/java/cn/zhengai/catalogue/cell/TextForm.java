package cn.zhengai.catalogue.cell;

import cn.zhengai.catalogue.finding.Place;
import cn.zhengai.catalogue.node.Node;
import cn.zhengai.catalogue.node.Scalar;
import cn.zhengai.workbook.Cell;

/**
 * Words, kept letter by letter. A time of day that the spreadsheet made of {@code 08:00} is turned back. Words with blanks
 * at their ends are written as a JSON string: {@code "\t"}.
 */
public record TextForm() implements Form {

    @Override
    public Shown write(Node value) {
        String text = Scalars.text(value);
        boolean asItIs = !text.isEmpty() && Scalars.trimmed(text).equals(text) && !text.startsWith("\"");
        return new Shown.Text(asItIs ? text : JsonText.of(value));
    }

    @Override
    public Node read(Cell cell, Place place) {
        String text = Scalars.trimmed(cell.text());
        if (text.startsWith("\"") && JsonText.read(text, place).orElse(null) instanceof Scalar quoted) {
            return Scalars.text(place, quoted.text());
        }
        boolean clock = cell.kind() == Cell.Kind.DATE && text.matches("\\d{2}:\\d{2}:00");
        return Scalars.text(place, clock ? text.substring(0, "08:00".length()) : text);
    }
}
