// The extension's manifest, one object for both browsers. Called by build.mjs; asks for nothing it does not use:
// nativeMessaging (port and token), storage (the link while the browser runs), the sites, and the agent's address.

const SITES = [
  "https://www.facebook.com/*",
  "https://web.facebook.com/*",
  "https://m.facebook.com/*",
  "https://business.facebook.com/*",
  "https://www.messenger.com/*",
  "https://www.instagram.com/*",
];

/** Firefox ignores a host permission that names a port, so the agent's is written without one. */
const AGENT = "http://127.0.0.1/*";

/**
 * @param {"chromium" | "firefox"} browser
 * @param {{chromium_key: string, firefox_id: string}} extension ids from agent/secondlook/extension.json
 * @param {string} version
 */
export function manifest(browser, extension, version) {
  const icons = { 16: "icons/16.png", 32: "icons/32.png", 48: "icons/48.png", 128: "icons/128.png" };
  const shared = {
    manifest_version: 3,
    name: "__MSG_app_name__",
    description: "__MSG_app_description__",
    default_locale: "en",
    version,
    icons,
    action: { default_title: "__MSG_app_name__", default_popup: "popup.html", default_icon: icons },
    permissions: ["nativeMessaging", "storage"],
    host_permissions: [...SITES, AGENT],
    content_scripts: [
      {
        matches: SITES,
        js: ["content.js"],
        css: ["highlight.css"],
        run_at: "document_start",
        all_frames: true,
        match_origin_as_fallback: true,
      },
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
