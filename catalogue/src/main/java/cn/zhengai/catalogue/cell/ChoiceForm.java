package cn.zhengai.catalogue.cell;

import cn.zhengai.catalogue.finding.Place;
import cn.zhengai.catalogue.node.Node;
import cn.zhengai.workbook.Cell;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One of several words.
 *
 * @param chinese what people see, by the word of the files; no two alike
 */
public record ChoiceForm(Map<String, String> chinese) implements Form {
    public ChoiceForm {
        chinese = Collections.unmodifiableMap(new LinkedHashMap<>(chinese));
    }

    @Override
    public Shown write(Node value) {
        String word = Scalars.text(value);
        return new Shown.Text(chinese.getOrDefault(word, word));
    }

    /** The Chinese or the word itself; anything else stays as it is. */
    @Override
    public Node read(Cell cell, Place place) {
        String said = cell.plain();
        String word = said.toLowerCase(Locale.ROOT);
        return Scalars.text(
                place,
                chinese.entrySet().stream()
                        .filter(choice -> choice.getValue().equals(said)
                                || choice.getKey().equals(word))
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(said));
    }

    @Override
    public List<String> choices() {
        return List.copyOf(chinese.values());
    }
}
