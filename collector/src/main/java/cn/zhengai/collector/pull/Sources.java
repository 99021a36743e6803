package cn.zhengai.collector.pull;

import cn.zhengai.core.catalogue.SourceMapping;
import java.time.ZoneId;

/** Makes the source that a mapping with a {@code pull} asks for; connects to nothing yet. */
public interface Sources {
    /** @param zone the college's */
    Source of(SourceMapping mapping, ZoneId zone);
}
