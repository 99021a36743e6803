package cn.zhengai.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/**
 * An xlsx file, open for reading sheet by sheet and row by row; memory does not grow with the rows, only with the
 * different texts of the file. For one thread. {@link AnnotatedCopy#RESULTS} is never among the sheets: it is our own
 * answer to an earlier version of the file.
 */
public final class SheetReader implements AutoCloseable {
    private final ReadableWorkbook workbook;
    private final Parts parts;

    private SheetReader(ReadableWorkbook workbook, Parts parts) {
        this.workbook = workbook;
        this.parts = parts;
    }

    /**
     * Opens a file.
     *
     * @throws UnreadableWorkbook when it is no xlsx, with a sentence for people
     * @throws IOException when the disk fails
     */
    public static SheetReader open(Path file) throws IOException {
        refuseWhatIsNone(file);
        Parts parts = null;
        try {
            parts = Parts.open(file);
            return new SheetReader(workbook(file, parts.hasStyles()), parts);
        } catch (IOException | RuntimeException broken) {
            if (parts != null) {
                parts.close();
            }
            throw new UnreadableWorkbook(UnreadableWorkbook.Why.NOT_XLSX, broken);
        }
    }

    private static ReadableWorkbook workbook(Path file, boolean styles) throws IOException {
        return new ReadableWorkbook(file.toFile(), new ReadingOptions(styles, true));
    }

    private static void refuseWhatIsNone(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(8);
        } catch (NoSuchFileException missing) {
            throw new UnreadableWorkbook(UnreadableWorkbook.Why.MISSING, missing);
        }
        if (head.length == 0) {
            throw new UnreadableWorkbook(UnreadableWorkbook.Why.EMPTY, new IOException("no bytes: " + file));
        }
        if (ReadableWorkbook.isOLE2Header(head)) {
            throw new UnreadableWorkbook(UnreadableWorkbook.Why.OLD_XLS, new IOException("OLE2: " + file));
        }
    }

    /** Names of the sheets, in order; hidden ones too. */
    public List<String> sheets() {
        return workbook.getSheets()
                .map(Sheet::getName)
                .filter(name -> !name.equals(AnnotatedCopy.RESULTS))
                .toList();
    }

    /**
     * Gives every row that the file holds, in order; rows never touched are left out. Merged areas are filled.
     *
     * @throws UnreadableWorkbook when the sheet breaks off or is garbled; rows before that have been given
     * @throws IllegalArgumentException when there is no such sheet
     */
    public void read(String sheet, Consumer<SheetRow> rows) throws IOException {
        Sheet found = workbook.findSheet(sheet).orElseThrow(() -> new IllegalArgumentException("no sheet " + sheet));
        CellText text = new CellText();
        Stream<Row> stream;
        MergedAreas merged;
        try {
            merged = MergedAreas.of(parts.sheet(found.getId()));
            stream = found.openStream();
        } catch (IOException | RuntimeException broken) {
            throw new UnreadableWorkbook(UnreadableWorkbook.Why.BROKEN, broken);
        }
        try (stream) {
            stream.forEachOrdered(row -> rows.accept(row(row, text, merged)));
        } catch (ExcelReaderException | UncheckedIOException broken) {
            throw new UnreadableWorkbook(UnreadableWorkbook.Why.BROKEN, broken);
        }
    }

    private static SheetRow row(Row row, CellText text, MergedAreas merged) {
        @Nullable Cell[] cells = new @Nullable Cell[row.getCellCount()];
        for (int i = 0; i < cells.length; i++) {
            Optional<Cell> cell = text.of(row.getOptionalCell(i).orElse(null));
            cells[i] = cell.orElse(null);
        }
        return new SheetRow(row.getRowNum(), merged.fill(row.getRowNum(), cells));
    }

    @Override
    public void close() throws IOException {
        try (parts) {
            workbook.close();
        }
    }
}
