import { spawnSync } from 'node:child_process';

/** What somebody else at this PC knows of a running program. */
export interface KnownOfProgram {
  port: number;
  /** Of the program, as everybody sees it. */
  pid: number;
  /** Folders of the clerk, in an open home. */
  folders: string[];
}

const NOBODY = '65534';
const asNobody = [
  '--reuid',
  NOBODY,
  '--regid',
  NOBODY,
  '--clear-groups',
  '--inh-caps=-all',
  process.execPath,
];

/** Whether here a program can be run as another user. */
export function canBeOtherUser(): boolean {
  return process.getuid?.() === 0 && spawnSync('setpriv', [...asNobody, '-e', '0']).status === 0;
}

/** @returns all that another user of the PC got or did */
export function triedByOtherUser(known: KnownOfProgram): string[] {
  const code = `(${tryAll.toString()})(${JSON.stringify(known)}).then((got) => console.log(JSON.stringify(got)))`;
  const { stdout, stderr } = spawnSync('setpriv', [...asNobody, '-e', code], { encoding: 'utf8', cwd: '/' });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as string[];
}

/** Runs as the other user, in a process of its own: nothing from around it is there. */
async function tryAll({ port, pid, folders }: KnownOfProgram): Promise<string[]> {
  const { readdirSync, readFileSync, writeFileSync } = process.getBuiltinModule('node:fs');
  const got: string[] = [];
  const attempt = (what: string, action: () => unknown): void => {
    try {
      action();
      got.push(what);
    } catch {
      // Refused, as it should be.
    }
  };
  const origin = `http://127.0.0.1:${port}`;
  const headers = { origin, 'content-type': 'application/json', 'x-key': 'x', cookie: `office-${port}=x` };
  for (const path of [
    'session/state',
    'office/setUp',
    'history/list',
    'users/list',
    'files/begin',
    'events/watch',
  ]) {
    const answer = await fetch(`${origin}/rpc/${path}`, { method: 'POST', headers, body: '{}' });
    if (answer.status !== 401) got.push(`/rpc/${path} ${answer.status}`);
  }
  for (const path of ['/assets/main.js', '/exports/x', '/enter.html', '/../data/office.db']) {
    const { status } = await fetch(origin + path, { headers });
    if (status !== 401) got.push(`${path} ${status}`);
  }
  const token = 'A'.repeat(43);
  const guessed = await fetch(`${origin}/session`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ token }),
  });
  if (guessed.ok) got.push('a guessed token');
  const page = await (await fetch(origin)).text();
  if (page.includes('id="root"')) got.push('the page itself');
  for (const folder of folders) {
    attempt(`list ${folder}`, () => readdirSync(folder));
    for (const name of ['office.db', 'enter.html', 'anchor', 'lock', 'logs/errors.log'])
      attempt(`read ${name}`, () => readFileSync(`${folder}/${name}`));
    attempt(`write into ${folder}`, () => writeFileSync(`${folder}/x`, 'x'));
  }
  for (const what of ['environ', 'mem', 'maps'])
    attempt(`read ${what}`, () => readFileSync(`/proc/${pid}/${what}`));
  attempt('list open files', () => readdirSync(`/proc/${pid}/fd`));
  attempt('end it', () => process.kill(pid));
  return got;
}
