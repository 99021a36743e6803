package cn.zhengai.core.evidence;

/**
 * How an answer comes out of its parts.
 *
 * @param formula the arithmetic or comparison with its numbers, Chinese; {@code …} marks a figure longer than shown
 * @param source where the rule stands: an article of the policy, or what the catalogue declares
 */
public record Working(String formula, String source) {}
