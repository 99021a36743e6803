package cn.zhengai.catalogue.cell;

import cn.zhengai.catalogue.finding.Place;
import cn.zhengai.catalogue.node.Node;
import cn.zhengai.workbook.Cell;
import cn.zhengai.workbook.Plain;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** A day: a real one in the cell, or any usual way of writing it. */
public record DayForm() implements Form {
    private static final int FIRST_YEAR = 1901;

    @Override
    public Shown write(Node value) {
        String text = Scalars.text(value).trim();
        try {
            LocalDate day = LocalDate.parse(text);
            return day.getYear() < FIRST_YEAR ? new Shown.Text(text) : new Shown.Day(day);
        } catch (DateTimeParseException none) {
            return new Shown.Text(text);
        }
    }

    @Override
    public Node read(Cell cell, Place place) {
        return Scalars.text(
                place,
                Plain.day(cell.text()).map(day -> day.replace("T00:00:00", "")).orElseGet(cell::plain));
    }
}
