/**
 * Notices as mail: through an SMTP server, or as files in a pickup directory. Start at
 * {@link cn.zhengai.alerting.mail.MailNotifier}.
 */
@NullMarked
package cn.zhengai.alerting.mail;

import org.jspecify.annotations.NullMarked;
