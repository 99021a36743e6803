/**
 * From node trees to values of the core, each kept with the entry it was read from. Reports what cannot become a
 * value; entries the schema refused are left out in silence. Does not judge whether values make sense together.
 * Start at {@link cn.zhengai.catalogue.build.Draft}.
 */
@NullMarked
package cn.zhengai.catalogue.build;

import org.jspecify.annotations.NullMarked;
