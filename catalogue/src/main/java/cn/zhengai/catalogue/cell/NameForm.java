package cn.zhengai.catalogue.cell;

import cn.zhengai.catalogue.finding.Place;
import cn.zhengai.catalogue.node.Node;
import cn.zhengai.workbook.Cell;

/** An id, or something referred to by its id or name: letters and digits typed in full width become plain ones. */
public record NameForm() implements Form {
    private static final int FULL_WIDTH = 0xFEE0;

    @Override
    public Shown write(Node value) {
        return new Shown.Text(Scalars.text(value));
    }

    @Override
    public Node read(Cell cell, Place place) {
        return Scalars.text(place, plain(Scalars.trimmed(cell.text())));
    }

    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.chars().forEach(c -> plain.append((char) (isFullWidth(c) ? c - FULL_WIDTH : c)));
        return plain.toString();
    }

    /** Digits and letters; signs such as （ belong to Chinese names. */
    private static boolean isFullWidth(int c) {
        return c >= '０' && c <= '９' || c >= 'Ａ' && c <= 'Ｚ' || c >= 'ａ' && c <= 'ｚ';
    }
}
