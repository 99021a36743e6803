package cn.zhengai.collector.follow;

import cn.zhengai.core.catalogue.SourceMapping;

/** Makes the topic that a mapping with a {@code follow} asks for; connects to nothing yet. */
public interface Topics {
    Topic of(SourceMapping mapping);
}
