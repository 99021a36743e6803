// Asks for each panel of a board by itself, so that a slow one holds up no other, and puts what it shows in its place.
(function () {
  "use strict";
  var AGAIN = 5 * 60 * 1000, SOON = 30 * 1000, ROWS = 300, RETRY = "再试一次";
  var draw = window.zhengaiDraw, board, zone;
  function make(tag, style, text) {
    var made = document.createElement(tag);
    if (style) { made.className = style; }
    if (text !== undefined) { made.textContent = text; }
    return made;
  }
  function all(into, children) {
    children.forEach(function (child) { into.appendChild(child); });
    return into;
  }
  function link(way, text) {
    var made = make("a", "", text);
    made.href = way.path;
    made.title = way.title;
    return made;
  }
  function cut(shown, all) {
    return all > shown ? [make("p", "zg-quiet zg-cut", "只显示前 " + shown + " 行，共 " + all.toLocaleString("zh-CN") + " 行")] : [];
  }
  function rows(heads, lines) {
    var table = make("table", "zg-table zg-dense"), head = make("tr"), body = make("tbody");
    heads.forEach(function (h) { var th = make("th", "", h); th.scope = "col"; head.appendChild(th); });
    lines.forEach(function (line) { body.appendChild(all(make("tr"), line.map(function (text) { return make("td", "", text); }))); });
    table.appendChild(all(make("thead"), [head]));
    table.appendChild(body);
    return table;
  }
  // A table of the first things, and how many there are.
  function some(heads, things, line) {
    return [rows(heads, things.slice(0, ROWS).map(line))].concat(cut(ROWS, things.length));
  }
  // How much is shown of what a view was cut to.
  function held(view) {
    return (view.rows || view.names || view.gauges || []).length;
  }
  function scroll(content, name) {
    var place = make("div", "zg-scroll");
    place.tabIndex = 0;
    place.setAttribute("role", "region");
    place.setAttribute("aria-label", name);
    return all(place, [].concat(content));
  }

  // What a picture says, as a table.
  var said = {
    lines: function (view) {
      var by = new Map();
      view.lines.forEach(function (l, i) { l.points.forEach(function (p) {
        if (!by.has(p[0])) { by.set(p[0], []); }
        by.get(p[0])[i] = draw.value(view.measure, p[1]);
      }); });
      view.marks.forEach(function (m) {
        if (!by.has(m.at)) { by.set(m.at, []); }
        var of = by.get(m.at), place = view.lines.length;
        of[place] = (of[place] ? of[place] + "；" : "") + m.name + "：" + m.text.replace(/\n/g, " ");
      });
      var times = Array.from(by.keys()).sort(function (a, b) { return b - a; });
      var heads = ["时间"].concat(view.lines.map(function (l) { return l.name; }), view.marks.length ? ["事件"] : []);
      return some(heads, times, function (at) {
        var line = [draw.time(at, zone)];
        for (var i = 1; i < heads.length; i++) { line.push(by.get(at)[i - 1] || "—"); }
        return line;
      });
    },
    bars: function (view) {
      return some([""].concat(view.bars.map(function (b) { return b.name; })), view.names, function (name, i) {
        return [name].concat(view.bars.map(function (b) { return b.values[i] === null ? "—" : draw.value(view.measure, b.values[i]); }));
      });
    },
    states: function (view) {
      var lines = [];
      view.rows.forEach(function (row) { row.phases.slice().reverse().forEach(function (p) {
        lines.push([row.name, view.legend[p.shade].text, draw.time(p.from, zone), draw.time(p.until, zone)]);
      }); });
      return some(["", "状态", "从", "到"], lines, function (line) { return line; });
    },
    pie: function (view) {
      return some(["", "数量"], view.parts, function (p) { return [p.name, p.text]; });
    }
  };

  function swatch(name) {
    var box = make("canvas", "zg-swatch"), decal = draw.decal(name);
    box.width = 28;
    box.height = 18;
    var pen = box.getContext("2d");
    pen.fillStyle = draw.color(name);
    pen.fillRect(0, 0, 28, 18);
    if (decal) {
      pen.strokeStyle = pen.fillStyle = decal.color;
      pen.lineWidth = 3;
      for (var x = -18; x < 46; x += 9) {
        pen.beginPath();
        if (name === "unknown") { pen.arc(x, x % 2 ? 5 : 12, 2, 0, 7); pen.fill(); } else { var up = name === "in-warning"; pen.moveTo(x, up ? 0 : 18); pen.lineTo(x + 18, up ? 18 : 0); pen.stroke(); }
      }
    }
    return box;
  }
  function picture(view, body, title) {
    if (view.kind === "states") {
      body.appendChild(all(make("ul", "zg-shades"), view.legend.map(function (s) { return all(make("li"), [swatch(s.color), make("span", "", s.text)]); })));
    }
    var place = make("div", "zg-draw"), frame = all(make("div", "zg-draw-frame"), [place]), high = draw.height(view);
    place.setAttribute("role", "img");
    place.setAttribute("aria-label", title + "（图；下面“看数据”里是同样内容的表格）");
    all(body, [frame].concat(cut(held(view), view.all)));
    if (high > frame.clientHeight) {
      place.style.height = high + "px";
      frame.tabIndex = 0;
      frame.setAttribute("role", "region");
      frame.setAttribute("aria-label", title);
    }
    var chart = echarts.init(place, null, { renderer: "canvas" });
    function show() { chart.setOption(draw[view.kind](view, zone, place.clientWidth), true); }
    show();
    var data = make("details", "zg-data"), filled = false;
    data.appendChild(make("summary", "", "看数据"));
    data.addEventListener("toggle", function () {
      if (data.open && !filled) { data.appendChild(scroll(said[view.kind](view), title + "的数据")); filled = true; }
    });
    body.appendChild(data);
    return { draw: show, resize: function () { chart.resize(); show(); }, end: function () { chart.dispose(); } };
  }
  function spark(points, name) {
    var svg = document.createElementNS("http://www.w3.org/2000/svg", "svg"), path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    var values = points.map(function (p) { return p[1]; }), low = Math.min.apply(null, values), high = Math.max.apply(null, values), from = points[0][0], width = points[points.length - 1][0] - from || 1;
    svg.setAttribute("viewBox", "0 0 100 24");
    svg.setAttribute("preserveAspectRatio", "none");
    svg.setAttribute("class", "zg-trend zg-shade-" + name);
    svg.setAttribute("aria-hidden", "true");
    path.setAttribute("d", points.map(function (p, i) { return (i ? "L" : "M") + ((p[0] - from) / width * 100).toFixed(2) + " " + (high === low ? 12 : 22 - (p[1] - low) / (high - low) * 20).toFixed(2); }).join(""));
    svg.appendChild(path);
    return svg;
  }
  var shown = {
    nothing: function (view, body) {
      all(body, [all(make("div", "zg-empty zg-nothing"), [make("strong", "", view.text), make("p", "", view.why)])]);
    },
    figures: function (view, body) {
      all(body, [all(make("div", "zg-figures"), view.figures.map(function (f) {
        var one = make("div", "zg-figure-one");
        if (f.name) { one.appendChild(all(make("span", "zg-figure-name"), [f.ways.length ? link(f.ways[0], f.name) : make("span", "", f.name)])); }
        one.appendChild(make("b", "zg-num zg-shade-" + f.color, f.text));
        if (f.trend.length) { one.appendChild(spark(f.trend, f.color)); }
        return one;
      }))]);
    },
    table: function (view, body, title) {
      var table = rows(view.columns.map(function (c) { return c.name; }), []), lines = table.querySelector("tbody");
      table.classList.add("zg-stacking");
      table.querySelectorAll("th").forEach(function (th, i) { if (view.columns[i].number) { th.classList.add("zg-right"); } });
      view.rows.forEach(function (row) {
        lines.appendChild(all(make("tr"), row.map(function (cell, i) {
          var td = make("td", view.columns[i].number ? "zg-right zg-num" : ""), inner = cell.ways.length && cell.text !== "—" ? link(cell.ways[0], cell.text) : make("span", "", cell.text);
          td.dataset.label = view.columns[i].name;
          if (cell.text.length <= 12) { td.classList.add("zg-short"); }
          if (cell.share >= 0) { td.appendChild(meter(cell.share, cell.color)); } else if (cell.color) { inner.classList.add("zg-chip", "zg-shade-" + cell.color); }
          return all(td, [inner]);
        })));
      });
      all(body, [scroll([table].concat(cut(held(view), view.all)), title)]);
    },
    gauges: function (view, body, title) {
      var list = all(make("ul", "zg-gauges"), view.gauges.map(function (g) {
        return all(make("li"), [make("span", "", g.name), make("b", "zg-num", g.text), meter(g.share, g.color)]);
      }));
      all(body, [scroll([list].concat(cut(held(view), view.all)), title)]);
    }
  };
  function meter(share, name) {
    var back = make("div", "zg-fillbar"), fill = make("div", "zg-back-" + name);
    fill.style.width = (share * 100).toFixed(1) + "%";
    back.setAttribute("aria-hidden", "true");
    return all(back, [fill]);
  }
  // What was drawn before is still the best there is: it stays, with its time.
  function failed(panel, text) {
    var body = panel.querySelector(".zg-panel-body"), kept = read.has(panel), before = panel.querySelector(".zg-late p, .zg-problem");
    var since = kept ? draw.since(read.get(panel), zone) + " 读到的" : "", small = panel.classList.contains("zg-panel-stat");
    var why = !kept ? "没能读取：" + text : small ? "没能更新，" + since : "没能更新：" + text + "。下面是 " + since + "。";
    // The same again is not told again, and whoever is on its button stays there.
    if (before && before.textContent === why) { before.title = text; before.parentNode.querySelector("button").textContent = RETRY; return; }
    var said = make("p", kept ? "" : "zg-problem", why), again = make("button", "btn btn-sm", RETRY);
    said.title = text;
    again.type = "button";
    again.addEventListener("click", function () { again.textContent = "正在再试…"; load(panel); });
    dropNote(panel);
    if (kept) {
      said.setAttribute("role", "status");
      panel.insertBefore(all(make("div", "zg-late"), [said, again]), body);
    } else {
      said.setAttribute("role", "alert");
      body.replaceChildren(said, again);
    }
  }
  function dropNote(panel) {
    var late = panel.querySelector(".zg-late");
    if (late) { late.remove(); }
  }
  var drawn = new Map(), waits = new Map(), read = new Map(), turns = new Map();
  function put(panel, view) {
    var body = panel.querySelector(".zg-panel-body"), title = panel.querySelector("h2").textContent, open = body.querySelector("details[open]");
    if (open) { return; }
    dropNote(panel);
    read.set(panel, Date.now());
    if (drawn.has(panel)) { drawn.get(panel).end(); drawn.delete(panel); }
    body.replaceChildren();
    panel.dataset.kind = view.kind;
    window.clearTimeout(waits.get(panel));
    if (view.kind === "nothing") { waits.set(panel, window.setTimeout(function () { load(panel); }, SOON)); }
    if (shown[view.kind]) { shown[view.kind](view, body, title); } else { drawn.set(panel, picture(view, body, title)); }
  }
  // An answer that comes after a later question is nobody's any more.
  function load(panel) {
    var turn = (turns.get(panel) || 0) + 1;
    function mine() { return turns.get(panel) === turn; }
    turns.set(panel, turn);
    fetch(panel.dataset.source + "&width=" + Math.max(1, panel.clientWidth), { headers: { Accept: "application/json" } }).then(function (answer) {
      return answer.json().then(function (content) {
        if (!answer.ok) { throw new Error(content.error.message + (content.error.detail ? "。" + content.error.detail : "")); }
        return content;
      });
    }).then(function (view) { if (mine()) { put(panel, view); } }).catch(function (problem) {
      if (mine()) { failed(panel, problem instanceof TypeError ? "连接不上服务，请检查网络，或看服务是否还在运行" : problem instanceof SyntaxError ? "服务的回答读不懂，可能被中间的设备改了，请稍后再试" : problem.message); }
    }).finally(function () { panel.setAttribute("aria-busy", "false"); });
  }
  // Only to a page that is there: the browser's words in its place would stay for good.
  function renew() {
    fetch(window.location.href).then(function (answer) {
      if (answer.ok) { window.location.reload(); } else { throw new Error(answer.status); }
    }).catch(function () { window.setTimeout(renew, SOON); });
  }
  document.addEventListener("DOMContentLoaded", function () {
    board = document.querySelector(".zg-board");
    zone = board.dataset.zone;
    var panels = Array.from(board.querySelectorAll(".zg-panel")).filter(function (p) { return p.dataset.source; });
    panels.forEach(load);
    if (board.dataset.unfinished) { window.setTimeout(renew, SOON); }
    window.setInterval(function () { panels.forEach(load); }, AGAIN);
    window.addEventListener("online", function () { panels.forEach(load); });
    window.addEventListener("resize", function () { drawn.forEach(function (d) { d.resize(); }); });
    document.addEventListener("zhengai-theme", function () { drawn.forEach(function (d) { d.draw(); }); });
    // Who chooses with the keyboard passes other options on the way: those press the button.
    var chooser = document.querySelector(".zg-chooser"), keys = false;
    chooser.addEventListener("keydown", function () { keys = true; });
    chooser.addEventListener("pointerdown", function () { keys = false; });
    chooser.addEventListener("change", function () { if (!keys) { chooser.submit(); } });
    var chosen = document.querySelector(".zg-tabs .chosen");
    if (chosen) { chosen.parentNode.scrollLeft = chosen.offsetLeft - 16; }
  });
})();
