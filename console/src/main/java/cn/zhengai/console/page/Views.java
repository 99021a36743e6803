package cn.zhengai.console.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;

/** Renders the precompiled templates; everything put into them is escaped for where it stands. */
public final class Views {
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

    public void show(Context ctx, String template, Object page) {
        StringOutput out = new StringOutput(32_768);
        engine.render(template + ".jte", page, out);
        ctx.header("Cache-Control", "no-store");
        ctx.contentType("text/html; charset=utf-8").result(out.toString());
    }
}
