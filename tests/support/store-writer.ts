/** Child process: adds numbered parents one by one and says each number only after its commit. */
import { writeSync } from 'node:fs';
import { openStore } from '#main/core/store/open.ts';
import { operation, parent } from '#tests/support/store-operation.ts';

const [folder = '', migrationFolder = '', first = '1'] = process.argv.slice(2);
const store = openStore(folder, { migrationFolder });
for (let number = Number(first); ; number += 1) {
  store.transact(operation(), (tx) => {
    tx.insert(parent, { name: `a${number}`, rank: number });
    tx.insert(parent, { name: `b${number}`, rank: number });
  });
  writeSync(1, `${number}\n`);
}
