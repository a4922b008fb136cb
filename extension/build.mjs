// Builds the extension for both browsers, and the practice page's script, with one esbuild configuration.
//   node build.mjs               -> ../build/extension/{chromium,firefox} and ../build/practice
//   node build.mjs --open-root   -> the same below ../build/open-root, with an open shadow root that axe can look into
//   node build.mjs --identity FILE --version N --update-url URL --out DIR   -> the same below DIR, for a package that is signed with a key of its own
// The same sources always give the same bytes: nothing here reads a clock.
import { copyFileSync, cpSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { icon } from "./icons.mjs";
import { manifest } from "./manifest.mjs";
import { rulesDigest } from "./rules-digest.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const { values: asked } = parseArgs({
  options: {
    "open-root": { type: "boolean", default: false },
    identity: { type: "string", default: join(here, "../agent/secondlook/extension.json") },
    version: { type: "string", default: JSON.parse(readFileSync(join(here, "package.json"), "utf8")).version },
    out: { type: "string" },
    "update-url": { type: "string" },
  },
});
const openRoot = asked["open-root"];
const out = asked.out ?? join(here, "..", "build", ...(openRoot ? ["open-root"] : []));
const extension = JSON.parse(readFileSync(asked.identity, "utf8"));

/** What one page may have to parse before it is checked, minified and before compression. */
const CONTENT_LIMIT = 60_000;

/** A page gets a site's facts as pack.ts makes them: `import facts from "packed:facebook"`. */
const packing = await build({
  absWorkingDir: here,
  entryPoints: ["src/sites/pack.ts"],
  bundle: true,
  format: "esm",
  write: false,
});
const { packSite } = await import(`data:text/javascript,${encodeURIComponent(packing.outputFiles[0].text)}`);
const packed = {
  name: "packed",
  setup(bundle) {
    bundle.onResolve({ filter: /^packed:/ }, ({ path }) => ({
      path: path.slice("packed:".length),
      namespace: "packed",
    }));
    bundle.onLoad({ filter: /.*/, namespace: "packed" }, ({ path }) => {
      const site = JSON.parse(readFileSync(join(here, `../shared_rules/sites/${path}.json`), "utf8"));
      return { contents: JSON.stringify(packSite(site)), loader: "json" };
    });
  },
};

const options = {
  absWorkingDir: here,
  plugins: [packed],
  bundle: true,
  minify: true,
  format: "iife",
  target: ["chrome125", "firefox140"],
  charset: "utf8",
  legalComments: "none",
  // Both browsers know \p{L}; esbuild would spell such patterns out as strings, in pages that use none of them too.
  supported: { "regexp-unicode-property-escapes": true },
  define: {
    SECOND_LOOK_OPEN_ROOT: String(openRoot),
    SECOND_LOOK_RULES: JSON.stringify(rulesDigest(join(here, "../shared_rules"))),
  },
};

const compiled = await build({
  ...options,
  entryPoints: {
    "content-facebook": "src/content-facebook.ts",
    "content-instagram": "src/content-instagram.ts",
    "content-visit": "src/content-visit.ts",
    background: "src/background.ts",
    popup: "src/popup/popup.ts",
    options: "src/options/options.ts",
  },
  outdir: out,
  write: false,
});

for (const browser of ["chromium", "firefox"]) {
  const folder = join(out, "extension", browser);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, "icons"), { recursive: true });
  for (const file of compiled.outputFiles) writeFileSync(join(folder, file.path.split(/[\\/]/).at(-1)), file.contents);
  copyFileSync(join(here, "src/highlight.css"), join(folder, "highlight.css"));
  for (const page of ["popup", "options"]) {
    for (const kind of ["html", "css"])
      copyFileSync(join(here, `src/${page}/${page}.${kind}`), join(folder, `${page}.${kind}`));
  }
  if (browser === "chromium") copyFileSync(join(here, "managed_storage.json"), join(folder, "managed_storage.json"));
  cpSync(join(here, "_locales"), join(folder, "_locales"), { recursive: true });
  for (const size of [16, 32, 48, 128]) writeFileSync(join(folder, "icons", `${size}.png`), icon(size));
  writeFileSync(
    join(folder, "manifest.json"),
    `${JSON.stringify(manifest(browser, extension, asked.version, asked["update-url"]), null, 2)}\n`,
  );
}

const practice = join(out, "practice");
mkdirSync(practice, { recursive: true });
await build({ ...options, entryPoints: { practice: "src/practice.ts" }, outdir: practice });
const css = ["src/highlight.css", "src/practice.css"].map((file) => readFileSync(join(here, file), "utf8"));
writeFileSync(join(practice, "practice.css"), css.join("\n"));

for (const script of ["content-facebook", "content-instagram", "content-visit"]) {
  const { size } = statSync(join(out, `extension/chromium/${script}.js`));
  console.log(`${script}.js ${size} bytes of ${CONTENT_LIMIT}`);
  if (size > CONTENT_LIMIT) {
    console.error(`${script}.js is too large: every page would pay for it. ${size} > ${CONTENT_LIMIT}`);
    process.exit(1);
  }
}
