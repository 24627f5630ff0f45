/**
 * Script of the pages outside the workbench. A browser's own help is its maker's page on the internet; these pages say
 * themselves what to do.
 */
export const noForeignHelp =
  "addEventListener('keydown', (event) => { if (event.key === 'F1') event.preventDefault(); });";
