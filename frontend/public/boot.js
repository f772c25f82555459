// Runs before the first paint, so that neither theme nor language flashes and the page comes early.
(function () {
  var read = function (key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  var theme = read("spreekuur.theme");
  var dark =
    theme === "dark" || (theme !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.dataset.theme = dark ? "dark" : "light";
  document.documentElement.lang = read("spreekuur.locale") || "nl";

  if (location.pathname.startsWith("/sign-in")) return;
  (document.currentScript.dataset.preload || "")
    .split(" ")
    .filter(Boolean)
    .forEach(function (path) {
      var link = document.createElement("link");
      link.rel = "modulepreload";
      link.href = path;
      document.head.append(link);
    });
})();
