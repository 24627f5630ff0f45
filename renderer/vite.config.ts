import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** @throws where antd is written otherwise than when the plugin was */
function swap(code: string, given: string, instead: string): string {
  if (!code.includes(given))
    throw new Error(`antd is built otherwise than before, mend the plugin: ${given}`);
  return code.replace(given, instead);
}

/**
 * Three parts of antd put in styles without the nonce that they were given (how wide a scroll bar is, whether the page
 * behind a dialog scrolls, which selectors the browser knows), which the page's policy refuses.
 */
const nonceForAllStyles: Plugin = {
  name: 'nonce-for-all-styles',
  enforce: 'pre',
  transform(code, id) {
    if (!id.replaceAll('\\', '/').endsWith('/@rc-component/util/es/Dom/dynamicCSS.js')) return null;
    const given = 'if (csp?.nonce) {\n    styleNode.nonce = csp?.nonce;\n  }';
    const ofPage = "document.querySelector('meta[property=csp-nonce]')?.nonce ?? ''";
    return swap(code, given, `styleNode.nonce = csp?.nonce ?? ${ofPage};`);
  },
};

/**
 * A table of antd draws all its cells anew when it has measured its columns, and when one row is chosen: its body asks
 * for the measures, which only an `expandedRowOffset` needs, and each cell is given an empty object of its own.
 */
const calmTables: Plugin = {
  name: 'calm-tables',
  enforce: 'pre',
  transform(code, id) {
    const file = id.replaceAll('\\', '/').split('/@rc-component/table/es/Body/')[1];
    if (file === 'index.js') return swap(code, ", 'fixedInfoList', 'colWidths']);", ']);');
    if (file !== 'BodyRow.js') return null;
    const made = '{\n    ...column.onCell?.(record, index)\n  };';
    return `const ofNoCell = Object.freeze({});\n${swap(code, made, `column.onCell === undefined ? ofNoCell : ${made}`)}`;
  },
};

/** Both hosts serve assets/ as one flat folder by a list of names, so nothing may lie deeper. */
export default defineConfig({
  root: path('.'),
  base: '/',
  plugins: [nonceForAllStyles, calmTables, react()],
  build: {
    target: 'chrome109',
    outDir: path('../dist/renderer'),
    emptyOutDir: true,
    assetsDir: 'assets',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1_500,
    rolldownOptions: {
      input: { index: path('./index.html'), print: path('./print.html') },
      output: {
        codeSplitting: {
          groups: [{ name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ }],
        },
      },
    },
  },
});
