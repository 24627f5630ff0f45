import { Alert, Button, Space } from 'antd';
import { useState } from 'react';
import type { KeySite, KeySiteDetail } from '#shared/contract/key-sites.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { useRight } from '#renderer/app/session.tsx';
import { FactList } from '#renderer/ui/fact-list.tsx';
import { QueryView } from '#renderer/ui/query-view.tsx';
import { SidePanel } from '#renderer/ui/side-panel.tsx';
import { CloseDialog } from './dialogs/close-dialog.tsx';
import styles from './key-sites.module.css';
import { useSite } from './use-key-sites.ts';
import { isOffLedger, kindText, placeText } from './words.ts';

interface SitePanelProps {
  uid: string;
  onEdit: (site: KeySiteDetail) => void;
  onMerge: (keep: KeySite, drop: KeySite) => void;
  onClose: () => void;
}

/** The open site beside the list. */
export function SitePanel({ uid, onEdit, onMerge, onClose }: SitePanelProps) {
  const query = useSite(uid);
  const mayEdit = useRight('editInspections');
  return (
    <SidePanel title={query.data?.name ?? '重点单位'} width={420} onClose={onClose}>
      <QueryView query={query}>
        {(site) => (
          <>
            {mayEdit && <SiteActions site={site} onEdit={() => onEdit(site)} onRemoved={onClose} />}
            {site.similar.length > 0 && (
              <Alert
                type="warning"
                showIcon
                style={{ marginBottom: 12 }}
                title="可能重复登记"
                description={
                  <div className={styles.similar}>
                    {site.similar.map((other) => (
                      <div key={other.uid}>
                        <span>
                          {other.name}（{[placeText(other), other.address].filter(Boolean).join('，')}）
                        </span>
                        {mayEdit && (
                          <Button size="small" onClick={() => onMerge(site, other)}>
                            对照合并
                          </Button>
                        )}
                      </div>
                    ))}
                  </div>
                }
              />
            )}
            <FactList
              facts={[
                ['状态', isOffLedger(site) ? `${site.closedOn} 退出台账` : '在册'],
                // Still to come.
                ['退出日期', isOffLedger(site) ? '' : (site.closedOn ?? '')],
                ['所在地', placeText(site)],
                ['地址', site.address],
                ['行业', site.tradeName],
                ['类别', kindText(site)],
                ['负责人', site.responsiblePerson],
                ['电话', site.phone],
                ['备注', site.note],
              ]}
            />
          </>
        )}
      </QueryView>
    </SidePanel>
  );
}

interface SiteActionsProps {
  site: KeySiteDetail;
  onEdit: () => void;
  onRemoved: () => void;
}

function SiteActions({ site, onEdit, onRemoved }: SiteActionsProps) {
  const [closing, setClosing] = useState(false);
  const reopen = useOperation(client.keySites.reopen, { success: '已恢复在册', undoable: true });
  const remove = useOperation(client.keySites.remove, { success: `已删除“${site.name}”`, undoable: true });
  return (
    <Space wrap style={{ marginBottom: 12 }}>
      <Button type="primary" onClick={onEdit}>
        修改
      </Button>
      {site.closedOn === null ? (
        <Button onClick={() => setClosing(true)}>登记退出</Button>
      ) : (
        <Button onClick={() => void reopen.run({ uids: [site.uid] })}>恢复在册</Button>
      )}
      <Button
        danger
        onClick={() => void remove.run({ uids: [site.uid] }).then(({ done }) => done && onRemoved())}
      >
        删除(录错了)
      </Button>
      {closing && (
        <CloseDialog sites={[site]} onDone={() => setClosing(false)} onClose={() => setClosing(false)} />
      )}
    </Space>
  );
}
