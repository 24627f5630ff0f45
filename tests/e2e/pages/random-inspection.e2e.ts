import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommandLine } from '#tests/support/command-line.ts';
import { type RunningOffice, startSample } from '../support/office.ts';

let office: RunningOffice;
let page: Page;
beforeAll(async () => {
  office = await startSample();
  page = await office.enter();
  await page.getByRole('menuitem', { name: '双随机抽查', exact: true }).click();
});
afterAll(() => office.close());

const dialog = () => page.getByRole('dialog');
const tab = (name: string) => page.getByRole('tab', { name, exact: true }).click();
const button = (name: RegExp) => page.getByRole('button', { name });

describe('a random inspection', () => {
  it('is drawn from a frozen pool with what the witnesses give', async () => {
    // Campaigns of the sample visit nearly every key site at this time.
    await tab('事项、类别和规则');
    await button(/^修改规则$/u).click();
    await dialog().getByLabel('多少天内不重复检查(0 为不限)').fill('0');
    await dialog()
      .getByRole('button', { name: /^保\s?存$/u })
      .click();
    await page.getByText('已修改双随机规则').waitFor();
    await tab('抽取');
    await button(/^开始抽取$/u).click();
    await dialog()
      .getByText(/^人员密集场所重点单位：抽 10 个$/u)
      .waitFor();
    await dialog().getByRole('button', { name: '冻结名单' }).click();
    await page.getByRole('heading', { name: '见证人的输入' }).waitFor();
    await page.getByText(/执法证件 .* 到期/u).waitFor();
    await page.getByLabel('见证人 1', { exact: true }).fill('周明华');
    await page.getByLabel('见证人 1 的输入').fill('8 3 6');
    await page.getByLabel('见证人 2', { exact: true }).fill('沈立新');
    await page.getByLabel('见证人 2 的输入').fill('长治久安');
    await button(/^抽\s?取$/u).click();
    await page.getByText('已抽出 15 个对象').waitFor();
    await page.getByRole('heading', { name: '抽取结果(15 个)' }).waitFor();
  });

  it('gives a certificate that the command verifies without the data', async () => {
    await button(/^证书文件$/u).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog().getByRole('link', { name: /下载/u }).click(),
    ]);
    const file = await download.path();
    const { code, out } = await runCommandLine('verify-draw', file);
    expect(out).toContain('抽出 15 个对象');
    expect(out).toContain('结论：一致');
    expect(code).toBe(0);
    const changed = join(office.dataFolder, 'changed.json');
    const certificate = JSON.parse(readFileSync(file, 'utf8')) as { witnesses: { text: string }[] };
    writeFileSync(changed, JSON.stringify({ ...certificate, witnesses: certificate.witnesses.slice(1) }));
    expect(await runCommandLine('verify-draw', changed)).toMatchObject({ code: 1 });
  });
});
