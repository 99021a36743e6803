package cn.zhengai.collector.pull;

import cn.zhengai.collector.intake.IntakeDesk;
import cn.zhengai.core.port.Cursors;
import java.util.concurrent.Executor;

/**
 * What pulling needs of its surroundings.
 *
 * @param readAhead runs what fetches the next rows while the last are dealt with; one task at a time
 */
public record PullPorts(IntakeDesk desk, Cursors cursors, Sources sources, Executor readAhead) {}
