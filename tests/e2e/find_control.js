// The middle of a control of a fixture page, found by the name of its label, whatever language the page is in. The last one
// that is shown: a page's own decoys come first. `what` is a label's key ("press" steps; "+name" puts the name behind it) or a
// selector ("pick" steps). Null while there is none. Run in the page by the checklist of either browser.
({ kind, what, name }) => {
  const shown = (element) => element.checkVisibility() && !element.closest("[aria-hidden='true']");
  const [key, extra] = what.split("+");
  const label = kind === "press" ? window.__labels[key] : null;
  const plain = typeof label === "function" ? label(name) : label;
  const wanted = extra ? `${plain} ${name}` : plain;
  const called = (element) => (element.getAttribute("aria-label") ?? element.textContent).trim();
  const all = document.querySelectorAll(kind === "pick" ? what : "[role='button'], button");
  const found = [...all].filter((element) => shown(element) && (kind === "pick" || called(element) === wanted)).at(-1);
  if (!found || found.getAttribute("aria-disabled") === "true") return null;
  found.scrollIntoView({ block: "center" });
  const { x, y, width, height } = found.getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2 };
}
