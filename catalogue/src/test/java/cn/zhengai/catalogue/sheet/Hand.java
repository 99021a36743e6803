package cn.zhengai.catalogue.sheet;

import cn.zhengai.catalogue.CatalogueFolder;
import cn.zhengai.catalogue.CatalogueWorkbook;
import cn.zhengai.catalogue.StarterCatalogue;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The starter catalogue's workbook, and a person's hand in it. */
final class Hand {
    private final Path file;

    Hand(Path folder) throws IOException {
        Path starter = folder.resolve("starter");
        StarterCatalogue.unpackTo(starter);
        this.file = folder.resolve("hand.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            CatalogueWorkbook.write(CatalogueFolder.documents(starter).documents(), out);
        }
    }

    Path file() {
        return file;
    }

    void edit(Consumer<XSSFWorkbook> changes) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            changes.accept(workbook);
            try (OutputStream out = Files.newOutputStream(file)) {
                workbook.write(out);
            }
        }
    }

    /** The cell of a column in the row that begins with a word; made when it is empty. */
    static XSSFCell cell(XSSFWorkbook workbook, String sheet, String begins, String header) {
        XSSFSheet at = workbook.getSheet(sheet);
        int column = -1;
        for (int i = 0; i < at.getRow(0).getLastCellNum(); i++) {
            if (at.getRow(0).getCell(i).getStringCellValue().equals(header)) {
                column = i;
            }
        }
        for (int i = 1; i <= at.getLastRowNum(); i++) {
            XSSFRow row = at.getRow(i);
            if (row.getCell(0).toString().equals(begins)) {
                return row.getCell(column) == null ? row.createCell(column) : row.getCell(column);
            }
        }
        throw new AssertionError("no row " + begins + " in " + sheet);
    }
}
