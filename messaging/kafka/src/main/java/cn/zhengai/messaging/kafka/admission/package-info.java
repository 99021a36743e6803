/** What the catalogue says of records that others wrote. Start at {@link cn.zhengai.messaging.kafka.admission.CatalogueAdmission}. */
@NullMarked
package cn.zhengai.messaging.kafka.admission;

import org.jspecify.annotations.NullMarked;
