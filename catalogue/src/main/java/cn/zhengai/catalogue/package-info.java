/** From YAML files to the catalogue of control points. Knows core, never another feature. */
@NullMarked
package cn.zhengai.catalogue;

import org.jspecify.annotations.NullMarked;
