package cn.zhengai.dashboards.view;

import com.fasterxml.jackson.annotation.JsonFormat;

/**
 * A value at an instant.
 *
 * @param at epoch milliseconds
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
public record Sample(long at, double value) {}
