/**
 * One value of a catalogue as people see it in a cell, and back: Chinese words for choices, lists in one cell, real
 * numbers and days. What a cell says and nobody understands is passed on as it is; the schema has a sentence for it. It
 * must not know sheets or keys. Start at {@link cn.zhengai.catalogue.cell.Form}.
 */
@NullMarked
package cn.zhengai.catalogue.cell;

import org.jspecify.annotations.NullMarked;
