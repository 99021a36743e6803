/**
 * The catalogue as a workbook: which sheets and columns there are (taken from the schemas, so that no key is ever left
 * out), documents written into them and read back, and findings put where people see them. It must not know what the
 * keys mean. Start at {@link cn.zhengai.catalogue.sheet.Plans}.
 */
@NullMarked
package cn.zhengai.catalogue.sheet;

import org.jspecify.annotations.NullMarked;
