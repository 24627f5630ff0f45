import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningOffice, startOffice } from '#tests/e2e/support/office.ts';

describe('the organizations page', () => {
  let office: RunningOffice;
  let page: Page;
  const problems: string[] = [];
  beforeAll(async () => {
    office = await startOffice();
    page = await office.enter();
    page.on('pageerror', (error) => problems.push(error.message));
    await setUp(page);
  }, 120_000);
  afterAll(() => office.close());

  it('shows the city with its counties, found also by pinyin initials', async () => {
    await tree().getByText('大悟县').waitFor();
    await page.getByLabel('查找机构').fill('xhz');
    await tree().getByText('小河镇').waitFor();
    expect(await tree().getByText('大悟县').count()).toBe(0);
    await page.getByLabel('查找机构').fill('');
  });

  it('adds one organization after another with Enter, and Ctrl+Z takes the last one back', async () => {
    await tree().getByText('孝南区').click();
    const name = page.getByLabel('新增名称');
    await name.fill('试验一镇');
    await name.press('Enter');
    await row('试验一镇').waitFor();
    await name.fill('试验二镇');
    await name.press('Enter');
    await row('试验二镇').waitFor();
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('Control+z');
    await row('试验二镇').waitFor({ state: 'detached' });
    expect(await row('试验一镇').count()).toBe(1);
  });

  it('sets a mark for all chosen rows with one key', async () => {
    for (const name of ['书院街道', '新华街道', '广场街道']) await check(name);
    await page.keyboard.press('2');
    await expect
      .poll(() => page.locator('tr.ant-table-row').filter({ hasText: '全国重点镇' }).count())
      .toBe(3);
    for (const name of ['书院街道', '新华街道', '广场街道']) await check(name);
  });

  it('moves chosen rows within their order', async () => {
    await check('新华街道');
    await page.getByRole('button', { name: '上移' }).click();
    await expect.poll(() => page.locator('tr.ant-table-row').first().innerText()).toContain('新华街道');
    await check('新华街道');
  });

  it('moves by dragging: among siblings at once, to another county after asking 更正 or 变更', async () => {
    await item('应城市').dragTo(item('孝南区'), { targetPosition: { x: 60, y: 26 } });
    await page.getByText('已调整顺序').last().waitFor();
    await expect
      .poll(counties)
      .toEqual(['孝南区', '应城市', '孝昌县', '大悟县', '云梦县', '安陆市', '汉川市']);
    await item('汉川市').locator('.ant-tree-switcher').click();
    await item('仙女山街道').dragTo(item('云梦县'), { targetPosition: { x: 80, y: 14 } });
    const dialog = page.getByRole('dialog');
    await dialog.getByText('更正：').waitFor();
    await dialog.getByRole('button', { name: '移动' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await item('汉川市').locator('.ant-tree-switcher').click();
    await tree().getByText('云梦县').click();
    await row('仙女山街道').waitFor();
  });

  it('asks for a day and keeps the old name before it', async () => {
    await tree().getByText('大悟县').click();
    await page.getByRole('tab', { name: '资料与历史' }).click();
    await page.getByRole('button', { name: '从某日起变更…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('名称').fill('大悟市');
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await tree().getByText('大悟市').waitFor();
    await page.getByLabel('查看哪一天').fill('2020-01-01');
    await page.getByLabel('查看哪一天').press('Enter');
    await tree().getByText('大悟县').waitFor();
    await page.getByRole('button', { name: '回到今天' }).click();
    await tree().getByText('大悟市').waitFor();
  });

  it('keeps what is being typed when another window saves the same name, and shows both', async () => {
    const second = await office.enter();
    await second.goto(page.url());
    for (const window of [page, second]) {
      await window.getByRole('tree').getByText('孝昌县').click();
      await window.getByRole('tab', { name: '资料与历史' }).click();
    }
    const field = (window: Page) => window.getByLabel('名称', { exact: true });
    await field(page).fill('乙县');
    await field(second).fill('甲县');
    await second.getByRole('button', { name: '保存' }).click();
    await page.getByRole('heading', { name: '甲县' }).waitFor();
    expect(await field(page).inputValue()).toBe('乙县');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('这里刚被别人改过').waitFor();
    await page.getByRole('radio', { name: '甲县' }).check();
    await page.getByRole('button', { name: '按所选保存' }).click();
    await expect.poll(() => field(page).inputValue()).toBe('甲县');
    await field(page).fill('孝昌县');
    await page.getByRole('button', { name: '保存' }).click();
    await tree().getByText('孝昌县').waitFor();
    await second.context().close();
  });

  it('reads a block copied from Excel, shows it, and takes it over in one step', async () => {
    await page.evaluate(
      (text) => navigator.clipboard.writeText(text),
      '县\t乡镇\t村\r\n孝昌县\t粘贴镇\t一村\r\n\t\t二村\r\n',
    );
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('Control+v');
    const preview = page.getByRole('dialog').filter({ hasText: '核对要导入的机构' });
    await preview.getByText('孝昌县 / 粘贴镇 / 二村').waitFor();
    await preview.getByRole('button', { name: '导入 3 个' }).click();
    await preview.waitFor({ state: 'hidden' });
    await tree().getByText('孝昌县').click();
    await page.getByLabel('查找机构').fill('粘贴');
    await tree().getByText('粘贴镇').waitFor();
    await page.getByLabel('查找机构').fill('');
  });

  it('names what cannot be taken over, and offers to import it once it is put right in place', async () => {
    await page.evaluate(
      (text) => navigator.clipboard.writeText(text),
      '名称\t级别\t上级\r\n孤村\t村\t没有的镇\r\n',
    );
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('Control+v');
    const preview = page.getByRole('dialog').filter({ hasText: '核对要导入的机构' });
    await preview.getByText('第 2 行 C 列：没有找到上级“没有的镇”。').waitFor();
    expect(await preview.getByRole('button', { name: /导入/ }).isDisabled()).toBe(true);
    await preview.getByRole('button', { name: '第 2 行上级：没有的镇' }).click();
    await preview.getByRole('textbox', { name: '第 2 行上级' }).fill('孝昌县');
    await preview.getByRole('textbox', { name: '第 2 行上级' }).press('Enter');
    await preview.getByText('孝昌县 / 孤村').waitFor();
    await preview.getByRole('button', { name: '导入 1 个' }).click();
    await preview.waitFor({ state: 'hidden' });
    await page.getByLabel('查找机构').fill('孤村');
    await tree().getByText('孤村').waitFor();
    await page.getByLabel('查找机构').fill('');
  });

  it('has broken nowhere', () => {
    expect(problems).toEqual([]);
  });

  function tree() {
    return page.locator('.ant-tree');
  }
  function item(name: string) {
    return page.getByRole('treeitem').filter({ hasText: name });
  }
  function row(name: string) {
    return page.locator('tr.ant-table-row').filter({ hasText: name });
  }
  async function counties(): Promise<string[]> {
    const texts = await tree().locator('.ant-tree-treenode').allInnerTexts();
    return texts
      .map((text) => text.trim().split(/\s/)[0]!)
      .filter((name) => /^.{2}[市县区]$/.test(name) && name !== '孝感市');
  }
  async function check(name: string): Promise<void> {
    await row(name).locator('.ant-checkbox-wrapper').click();
  }
});

async function setUp(page: Page): Promise<void> {
  await page.getByRole('combobox').first().fill('xiaogan');
  await page.getByText('孝感市').first().waitFor();
  await page.keyboard.press('Enter');
  await page.getByLabel(/姓名/).fill('李明');
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: '机构', exact: true }).click();
}
