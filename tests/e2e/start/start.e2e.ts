import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const launcher = join(import.meta.dirname, '..', '..', '..', 'main', 'launch.mjs');

let dataFolder: string;
let program: ChildProcess | undefined;
let output: string[];

beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'office-start-'));
  output = [];
});
afterEach(async () => {
  if (program?.exitCode === null) await end('SIGTERM');
  rmSync(dataFolder, { recursive: true, force: true });
});

describe('npm start without a display', () => {
  it('prints exactly one line once the server answers, and one more for each address that was used', async () => {
    const [first] = await start();
    expect(first).toMatch(/^打开: http:\/\/127\.0\.0\.1:\d+\/#[\w-]{43}$/);
    expect((await fetch(pageOf(first!))).status).toBe(200);
    expect(output).toHaveLength(1);

    await redeem(first!);
    await expect.poll(() => output.length).toBe(2);
    expect(output[1]).not.toBe(first);
    expect(await redeem(first!)).toBe(401);
    expect(await redeem(output[1]!)).toBe(200);
  });

  it('takes the port that it is told', async () => {
    const port = 20_000 + Math.floor(Math.random() * 20_000);
    const [line] = await start('--port', String(port));
    expect(new URL(pageOf(line!)).port).toBe(String(port));
  });

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'runs on with its input closed, until %s ends it well',
    async (signal) => {
      const [line] = await start();
      program!.stdin?.end();
      await new Promise((resolve) => {
        setTimeout(resolve, 500);
      });
      expect((await fetch(pageOf(line!))).status).toBe(200);
      expect(await end(signal)).toBe(0);
    },
  );

  it('lets only one program use a data folder, and says so', async () => {
    await start();
    const { code, said } = await startAgain();
    expect(code).toBe(1);
    expect(said).toMatch(/\p{Script=Han}/u);
  });

  it('says where to click for a pack that is opened while no page is there that would show it', async () => {
    await start();
    const { code, said } = await startAgain(join(dataFolder, '云栖区.xabao'));
    expect(code).toBe(1);
    expect(said).toMatch(/要打开“云栖区\.xabao”.*合并数据包/u);
    expect(said).not.toContain('已经交给');
  });

  it('refuses a switch that it does not understand in Chinese', async () => {
    const wrong = spawn(process.execPath, [launcher, 'start', '--host', 'window', '--data', dataFolder], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let complaint = '';
    wrong.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaint += text;
    });
    expect(
      await new Promise((resolve) => {
        wrong.once('exit', resolve);
      }),
    ).not.toBe(0);
    expect(complaint).toContain('--host');
  });
});

function start(...switches: string[]): Promise<string[]> {
  const args = [launcher, 'start', '--host', 'browser', '--no-open', '--data', dataFolder, ...switches];
  program = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  return new Promise((resolve, reject) => {
    let text = '';
    program!.stdout!.setEncoding('utf8').on('data', (part: string) => {
      text += part;
      output = text.split('\n').slice(0, -1);
      if (output.length > 0) resolve(output);
    });
    program!.once('exit', (code) => reject(new Error(`ended with ${code}`)));
  });
}

function end(signal: NodeJS.Signals): Promise<number | null> {
  return new Promise((resolve) => {
    program!.once('exit', (code) => resolve(code));
    program!.kill(signal);
  });
}

function pageOf(line: string): string {
  return line.slice('打开: '.length).replace(/#.*/, '');
}

async function redeem(line: string): Promise<number> {
  const page = new URL(pageOf(line));
  const answer = await fetch(new URL('/session', page), {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: page.origin },
    body: JSON.stringify({ token: line.split('#')[1] }),
  });
  return answer.status;
}

async function startAgain(...words: string[]): Promise<{ code: unknown; said: string }> {
  const switches = ['start', '--host', 'browser', '--no-open', '--data', dataFolder, ...words];
  const second = spawn(process.execPath, [launcher, ...switches], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  second.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const code = await new Promise((resolve) => {
    second.once('exit', resolve);
  });
  return { code, said };
}
