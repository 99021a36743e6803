package cn.zhengai.collector.intake;

import cn.zhengai.core.port.Intake.Receipt;

/**
 * A batch that is durable.
 *
 * @param repeated it was taken in before; nothing was appended and the receipt is that of the first time
 */
public record Taken(Receipt receipt, boolean repeated) {}
