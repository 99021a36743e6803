/**
 * Workbooks (xlsx) as people fill them in: cells read as text with their positions, what people type made plain, and a
 * copy handed back with marked cells and comments. It must not know what a workbook is about. Start at
 * {@link cn.zhengai.workbook.SheetReader} for reading and {@link cn.zhengai.workbook.AnnotatedCopy} for answering.
 */
@NullMarked
package cn.zhengai.workbook;

import org.jspecify.annotations.NullMarked;
