package cn.zhengai.catalogue.cell;

import cn.zhengai.catalogue.finding.Place;
import cn.zhengai.catalogue.node.Node;
import cn.zhengai.catalogue.node.Scalar;
import cn.zhengai.workbook.Cell;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Yes or no. */
public record TruthForm() implements Form {
    private static final String YES = "是";
    private static final String NO = "否";
    private static final Set<String> ALSO_YES = Set.of(YES, "true", "yes", "y", "1", "√", "✓", "✔", "对", "启用");
    private static final Set<String> ALSO_NO = Set.of(NO, "false", "no", "n", "0", "×", "✗", "✘", "停用", "不");

    @Override
    public Shown write(Node value) {
        String text = Scalars.text(value);
        return new Shown.Text(text.equals("true") ? YES : text.equals("false") ? NO : text);
    }

    @Override
    public Node read(Cell cell, Place place) {
        String text = cell.plain().toLowerCase(Locale.ROOT);
        if (ALSO_YES.contains(text)) {
            return new Scalar(place, "true", Scalar.Kind.TRUTH);
        }
        return ALSO_NO.contains(text)
                ? new Scalar(place, "false", Scalar.Kind.TRUTH)
                : Scalars.text(place, cell.plain());
    }

    @Override
    public List<String> choices() {
        return List.of(YES, NO);
    }
}
