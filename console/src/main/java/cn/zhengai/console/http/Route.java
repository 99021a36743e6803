package cn.zhengai.console.http;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;

/**
 * One way to call the console.
 *
 * @param path in Javalin's notation: {@code /api/v1/warnings/{id}}
 */
public record Route(HandlerType method, String path, Handler handler) {

    public static Route get(String path, Handler handler) {
        return new Route(HandlerType.GET, path, handler);
    }

    public static Route post(String path, Handler handler) {
        return new Route(HandlerType.POST, path, handler);
    }
}
