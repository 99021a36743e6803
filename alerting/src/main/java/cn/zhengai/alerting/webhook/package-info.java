/**
 * Notices as JSON posted to addresses that are named in the settings, for their URLs are credentials. Start at
 * {@link cn.zhengai.alerting.webhook.WebhookNotifier}.
 */
@NullMarked
package cn.zhengai.alerting.webhook;

import org.jspecify.annotations.NullMarked;
