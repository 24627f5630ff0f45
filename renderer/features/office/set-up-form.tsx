import { useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Form, Input } from 'antd';
import type { CityChoice } from '#shared/contract/office.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { FirstField } from '#renderer/ui/first-field.tsx';
import { defaultOfficeName } from './office-names.ts';
import styles from './set-up-form.module.css';

interface SetUpFormProps {
  /** null: the city and its organizations are entered by hand. */
  city: CityChoice | null;
  onBack: () => void;
}

interface Values {
  cityName: string;
  officeName: string;
  userName: string;
  memberUnits: boolean;
}

/** What the office is called and who works here; Enter begins. */
export function SetUpForm({ city, onBack }: SetUpFormProps) {
  const [form] = Form.useForm<Values>();
  const queryClient = useQueryClient();
  const setUp = useOperation(client.office.setUp);

  async function begin(values: Values): Promise<void> {
    const outcome = await setUp.run({ ...values, cityCode: city?.code ?? null });
    if (outcome.done) await queryClient.invalidateQueries();
  }

  return (
    <Form<Values>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{
        cityName: city?.name ?? '',
        officeName: defaultOfficeName(city?.name ?? ''),
        userName: '经办人',
        memberUnits: true,
      }}
      onValuesChange={({ cityName }: Partial<Values>) => {
        if (cityName !== undefined) form.setFieldValue('officeName', defaultOfficeName(cityName));
      }}
      onFinish={(values) => void begin(values)}
    >
      {city === null ? (
        <Form.Item
          name="cityName"
          label="城市名称"
          rules={[{ required: true, whitespace: true, message: '请填写城市名称' }]}
        >
          <FirstField maxLength={30} placeholder="如：新乡市" />
        </Form.Item>
      ) : (
        <>
          <Form.Item name="cityName" hidden>
            <Input />
          </Form.Item>
          <p className={styles.city}>
            {city.province} <strong>{city.name}</strong>，{city.counties} 个区县，{city.townships} 个乡镇街道
            <Button type="link" onClick={onBack}>
              换一个城市
            </Button>
          </p>
        </>
      )}
      <Form.Item
        name="userName"
        label="您的姓名"
        extra="写进操作记录，说明是谁做的。"
        rules={[{ required: true, whitespace: true, message: '请填写姓名' }]}
      >
        {city === null ? (
          <Input maxLength={30} autoComplete="off" />
        ) : (
          <FirstField maxLength={30} autoComplete="off" />
        )}
      </Form.Item>
      <Form.Item
        name="officeName"
        label="办公室名称"
        rules={[{ required: true, whitespace: true, message: '请填写办公室名称' }]}
      >
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="memberUnits" valuePropName="checked">
        <Checkbox>同时备好常用的成员单位(公安、教育、住建、应急管理等，以后可增减)</Checkbox>
      </Form.Item>
      <div className={styles.actions}>
        {city === null && <Button onClick={onBack}>返回选择城市</Button>}
        <Button type="primary" size="large" htmlType="submit" loading={setUp.running}>
          开始使用
        </Button>
      </div>
    </Form>
  );
}
