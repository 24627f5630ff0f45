import { Breadcrumb } from 'antd';
import { Link } from 'wouter';
import { useReportedTitle } from '../../ui/page-title.ts';
import { hrefOf } from '../page-entry.ts';
import { trailOf, useCurrentPage } from './current-page.ts';

/** Where one is; the last word is the open page's own title. */
export function ShellBreadcrumb() {
  const current = useCurrentPage();
  const title = useReportedTitle();
  if (current === null) return <Breadcrumb items={[{ title: '没有这个页面' }]} />;
  const trail = trailOf(current);
  const section = trail[0]?.navigation?.section;
  const above = trail.slice(0, -1).map((page) => ({ title: <Link href={hrefOf(page)}>{page.title}</Link> }));
  return (
    <Breadcrumb
      items={[
        ...(section === undefined ? [] : [{ title: section }]),
        ...above,
        { title: title ?? current.title },
      ]}
    />
  );
}
