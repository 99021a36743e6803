/**
 * From a folder of YAML files to the catalogue of control points, or to a list of what is wrong with it. Knows core,
 * never another feature. Start at {@link cn.zhengai.catalogue.CatalogueFolder}.
 *
 * <p>The way: bytes, text and node tree ({@code yaml}, {@code node}), schema ({@code schema}), values ({@code build},
 * {@code reference}), sense ({@code lint}). Another front end joins at {@link
 * cn.zhengai.catalogue.CatalogueReading#of}.
 */
@NullMarked
package cn.zhengai.catalogue;

import org.jspecify.annotations.NullMarked;
