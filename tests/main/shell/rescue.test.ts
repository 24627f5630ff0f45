import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { MessageFromCore } from '#main/shell/core-messages.ts';
import { setupCore } from '#main/shell/core.ts';
import { setupProtocol } from '#main/shell/protocol.ts';
import { setupRescue } from '#main/shell/rescue.ts';
import { setupWindows } from '#main/shell/window.ts';
import { asked, resetElectron } from '#tests/support/electron-stand-in.ts';

vi.mock('electron', () => import('#tests/support/electron-stand-in.ts'));

beforeEach(resetElectron);

/** Electron as it stands before damaged data, with one window. */
function startRescue() {
  const core = setupCore({
    entry: '/program/core-process.js',
    settings: { dataFolder: '/data', sample: false },
    onRefused: () => undefined,
    onKeepsDying: () => Promise.resolve(false),
  });
  setupProtocol('/program/renderer', setupRescue(core));
  setupWindows('/program/preload.cjs', '/program/icon.png').open();
  const { process, sent } = asked.processes[0]!;
  const says = (message: MessageFromCore) => void process.emit('message', message);
  const serve = asked.protocols.get('app')!;
  const show = async (form?: string) => {
    const request = new Request('app://office/', form === undefined ? {} : { method: 'POST', body: form });
    const response = await serve(request);
    return { text: await response.text(), policy: response.headers.get('content-security-policy') };
  };
  return { says, show, sent };
}

describe('the window before damaged data', () => {
  it('shows the page of the browser host under its own policy, and hands its forms to the core', async () => {
    const { says, show, sent } = startRescue();
    asked.windows[0]!.address = undefined;
    says({ kind: 'rescue', page: '<h1>数据文件损坏了</h1>', outcome: null });
    expect(asked.windows[0]!.address).toBe('app://office/');
    expect(await show()).toEqual({
      text: '<h1>数据文件损坏了</h1>',
      policy: expect.stringContaining("form-action 'self'") as string,
    });
    const next = show('do=look&folder=%2Fusb');
    await vi.waitUntil(() => sent.length === 2);
    expect(sent[1]?.message).toEqual({ kind: 'rescueForm', form: 'do=look&folder=%2Fusb' });
    says({ kind: 'rescue', page: '没有找到备份', outcome: null });
    expect((await next).text).toBe('没有找到备份');
  });

  it('goes on to the program when the core has started on the backup', async () => {
    const { says, show } = startRescue();
    says({ kind: 'rescue', page: '坏了', outcome: null });
    const taken = show('do=take');
    await new Promise((resolve) => setImmediate(resolve));
    says({ kind: 'rescue', page: '已经恢复', outcome: 'taken' });
    expect((await taken).text).toBe('已经恢复');
    asked.windows[0]!.address = undefined;
    says({ kind: 'ready' });
    expect(asked.windows[0]!.address).toBe('app://office/');
    // There is no renderer in this place, so that the program's own page is asked for again.
    expect((await show()).text).toContain('界面文件不完整');
  });

  it('ends the program where the clerk wants nothing restored', async () => {
    const { says, show } = startRescue();
    says({ kind: 'rescue', page: '坏了', outcome: null });
    const ended = show('do=end');
    await new Promise((resolve) => setImmediate(resolve));
    says({ kind: 'rescue', page: '程序已关闭', outcome: 'ended' });
    expect((await ended).text).toBe('程序已关闭');
    expect(asked.quits).toBe(1);
  });
});
