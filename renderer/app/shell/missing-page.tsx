import { Button, Result } from 'antd';
import { useLocation } from 'wouter';

export function MissingPage() {
  const [, navigate] = useLocation();
  return (
    <Result
      status="info"
      title="没有这个页面"
      subTitle="它可能已被删除，或者您没有查看的权限。"
      extra={
        <Button type="primary" onClick={() => navigate('/')}>
          回到首页
        </Button>
      }
    />
  );
}
