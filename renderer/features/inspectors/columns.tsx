import type { TableProps } from 'antd';
import { localDay } from '#shared/calendar/days.ts';
import type { Inspector, Vehicle } from '#shared/contract/inspectors.ts';
import { isGone, isOn, leaveAt } from '#shared/rules/inspectors/model.ts';
import styles from './inspectors.module.css';
import { daysText, hasLeft, roleText, skillText } from './words.ts';

type Columns = NonNullable<TableProps<Inspector>['columns']>;

const name: Columns[number] = { title: '姓名', dataIndex: 'name', width: 100, ellipsis: true };
const unit: Columns[number] = { title: '单位', dataIndex: 'unitName', ellipsis: true };
const roles: Columns[number] = {
  title: '角色',
  width: 110,
  ellipsis: true,
  render: (_, person) => roleText(person),
};
const skills: Columns[number] = {
  title: '专长',
  width: 150,
  ellipsis: true,
  render: (_, person) => skillText(person),
};
const leave: Columns[number] = {
  title: '请假',
  width: 190,
  ellipsis: true,
  render: (_, person) => leaveCell(person),
};

export const inspectorColumns: Columns = [
  name,
  unit,
  { title: '职务', dataIndex: 'post', width: 160, ellipsis: true },
  roles,
  skills,
  { title: '回避区县', dataIndex: 'homeCountyName', width: 90, ellipsis: true },
  { title: '电话', dataIndex: 'phone', width: 124, ellipsis: true },
  leave,
];
export const INSPECTOR_PIXELS = 1080;

/** Beside an open person there is room for these only. */
export const narrowColumns: Columns = [name, unit, roles, skills];
export const NARROW_PIXELS = 560;

/** Today's leave, else the next one; of who has left, since when. */
function leaveCell(person: Inspector) {
  if (hasLeft(person)) return <span className={styles.grey}>{person.leftOn} 离开</span>;
  const today = localDay(Date.now());
  const next = leaveAt(person.leave, today);
  if (next === undefined) return null;
  if (isOn(next, today))
    return (
      <span className={styles.away}>
        请假中，至 {next.lastDay.slice(5)} {next.reason}
      </span>
    );
  return `${daysText(next)} ${next.reason}`.slice(5);
}

export const vehicleColumns: NonNullable<TableProps<Vehicle>['columns']> = [
  {
    title: '车牌号',
    width: 260,
    ellipsis: true,
    render: (_, { name: plate, retiredOn }) => (
      <>
        {plate}{' '}
        {isGone(retiredOn, localDay(Date.now())) && <span className={styles.grey}>{retiredOn} 停用</span>}
      </>
    ),
  },
  { title: '座位数(含驾驶员)', dataIndex: 'seats', width: 150, align: 'right' },
  { title: '单位', dataIndex: 'unitName', ellipsis: true },
  { title: '备注', dataIndex: 'note', ellipsis: true },
];
