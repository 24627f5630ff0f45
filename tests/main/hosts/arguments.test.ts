import { expect, it } from 'vitest';
import { packAmong, parseProgramArguments } from '#main/hosts/arguments.ts';

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
    pack: null,
  });
  expect(parseProgramArguments([])).toEqual({
    host: null,
    data: null,
    port: 0,
    noOpen: false,
    sample: false,
    diagnose: null,
    pack: null,
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

it('takes the data pack that a double click hands over, by path or by address, and no other word', () => {
  const asked = ['--data', '/srv/office', '/media/U盘/数据包.XABAO'];
  expect(parseProgramArguments(asked, 'refused').pack).toBe('/media/U盘/数据包.XABAO');
  expect(parseProgramArguments(['--data', '/srv/a.xabao']).pack).toBeNull();
  const address = 'file:///media/U%E7%9B%98/a%20b.xabao';
  expect(packAmong(['/usr/bin/office', '--no-sandbox', address])).toBe('/media/U盘/a b.xabao');
  expect(packAmong(['file://%zz.xabao'])).toBeNull();
  expect(packAmong(['--x=a.xabao', 'a.xabao.exe', 'xabao'])).toBeNull();
});
