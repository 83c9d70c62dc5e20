import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

export default defineConfig({
  base: "./",
  plugins: [react()],
  build: { target: "safari16", chunkSizeWarningLimit: 900 },
  server: { port: 5173, strictPort: true },
  test: {
    environment: "jsdom",
    setupFiles: ["src/testing/setup.ts"],
    css: false,
    // Forms with many fields take their time on a busy machine.
    testTimeout: 20_000,
  },
});
