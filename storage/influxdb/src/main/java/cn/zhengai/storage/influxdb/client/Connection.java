package cn.zhengai.storage.influxdb.client;

import cn.zhengai.core.port.PortException;
import cn.zhengai.core.port.Trouble;
import com.influxdb.client.InfluxDBClient;
import com.influxdb.client.InfluxDBClientFactory;
import com.influxdb.client.InfluxDBClientOptions;
import com.influxdb.client.WriteApiBlocking;
import com.influxdb.client.domain.WritePrecision;
import com.influxdb.exceptions.InfluxException;
import com.influxdb.exceptions.NotFoundException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/**
 * One database of one server. Writes and deletions go through the official client; questions over the HTTP library it is
 * made of, for its own InfluxQL calls hold a whole answer in memory and drop the errors of statements. Safe for use by many
 * threads.
 */
public final class Connection implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final String ROWS_AT_ONCE = "5000";
    private static final int LONGEST_SAID = 500;

    private final String token;
    private final String org;
    private final String database;
    private final InfluxDBClient client;
    private final WriteApiBlocking writes;
    private final OkHttpClient http;
    private final HttpUrl queries;
    private volatile boolean closed;

    private Connection(URI url, String token, String org, String database, Duration patience) {
        this.token = token;
        this.org = org;
        this.database = database;
        this.http = new OkHttpClient.Builder()
                .connectTimeout(CONNECT)
                .readTimeout(patience)
                .writeTimeout(patience)
                .build();
        this.client = InfluxDBClientFactory.create(InfluxDBClientOptions.builder()
                .url(url.toString())
                .authenticateToken(token.toCharArray())
                .org(org)
                .bucket(database)
                .okHttpClient(http.newBuilder())
                .build());
        this.writes = client.getWriteApiBlocking();
        this.queries = Objects.requireNonNull(HttpUrl.get(url))
                .newBuilder()
                .addPathSegment("query")
                .addQueryParameter("db", database)
                .addQueryParameter("epoch", "ns")
                .addQueryParameter("chunked", "true")
                .addQueryParameter("chunk_size", ROWS_AT_ONCE)
                .build();
    }

    /**
     * Does not call yet.
     *
     * @param database the bucket, or the database
     * @param patience how long the server may say nothing before a call fails
     */
    public static Connection to(URI url, String token, String org, String database, Duration patience) {
        return new Connection(url, token, org, database, patience);
    }

    /**
     * Writes points of line protocol, times in nanoseconds. When it returns they are durable; when it throws, any of them
     * may be.
     */
    public void write(String lines) {
        demandOpen();
        try {
            writes.writeRecord(database, org, WritePrecision.NS, lines);
        } catch (InfluxException failed) {
            throw Failures.of("写入", failed);
        }
    }

    /**
     * Asks one statement; rows are handed on as they come, by this thread.
     *
     * @throws PortException also when the statement failed or the answer was cut short: what was handed on is then a part
     */
    public void ask(String statement, Consumer<Row> sink) {
        demandOpen();
        Request request = new Request.Builder()
                .url(queries)
                .header("Authorization", "Token " + token)
                .header("Accept", "application/json")
                .header("Accept-Encoding", "identity") // to compress costs the engine more than to answer
                .post(new FormBody.Builder().add("q", statement).build())
                .build();
        try (Response response = http.newCall(request).execute()) {
            ResponseBody body = Objects.requireNonNull(response.body());
            if (!response.isSuccessful()) {
                String said = body.string();
                throw Failures.status("查询", response.code(), said.substring(0, Math.min(LONGEST_SAID, said.length())));
            }
            read(body, sink);
        } catch (IOException failed) {
            throw Failures.unreachable("查询", failed);
        }
    }

    private static void read(ResponseBody body, Consumer<Row> sink) {
        try {
            Answer.read(body.byteStream(), sink);
        } catch (IOException failed) {
            throw Failures.unreadable(failed);
        }
    }

    /**
     * Takes points away. A server without the call for it (release 1.8) is asked by a statement of InfluxQL; one that has
     * neither (release 3) refuses.
     */
    public void delete(Deletion deletion) {
        demandOpen();
        try {
            client.getDeleteApi().delete(deletion.start(), deletion.stop(), deletion.predicate(), database, org);
        } catch (NotFoundException noSuchCall) {
            ask(deletion.statement(), row -> {});
        } catch (InfluxException failed) {
            throw Failures.of("清除", failed);
        }
    }

    /** Does some work in another thread. */
    <T> Future<T> meanwhile(Supplier<T> work) {
        demandOpen();
        try {
            return http.dispatcher().executorService().submit(work::get);
        } catch (RejectedExecutionException closing) {
            throw closed(closing);
        }
    }

    /** @throws PortException when it was closed */
    public void demandOpen() {
        if (closed) {
            throw closed(null);
        }
    }

    private static PortException closed(@Nullable Throwable cause) {
        return new PortException(Trouble.UNAVAILABLE, "时序库的连接已关闭。", cause);
    }

    @Override
    public void close() {
        closed = true;
        client.close();
        http.connectionPool().evictAll();
        http.dispatcher().executorService().shutdown();
    }
}
