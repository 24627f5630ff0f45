/**
 * Child process: the real core on a data folder, whose two windows sign papers without pause.
 * `prepare`: sets up an office with papers that wait for signing, and ends.
 * `sign`: signs what waits; each line is one acknowledged number. It goes on living until it is killed.
 */
import { writeSync } from 'node:fs';
import { paperForSigning, sign } from './builders/draft-paper.ts';
import { type Client, startTestCore } from './core.ts';

const PAPERS = 120;

async function signIn(client: Client): Promise<Client> {
  const { users } = await client.session.state();
  await client.session.signIn({ userUid: users[0]!.uid });
  return client;
}

async function prepare(folder: string): Promise<void> {
  const office = await startTestCore(folder, { readers: 1 });
  const client = office.window();
  await client.office.setUp({
    officeName: '临川市消防安全委员会办公室',
    userName: '李明',
    cityName: '临川市',
    cityCode: null,
    memberUnits: false,
  });
  await signIn(client);
  for (let count = 0; count < PAPERS; count += 1) await paperForSigning(client);
  await office.core.close();
}

async function signAll(folder: string): Promise<void> {
  const office = await startTestCore(folder, { readers: 1 });
  const clients = [await signIn(office.window()), await signIn(office.window())];
  const { rows } = await clients[0]!.papers.list({
    view: 'signing',
    kind: null,
    year: null,
    text: '',
    after: null,
    limit: PAPERS,
  });
  await Promise.all(
    clients.map(async (client, window) => {
      for (const { uid } of rows.filter((_, place) => place % clients.length === window)) {
        const { number } = await sign(client, uid);
        writeSync(1, `${number}\n`);
      }
    }),
  );
}

const [folder = ''] = process.argv.slice(2);
process.once('message', (task) => {
  // A parent that is gone must not leave a core behind.
  process.once('disconnect', () => process.exit(1));
  const done = task === 'prepare' ? prepare(folder).then(() => process.exit(0)) : signAll(folder);
  done.catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exit(1);
  });
});
