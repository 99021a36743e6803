/**
 * What a panel shows, decided: series, figures and rows with their words, colours and links, out of the answers to its
 * queries. Whoever draws it decides nothing. Start at {@link cn.zhengai.dashboards.view.PanelView}.
 */
@NullMarked
package cn.zhengai.dashboards.view;

import org.jspecify.annotations.NullMarked;
