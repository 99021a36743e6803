package cn.zhengai.storage.jdbc;

/** How those who write get their transactions. For many threads. */
interface Writer {
    /**
     * Returns when what the work did is durable; throws what it threw, or what the database said, and then nothing of it
     * stays. The work may run more than once and on another thread; only the last time counts.
     */
    <T> T run(Database.Work<T> work);
}
