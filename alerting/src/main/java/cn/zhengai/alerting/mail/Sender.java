package cn.zhengai.alerting.mail;

/** From whom mails come: {@code zhengai@example.edu.cn}, 诊改系统. */
public record Sender(String address, String name) {
    public Sender {
        if (address.indexOf('@') < 1 || address.indexOf('@') == address.length() - 1) {
            throw new IllegalArgumentException("not a mail address: " + address);
        }
    }

    String domain() {
        return address.substring(address.indexOf('@') + 1);
    }
}
