import { Alert } from 'antd';
import type { MadeArchive } from '#shared/contract/archive.ts';
import { isUnchanged } from '#shared/rules/archive/check.ts';
import { fullInstant } from '#renderer/ui/instants.ts';
import type { CheckedFolder } from './check-folder.ts';
import styles from './check.module.css';

interface CheckResultProps {
  name: string;
  checked: CheckedFolder;
  /** As it stands in the register; null: it does not. */
  made: MadeArchive | null;
}

/** Whether the folder is still the archive that was made, with each file that is not. */
export function CheckResult({ name, checked: { files, differences }, made }: CheckResultProps) {
  const { missing, changed, additional } = differences;
  const counts = [
    missing.length > 0 ? `缺 ${missing.length} 个` : '',
    changed.length > 0 ? `改过 ${changed.length} 个` : '',
    additional.length > 0 ? `多出 ${additional.length} 个` : '',
  ].filter((words) => words !== '');
  return (
    <div className={styles.result} aria-live="polite">
      {isUnchanged(differences) ? (
        <Alert type="success" showIcon title={`“${name}”的 ${files} 个文件（不算校验文件）都和归档时一样`} />
      ) : (
        <Alert type="error" showIcon title={`“${name}”和归档时不一样：${counts.join('，')}`} />
      )}
      {made === null ? (
        <Alert
          type="warning"
          showIcon
          title="归档记录里没有这份校验文件"
          description="可能是在别的电脑上归档的；如果就是这里归档的，校验文件改过，上面的结果不能作准。"
        />
      ) : (
        <Alert
          type="info"
          showIcon
          title={`校验文件和归档记录一致：${made.madeBy} ${fullInstant(made.madeAt)} 归档`}
        />
      )}
      <Files title="缺少的文件" paths={missing} />
      <Files title="改过的文件" paths={changed} />
      <Files title="多出来的文件" paths={additional} />
    </div>
  );
}

function Files({ title, paths }: { title: string; paths: readonly string[] }) {
  if (paths.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3 className={styles.title}>
        {title}（{paths.length}）
      </h3>
      <ul className={styles.files}>
        {paths.map((path) => (
          <li key={path}>{path}</li>
        ))}
      </ul>
    </section>
  );
}
