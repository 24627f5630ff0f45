import { describe, expect, it } from 'vitest';
import type { PaperBlock } from '#shared/rules/papers/model.ts';
import { templateBlocks } from '#shared/rules/papers/template-text.ts';
import { type ReportTask, taskReport } from '#shared/rules/tasks/monthly-report.ts';
import { type NamedReport, reportCircularBody } from '#shared/rules/tasks/report-circular.ts';

const task: ReportTask = {
  uid: 'one',
  title: '校园检查',
  status: 'inProgress',
  dueOn: '2026-10-20',
  firstDueOn: '2026-09-30',
  reportedOn: null,
  closedOn: null,
  leadUids: ['a'],
  supportingUids: ['b'],
  presses: [{ day: '2026-10-22', unitUid: null }],
  extensions: [{ day: '2026-09-29', oldDueOn: '2026-09-30' }],
};

function named(tasks: readonly ReportTask[], supporting = false): NamedReport {
  const report = taskReport(tasks, { month: '2026-10', today: '2026-11-03', supporting });
  return { ...report, units: report.units.map((unit) => ({ ...unit, name: `单位${unit.unitUid}` })) };
}

function lines(body: readonly PaperBlock[]): string[] {
  return body.map((block) =>
    block.kind === 'heading' || block.kind === 'paragraph'
      ? block.runs.map((run) => run.text || `{${run.field}}`).join('')
      : block.kind,
  );
}

describe('the body of the monthly circular', () => {
  it('puts the figures into the places of the template and leaves the rest of it as the office wrote it', () => {
    const template = templateBlocks(
      '一、基本情况\n{基本情况}\n二、存在的问题\n{存在的问题}\n三、要求\n{工作要求}',
    );
    expect(lines(reportCircularBody(template, named([task])))).toEqual([
      '基本情况',
      '2026年10月应办结督办任务1项，涉及1个牵头单位。截至2026年10月31日，按时完成0项，逾期完成0项，逾期未完成1项；累计催办1次，延期1次。',
      'table',
      '按时完成的单位：无。',
      '存在的问题',
      '有任务逾期的单位（1个）：单位a。',
      '单位a：“校园检查”（时限2026年10月20日，原时限2026年9月30日）已逾期11天，催办1次。',
      '要求',
      '{工作要求}',
    ]);
  });

  it('stands at the end of a template that has no place for it', () => {
    const body = lines(reportCircularBody(templateBlocks('现通报如下：'), named([task])));
    expect(body[0]).toBe('现通报如下：');
    expect(body).toHaveLength(6);
  });

  it('says that a task of several units stands with each of them', () => {
    const [, opening] = lines(
      reportCircularBody(
        templateBlocks('一、基本情况\n{基本情况}'),
        named([{ ...task, leadUids: ['a', 'b'] }]),
      ),
    );
    expect(opening).toContain('督办任务1项，涉及2个牵头单位（多个单位牵头的，分别计入各单位，合计2项次）');
  });

  it('tells what a unit supports apart from what it leads, and names the unit once', () => {
    const second: ReportTask = {
      ...task,
      uid: 'two',
      title: '夜查',
      leadUids: ['b'],
      supportingUids: ['a', 'c'],
    };
    const body = reportCircularBody([], named([task, second], true));
    const written = lines(body);
    expect(written[1]).toBe(
      '上述任务涉及3个配合单位，配合任务与牵头任务分别统计，合计3项次：按时完成0项次，逾期完成0项次，逾期未完成3项次。',
    );
    expect(written).toContain('有任务逾期的单位（3个）：单位a、单位b、单位c。');
    expect(written.filter((line) => line.includes('（配合）：“夜查”'))).toHaveLength(2);
    const table = body.find((block) => block.kind === 'table');
    expect(
      table?.rows.map((row) =>
        row
          .slice(0, 4)
          .map((cell) => cell.text)
          .join(' '),
      ),
    ).toEqual([
      '序号 单位 职责 应办结',
      '1 单位a 牵头 1',
      '2 单位b 配合 1',
      '3 单位b 牵头 1',
      '4 单位a 配合 1',
      '5 单位c 配合 1',
      ' 合计 牵头 2',
      ' 合计 配合 3',
    ]);
  });

  it('says of what fell due on the last day only that it was not done', () => {
    const body = lines(
      reportCircularBody(
        [],
        named([{ ...task, dueOn: '2026-10-31', firstDueOn: '2026-10-31', presses: [] }]),
      ),
    );
    expect(body.at(-1)).toBe('单位a：“校园检查”（时限2026年10月31日）到期未完成。');
  });
});
