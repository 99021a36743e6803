// Draws the views of panels that are pictures: each function gives ECharts an option. Decides nothing but where things lie.
window.zhengaiDraw = (function () {
  "use strict";
  var ROW = 26;
  function style(name) {
    return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  }
  function color(name) {
    return style("--zg-" + name);
  }
  function still() {
    return { animation: false, textStyle: { fontFamily: getComputedStyle(document.body).fontFamily } };
  }
  function value(measure, number) {
    return new Intl.NumberFormat("zh-CN", { maximumFractionDigits: measure.decimals, minimumFractionDigits: measure.fixed ? measure.decimals : 0 }).format(number) + measure.suffix;
  }
  function mark(measure) {
    return function (number) { return value(Object.assign({}, measure, { fixed: false }), number); };
  }
  function parts(at, zone) {
    var by = {};
    new Intl.DateTimeFormat("zh-CN", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).formatToParts(new Date(at)).forEach(function (p) { by[p.type] = p.value; });
    return by;
  }
  function time(at, zone) {
    var p = parts(at, zone), day = p.year + "-" + p.month + "-" + p.day;
    return p.hour === "00" && p.minute === "00" ? day : day + " " + p.hour + ":" + p.minute;
  }
  // Of something lately: the day only when it was another.
  function since(at, zone) {
    var p = parts(at, zone), n = parts(Date.now(), zone), clock = p.hour + ":" + p.minute;
    return p.day === n.day && p.month === n.month ? clock : p.month + "-" + p.day + " " + clock;
  }
  function tick(view, zone) {
    var days = (view.until - view.from) / 86400000;
    return function (at) {
      var p = parts(at, zone);
      return days <= 2 ? p.hour + ":" + p.minute : days <= 120 ? p.month + "-" + p.day : p.year + "-" + p.month;
    };
  }
  function tooltip(more) {
    return Object.assign({ renderMode: "richText", confine: true, transitionDuration: 0, backgroundColor: color("surface"), borderColor: color("border"), textStyle: { color: color("text"), fontSize: 13 } }, more);
  }
  function timeAxis(view, zone, width) {
    return { type: "time", min: view.from, max: view.until, splitNumber: width < 500 ? 3 : 6, axisLine: { lineStyle: { color: color("border") } }, axisTick: { show: false }, axisLabel: { color: color("muted"), hideOverlap: true, formatter: tick(view, zone) } };
  }
  function legend(names) {
    return { data: names, type: "scroll", bottom: 0, itemWidth: 26, textStyle: { color: color("muted") }, pageTextStyle: { color: color("muted") }, pageIconColor: color("muted"), pageIconInactiveColor: color("border") };
  }
  // Shapes beside colours, for eyes and prints that tell no colours apart.
  function decal(name) {
    var ink = "rgba(10, 20, 35, .28)";
    return {
      "below-standard": { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [2, 6], rotation: -Math.PI / 4, color: ink },
      "in-warning": { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [3, 3], rotation: Math.PI / 4, color: "rgba(255, 255, 255, .3)" },
      "unknown": { symbol: "circle", symbolSize: 0.6, dashArrayX: [[5, 5], [0, 5, 5, 0]], dashArrayY: [5, 0], color: ink }
    }[name] || null;
  }
  function readable(fill) {
    var n = parseInt(fill.slice(1), 16), light = 0.299 * (n >> 16) + 0.587 * ((n >> 8) & 255) + 0.114 * (n & 255);
    return light > 150 ? "#16202e" : "#ffffff";
  }
  function near(view, at) {
    return view.marks.filter(function (m) { return Math.abs(m.at - at) < (view.until - view.from) / 60; });
  }
  function marks(view) {
    return view.marks.map(function (m) {
      return { xAxis: m.at, name: m.name, lineStyle: { color: color(m.color), type: "dotted", width: 1.2 }, label: { formatter: m.name.slice(0, 1), color: color(m.color), fontSize: 11, position: "end", distance: 2 } };
    });
  }
  // Of the axis of values: where it ends, and marks that fit.
  function ends(view) {
    var low = view.range.low, high = view.range.high;
    return { min: low === null ? undefined : low, max: high === null ? undefined : high, interval: low !== null && high !== null ? (high - low) / 4 : undefined, minInterval: Math.pow(10, -view.measure.decimals) };
  }
  function lines(view, zone, width) {
    var border = color("border");
    return Object.assign(still(), {
      grid: { left: 8, right: 18, top: 26, bottom: view.lines.length > 1 ? 34 : 8, containLabel: true },
      legend: view.lines.length > 1 ? legend(view.lines.map(function (l) { return l.name; })) : undefined,
      tooltip: tooltip({ trigger: "axis", formatter: function (all) {
        var said = all.map(function (p) { return p.seriesName + "  " + value(view.measure, p.data[1]); });
        near(view, all[0].axisValue).forEach(function (m) { said.push(m.name + "  " + m.text); });
        return time(all[0].axisValue, zone) + "\n" + said.join("\n");
      } }),
      xAxis: timeAxis(view, zone, width),
      yAxis: Object.assign(ends(view), { type: "value", scale: true, splitNumber: 4, axisLabel: { color: color("muted"), formatter: mark(view.measure) }, splitLine: { lineStyle: { color: border, opacity: 0.6 } } }),
      series: view.lines.map(function (l, i) {
        var ink = color(l.color);
        return { name: l.name, type: "line", data: l.points, step: view.steps ? "end" : false, symbol: "circle", symbolSize: 5, showSymbol: l.points.length < 40, itemStyle: { color: ink }, lineStyle: { color: ink, width: 1.8, type: l.dash.length ? l.dash : "solid" }, markLine: i === 0 ? { symbol: "none", silent: true, animation: false, data: marks(view) } : undefined };
      })
    });
  }
  function bars(view, zone, width) {
    var names = { type: "category", data: view.names, inverse: view.horizontal, axisLine: { lineStyle: { color: color("border") } }, axisTick: { show: false }, axisLabel: { color: color("text"), interval: view.horizontal ? 0 : "auto", width: width < 500 ? 96 : 168, overflow: "truncate" } };
    var figures = Object.assign(ends(view), { type: "value", position: view.horizontal ? "top" : "left", splitNumber: width < 500 ? 3 : 5, axisLabel: { color: color("muted"), hideOverlap: true, formatter: mark(view.measure) }, splitLine: { lineStyle: { color: color("border"), opacity: 0.6 } } });
    return Object.assign(still(), {
      grid: { left: 8, right: 20, top: view.horizontal ? 30 : 8, bottom: view.horizontal ? 4 : 34, containLabel: true },
      legend: Object.assign(legend(view.bars.map(function (b) { return b.name; })), view.horizontal ? { top: 0, bottom: undefined } : {}),
      tooltip: tooltip({ trigger: "axis", axisPointer: { type: "shadow" }, formatter: function (all) {
        return all[0].name + "\n" + all.map(function (p) { return p.seriesName + "  " + (p.value === null || p.value === undefined ? "—" : value(view.measure, p.value)); }).join("\n");
      } }),
      xAxis: view.horizontal ? figures : names,
      yAxis: view.horizontal ? names : figures,
      series: view.bars.map(function (b) {
        return { name: b.name, type: "bar", data: b.values, stack: view.stacked ? "all" : undefined, barMaxWidth: 16, barGap: "10%", itemStyle: { color: color(b.color), decal: decal(b.color) } };
      })
    });
  }
  function states(view, zone, width) {
    var data = [];
    view.rows.forEach(function (row, y) {
      row.phases.forEach(function (p) { data.push([p.from, p.until, y, p.shade]); });
    });
    function block(params, api) {
      var shade = view.legend[api.value(3)], fill = color(shade.color), from = api.coord([api.value(0), api.value(2)]), until = api.coord([api.value(1), api.value(2)]);
      var box = echarts.graphic.clipRectByRect({ x: from[0], y: from[1] - ROW * 0.4, width: Math.max(1, until[0] - from[0]), height: ROW * 0.8 }, params.coordSys);
      return box && { type: "rect", shape: box, style: { fill: fill, decal: decal(shade.color) || undefined }, textContent: view.words && box.width > 14 * shade.text.length + 8 ? { style: { text: shade.text, fill: readable(fill), backgroundColor: fill, padding: [1, 4], fontSize: 11 } } : undefined, textConfig: { position: "insideLeft" } };
    }
    return Object.assign(still(), {
      grid: { left: 8, right: 18, top: 4, bottom: 4, containLabel: true },
      tooltip: tooltip({ trigger: "item", formatter: function (p) {
        return view.rows[p.value[2]].name + "\n" + view.legend[p.value[3]].text + "\n" + time(p.value[0], zone) + " 至 " + time(p.value[1], zone);
      } }),
      xAxis: Object.assign(timeAxis(view, zone, width), { splitLine: { show: false } }),
      yAxis: { type: "category", inverse: true, data: view.rows.map(function (r) { return r.name; }), axisLine: { show: false }, axisTick: { show: false }, axisLabel: { color: color("text"), interval: 0, width: width < 500 ? 104 : 190, overflow: "truncate" } },
      series: [{ type: "custom", renderItem: block, encode: { x: [0, 1], y: 2 }, data: data }]
    });
  }
  function pie(view, zone, width) {
    return Object.assign(still(), {
      legend: Object.assign(legend(view.parts.map(function (p) { return p.name; })), { type: "plain", formatter: function (name) {
        return name + " " + view.parts.filter(function (p) { return p.name === name; })[0].text;
      } }),
      tooltip: tooltip({ trigger: "item", formatter: function (p) { return p.name + "  " + p.data.text + "（" + p.percent + "%）"; } }),
      series: [{ type: "pie", radius: ["46%", "76%"], center: ["50%", "42%"], label: { show: false }, itemStyle: { borderColor: color("surface"), borderWidth: 2 }, data: view.parts.filter(function (p) { return p.value > 0; }).map(function (p) { return { name: p.name, value: p.value, text: p.text, itemStyle: { color: color(p.color), decal: decal(p.color) } }; }) }]
    });
  }
  // Pixels a picture wants, however high its panel is.
  function height(view) {
    if (view.kind === "states") { return view.rows.length * ROW + 34; }
    if (view.kind === "bars" && view.horizontal) { return view.names.length * (view.stacked ? 26 : 10 + 13 * view.bars.length) + 64; }
    return 0;
  }
  return { lines: lines, bars: bars, states: states, pie: pie, height: height, time: time, since: since, value: value, color: color, decal: decal };
})();
