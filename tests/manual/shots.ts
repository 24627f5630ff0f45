import type { Page } from 'playwright';

/** One picture of the manual: a page of the sample city, and what is opened on it before the picture is taken. */
export interface Shot {
  /** Of the file in resources/manual/pictures, and in most cases of the chapter. */
  name: string;
  path: string;
  open?: (page: Page) => Promise<void>;
}

/** The first line that a list has, its details beside it. */
async function firstRow(page: Page): Promise<void> {
  await page.locator('main tr.ant-table-row').first().click();
}

function row(words: string): (page: Page) => Promise<void> {
  return (page) => page.locator('main tr.ant-table-row', { hasText: words }).first().click();
}

function tab(name: string): (page: Page) => Promise<void> {
  return (page) => page.getByRole('tab', { name, exact: true }).click();
}

/** Each after the other, with time for what it opens. */
function both(...steps: readonly ((page: Page) => Promise<void>)[]): (page: Page) => Promise<void> {
  return async (page) => {
    for (const step of steps) {
      await step(page);
      await page.waitForTimeout(500);
    }
  };
}

const TALK =
  '会议要求：市教育局牵头，10月底前完成全市中小学消防安全专项检查；市住建局、市消防救援支队配合。\n各县（市、区）要在年底前补齐乡镇消防工作站。';

export const shots: readonly Shot[] = [
  { name: 'home', path: '/' },
  { name: 'overview', path: '/overview' },
  { name: 'calendar', path: '/calendar' },
  { name: 'tasks', path: '/tasks', open: row('开展校园消防安全专项检查') },
  { name: 'task-report', path: '/tasks/report' },
  {
    name: 'tasks-from-text',
    path: '/tasks/from-text',
    open: both(
      (page) => page.getByLabel('讲话、方案或来文').fill(TALK),
      (page) => page.getByRole('button', { name: '下一步：标出任务' }).click(),
      (page) => page.getByRole('button', { name: /标出全部像任务的句子/ }).click(),
    ),
  },
  { name: 'plans', path: '/plans', open: firstRow },
  { name: 'notices', path: '/notices', open: firstRow },
  { name: 'listed-supervision', path: '/listed-supervision', open: firstRow },
  { name: 'meeting', path: '/meetings', open: row('第三次全体会议') },
  { name: 'paper', path: '/papers', open: firstRow },
  { name: 'received-papers', path: '/received-papers', open: firstRow },
  { name: 'library', path: '/library', open: firstRow },
  { name: 'paper-templates', path: '/paper-templates' },
  { name: 'paper-setup', path: '/paper-setup' },
  { name: 'campaign', path: '/campaigns', open: both(firstRow, tab('督查对象')) },
  { name: 'visits', path: '/visits/of' },
  { name: 'findings', path: '/findings', open: firstRow },
  { name: 'finding-results', path: '/findings/results' },
  { name: 'key-sites', path: '/key-sites', open: firstRow },
  { name: 'inspectors', path: '/inspectors', open: firstRow },
  { name: 'duty', path: '/duty' },
  { name: 'checklists', path: '/checklists', open: row('人员密集场所') },
  { name: 'random-inspection', path: '/random-inspection' },
  { name: 'credit', path: '/credit', open: row('安澜金辉娱乐有限公司') },
  { name: 'establishments', path: '/establishments', open: firstRow },
  { name: 'brigades', path: '/brigades', open: firstRow },
  {
    name: 'township-profiles',
    path: '/township-profiles',
    open: both(
      (page) => page.getByLabel('乡镇(街道)').click(),
      (page) => page.keyboard.type('wj'),
      (page) => page.keyboard.press('Enter'),
    ),
  },
  { name: 'water-sources', path: '/water-sources', open: firstRow },
  { name: 'fire-stations', path: '/fire-stations' },
  { name: 'micro-stations', path: '/micro-stations' },
  { name: 'fire-vehicles', path: '/fire-vehicles' },
  { name: 'equipment', path: '/equipment' },
  { name: 'smart-points', path: '/smart-points' },
  { name: 'trainings', path: '/trainings' },
  { name: 'firefighter-care', path: '/firefighter-care' },
  { name: 'posts', path: '/posts' },
  { name: 'certificates', path: '/certificates' },
  { name: 'population', path: '/population' },
  { name: 'notable-fires', path: '/notable-fires', open: firstRow },
  { name: 'approvals', path: '/approvals' },
  { name: 'guidance', path: '/guidance' },
  { name: 'publicity-events', path: '/publicity-events' },
  { name: 'good-practices', path: '/good-practices', open: firstRow },
  {
    name: 'fire-figures',
    path: '/fire-figures',
    open: (page) =>
      page.goto(page.url().replace('/fire-figures', '/fire-figures/2026-10')).then(() => undefined),
  },
  { name: 'shortfalls', path: '/shortfalls', open: firstRow },
  { name: 'assessment', path: '/assessment', open: firstRow },
  { name: 'export-forms', path: '/export-forms' },
  {
    name: 'scheme',
    path: '/schemes',
    open: both(row('县(市、区)消防工作'), (page) => page.getByText('1.1', { exact: true }).first().click()),
  },
  {
    name: 'collections',
    path: '/collections',
    open: (page) => page.getByRole('button', { name: '新增下发' }).first().click(),
  },
  { name: 'report', path: '/reports', open: firstRow },
  { name: 'foreign-forms', path: '/foreign-forms' },
  { name: 'archive', path: '/archive' },
  { name: 'rosters', path: '/rosters' },
  { name: 'organizations', path: '/organizations' },
  { name: 'office', path: '/settings/office' },
  { name: 'users', path: '/settings/users' },
  { name: 'security', path: '/settings/security' },
  { name: 'backups', path: '/settings/backups' },
  { name: 'exchange', path: '/settings/exchange' },
  { name: 'history', path: '/settings/history' },
  { name: 'erasure', path: '/settings/erasure' },
  { name: 'about', path: '/settings/about' },
];
