// The digest of shared_rules as the agent computes it: SHA-256 over each file's path and content, blind to spacing and to
// the order of fields but for term lists, which count by their bytes. Built into the options page, so that its self-test can say whether agent and extension agree.
// Called by build.mjs. The agent's own is Folder.digest; an end-to-end test compares the two.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const SHELVES = ["rules", "vectors", "terms", "sites"];

/** A number as Python writes it: 1.0 stays 1.0, which JSON.parse would make 1. */
function numberText(token) {
  const plain = String(Number(token));
  return /[.eE]/.test(token) && !/[.e]/.test(plain) ? `${plain}.0` : plain;
}

function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value !== null && typeof value === "object") {
    const fields = Object.keys(value).sort();
    return `{${fields.map((field) => `${ascii(field)}:${canonical(value[field])}`).join(",")}}`;
  }
  if (typeof value === "string" && value.startsWith("\0")) return value.slice(1);
  return typeof value === "string" ? ascii(value) : JSON.stringify(value);
}

function ascii(text) {
  const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return JSON.stringify(text).replace(/[\u007f-\uffff]/g, escaped);
}

/** Without `$schema`, which is for editors and which the agent drops too. */
function read(path) {
  const tokens = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
  const marked = (token) => (token.startsWith('"') ? token : `"\\u0000${numberText(token)}"`);
  const { $schema: _editorsOnly, ...content } = JSON.parse(readFileSync(path, "utf8").replace(tokens, marked));
  return content;
}

/** What a file counts by: its content, or of a list of terms the SHA-256 of its bytes, byte order mark and kind of line end aside. */
function counted(folder, file) {
  if (!file.startsWith("terms/")) return canonical(read(join(folder, file)));
  const bytes = readFileSync(join(folder, file), "latin1")
    .replace(/^\u00ef\u00bb\u00bf/, "")
    .replaceAll("\r\n", "\n");
  return ascii(createHash("sha256").update(bytes, "latin1").digest("hex"));
}

/** @param {string} folder shared_rules */
export function rulesDigest(folder) {
  const files = SHELVES.filter((shelf) => existsSync(join(folder, shelf))).flatMap((shelf) =>
    readdirSync(join(folder, shelf))
      .filter((name) => name.endsWith(".json"))
      .map((name) => `${shelf}/${name}`),
  );
  const hash = createHash("sha256");
  for (const file of ["clauses.json", ...files].sort()) {
    hash.update(`${file}\0${counted(folder, file)}\n`);
  }
  return `sha256:${hash.digest("hex")}`;
}
