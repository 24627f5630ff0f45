import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** A sandboxed preload must be one CommonJS file, so it is built alone. */
export default defineConfig({
  root: path('.'),
  ssr: { noExternal: true, external: ['electron'] },
  build: {
    ssr: true,
    target: 'chrome140',
    outDir: path('../dist/preload'),
    emptyOutDir: true,
    minify: false,
    rolldownOptions: {
      input: { preload: path('./preload.ts') },
      output: { format: 'cjs', entryFileNames: 'preload.cjs', codeSplitting: false },
    },
  },
});
