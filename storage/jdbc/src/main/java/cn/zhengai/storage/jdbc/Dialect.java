package cn.zhengai.storage.jdbc;

import cn.zhengai.core.port.Trouble;
import java.sql.SQLException;
import java.util.Collection;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** All that differs between databases; everything else is SQL that SQLite and PostgreSQL share. */
interface Dialect {
    /** Folder of the scripts that make its tables. */
    String scripts();

    /** How values are bound and read where the driver's own way is not enough. */
    void teach(Jdbi jdbi);

    /** How writers get their transactions. */
    Writer writer(Jdbi jdbi);

    /** The condition that a column is among the strings bound, as {@link #list}, to its one parameter. */
    String among(String column);

    /** Strings as the one parameter of {@link #among}. */
    Object list(Collection<String> strings);

    /** Epoch milliseconds by the database's own clock, as an expression. */
    String clock();

    /** Ends a select: its rows are for this transaction, and rows that others have taken are left out. */
    String takingFree();

    /**
     * From here to the end of the transaction nobody else passes with the same name. For what is read first and written
     * after.
     */
    void guard(Handle handle, String name);

    /** Table, column and declared type of everything that is stored. */
    String columns();

    /** Begins a transaction that sees everything as it stands now. */
    void beginReading(Handle handle);

    /** Numbers that the database gives out go on after those that are there. */
    void continueNumbers(Handle handle);

    /** What the database failed at. */
    Trouble trouble(SQLException failure);

    /** Whether a transaction failed only because others were at work; run again it may succeed. */
    boolean brokenOff(SQLException failure);

    /** What to do about a trouble: a Chinese sentence. */
    String advice(Trouble trouble);
}
