package cn.zhengai.catalogue.cell;

import cn.zhengai.catalogue.finding.Place;
import cn.zhengai.catalogue.node.Node;
import cn.zhengai.catalogue.node.Scalar;
import cn.zhengai.workbook.Cell;
import cn.zhengai.workbook.Plain;

/** A number. */
public record NumberForm() implements Form {

    @Override
    public Shown write(Node value) {
        return value instanceof Scalar scalar && scalar.kind() == Scalar.Kind.NUMBER
                ? Shown.Figure.of(scalar.text())
                : new Shown.Text(Scalars.text(value));
    }

    @Override
    public Node read(Cell cell, Place place) {
        return Plain.number(cell.text())
                .map(number -> Scalars.number(place, number))
                .orElseGet(() -> Scalars.text(place, cell.plain()));
    }
}
