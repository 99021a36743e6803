package cn.zhengai.storage.jdbc;

import cn.zhengai.core.port.Cursors.RowDigest;
import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Rows of a span as bytes: each its id in UTF-8 with two bytes of length before it, then the eight of its digest. */
final class PackedRows {
    private static final int USUAL_ROW = 20;

    private PackedRows() {}

    static byte[] pack(List<RowDigest> rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(rows.size() * USUAL_ROW);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (RowDigest row : rows) {
                out.writeUTF(row.id());
                out.writeLong(row.digest());
            }
        } catch (IOException tooLong) {
            throw new PortException(Trouble.REFUSED, "行的编号过长，无法保存", tooLong);
        }
        return bytes.toByteArray();
    }

    /** Adds what was packed; an id that is there gets the later digest. */
    static void unpack(byte[] packed, Map<String, Long> into) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(packed))) {
            while (in.available() > 0) {
                into.put(in.readUTF(), in.readLong());
            }
        } catch (IOException cut) {
            throw new PortException(Trouble.CORRUPT, "账本中拉取过的行无法读取", cut);
        }
    }
}
