package cn.zhengai.catalogue.sheet;

import cn.zhengai.catalogue.sheet.SheetPlan.Shape;
import java.util.List;
import org.dhatim.fastexcel.HyperLink;
import org.dhatim.fastexcel.Worksheet;

/** The first sheet: what the workbook is, how to fill it in, which sheets there are. */
final class Cover {
    static final String NAME = "说明";
    /** Label of the line that says for which layout of sheets the workbook was written. */
    static final String VERSION_LABEL = "模板版本";

    static final int VERSION = 1;

    private static final List<String> HOW = List.of(
            "每张表一类内容，一行一条；表头为橙色的列必填，蓝色的可以不填。把鼠标移到表头上可以看到这一列怎样写。",
            "列的顺序可以调整，空行不要紧；多出的列不会被读取。表名和列名请不要改。",
            "一格写几个值时用顿号隔开，例如：质管办、质量办。单位可以写编号、全称或别名。",
            "三个值可以只写数字，也可以写“>= 98”“不低于98”“14..16”“12..18 之外”；百分号写在计量单位里，值里不用写。",
            "检查：zhengai check 文件.xlsx　导入：zhengai catalogue import 文件.xlsx --data 数据目录。",
            "有错误时得到一份标好位置的批注副本，原来的目录不变；在副本上改好可以直接再交。");

    private Cover() {}

    static void write(Worksheet sheet, List<SheetPlan> plans) {
        sheet.width(0, 16);
        sheet.width(1, 110);
        sheet.value(0, 0, "诊改目录");
        sheet.style(0, 0).bold().fontSize(16).set();
        sheet.value(1, 0, VERSION_LABEL);
        sheet.value(1, 1, VERSION);
        sheet.style(1, 1).horizontalAlignment("left").set();
        int row = 2;
        row = heading(sheet, row + 1, "怎样填写");
        for (String line : HOW) {
            sheet.value(row, 1, line);
            sheet.style(row++, 1).wrapText(true).verticalAlignment("top").set();
        }
        row = heading(sheet, row + 1, "各表");
        for (SheetPlan plan : plans) {
            sheet.hyperlink(row, 0, HyperLink.internal("'" + plan.name() + "'!A1", plan.name()));
            sheet.style(row, 0).fontColor("0563C1").underlined().set();
            sheet.value(row++, 1, about(plan));
        }
        sheet.hideGridLines();
        sheet.pageOrientation("landscape");
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
    }

    private static int heading(Worksheet sheet, int row, String text) {
        sheet.value(row, 0, text);
        sheet.style(row, 0).bold().set();
        return row + 1;
    }

    private static String about(SheetPlan plan) {
        String columns = String.join(
                "、", plan.columns().stream().map(Column::header).limit(8).toList());
        String more = plan.columns().size() > 8
                ? " 等 " + plan.columns().size() + (plan.shape() == Shape.SETTINGS ? " 项" : " 列")
                : "";
        return columns + more;
    }
}
