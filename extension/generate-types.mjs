// Turns one JSON Schema (stdin) into TypeScript (stdout). Called by tools/generate.py, by nothing else; writes no file.
import { compile } from "json-schema-to-typescript";

let source = "";
for await (const chunk of process.stdin) source += chunk;

const typescript = await compile(JSON.parse(source), "Everything", {
  additionalProperties: false,
  bannerComment: "",
  ignoreMinAndMaxItems: true,
  unreachableDefinitions: true,
  style: { printWidth: 120, semi: true, singleQuote: false },
});
process.stdout.write(typescript);
