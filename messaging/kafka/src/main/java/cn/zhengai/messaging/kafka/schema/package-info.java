/** JSON Schemas of the records of our topics, for whoever reads and writes them beside us. Start at {@link cn.zhengai.messaging.kafka.schema.PublishedSchema}. */
@NullMarked
package cn.zhengai.messaging.kafka.schema;

import org.jspecify.annotations.NullMarked;
