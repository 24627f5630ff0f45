import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildProgram, findElectron, root } from './electron-runtime.ts';

const electron = await findElectron();
if (electron.reason !== null) console.log(`electron 套件未运行：${electron.reason}`);

describe.skipIf(electron.reason !== null)(
  `the Electron host (${electron.reason ?? 'its runtime is here'})`,
  () => {
    const environment = Object.fromEntries(
      Object.entries({ ...process.env, DISPLAY: electron.display }).filter(
        ([, value]) => value !== undefined,
      ),
    ) as Record<string, string>;
    let dataFolder: string;
    let program: ElectronApplication;
    let page: Page;

    beforeAll(async () => {
      await buildProgram();
      dataFolder = mkdtempSync(join(tmpdir(), 'office-electron-'));
      program = await _electron.launch({
        executablePath: electron.runtime,
        args: [root, '--data', dataFolder],
        env: environment,
      });
      page = await program.firstWindow();
      await page.waitForSelector('#root > *');
    });
    afterAll(async () => {
      await program.close();
      electron.close();
      rmSync(dataFolder, { recursive: true, force: true });
    });

    it('shows the first start in its first window', async () => {
      expect(page.url()).toMatch(/^app:\/\/office\/(#.*)?$/);
      expect(await page.title()).toContain('消安办工作台');
      await page.getByText('建立办公室').first().waitFor();
    });

    it('gives the page neither Node nor anything of Electron’s', async () => {
      const found = await page.evaluate(() =>
        [
          'require',
          'process',
          'Buffer',
          'module',
          'global',
          'setImmediate',
          'electron',
          'ipcRenderer',
        ].filter((name) => name in globalThis),
      );
      expect(found).toEqual([]);
    });

    it('runs the page in the sandbox', async () => {
      const processNumber = await program.evaluate(
        ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0,
      );
      expect(processNumber).toBeGreaterThan(0);
      if (process.platform !== 'linux') return;
      expect(readFileSync(`/proc/${processNumber}/status`, 'utf8')).toMatch(/^Seccomp:\t2$/m);
    });

    it('lets the page go nowhere and open nothing', async () => {
      for (const address of [
        'https://example.invalid/',
        'file:///etc/passwd',
        'app://evil/',
        'data:text/html,x',
      ]) {
        await page.evaluate((to) => location.assign(to), address);
        await page.evaluate((to) => window.open(to), address);
      }
      expect(page.url()).toMatch(/^app:\/\/office\/(#.*)?$/);
      expect(program.windows()).toHaveLength(1);
    });

    it('sends nothing over the network', async () => {
      const sent = await page.evaluate(async () => {
        const answers = await Promise.allSettled(
          ['https://example.invalid/', 'http://127.0.0.1/'].map((to) => fetch(to)),
        );
        return answers.filter(({ status }) => status === 'fulfilled').length;
      });
      expect(sent).toBe(0);
    });

    it('links the window again after the core died', async () => {
      await program.evaluate(({ app }) => {
        const core = app.getAppMetrics().find(({ name }) => name === '消安办工作台数据服务');
        if (core === undefined) throw new Error('no core is running');
        process.kill(core.pid, 'SIGKILL');
      });
      await page.getByText('建立办公室').first().waitFor();
      await page.reload();
      await page.getByText('建立办公室').first().waitFor();
    });

    it('turns a second start on the same folder away', async () => {
      const second = spawn(electron.runtime, [root, '--data', dataFolder], {
        env: environment,
        stdio: 'ignore',
      });
      const [code] = (await once(second, 'exit')) as [number | null];
      expect(code).toBe(0);
      expect(program.windows()).toHaveLength(1);
    });
  },
);
