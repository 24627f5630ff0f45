import { expect, it } from 'vitest';
import { parseProgramArguments } from '#main/hosts/arguments.ts';

it('reads every switch', () => {
  const args = [
    '--host',
    'browser',
    '--data',
    '/srv/office',
    '--port=8080',
    '--no-open',
    '--sample',
    '--diagnose',
    'a.zip',
  ];
  expect(parseProgramArguments(args)).toEqual({
    host: 'browser',
    data: '/srv/office',
    port: 8080,
    noOpen: true,
    sample: true,
    diagnose: 'a.zip',
  });
  expect(parseProgramArguments([])).toEqual({
    host: null,
    data: null,
    port: 0,
    noOpen: false,
    sample: false,
    diagnose: null,
  });
});

it.each([
  [['--dta', '/srv/office'], '--dta'],
  [['--sampel'], '--sampel'],
  [['示例'], '示例'],
])('refuses what it does not know, %j, unless Electron may have been meant', (args, named) => {
  expect(() => parseProgramArguments(args, 'refused')).toThrow(`不认识的参数 ${named}`);
  expect(parseProgramArguments(args).data).toBeNull();
});

it.each([
  [['--data'], '--data'],
  [['--data', ''], '--data'],
  [['--data='], '--data'],
  [['--port'], '--port'],
  [['--port='], '--port'],
  [['--port', 'x'], '--port'],
  [['--port', '70000'], '--port'],
  [['--host'], '--host'],
  [['--diagnose'], '--diagnose'],
  [['--host', 'window'], '--host'],
])('never takes another folder or port than was meant: %j', (args, named) => {
  expect(() => parseProgramArguments(args)).toThrow(new RegExp(`${named}.*\\p{Script=Han}`, 'u'));
});
