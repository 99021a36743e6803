package cn.zhengai.collector.follow;

import cn.zhengai.collector.intake.IntakeDesk;
import cn.zhengai.core.port.Cursors;

/** What following needs of its surroundings. */
public record FollowPorts(IntakeDesk desk, Cursors cursors, Topics topics) {}
