/** Child process: opens the store when told to, says whether it owns it, and keeps it until its input ends. */
import { openStore } from '#main/core/store/open.ts';

const [folder = '', migrationFolder = ''] = process.argv.slice(2);

process.on('message', () => {
  try {
    const store = openStore(folder, { migrationFolder });
    process.send?.('owner');
    process.once('disconnect', () => store.close());
  } catch (error) {
    process.send?.(error instanceof Error ? error.message : String(error));
    process.disconnect();
  }
});
process.send?.('ready');
