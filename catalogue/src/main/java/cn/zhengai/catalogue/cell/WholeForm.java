package cn.zhengai.catalogue.cell;

import cn.zhengai.catalogue.finding.Place;
import cn.zhengai.catalogue.node.Node;
import cn.zhengai.catalogue.node.Scalar;
import cn.zhengai.workbook.Cell;

/** Anything: what no other form can show is written as JSON. */
public record WholeForm() implements Form {

    @Override
    public Shown write(Node value) {
        boolean bare = value instanceof Scalar scalar
                && scalar.kind() == Scalar.Kind.TEXT
                && !scalar.text().isBlank()
                && JsonText.read(scalar.text(), scalar.place()).isEmpty();
        return new Shown.Text(bare ? Scalars.text(value) : JsonText.of(value));
    }

    @Override
    public Node read(Cell cell, Place place) {
        String text = Scalars.trimmed(cell.text());
        return JsonText.read(text, place).orElseGet(() -> Scalars.text(place, text));
    }
}
