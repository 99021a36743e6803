// Light or dark: as chosen here, else as the system says. Runs before the page is drawn.
(function () {
  "use strict";
  var system = window.matchMedia("(prefers-color-scheme: dark)");
  function chosen() {
    try { return localStorage.getItem("zhengai-theme"); } catch (e) { return null; }
  }
  function apply() {
    var dark = chosen() ? chosen() === "dark" : system.matches;
    document.documentElement.setAttribute("data-bs-theme", dark ? "dark" : "light");
    document.dispatchEvent(new Event("zhengai-theme"));
  }
  apply();
  system.addEventListener("change", apply);
  document.addEventListener("DOMContentLoaded", function () {
    var button = document.getElementById("theme");
    button.addEventListener("click", function () {
      var dark = document.documentElement.getAttribute("data-bs-theme") === "dark";
      try { localStorage.setItem("zhengai-theme", dark ? "light" : "dark"); } catch (e) { /* not remembered */ }
      apply();
    });
    document.addEventListener("click", function (event) {
      document.querySelectorAll("details.zg-cycles[open]").forEach(function (menu) {
        if (!menu.contains(event.target)) { menu.removeAttribute("open"); }
      });
    });
  });
})();
