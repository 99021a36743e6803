package cn.zhengai.storage.jdbc;

import cn.zhengai.core.port.Trouble;
import java.sql.SQLException;

/** All that differs between databases; everything else is SQL that SQLite and PostgreSQL share. */
interface Dialect {
    /** A parenthesised subquery whose only column are the strings of the JSON array bound to its one parameter. */
    String elements();

    /** What the database failed at. */
    Trouble trouble(SQLException failure);
}
