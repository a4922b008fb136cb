// Unit tests lie beside the code. jsdom unless a test file names another environment in its first line.
import { defineConfig } from "vitest/config";

export default defineConfig({ test: { environment: "jsdom", include: ["src/**/*.test.ts"], testTimeout: 10_000 } });
