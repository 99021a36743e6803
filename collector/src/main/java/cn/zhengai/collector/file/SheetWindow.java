package cn.zhengai.collector.file;

import cn.zhengai.collector.mapping.Row;
import cn.zhengai.collector.mapping.Skip;
import cn.zhengai.collector.mapping.WrittenDay;
import cn.zhengai.core.catalogue.SourceMapping;
import cn.zhengai.core.catalogue.SourceMapping.Measure;
import cn.zhengai.core.catalogue.SourceMapping.Sheet;
import cn.zhengai.workbook.Cell;
import cn.zhengai.workbook.Plain;
import cn.zhengai.workbook.SheetRow;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One row of a sheet seen through the wanted columns, its figures and days made plain: {@code １，２３４人} with the declared
 * unit 人 is {@code 1234}, a cell of 0.95 shown as a percentage is {@code 95%}. A window that moves on; for one thread.
 */
final class SheetWindow implements Row {
    private final Sheet form;
    private final Map<String, Integer> header;
    private final List<String> names;
    private final int[] places;
    private final boolean[] figures;
    private final int[] figurePlaces;
    private final int[] subjectPlaces;
    private final int timePlace;
    private final boolean written;
    private final ZoneId zone;
    private SheetRow row = SheetRow.of(1, List.of());
    private String lastDay = "";
    private long lastInstant = NO_INSTANT;

    SheetWindow(SourceMapping mapping, Sheet form, Map<String, Integer> header, List<String> columns, ZoneId zone) {
        this.form = form;
        this.header = header;
        this.zone = zone;
        this.names = columns;
        this.places = columns.stream().mapToInt(this::place).toArray();
        Set<String> measured = new HashSet<>();
        for (Measure one : mapping.measures()) {
            Stream.of(one.value(), one.numerator(), one.denominator())
                    .flatMap(Optional::stream)
                    .forEach(measured::add);
        }
        this.figures = new boolean[columns.size()];
        for (int i = 0; i < figures.length; i++) {
            figures[i] = measured.contains(columns.get(i));
        }
        this.figurePlaces =
                measured.stream().mapToInt(this::place).filter(p -> p > 0).toArray();
        this.subjectPlaces = columns.stream()
                .filter(name -> mapping.subject().contains("{" + name + "}"))
                .mapToInt(this::place)
                .toArray();
        this.timePlace = place(mapping.time().column());
        this.written = !mapping.time().format().startsWith("epoch");
    }

    /** 0 when the sheet lacks the column. */
    private int place(String name) {
        return header.getOrDefault(name.replaceAll("\\s+", ""), 0);
    }

    void move(SheetRow to) {
        row = to;
    }

    /** Why it is no row; empty when it is one. */
    Optional<Skip> skip() {
        if (row.isBlank()) {
            return Optional.of(Skip.BLANK_LINE);
        }
        if (isDeclared()) {
            return Optional.of(Skip.DECLARED_ROW);
        }
        return isNote() ? Optional.of(Skip.NOTE_ROW) : Optional.empty();
    }

    private boolean isDeclared() {
        if (form.skip().isEmpty()) {
            return false;
        }
        String first = "";
        for (int column = 1; column <= row.width() && first.isEmpty(); column++) {
            first = row.text(column);
        }
        for (String pattern : form.skip()) {
            boolean open = pattern.endsWith("*");
            String bare = open ? pattern.substring(0, pattern.length() - 1) : pattern;
            if (open ? first.startsWith(bare) : first.equals(bare)) {
                return true;
            }
        }
        return false;
    }

    /** One text across the row, or nothing measured and nobody or no time named. */
    private boolean isNote() {
        if (saysOneThing()) {
            return true;
        }
        boolean measured = false;
        for (int place : figurePlaces) {
            measured |= !row.text(place).isEmpty();
        }
        boolean named = subjectPlaces.length == 0;
        for (int place : subjectPlaces) {
            named |= !row.text(place).isEmpty();
        }
        return !measured && (!named || row.text(timePlace).isEmpty());
    }

    /** One cell of its own, and what others repeat is the same. */
    private boolean saysOneThing() {
        int own = 0;
        String text = "";
        for (int column = 1; column <= row.width(); column++) {
            Optional<Cell> cell = row.cell(column);
            String plain = cell.isPresent() ? cell.get().plain() : "";
            if (!plain.isEmpty()) {
                own += cell.get().spread() ? 0 : 1;
                if (own > 1 || (!text.isEmpty() && !text.equals(plain))) {
                    return false;
                }
                text = plain;
            }
        }
        return own == 1;
    }

    @Override
    public int number() {
        return row.number();
    }

    @Override
    public @Nullable String cell(int slot) {
        Optional<Cell> cell = row.cell(places[slot]);
        if (cell.isEmpty()) {
            return null;
        }
        Cell found = cell.get();
        return figures[slot] && found.kind() == Cell.Kind.TEXT ? figure(found.plain()) : found.plain();
    }

    /** A number as people type it; what is none comes back as it is. */
    private String figure(String text) {
        String sign = text.endsWith("%") || text.endsWith("‰") ? text.substring(text.length() - 1) : "";
        String bare = text.substring(0, text.length() - sign.length()).strip();
        for (String unit : form.units()) {
            if (bare.endsWith(unit) && bare.length() > unit.length()) {
                bare = bare.substring(0, bare.length() - unit.length()).strip();
                break;
            }
        }
        Optional<String> number = Plain.number(bare);
        return number.isPresent() ? number.get() + sign : text;
    }

    /** A day as people write it, in the college's zone; what is none is left to the mapping. */
    @Override
    public long instant() {
        Optional<Cell> cell = written ? row.cell(timePlace) : Optional.empty();
        if (cell.isEmpty()) {
            return NO_INSTANT;
        }
        String text = cell.get().text();
        if (!text.equals(lastDay)) {
            lastDay = text;
            lastInstant = WrittenDay.instant(text, zone);
        }
        return lastInstant;
    }

    @Override
    public String raw() {
        List<String> texts = new ArrayList<>();
        for (int column = 1; column <= row.width(); column++) {
            texts.add(row.text(column));
        }
        return String.join("\t", texts);
    }

    /** Those that are read under the mapping's names and with their figures plain, so that they can be sent again. */
    @Override
    public Map<String, String> columns() {
        Map<Integer, String> read = new HashMap<>();
        for (int slot = 0; slot < places.length; slot++) {
            read.put(places[slot], names.get(slot));
        }
        Map<String, String> cells = new LinkedHashMap<>();
        header.forEach((name, column) -> {
            String own = read.getOrDefault(column, name);
            int slot = names.indexOf(own);
            String text = slot < 0 ? null : cell(slot);
            cells.put(own, text == null ? row.text(column) : text);
        });
        return cells;
    }
}
