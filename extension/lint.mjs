// Runs Biome, the linter and formatter, from its platform package: `node lint.mjs check [--write] .`. Called by make check and make fix.
// The wrapper package lists every platform there is, some of which not every registry carries; then `npm ci` refuses the lock.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";

const platform = `@biomejs/cli-${process.platform}-${process.arch}/biome`;
let binary;
try {
  binary = createRequire(import.meta.url).resolve(platform);
} catch {
  console.error(
    `No linter for ${process.platform} ${process.arch} in extension/package.json: add ${platform} to optionalDependencies.`,
  );
  process.exit(1);
}
process.exit(spawnSync(binary, process.argv.slice(2), { stdio: "inherit" }).status ?? 1);
