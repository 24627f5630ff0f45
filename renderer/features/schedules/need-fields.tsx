import { Form, InputNumber, Select } from 'antd';
import type { ScheduleChoices } from '#shared/contract/schedules.ts';
import type { ScheduleProblem } from '#shared/rules/schedule/problem.ts';
import styles from './schedules.module.css';

interface NeedFieldsProps {
  choices: ScheduleChoices;
  problem: ScheduleProblem;
}

/** What counties, kinds of places and people bring along. */
export function NeedFields({ choices, problem }: NeedFieldsProps) {
  return (
    <div className={styles.scroll}>
      <Form.Item name={['settings', 'absentUids']} label="这次不参加的人员">
        <Select
          mode="multiple"
          showSearch={{ optionFilterProp: 'label' }}
          placeholder="没有"
          options={choices.people.map(({ uid, name, unitName }) => ({
            value: uid,
            label: `${name}(${unitName})`,
          }))}
        />
      </Form.Item>
      <table className={styles.list}>
        <thead>
          <tr>
            <th scope="col">区县</th>
            <th scope="col">路程负担(点)</th>
            <th scope="col">最多出动次数</th>
          </tr>
        </thead>
        <tbody>
          {problem.counties.map(({ id, name }, at) => (
            <tr key={id}>
              <td>{name}</td>
              <td>
                <Form.Item noStyle name={['settings', 'counties', at, 'travelLoad']}>
                  <InputNumber min={0} max={100} precision={0} aria-label={`${name}的路程负担`} />
                </Form.Item>
              </td>
              <td>
                <Form.Item noStyle name={['settings', 'counties', at, 'mostDays']}>
                  <InputNumber
                    min={1}
                    max={100}
                    precision={0}
                    placeholder="不限"
                    aria-label={`${name}的最多出动次数`}
                  />
                </Form.Item>
                <Form.Item noStyle name={['settings', 'counties', at, 'uid']}>
                  <input type="hidden" />
                </Form.Item>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <table className={styles.list}>
        <thead>
          <tr>
            <th scope="col">类别</th>
            <th scope="col">用时(分钟)</th>
            <th scope="col">要有的专长</th>
          </tr>
        </thead>
        <tbody>
          {choices.kinds.map(({ uid, name }, at) => (
            <tr key={uid}>
              <td>{name}</td>
              <td>
                <Form.Item noStyle name={['settings', 'kinds', at, 'minutes']}>
                  <InputNumber
                    min={5}
                    max={960}
                    precision={0}
                    placeholder="一般"
                    aria-label={`${name}的用时`}
                  />
                </Form.Item>
              </td>
              <td>
                <Form.Item noStyle name={['settings', 'kinds', at, 'skillUid']}>
                  <Select
                    allowClear
                    placeholder="不要求"
                    aria-label={`${name}要有的专长`}
                    style={{ width: 150 }}
                    options={choices.skills.map((skill) => ({ value: skill.uid, label: skill.name }))}
                  />
                </Form.Item>
                <Form.Item noStyle name={['settings', 'kinds', at, 'uid']}>
                  <input type="hidden" />
                </Form.Item>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
