import { shortDay } from '#shared/calendar/days.ts';
import { Checkbox, Form, InputNumber, Select } from 'antd';
import type { ScheduleProblem } from '#shared/rules/schedule/problem.ts';
import { workableDays } from '#shared/rules/schedule/workable-days.ts';
import { weekdayName } from '#shared/rules/duty/day-words.ts';
import { DayField } from '#renderer/ui/day-field.tsx';
import { MissingHolidays } from '#renderer/ui/missing-holidays.tsx';
import styles from './schedules.module.css';

const numbers = [
  ['crewLeast', '每次出动至少几人', 30],
  ['crewMost', '最多几人', 30],
  ['leaders', '其中组长', 10],
  ['inspectors', '其中检查人员', 20],
  ['drivers', '其中驾驶员', 10],
  ['minutesPerDay', '每天检查分钟数', 1_440],
  ['mostDaysInARow', '每人最多连续几天', 31],
  ['loadPerDay', '出动一天计几点负担', 100],
  ['seconds', '排程最多用几秒', 300],
] as const;

/** The round's days, and what each trip must keep. */
export function RuleFields({ problem }: { problem: ScheduleProblem }) {
  const optionOf = (day: string) => ({ value: day, label: `${shortDay(day)} ${weekdayName(day)}` });
  return (
    <div className={styles.scroll}>
      <div className={styles.pair}>
        <Form.Item name={['settings', 'from']} label="第一天">
          <DayField />
        </Form.Item>
        <Form.Item
          name={['settings', 'to']}
          label="最后一天"
          dependencies={[['settings', 'from']]}
          rules={[
            ({ getFieldValue }) => ({
              validator: (_rule, to: string) =>
                to < (getFieldValue(['settings', 'from']) as string)
                  ? Promise.reject(new Error('结束日期不能早于开始日期'))
                  : Promise.resolve(),
            }),
          ]}
        >
          <DayField />
        </Form.Item>
      </div>
      <MissingHolidays days={[problem.from, problem.to]} />
      <Form.Item name={['settings', 'freeDays']} label="另外休息的日子(周末和节假日本来就不排)">
        <Select mode="multiple" placeholder="没有" options={workableDays(problem).map(optionOf)} />
      </Form.Item>
      <Form.Item name={['settings', 'workedDays']} label="周末或节假日照常督查的">
        <Select
          mode="multiple"
          placeholder="没有"
          options={problem.daysOff.map(({ day }) => optionOf(day))}
        />
      </Form.Item>
      <div className={styles.pair}>
        {numbers.map(([field, label, most]) => (
          <Form.Item
            key={field}
            name={['settings', field]}
            label={label}
            rules={[{ required: true, message: '请填写' }]}
          >
            <InputNumber min={0} max={most} precision={0} style={{ width: 130 }} />
          </Form.Item>
        ))}
      </div>
      <Form.Item name={['settings', 'usesVehicles']} valuePropName="checked">
        <Checkbox>给各组派车，座位要够</Checkbox>
      </Form.Item>
    </div>
  );
}
