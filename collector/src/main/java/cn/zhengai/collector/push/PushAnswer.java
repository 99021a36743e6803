package cn.zhengai.collector.push;

import java.util.OptionalInt;

/**
 * What the sender gets.
 *
 * @param status of HTTP
 * @param contentType with its charset; empty when there is no body
 * @param retryAfter seconds, for the header of that name
 */
public record PushAnswer(int status, String contentType, String body, OptionalInt retryAfter) {}
