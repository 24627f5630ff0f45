import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const keeper = join(import.meta.dirname, '..', '..', '..', 'main', 'hosts', 'keep-serving.ts');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'office-keeper-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** @param serving script of the process that is kept running; it may say `begin` and `stand()` */
function keep(serving: string) {
  const entry = join(folder, 'serving.mjs');
  const begun = `import { once } from 'node:events';
const [begin] = await once(process, 'message');
const stand = () => new Promise((told) => process.send({ port: 4711, callSecret: 'made', sessions: [], opensWindow: false }, told));
${serving}`;
  writeFileSync(entry, begun);
  const script = join(folder, 'keeper.mjs');
  writeFileSync(
    script,
    `import { keepServing } from ${JSON.stringify(pathToFileURL(keeper).href)};
keepServing({ entry: ${JSON.stringify(entry)}, switches: ['--port', '4711'] });`,
  );
  const program = spawn(process.execPath, [script]);
  const said = { text: '', problems: '' };
  program.stdout.setEncoding('utf8').on('data', (part: string) => {
    said.text += part;
  });
  program.stderr.setEncoding('utf8').on('data', (part: string) => {
    said.problems += part;
  });
  const ended = once(program, 'close').then(([code]: unknown[]) => code);
  return { program, said, ended };
}

describe('the process that keeps the serving one running', { timeout: 60_000 }, () => {
  it('starts the next one after a death, and hands over where the dead one stood', async () => {
    const { said, ended } = keep(`
      console.log(process.argv.slice(2).join(' '), begin.resumed?.port);
      if (begin.resumed === null) { await stand(); process.kill(process.pid, 'SIGKILL'); }
      process.exit(0);`);
    expect(await ended).toBe(0);
    expect(said.text).toBe('--port 4711 undefined\n--port 4711 4711\n');
    expect(said.problems).toContain('已保存的内容不受影响');
  });

  it('does not start again what said why it cannot go on, or never stood', async () => {
    const told = keep(`await stand(); console.log('once'); process.exit(1);`);
    const never = keep(`console.log('once'); process.kill(process.pid, 'SIGKILL');`);
    expect(await Promise.all([told.ended, never.ended])).toEqual([1, 1]);
    expect([told.said.text, never.said.text]).toEqual(['once\n', 'once\n']);
  });

  it('gives up and says so when one dies after the other', async () => {
    const { said, ended } = keep(`await stand(); console.log('again'); process.exit(70);`);
    expect(await ended).toBe(1);
    expect(said.text.trim().split('\n')).toHaveLength(10);
    expect(said.problems).toContain('反复意外停止');
  });

  it('passes the signal that ends the program on, and ends with it', async () => {
    const { program, said, ended } = keep(
      `process.on('SIGTERM', () => process.exit(0)); await stand(); console.log('stands'); setInterval(() => {}, 1000);`,
    );
    await expect.poll(() => said.text).toBe('stands\n');
    program.kill('SIGTERM');
    expect(await ended).toBe(0);
  });
});
