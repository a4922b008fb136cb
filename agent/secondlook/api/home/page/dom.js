// Builds the page's elements by hand, never from a string of markup. Used by every section.

/**
 * An element with attributes and children.
 * @param {string} tag
 * @param {Record<string, any>} [attributes] `on…` are listeners; true sets an empty attribute, null and false leave one out.
 * @param {...(Node | string | null | undefined | (Node | string | null)[])} children
 * @returns {any} the element; which kind of it depends on the tag
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value !== null && value !== undefined && value !== false)
      element.setAttribute(name, value === true ? "" : String(value));
  }
  for (const child of children.flat()) if (child !== null && child !== undefined) element.append(child);
  return element;
}

let made = 0;

/**
 * A labelled field: label above, a hint below that a screen reader hears with it.
 * @param {string} label
 * @param {HTMLElement} control
 * @param {string} [hint]
 */
export function field(label, control, hint) {
  made += 1;
  control.id = `field-${made}`;
  if (hint) control.setAttribute("aria-describedby", `hint-${made}`);
  return make(
    "div",
    { class: "field" },
    make("label", { for: control.id }, label),
    control,
    hint ? make("p", { class: "hint", id: `hint-${made}` }, hint) : null,
  );
}

/**
 * A choice among a few words.
 * @param {[string, string][]} choices value and label
 * @param {string} chosen
 */
export function select(choices, chosen) {
  return make(
    "select",
    {},
    choices.map(([value, label]) => make("option", { value, selected: value === chosen }, label)),
  );
}

/**
 * A sign that differs in shape as well as colour: full = good, half = worth a look, empty = paused, crossed = not working.
 * @param {"full" | "half" | "empty" | "crossed"} shape
 */
export function sign(shape) {
  return make("span", { class: `sign ${shape}`, "aria-hidden": "true" });
}
