import { Button, Form } from 'antd';
import type { SignedInUser } from '#shared/contract/session.ts';
import {
  OwnPasswordFields,
  type OwnPasswordValues,
  useOwnPassword,
} from '#renderer/features/users/own-password.tsx';
import { DoorFrame } from '#renderer/ui/door-frame.tsx';

interface NewPasswordPageProps {
  user: SignedInUser;
  onDone: () => void;
}

/** Somebody else set the password: before anything else, one's own. */
export function NewPasswordPage({ user, onDone }: NewPasswordPageProps) {
  const change = useOwnPassword();

  async function save(values: OwnPasswordValues): Promise<void> {
    if (await change.run(values)) onDone();
  }

  return (
    <DoorFrame
      title={`${user.name}，请先改成自己的密码`}
      lead="现在的密码是别人设的。改好以后才能进入工作台，别人就不知道您的密码了。"
    >
      <Form<OwnPasswordValues>
        form={change.form}
        layout="vertical"
        requiredMark={false}
        onFinish={(values) => void save(values)}
      >
        <OwnPasswordFields userName={user.name} hasPassword mayBeNone={false} />
        <Button type="primary" size="large" htmlType="submit" loading={change.running}>
          保存并进入
        </Button>
      </Form>
    </DoorFrame>
  );
}
