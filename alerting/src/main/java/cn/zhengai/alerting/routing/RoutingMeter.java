package cn.zhengai.alerting.routing;

/** What routing counts. Called by the router's thread. */
public interface RoutingMeter {
    /** Counts nothing. */
    RoutingMeter NONE = new RoutingMeter() {
        @Override
        public void routed(long notices) {}

        @Override
        public void unaddressed(long facts) {}
    };

    /** Notices put into the outbox. */
    void routed(long notices);

    /** Facts that should be told, for which no unit up to the root has a contact. */
    void unaddressed(long facts);
}
