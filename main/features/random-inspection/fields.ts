import type { RandomTarget } from '#shared/contract/random-results.ts';
import { targetResultNames } from '#shared/rules/random-inspection/model.ts';
import { column, type FieldColumn, fieldSource } from '#main/core/fields/field-source.ts';
import { targetsOfTime } from './targets.ts';

/** Drawn objects of the months of the time, for forms of other offices. */

const columns: readonly FieldColumn<RandomTarget>[] = [
  column('number', '序号', 'number', (_row, place) => place + 1),
  column('month', '抽查月份', 'text', ({ month }) => month),
  column('draw', '抽取编号', 'text', ({ drawNumber }) => drawNumber),
  column('class', '对象类别', 'text', ({ className }) => className),
  column('name', '检查对象', 'text', ({ name }) => name),
  column('place', '所在地', 'text', ({ place }) => place),
  column('item', '抽查事项', 'text', ({ itemName }) => itemName),
  column('inspectors', '检查人员', 'text', ({ inspectors }) => inspectors.map(({ name }) => name).join('、')),
  column('dueOn', '检查期限', 'day', ({ dueOn }) => dueOn),
  column('inspectedOn', '检查日期', 'day', ({ inspectedOn }) => inspectedOn),
  column('result', '检查结果', 'text', ({ result }) =>
    result === null ? '未检查' : targetResultNames[result],
  ),
  column('problem', '发现的问题', 'text', ({ problem }) => problem),
];

export const randomFields = [
  fieldSource<RandomTarget>({
    key: 'randomTargets',
    name: '双随机抽查(每个对象一行)',
    columns,
    rows: targetsOfTime,
  }),
];
