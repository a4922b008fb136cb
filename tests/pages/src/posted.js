// The fixture's "server": what really went out, in order. Tests read window.__posted; people see the list on the page.
const listeners = new Set();

window.__posted = [];
window.__violations = [];
document.addEventListener("securitypolicyviolation", (event) => {
  window.__violations.push(event.violatedDirective);
});

/**
 * Records one thing that left the page.
 * @param {string} surface  post, comment, message, friend_request, accept_request, follow
 * @param {string} text     what was sent, or the name of the person acted on
 * @param {Event} event     the event the site obeyed; a replayed one has isTrusted false
 * @param {string} how      click, enter or submit
 */
export function record(surface, text, event, how) {
  const count = window.__posted.filter((entry) => entry.surface === surface).length + 1;
  window.__posted = [...window.__posted, { surface, text, isTrusted: event.isTrusted, how, count }];
  for (const tell of listeners) tell();
}

/** For React's useSyncExternalStore. */
export function subscribe(tell) {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

export const posted = () => window.__posted;
