/**
 * Names declared anywhere in the catalogue and what they refer to; unknown names get a suggestion. Must work on
 * entries that are wrong otherwise, so that one fault is not reported as many. Start at {@link
 * cn.zhengai.catalogue.reference.References}.
 */
@NullMarked
package cn.zhengai.catalogue.reference;

import org.jspecify.annotations.NullMarked;
