import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { About } from '#shared/contract/about.ts';
import { api } from '#renderer/app/client.ts';
import { useRight, useSession } from '#renderer/app/session.tsx';
import { FactList } from '#renderer/ui/fact-list.tsx';
import { PageFrame } from '#renderer/ui/page-frame.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { Sheet } from '#renderer/ui/sheet.tsx';
import styles from './about.module.css';
import { DiagnosisDialog } from './diagnosis-dialog.tsx';
import { Licences } from './licences.tsx';
import { useDiagnosis } from './use-diagnosis.tsx';

/** Which program this is, what it is made of, and what support is given when it goes wrong. */
export function AboutPage() {
  const state = useQuery(api.about.state.queryOptions());
  const mayDiagnose = useRight('manageOffice');
  const diagnosis = useDiagnosis();

  return (
    <PageFrame
      title="关于"
      body="text"
      actions={
        mayDiagnose && (
          <Button type="primary" loading={diagnosis.starting} onClick={() => void diagnosis.start()}>
            生成诊断信息
          </Button>
        )
      }
    >
      <Sheet title="消安办工作台">
        <QueryView query={state}>{(about) => <Versions about={about} />}</QueryView>
        {mayDiagnose && (
          <p className={styles.note}>
            程序出了故障，点“生成诊断信息”，看过以后存成一个压缩包交给维护人员。里面只有版本、大小、行数和错误种类，没有人名、单位名和公文内容。
          </p>
        )}
      </Sheet>
      <Sheet title="开源许可证">
        <Licences />
      </Sheet>
      {diagnosis.dialog}
      {diagnosis.shown !== null && <DiagnosisDialog diagnosis={diagnosis.shown} onClose={diagnosis.close} />}
    </PageFrame>
  );
}

function Versions({ about }: { about: About }) {
  const { host } = useSession();
  return (
    <FactList
      facts={[
        ['版本', about.version],
        ['构建', about.build],
        ['打开方式', host === 'electron' ? '桌面窗口' : '浏览器'],
        ['Electron', about.electron ?? ''],
        ['Chromium', chromiumVersion(navigator.userAgent)],
        ['Node', about.node],
        ['SQLite', <span key="sqlite" lang="en">{`${about.sqlite}（${about.driver}）`}</span>],
        [
          '系统',
          <span key="system" lang="en">
            {about.system}
          </span>,
        ],
        ['数据文件夹', about.dataFolder],
      ]}
    />
  );
}

/** Empty where the browser is of another kind. */
function chromiumVersion(userAgent: string): string {
  return /Chrom(?:e|ium)\/([\d.]+)/.exec(userAgent)?.[1] ?? '';
}
