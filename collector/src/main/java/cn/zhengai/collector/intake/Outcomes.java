package cn.zhengai.collector.intake;

import cn.zhengai.core.reading.Rejection;

/** Is told how each row of a batch was judged, in the order of the rows. */
public interface Outcomes {
    /** Nobody listens. */
    Outcomes UNHEARD = new Outcomes() {
        @Override
        public void rejected(Rejection rejection) {
            // nobody listens
        }

        @Override
        public void judged(int row, int accepted, int rejected) {
            // nobody listens
        }
    };

    /** A measure of the row, or all of it, is no reading; before {@link #judged} of the row. */
    void rejected(Rejection rejection);

    /** The row is done: so many readings, so many rejections; neither when all its optional cells are empty. */
    void judged(int row, int accepted, int rejected);
}
