// Puts a chart that can be zoomed and read point by point in the place of the still one. Without it the still one stays.
(function () {
  "use strict";
  var names = { ON_TARGET: "达到目标", ON_STANDARD: "达标", BELOW_STANDARD: "未达标", IN_WARNING: "预警" };
  function color(name) {
    return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  }
  function bandColor(band) {
    return color("--zg-" + band.toLowerCase().replace("_", "-"));
  }
  function day(at) {
    var parts = new Intl.DateTimeFormat("zh-CN", { timeZone: "Asia/Shanghai", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hour12: false }).formatToParts(new Date(at));
    var by = {};
    parts.forEach(function (p) { by[p.type] = p.value; });
    var hour = by.hour === "24" ? "00" : by.hour;
    var date = by.year + "-" + by.month + "-" + by.day;
    return hour === "00" && by.minute === "00" ? date : date + " " + hour + ":" + by.minute;
  }
  function lines(picture) {
    var all = [];
    picture.querySelectorAll(".zg-rule-source").forEach(function (source) {
      var number = /-?\d+(\.\d+)?/.exec(source.value);
      if (number) {
        var kind = source.dataset.kind;
        all.push({ yAxis: Number(number[0]), name: source.value, lineStyle: { color: color("--zg-rule-" + kind), type: kind === "warning" ? "solid" : "dashed", width: 1.4 }, label: { formatter: source.value, color: color("--zg-rule-" + kind), position: "insideEndTop", fontSize: 12 } });
      }
    });
    return all;
  }
  // 1, 2 or 5 times a power of ten
  function pleasant(raw) {
    var power = Math.pow(10, Math.floor(Math.log10(raw))), digit = raw / power;
    return (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10) * power;
  }
  function option(picture, items) {
    var rules = lines(picture);
    var values = items.map(function (i) { return i.value; }).concat(rules.map(function (r) { return r.yAxis; }));
    var low = Math.min.apply(null, values), high = Math.max.apply(null, values), edge = (high - low || 1) * 0.06;
    var step = pleasant((high - low + 2 * edge) / 5);
    var quiet = color("--zg-muted"), border = color("--zg-border");
    return {
      animation: false,
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
      grid: { left: 8, right: 16, top: 24, bottom: 8, containLabel: true },
      tooltip: { trigger: "axis", renderMode: "richText", confine: true, backgroundColor: color("--zg-surface"), borderColor: border, textStyle: { color: color("--zg-text"), fontSize: 13 }, formatter: function (p) { var i = p[0].data.item; return day(i.at) + "\n" + i.value + " " + picture.dataset.unit + "  " + names[i.band] + "\n来源 " + i.source + "，第 " + i.row + " 行"; } },
      xAxis: { type: "time", axisLine: { lineStyle: { color: border } }, axisTick: { show: false }, axisLabel: { color: quiet, hideOverlap: true }, splitNumber: picture.clientWidth < 500 ? 3 : 7 },
      yAxis: { type: "value", min: Math.floor((low - edge) / step) * step, max: Math.ceil((high + edge) / step) * step, interval: step, axisLabel: { color: quiet }, splitLine: { lineStyle: { color: border, opacity: 0.6 } } },
      series: [{ type: "line", data: items.map(function (i) { return { value: [Date.parse(i.at), i.value], item: i, itemStyle: { color: bandColor(i.band) } }; }), symbol: "circle", symbolSize: items.length > 150 ? 4 : 6, showAllSymbol: true, lineStyle: { width: 1.6, color: color("--zg-line") }, markLine: { symbol: "none", silent: true, animation: false, data: rules } }]
    };
  }
  function live(picture) {
    fetch(picture.dataset.readings).then(function (answer) {
      if (!answer.ok) { throw new Error(String(answer.status)); }
      return answer.json();
    }).then(function (page) {
      var place = picture.querySelector(".zg-live");
      place.hidden = false;
      picture.querySelector(".zg-still").hidden = true;
      var chart = echarts.init(place, null, { renderer: "canvas" });
      function draw() { chart.setOption(option(picture, page.items), true); }
      draw();
      window.addEventListener("resize", function () { chart.resize(); draw(); });
      document.addEventListener("zhengai-theme", draw);
    }).catch(function () { /* the still chart stays */ });
  }
  document.addEventListener("DOMContentLoaded", function () {
    if (window.echarts) { document.querySelectorAll(".zg-picture").forEach(live); }
  });
})();
