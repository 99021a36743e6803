/**
 * What a college declares: organisation, subjects, control points, cycles, goals. Values only; where they are written
 * down (YAML, later workbooks) is not known here. Start at {@link cn.zhengai.core.catalogue.Catalogue}.
 */
@NullMarked
package cn.zhengai.core.catalogue;

import org.jspecify.annotations.NullMarked;
