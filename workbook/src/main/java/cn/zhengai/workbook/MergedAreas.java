package cn.zhengai.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The merged areas of a sheet, met row by row: fills every cell of an area with what its first cell says. A sheet names
 * its areas after its rows, so they are looked for first, without parsing what comes before.
 */
final class MergedAreas {
    private static final String NAME = "mergeCell ";
    private static final Pattern AREA =
            Pattern.compile("<(?:\\w+:)?mergeCell\\s[^>]*?ref=[\"']([A-Z]{1,3}\\d{1,7}):([A-Z]{1,3}\\d{1,7})[\"']");
    private static final int CHUNK = 1 << 16;
    private static final int LONGEST_TAG = 200;

    private final Deque<Area> ahead;
    private final List<Area> open = new ArrayList<>();

    private MergedAreas(List<Area> areas) {
        areas.sort(Comparator.comparingInt(area -> area.from.row()));
        this.ahead = new ArrayDeque<>(areas);
    }

    /** @param sheet the XML of a sheet; read to its end */
    static MergedAreas of(InputStream sheet) throws IOException {
        List<Area> areas = new ArrayList<>();
        byte[] chunk = new byte[CHUNK];
        String rest = "";
        for (int n = sheet.readNBytes(chunk, 0, CHUNK); n > 0; n = sheet.readNBytes(chunk, 0, CHUNK)) {
            String text = rest + new String(chunk, 0, n, StandardCharsets.ISO_8859_1);
            int done = text.contains(NAME) ? collect(text, areas) : 0;
            rest = text.substring(Math.max(done, text.length() - LONGEST_TAG));
        }
        return new MergedAreas(areas);
    }

    private static int collect(String text, List<Area> areas) {
        Matcher tag = AREA.matcher(text);
        int end = 0;
        while (tag.find()) {
            Optional<CellName> from = CellName.parse(tag.group(1));
            Optional<CellName> to = CellName.parse(tag.group(2));
            if (from.isPresent() && to.isPresent()) {
                areas.add(new Area(from.get(), to.get()));
            }
            end = tag.end();
        }
        return end;
    }

    /** The cells of a row with the areas' words filled in; rows must come in order. */
    @Nullable
    Cell[] fill(int row, @Nullable Cell[] cells) {
        while (!ahead.isEmpty() && ahead.peek().from.row() <= row) {
            open.add(ahead.remove());
        }
        if (open.isEmpty()) {
            return cells;
        }
        @Nullable Cell[] filled = cells;
        for (Area area : open) {
            filled = area.fill(row, filled);
        }
        open.removeIf(area -> area.to.row() <= row);
        return filled;
    }

    private static final class Area {
        private final CellName from;
        private final CellName to;
        private @Nullable Cell first;

        Area(CellName from, CellName to) {
            this.from = from;
            this.to = to;
        }

        @Nullable
        Cell[] fill(int row, @Nullable Cell[] cells) {
            if (row == from.row() && from.column() <= cells.length) {
                first = cells[from.column() - 1];
            }
            if (first == null || row > to.row()) {
                return cells;
            }
            @Nullable Cell[] filled = cells.length >= to.column() ? cells : Arrays.copyOf(cells, to.column());
            for (int column = from.column(); column <= to.column(); column++) {
                if (filled[column - 1] == null) {
                    filled[column - 1] = first.spreading();
                }
            }
            return filled;
        }
    }
}
