// Bundles the fixture sites (real React, real Lexical) into build/pages. They are test pages of our own: nothing of the
// real sites is in them. Run by `make pages` and by the browser tests when a source is newer than its bundle.
import { cp, mkdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const modules = fileURLToPath(new URL("../../extension/node_modules", import.meta.url));
const out = fileURLToPath(new URL("../../build/pages", import.meta.url));
const esbuild = createRequire(`${modules}/`)("esbuild");

await mkdir(out, { recursive: true });
await esbuild.build({
  absWorkingDir: here,
  entryPoints: { facebook: "src/facebook/app.jsx", instagram: "src/instagram/app.jsx", visited: "src/visited.jsx" },
  outdir: out,
  bundle: true,
  minify: true,
  format: "iife",
  jsx: "automatic",
  nodePaths: [modules],
  // Production builds, as on the sites: development builds of React and Lexical behave and time differently.
  define: { "process.env.NODE_ENV": '"production"' },
  conditions: ["production", "browser"],
  target: "chrome120",
  logLevel: "warning",
});
for (const sheet of ["facebook.css", "instagram.css", "visited.css"])
  await cp(`${here}/src/${sheet}`, `${out}/${sheet}`);
