import { describe, expect, it } from 'vitest';
import { type MatrixCell, type MatrixNode, type MatrixTask, matrixOf } from '#shared/rules/plans/matrix.ts';
import { totalOf } from '#shared/rules/plans/standing.ts';

const today = '2026-11-25';
const lead = (uid: string) => ({ uid, role: 'lead' as const, shortName: uid });
const supporting = (uid: string) => ({ uid, role: 'supporting' as const, shortName: uid });

function task(uid: string, fields: Partial<MatrixTask> = {}): MatrixTask {
  return { uid, status: 'assigned', dueOn: '2026-12-31', units: [lead('教育局')], ...fields };
}

function node(uid: string, parentUid: string | null, content: string | MatrixTask): MatrixNode {
  const [heading, own] = typeof content === 'string' ? [content, null] : [null, content];
  return { uid, parentUid, position: Number(uid.slice(1)), heading, task: own };
}

const nodes = [
  node('n1', null, '一、组织'),
  node('n2', 'n1', '（一）方案'),
  node('n3', 'n2', task('制定', { status: 'closed', units: [lead('教育局'), lead('民政局')] })),
  node('n4', 'n1', task('会议', { dueOn: '2026-11-01', units: [lead('民政局'), supporting('公安局')] })),
  node('n5', null, '二、排查'),
  node('n6', 'n5', task('学校', { dueOn: null })),
  node('n7', 'n5', task('取消的', { status: 'cancelled' })),
  node('n8', null, task('总结', { units: [] })),
];

const text = ({ counts }: MatrixCell) => `${counts.done} ${counts.open} ${counts.overdue}`;

function shown(by: 'heading' | 'month', withSupporting = false) {
  const { columns, rows } = matrixOf(nodes, { by, supporting: withSupporting, today });
  return {
    columns: columns.map(({ title }) => title),
    rows: Object.fromEntries(rows.map(({ name, cells }) => [name, cells.map(text)])),
  };
}

describe('the matrix of a plan', () => {
  it('counts done, open and overdue by unit and main heading, for each of several lead units', () => {
    expect(shown('heading')).toEqual({
      columns: ['一、组织', '二、排查', '不在标题下'],
      rows: {
        教育局: ['1 0 0', '0 1 0', '0 0 0'],
        民政局: ['1 0 1', '0 0 0', '0 0 0'],
        未定单位: ['0 0 0', '0 0 0', '0 1 0'],
      },
    });
  });

  it('counts by the month of the due day, what has none at the end', () => {
    expect(shown('month').columns).toEqual(['2026年11月', '2026年12月', '长期']);
    expect(shown('month').rows.民政局).toEqual(['0 0 1', '1 0 0', '0 0 0']);
  });

  it('counts supporting units where they are asked for', () => {
    expect(shown('heading', true).rows.公安局).toEqual(['0 0 1', '0 0 0', '0 0 0']);
  });

  it('counts each task once in its sums, and leads to the tasks', () => {
    const { sum, sums, rows } = matrixOf(nodes, { by: 'heading', supporting: false, today });
    expect(totalOf(sum.counts)).toBe(4);
    expect(sums.map(text)).toEqual(['1 0 1', '0 1 0', '0 1 0']);
    expect(rows[1]?.cells[0]?.taskUids).toEqual(['制定', '会议']);
  });
});
