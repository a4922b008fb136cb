// The extension's manifest, one object for both browsers. Called by build.mjs; asks for nothing it does not use:
// nativeMessaging (port and token), storage (the link while the browser runs), the sites, and the agent's address.

// The hosts are those of shared_rules/sites. Sites of which only the visit counts get a content script and no permission.
import { readFileSync } from "node:fs";

const rules = (name) =>
  JSON.parse(readFileSync(new URL(`../shared_rules/sites/${name}.json`, import.meta.url), "utf8"));
const matches = (hosts) => hosts.map((host) => `https://${host}/*`);
const FACEBOOK = matches(rules("facebook").hosts);
const INSTAGRAM = matches(rules("instagram").hosts);
const VISITED = matches(rules("visit_only").sites.flatMap((site) => site.hosts));
const SITES = [...FACEBOOK, ...INSTAGRAM];

/** Firefox ignores a host permission that names a port, so the agent's is written without one. */
const AGENT = "http://127.0.0.1/*";

const looksAfter = (sites, script) => ({
  matches: sites,
  js: [script],
  css: ["highlight.css"],
  run_at: "document_start",
  all_frames: true,
  match_origin_as_fallback: true,
});

/**
 * @param {"chromium" | "firefox"} browser
 * @param {{chromium_key: string, firefox_id: string}} extension ids from agent/secondlook/extension.json
 * @param {string} version
 * @param {string} [updateUrl] where Chromium looks for the next version; without it a forced extension stays as it was first installed
 */
export function manifest(browser, extension, version, updateUrl) {
  const icons = { 16: "icons/16.png", 32: "icons/32.png", 48: "icons/48.png", 128: "icons/128.png" };
  const shared = {
    manifest_version: 3,
    name: "__MSG_app_name__",
    description: "__MSG_app_description__",
    default_locale: "en",
    version,
    icons,
    action: { default_title: "__MSG_app_name__", default_popup: "popup.html", default_icon: icons },
    options_ui: { page: "options.html", open_in_tab: true },
    permissions: ["nativeMessaging", "storage"],
    host_permissions: [...SITES, AGENT],
    content_scripts: [
      looksAfter(FACEBOOK, "content-facebook.js"),
      looksAfter(INSTAGRAM, "content-instagram.js"),
      // The top frame alone, when the page is there: a film embedded in a lesson's page is no visit.
      { matches: VISITED, js: ["content-visit.js"], run_at: "document_idle" },
    ],
    storage: { managed_schema: "managed_storage.json" },
    // connect-src names the only address that the worker may call.
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src http://127.0.0.1:*",
    },
  };
  if (browser === "chromium") {
    return {
      ...shared,
      key: extension.chromium_key,
      ...(updateUrl ? { update_url: updateUrl } : {}),
      minimum_chrome_version: "125",
      background: { service_worker: "background.js" },
    };
  }
  const { storage: _schema, ...rest } = shared; // Firefox takes managed settings by policy, without a schema
  return {
    ...rest,
    background: { scripts: ["background.js"] },
    browser_specific_settings: {
      gecko: {
        id: extension.firefox_id,
        strict_min_version: "140.0",
        data_collection_permissions: { required: ["none"] },
      },
    },
  };
}
