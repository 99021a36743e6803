package cn.zhengai.catalogue.cell;

import cn.zhengai.catalogue.finding.Place;
import cn.zhengai.catalogue.node.Node;
import cn.zhengai.workbook.Cell;
import java.util.List;

/** How the values of a key look in a cell. {@code read(write(value))} means the same as the value. */
public sealed interface Form
        permits TextForm,
                NameForm,
                NumberForm,
                DayForm,
                TruthForm,
                ChoiceForm,
                ListForm,
                LineForm,
                PatienceForm,
                WholeForm {

    /** What to put into the cell. */
    Shown write(Node value);

    /** What a cell says, which is not blank. */
    Node read(Cell cell, Place place);

    /** What may be chosen, in Chinese; empty when anything may be written. */
    default List<String> choices() {
        return List.of();
    }
}
